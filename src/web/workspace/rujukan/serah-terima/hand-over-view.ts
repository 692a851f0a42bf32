/** From an opened hand-over or referral to what its page shows. */
import type { NeedKind } from '#src/domain/cases/codes.ts'
import { standingOf } from '#src/domain/referrals/hand-over.ts'
import { isUnanswered, ownerOfNeed, type ReferralStatus } from '#src/domain/referrals/lifecycle.ts'
import type { SharedFact } from '#src/modules/cases/index.ts'
import type { OpenedHandOver, OpenedReferral, OrgRow, ReferralRow } from '#src/modules/referrals/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { clockOf, needWords, orgName, reasonWords } from '../sheet-view.ts'
import type { FactsView, TaskView } from './hand-over-parts.tsx'
import type { HandOverView } from './hand-over-page.tsx'

export function handOverViewOf(
  frame: StaffFrame,
  { row, tasks }: OpenedHandOver,
  around: {
    readonly orgId: string
    readonly orgs: readonly OrgRow[]
    readonly facts: readonly SharedFact[]
    readonly mayAnswer: boolean
    readonly address: string
    readonly form: HandOverView['form']
  },
): HandOverView {
  const name = (id: string) =>
    orgName(
      frame,
      around.orgs.find((org) => org.id === id),
    )
  const side = row.to_org === around.orgId ? 'receiver' : 'sender'
  const referrals = tasks.map((task) => task.referral)
  return {
    id: row.id,
    side,
    otherBody: name(side === 'receiver' ? row.from_org : row.to_org),
    sender: name(row.from_org),
    tasks: tasks.map((task) => taskView(frame, task, name)),
    kept: row.kept.map((kind) => needWords(frame, kind as NeedKind)),
    facts: factsViewOf(frame, referrals, around.facts, around.mayAnswer ? around.address : undefined),
    otherBodies: around.orgs
      .filter((org) => org.id !== row.from_org && org.id !== row.to_org)
      .map((org) => ({ value: org.id, label: orgName(frame, org) })),
    ...(around.mayAnswer && { mayAnswer: 'may-answer' as const }),
    form: around.form,
  }
}

function taskView(
  frame: StaffFrame,
  { referral: row, pack, words }: OpenedReferral,
  name: (id: string) => string,
): TaskView {
  const status = row.state as ReferralStatus
  const clock = clockOf(frame, row)
  const reason = [reasonWords(frame, row), status === 'rejected' ? words.words : '']
    .filter(Boolean)
    .join('. ')
  return {
    code: row.code,
    need: needWords(frame, row.need_kind),
    ...(pack && { asked: pack.asked }),
    standing: standingOf({ status, rest: words.rest }),
    owner: name(ownerOfNeed(status) === 'receiver' ? row.to_org : row.from_org),
    ...(words.rest !== '' && {
      rest: frame.t.kerjaBerbagi.handOver.restBack(words.rest, name(row.from_org)),
    }),
    ...(reason !== '' && { reason }),
    ...(clock && { clock }),
    version: String(row.version),
    ...(isUnanswered(status) && { open: 'open' as const }),
  }
}

const ALIVE: readonly string[] = ['accepted', 'in-progress', 'on-hold']

function isAlive(frame: StaffFrame, row: ReferralRow): boolean {
  const isOver = row.expires_at !== null && row.expires_at <= frame.now
  return ALIVE.includes(row.state) && row.stopped_at === null && !isOver
}

export function factsViewOf(
  frame: StaffFrame,
  referrals: readonly ReferralRow[],
  facts: readonly SharedFact[],
  action: string | undefined,
): FactsView {
  const alive = referrals.filter((row) => isAlive(frame, row))
  const waiting = referrals.some((row) => isUnanswered(row.state as ReferralStatus))
  return {
    state: alive.length > 0 ? 'running' : waiting && facts.length === 0 ? 'not-yet' : 'ended',
    tasks: alive.map((row) => ({ value: row.code, label: needWords(frame, row.need_kind) })),
    ...(action !== undefined && { action }),
    entries: facts.map((fact) => {
      const before = facts.find((each) => each.id === fact.corrects)
      return {
        id: fact.id,
        when:
          fact.words.date === undefined
            ? fact.words.dateWords
            : formatPartialDate(fact.words.date, frame.lang),
        text: fact.words.text,
        body: fact.orgName,
        at: fact.at,
        ...(before && { corrects: before.words.text }),
      }
    }),
  }
}
