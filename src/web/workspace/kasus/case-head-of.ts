/** Who a case is about, how urgent it is, and, once closed, why. */
import { isCaseType } from '#src/domain/cases/case-types.ts'
import {
  CLOSING_BASES,
  CLOSING_REASONS,
  type DocumentStatus,
  type PersonCategory,
  type Phase,
  type Sector,
} from '#src/domain/cases/codes.ts'
import { statusOf, type CaseFile } from '#src/modules/cases/index.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { countryName } from '../casework.ts'
import { deadlinesOf } from './case-view-of.ts'
import type { CaseHeadView } from './case-view.ts'

export function headOf(frame: StaffFrame, file: CaseFile, team: number): CaseHeadView {
  const concerned = file.persons.find((each) => each.roles.includes('concerned')) ?? file.persons[0]
  const { row } = file
  const range = concerned?.ages.now
  const minor = concerned?.person?.isMinor
  const next = deadlinesOf(frame, file)[0]
  const status = statusOf(row)
  return {
    code: row.code,
    title: concerned?.person?.facts?.names[0] ?? row.code,
    urgency: row.urgency,
    types: row.case_types.filter(isCaseType),
    state: status === 'closed' || status === 'reopened' ? status : 'open',
    ...(row.protected && { protection: { teamSize: team, kind: 'protected' as const } }),
    ...(row.touches_child && { child: minor === 'yes' ? ('child' as const) : ('maybe' as const) }),
    ...(range && { age: frame.t.kerjaKabar.age(range.min, range.max) }),
    category: (concerned?.category ?? 'unknown') as PersonCategory,
    sector: (concerned?.sector ?? 'unknown') as Sector,
    documents: (concerned?.document_status ?? 'unknown') as DocumentStatus,
    place: countryName(frame.lang, row.country, frame.t),
    phase: row.phase as Phase,
    lead: file.leadName,
    ...(next && { next }),
    ...(file.wish && row.wish_at && { wish: { ...file.wish, at: row.wish_at } }),
    ...(row.closed_at && { closed: closingOf(row, row.closed_at) }),
    ...(file.incident && {
      incident: { name: file.incident.name, href: at(frame, `/kerja/kasus/kejadian/${file.incident.id}`) },
    }),
    related: file.related.map((other) => ({
      code: other.code,
      href: at(frame, `/kerja/kasus/${other.code}`),
    })),
    counts: {
      people: file.persons.length,
      timeline: file.timeline.length,
      needs: file.needs.length,
      evidence: file.evidence.length,
      notes: file.notes.length,
      tasks: file.tasks.filter((task) => task.done_at === null).length,
      messages: file.messages.length,
    },
  }
}

function closingOf(row: CaseFile['row'], closedAt: Date): NonNullable<CaseHeadView['closed']> {
  const reason = CLOSING_REASONS.find((code) => code === row.closed_reason)
  const basis = CLOSING_BASES.find((code) => code === row.closed_because)
  return { at: closedAt, ...(reason && { reason }), ...(basis && { basis }) }
}
