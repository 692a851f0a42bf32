/** From the bodies of this installation to the one desk that owns a report from its first second. */
import { BODY_KINDS } from '#src/domain/competence/bodies.ts'
import { isKeptFrom } from '#src/domain/disclosure/consent.ts'
import { readerKindOf } from '#src/domain/disclosure/reader-kind.ts'
import { deskFor, type Desk as IntakeDesk, type DeskKind } from '#src/domain/intake/desk.ts'
import { valueOf } from '#src/domain/kernel/answer.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { Desk } from './desk-queries.ts'

export type DeskWish = Pick<ReportDraft, 'deskChoice' | 'keepFrom' | 'place'>

export type ChosenDesk = {
  readonly desk: Desk
  readonly why: 'picked' | 'place' | 'head-office'
  /** Bodies that take reports and must not see this one. */
  readonly keptFromOrgs: readonly string[]
}

/** The foreign ministry stands behind the missions: it answers where this installation knows none. */
const DESK_KIND: Readonly<Record<string, DeskKind>> = {
  mission: 'mission',
  kemlu: 'mission',
  bp3mi: 'regional-office',
  p4mi: 'regional-office',
  kp2mi: 'head-office',
  'disnaker-district': 'labour-office',
  'disnaker-province': 'labour-office',
  ngo: 'organisation',
  polri: 'police',
}

const KINDS_PICKED: Readonly<Record<string, readonly DeskKind[]>> = {
  mission: ['mission'],
  'protection-ministry': ['regional-office', 'head-office'],
  'labour-office': ['labour-office'],
  organisation: ['organisation'],
  police: ['police'],
  'head-office': ['head-office'],
}

/** Undefined only where no body is left that may see it. */
export function pickDesk(desks: readonly Desk[], wish: DeskWish): ChosenDesk | undefined {
  const kept = desks.filter((desk) =>
    isKeptFrom(wish.keepFrom, { bodyId: desk.id, kind: readerKindOf(desk.kind) }),
  )
  const keptFromOrgs = kept.map((desk) => desk.id)
  const order = deskFor({
    place: valueOf(wish.place),
    choice: valueOf(wish.deskChoice),
    keepFrom: wish.keepFrom,
    desks: desks.flatMap(intakeDesk),
  })
  const desk =
    desks.find((each) => each.id === order[0]?.bodyId) ??
    desks.find((each) => !keptFromOrgs.includes(each.id))
  return desk && { desk, why: whyOf(desk, wish), keptFromOrgs }
}

/** Kinds of bodies that no later referral of this report may go to. */
export function keptFromKinds(keepFrom: ReportDraft['keepFrom']): readonly string[] {
  const byKind = keepFrom.filter((each) => each.bodyId === undefined)
  const ofReaders = BODY_KINDS.filter((kind) => isKeptFrom(byKind, { bodyId: '', kind: readerKindOf(kind) }))
  return byKind.some((each) => each.kind === 'my-agency') ? [...ofReaders, 'p3mi'] : ofReaders
}

function intakeDesk(desk: Desk): readonly IntakeDesk[] {
  const kind = DESK_KIND[desk.kind]
  if (kind === undefined) return []
  const everywhere = kind === 'head-office'
  return [
    {
      deskId: desk.id,
      bodyId: desk.id,
      kind,
      countries: everywhere ? [] : [...new Set(desk.covers.map((covered) => covered.country))],
      regions: everywhere ? [] : desk.covers.flatMap((covered) => covered.district ?? []),
    },
  ]
}

function whyOf(desk: Desk, wish: DeskWish): ChosenDesk['why'] {
  const kind = DESK_KIND[desk.kind]
  if (kind !== undefined && KINDS_PICKED[valueOf(wish.deskChoice) ?? '']?.includes(kind)) return 'picked'
  return kind === 'mission' || kind === 'regional-office' ? 'place' : 'head-office'
}
