/** What both sides see of a referral: the sheet, drawn from the very package, its clock, its steps. */
import type { Certainty, ConsentAnswer, ConsentItem, NeedKind } from '#src/domain/cases/codes.ts'
import type { ArticleRef } from '#src/domain/law/article-ref.ts'
import { isUnanswered, type ReferralStatus } from '#src/domain/referrals/lifecycle.ts'
import {
  contentDigest,
  type BodyAnswers,
  type OrgRow,
  type PackageLine,
  type ReferralPackage,
  type ReferralRow,
  type ReferralWords,
} from '#src/modules/referrals/index.ts'
import { formatDay } from '#src/texts/dates.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { clockStateOf, type CiteView, type ClockView } from '#src/web/ui/staff/marks.tsx'
import type {
  MatrixCell,
  MatrixView,
  ReferralStateView,
  SheetLine,
  SheetView,
} from '#src/web/ui/staff/referral-parts.tsx'
import { abroadLines } from './basis-parts.tsx'
import type { ReferralStep } from './referral-page.tsx'

export function needWords(frame: StaffFrame, kind: string | null): string {
  return frame.t.kerjaKode.need[(kind ?? 'other') as NeedKind]
}

export function orgName(frame: StaffFrame, org: OrgRow | undefined): string {
  return org === undefined ? '' : frame.lang === 'en' ? org.name_en : org.name_id
}

export function citesOf(basis: readonly ArticleRef[]): readonly CiteView[] {
  const seen = new Set(
    basis.map((each) => (each.article === '—' ? each.instrument : `${each.instrument} Ps ${each.article}`)),
  )
  return [...seen].map((article) => ({ article }))
}

/** Groups of four out of the hash of the content: both sides can read them to each other. */
export function sealOf(pack: ReferralPackage): string {
  const hex = Buffer.from(contentDigest(pack), 'base64url').toString('hex').slice(0, 16)
  return hex.match(/.{4}/g)?.join(' ') ?? hex
}

export function sheetOf(frame: StaffFrame, pack: ReferralPackage): SheetView {
  const words = frame.t.kerjaRujukan
  return {
    title: words.sheetTitle(needWords(frame, pack.need)),
    fromTo: words.sheetFromTo(pack.from, pack.to),
    code: pack.code === '' ? words.sheetCode : pack.code,
    date: formatDay(new Date(pack.madeAt), frame.zone, frame.lang),
    lines: [
      { label: words.sheetLine.case, text: pack.caseCode },
      { label: words.sheetLine.asked, text: pack.asked, strong: 'strong' },
      ...pack.items.flatMap((each) =>
        each.lines.map((line, index) =>
          lineOf(index === 0 ? frame.t.kerjaKode.consentItem[each.item] : '', line),
        ),
      ),
      ...(pack.handling ?? []).map((text, index) => ({
        label: index === 0 ? words.sheetLine.handling : '',
        text,
        strong: 'strong' as const,
      })),
      ...cameLines(frame, pack),
      ...abroadLines(frame, pack.abroad),
      ...splitLines(frame, pack),
      {
        label: words.sheetLine.until,
        text: words.untilLine(formatDay(dayAt(pack.until), 'UTC', frame.lang)),
      },
      {
        label: words.sheetLine.basis,
        text: pack.basis.length === 0 ? words.basisOfficer : '',
        cites: citesOf(pack.basis),
      },
    ],
    seal: sealOf(pack),
  }
}

/** Who does what, so that nobody thinks that the other one does it. */
function splitLines(frame: StaffFrame, { split }: ReferralPackage): readonly SheetLine[] {
  if (split === undefined) return []
  const words = frame.t.kerjaBerbagi.handOver
  const list = (kinds: readonly NeedKind[]) => kinds.map((kind) => needWords(frame, kind)).join('; ')
  return [
    { label: words.sheetAsked, text: list(split.asked) },
    { label: words.sheetKept, text: split.kept.length === 0 ? words.keptNone : list(split.kept) },
  ]
}

function dayAt(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

function lineOf(label: string, line: PackageLine): SheetLine {
  const certainty = line.certainty as Certainty | undefined
  return {
    label,
    text: line.when ? `${line.when}: ${line.text}` : line.text,
    ...(certainty === undefined || certainty === 'certain' ? {} : { unverified: 'unverified' as const }),
  }
}

function cameLines(frame: StaffFrame, pack: ReferralPackage): readonly SheetLine[] {
  if (pack.came === 'with-consent' || pack.ground === undefined) return []
  const words = frame.t.kerjaRujukan
  const text = words.noConsentText(words.basisWords[pack.ground], pack.reason ?? '')
  return [
    { label: words.sheetLine.came, text: `${words.noConsent} ${text}` },
    ...(pack.facts ?? [])
      .filter((fact) => fact !== 'reason-written')
      .map((fact) => ({ label: '', text: words.factWords[fact] })),
  ]
}

/** Who may see what of the case, as the person said it; this receiver first and marked. */
export function matrixOf(
  frame: StaffFrame,
  bodies: readonly BodyAnswers[],
  here: string,
  items: readonly ConsentItem[],
): MatrixView {
  const shown = bodies.toSorted((a, b) => Number(b.org.id === here) - Number(a.org.id === here)).slice(0, 3)
  return {
    readers: shown.map((each) => ({
      name: each.org.short_name,
      ...(each.org.id === here ? { here: 'here' as const } : {}),
    })),
    rows: items.map((item) => ({
      item,
      cells: shown.map((each) => cellOf(frame, each.answers[item])),
    })),
  }
}

function cellOf(frame: StaffFrame, answer: ConsentAnswer): MatrixCell {
  if (answer === 'yes' || answer === 'no') return { kind: answer }
  return { kind: 'part', limit: frame.t.kerjaKode.consentAnswer[answer] }
}

/** The clock of an offer runs until it is answered. */
export function clockOf(frame: StaffFrame, row: ReferralRow): ClockView | undefined {
  if (!isUnanswered(row.state as ReferralStatus)) return undefined
  return {
    state: clockStateOf({ startedAt: row.created_at, due: row.due_at, now: frame.now }),
    at: row.due_at,
    source: 'internal-target',
  }
}

export function stateOf(row: ReferralRow, words?: ReferralWords): ReferralStateView {
  const isPart = row.state === 'accepted' && (words?.rest ?? '') !== ''
  return isPart ? 'accepted-in-part' : (row.state as ReferralStatus)
}

type Sides = { readonly from: OrgRow | undefined; readonly to: OrgRow | undefined }

/** What happened, in order; both sides read the same. */
export function stepsOf(
  frame: StaffFrame,
  row: ReferralRow,
  sides: Sides,
  words: ReferralWords,
): readonly ReferralStep[] {
  const say = frame.t.kerjaRujukan.stepWords
  const [from, to] = [orgName(frame, sides.from), orgName(frame, sides.to)]
  const state = frame.t.kerjaKode.referral[stateOf(row, words)]
  const review = row.exception_review as 'upheld' | 'not-upheld' | null
  const steps: readonly (readonly [Date | null, string])[] = [
    [row.created_at, say.requested(from)],
    [row.opened_at, say.received(to)],
    [row.reminded_at ?? row.nudged_at, say.reminded(to)],
    [row.escalated_at, say.escalated(to)],
    [row.decided_at, say.decided([state, reasonWords(frame, row)].filter((each) => each !== '').join('. '))],
    [row.exception_reviewed_at, review ? say.reviewed(frame.t.kerjaRujukan.reviewResult[review]) : ''],
    [row.person_told_at, say.told],
    [row.stopped_at, say.stopped],
    [row.stop_acknowledged_at, say.stopAcknowledged(to)],
  ]
  return steps
    .flatMap(([at, text]) => (at === null ? [] : [{ at, words: text }]))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** The reason of a refusal, a pause, a failure or a cancellation, in words. */
export function reasonWords(frame: StaffFrame, row: ReferralRow): string {
  const t = frame.t.kerjaRujukan
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    rejected: t.refuseReason,
    'on-hold': t.holdReason,
    failed: t.failReason,
    cancelled: t.cancelReason,
  }
  return all[row.state]?.[row.ended_because ?? ''] ?? ''
}
