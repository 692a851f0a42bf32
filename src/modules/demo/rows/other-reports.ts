import { addMilliseconds, HOUR } from '#src/domain/kernel/instant.ts'
import { known, unknown } from '#src/domain/kernel/answer.ts'
import { blankReport } from '#src/domain/reports/report.ts'
import type { DemoWorld } from '#src/domain/demo/demo-world.ts'
import type { Batch } from '../batch.ts'
import { addReport, type Arrived, type Fate } from './report-rows.ts'
import { notAfter, type Scenery } from '../scenery.ts'

const MINUTE = 60_000
const FLOOD = { desk: 'kjri-johor-bahru', reports: 12 }
const AGAIN = 10

/** What waits, what was no case, what somebody reports a second time, and one night of silent calls. */
export function addOtherReports(batch: Batch, scenery: Scenery): void {
  const waiting: Fate = { kind: 'waiting' }
  for (const [place, report] of scenery.world.waiting.entries())
    addReport(batch, scenery, report, place % 9 === 5 ? takenBy(scenery, report) : waiting)
  for (const report of reportedAgain(scenery.world)) addReport(batch, scenery, report, waiting)
  for (const report of silentFlood(scenery.world)) addReport(batch, scenery, report, waiting)
  addContacts(batch, scenery)
}

/** A colleague has begun on it and not yet decided. */
function takenBy(scenery: Scenery, report: Arrived): Fate {
  const officer = scenery.world.staff.find(
    (staff) => staff.organisation === report.desk && staff.roles.includes('intake-officer'),
  )
  if (officer === undefined) return { kind: 'waiting' }
  const at = notAfter(addMilliseconds(report.receivedAt, 20 * MINUTE), scenery.world.until)
  return { kind: 'taken', by: scenery.account(officer.key), at }
}

function addContacts(batch: Batch, scenery: Scenery): void {
  for (const contact of scenery.world.contacts) {
    const receivedAt = addMilliseconds(contact.at, -10 * MINUTE)
    const draft = {
      ...blankReport({ channel: 'phone', language: 'id' }),
      story: contact.text,
      danger: known('no' as const),
    }
    addReport(
      batch,
      scenery,
      { key: contact.key, desk: contact.desk, receivedAt, draft, movedFrom: undefined },
      { kind: 'closed', by: scenery.account(contact.by), at: contact.at, outcome: contact.outcome },
    )
  }
}

/** Somebody who is in a case already writes to the same desk again, in other words. */
function reportedAgain(world: DemoWorld): readonly Arrived[] {
  const named = world.cases.filter(
    (each) =>
      each.report.draft.names.length > 0 &&
      each.report.draft.village.known &&
      each.protection === undefined &&
      each.closing === undefined,
  )
  const atJohor = named.filter((each) => each.organisation === FLOOD.desk)
  const others = named.filter((each) => each.organisation !== FLOOD.desk)
  return [...atJohor.slice(-4), ...others.slice(-(AGAIN - 4))].map((each, place) => ({
    key: `again-${each.key}`,
    desk: each.organisation,
    receivedAt: addMilliseconds(world.until, -(25 + place * 9) * MINUTE),
    movedFrom: undefined,
    draft: {
      ...each.report.draft,
      channel: 'web',
      about: 'someone-else',
      reporterRelation: known('sibling'),
      reporterName: unknown('not-asked'),
      danger: known('no'),
      what: ['lain'],
      story:
        'Saya sudah pernah lapor soal saudara saya. Sampai sekarang belum ada kabar. Mohon ditanyakan lagi.',
    },
  }))
}

/** Twelve calls in one hour at one desk, nothing said: to be closed at once, without hiding what is real. */
function silentFlood(world: DemoWorld): readonly Arrived[] {
  return Array.from({ length: FLOOD.reports }, (_item, place) => ({
    key: `silent-${place + 1}`,
    desk: FLOOD.desk,
    receivedAt: addMilliseconds(world.until, -(3 * HOUR + place * 4 * MINUTE)),
    movedFrom: undefined,
    draft: blankReport({ channel: 'phone', language: 'id' }),
    signals: ['flood'],
  }))
}
