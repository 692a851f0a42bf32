import { isUrgency, type Urgency } from '#src/domain/cases/urgency.ts'
import {
  byUrgency,
  clocksOf,
  isOpenClock,
  type CaseClock,
  type ClockMoment,
  type ClockPlace,
} from '#src/domain/rulebook/clocks/case-clocks.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import * as rows from './clock-queries.ts'

export type ClockOfCase = CaseClock & { readonly code: string }

type File = { readonly case_id: string; readonly code: string; readonly case_types: readonly string[] }

/** Exploitation of persons, under whichever name the desk wrote it down: UU 21/2007 art 53 speaks of its victims. */
const VICTIM_TYPES: readonly string[] = ['TPPO', 'FORCED_LABOUR', 'DEBT_BONDAGE']

/** What runs, stands still or is over in my own open cases, the nearest end first. No word of a case is opened for it. */
export async function listMyClocks(ctx: StaffContext): Promise<readonly ClockOfCase[]> {
  const clocks = await clocksOfFiles(ctx, await rows.listMyFiles(ctx))
  return clocks.filter(isOpenClock)
}

/** Every clock of one case that the reader has opened, also those that are met. */
export async function listClocksOfCase(ctx: StaffContext, file: File): Promise<readonly ClockOfCase[]> {
  return clocksOfFiles(ctx, [file])
}

async function clocksOfFiles(ctx: StaffContext, files: readonly File[]): Promise<readonly ClockOfCase[]> {
  const moments = await momentsOf(ctx, files)
  const rulebook = loadRulebook()
  return files
    .flatMap(({ case_id: id, code }) =>
      clocksOf(moments.get(id) ?? [], rulebook, ctx.now).map((clock) => ({ ...clock, code })),
    )
    .sort(byUrgency)
}

async function momentsOf(
  ctx: StaffContext,
  files: readonly File[],
): Promise<ReadonlyMap<string, readonly ClockMoment[]>> {
  const found = new Map<string, ClockMoment[]>()
  const add = (caseId: string | null, ...moments: readonly ClockMoment[]): void => {
    if (caseId !== null) found.set(caseId, [...(found.get(caseId) ?? []), ...moments])
  }
  const ids = files.map((file) => file.case_id)
  const victims = files.filter((file) => file.case_types.some((type) => VICTIM_TYPES.includes(type)))
  const mine = await rows.findMyPlace(ctx)
  const place = { country: mine.country, timeZone: mine.time_zone }
  for (const offer of await rows.listOfferMoments(ctx, ids))
    add(offer.case_id, ...offerMoments(offer, ctx.actor.orgId, place))
  for (const need of await rows.listHelpMoments(
    ctx,
    victims.map((file) => file.case_id),
  ))
    if (need.state !== 'cancelled') add(need.case_id, helpMoment(need, place))
  for (const request of await rows.listRightsMoments(ctx, ids))
    add(request.case_id, rightsMoment(request, place))
  for (const report of await rows.listReportMoments(ctx, ids))
    add(report.case_id, {
      clock: 'first-response',
      startedAt: report.desk_since,
      place,
      urgency: urgencyOf(report.urgency),
      ...met(report.taken_at),
    })
  return found
}

type Row<T extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<T>>[number]

/** An answer, a second look at an exception, and the stop after a withdrawal: up to three clocks of one offer. */
function offerMoments(
  row: Row<typeof rows.listOfferMoments>,
  orgId: string,
  mine: ClockPlace,
): readonly ClockMoment[] {
  const theirs = { country: row.country, timeZone: row.time_zone }
  const ended = row.state === 'cancelled' && row.decided_at === null
  return [
    ...(ended
      ? []
      : [
          {
            clock: 'referral-answer' as const,
            startedAt: row.created_at,
            place: theirs,
            urgency: urgencyOf(row.urgency),
            ...met(row.decided_at),
          },
        ]),
    ...(row.consent_basis === 'exception' && row.from_org === orgId
      ? [
          {
            clock: 'consent-exception-review' as const,
            startedAt: row.created_at,
            place: mine,
            ...met(row.exception_reviewed_at),
          },
        ]
      : []),
    ...(row.stopped_at === null
      ? []
      : [
          {
            clock: 'consent-withdrawal' as const,
            startedAt: row.stopped_at,
            place: theirs,
            ...met(row.stop_acknowledged_at),
          },
        ]),
  ]
}

function helpMoment(need: Row<typeof rows.listHelpMoments>, place: ClockPlace): ClockMoment {
  return {
    clock: 'victim-first-help',
    startedAt: need.created_at,
    place,
    ...met(need.state === 'met' ? need.ended_at : null),
  }
}

const RIGHT_CLOCK = {
  access: 'rights-access',
  correction: 'rights-correction',
  withdrawal: 'rights-withdrawal',
  restriction: 'rights-restriction',
  erasure: 'rights-erasure',
} as const

function rightsMoment(row: Row<typeof rows.listRightsMoments>, place: ClockPlace): ClockMoment {
  return {
    clock: RIGHT_CLOCK[row.kind as keyof typeof RIGHT_CLOCK],
    startedAt: row.created_at,
    place,
    ...(row.paused_at && { pausedAt: row.paused_at }),
    ...met(row.answered_at),
  }
}

const met = (at: Date | null): { readonly metAt?: Date } => (at === null ? {} : { metAt: at })
const urgencyOf = (code: string): Urgency => (isUrgency(code) ? code : 'sedang')
