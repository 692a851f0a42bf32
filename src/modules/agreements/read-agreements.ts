import { dayOf } from '#src/domain/deadlines/calendar.ts'
import { groupByDue, type DueGroup } from '#src/domain/agreements/agreement-calendar.ts'
import { addDays, type PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { Stage } from '#src/domain/agreements/pipeline.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import {
  countLines,
  factsOf,
  findAgreementRow,
  selectLines,
  type AgreementFilter as QueryFilter,
} from './agreement-queries.ts'
import type { Agreement, AgreementItem, AgreementLine } from './agreement-types.ts'
import { listDue, listItems, listSteps } from './part-queries.ts'

export const AGREEMENTS_A_PAGE = 25
const MOST_EXPORTED = 2000

export type AgreementFilter = Omit<QueryFilter, 'dueBy'> & { readonly due?: 'overdue' | 'in-30' | 'in-90' }

function asked(ctx: Context, { due, ...filter }: AgreementFilter): QueryFilter {
  const today = todayOf(ctx)
  if (due === undefined) return filter
  const days = { overdue: -1, 'in-30': 30, 'in-90': 90 }[due]
  return { ...filter, dueBy: addDays(today, days) }
}

/** The page counts from 0. Recorded as a list. */
export async function listAgreements(
  ctx: Context,
  filter: AgreementFilter,
  page: number,
): Promise<{ readonly total: number; readonly lines: readonly AgreementLine[] }> {
  const query = asked(ctx, filter)
  const total = await countLines(ctx, query)
  const rows = await selectLines(ctx, query, { offset: page * AGREEMENTS_A_PAGE, limit: AGREEMENTS_A_PAGE })
  await writeAudit(ctx, { verb: 'agreement.listed', subjectKind: 'agreement', details: { count: total } })
  return { total, lines: rows.map(lineOf) }
}

function lineOf(row: Awaited<ReturnType<typeof selectLines>>[number]): AgreementLine {
  return {
    id: row.id,
    slug: row.slug,
    facts: factsOf(row),
    stage: row.stage as Stage,
    since: row.since,
    duties: row.duties,
    openDuties: row.open_duties,
    unclearDuties: row.unclear_duties,
    breaches: row.breaches,
    nextDue: row.next_due,
    waits: row.waits,
  }
}

/** The same lines with all their parts, for a file. Recorded as an export. */
export async function exportAgreements(ctx: Context, filter: AgreementFilter) {
  const rows = await selectLines(ctx, asked(ctx, filter), { offset: 0, limit: MOST_EXPORTED })
  const lines = rows.map(lineOf)
  const items = await listItems(
    ctx,
    lines.map(({ id }) => id),
  )
  await writeAudit(ctx, {
    verb: 'agreement.exported',
    subjectKind: 'agreement',
    details: { count: lines.length },
  })
  return { lines, items: items.filter(({ struck }) => !struck) }
}

/** Throws NotFoundError. */
export async function readAgreement(ctx: Context, slug: string): Promise<Agreement> {
  const row = await findAgreementRow(ctx, slug)
  if (row === undefined) throw new NotFoundError('agreement.not-found')
  const [steps, items] = [await listSteps(ctx, row.id), await listItems(ctx, [row.id])]
  await writeAudit(ctx, { verb: 'agreement.opened', subjectKind: 'agreement', subjectId: row.id })
  return {
    id: row.id,
    slug: row.slug,
    facts: factsOf(row),
    stage: row.stage as Stage,
    version: row.version,
    editedAt: row.edited_at,
    delivered: row.reference_hash !== null,
    proposed: row.proposed,
    steps,
    items,
  }
}

export type DueLine = {
  readonly id: string
  readonly slug: string
  readonly titleId: string
  readonly titleEn: string | null
  readonly kind: AgreementItem['kind']
  readonly content: AgreementItem['content']
  readonly dueOn: PlainDate
}

/** What falls due, overdue first. */
export async function readCalendar(
  ctx: Context,
): Promise<{ readonly today: PlainDate; readonly groups: Readonly<Record<DueGroup, readonly DueLine[]>> }> {
  const today = todayOf(ctx)
  const rows = await listDue(ctx)
  await writeAudit(ctx, {
    verb: 'agreement.calendar',
    subjectKind: 'agreement',
    details: { count: rows.length },
  })
  const lines = rows.map(({ due_on: dueOn, title_id: titleId, title_en: titleEn, ...row }) => ({
    ...row,
    titleId,
    titleEn,
    dueOn,
  }))
  return { today, groups: groupByDue(lines, today) }
}

/** The day by the home office's clock. */
export function todayOf(ctx: Pick<Context, 'now'>): PlainDate {
  return dayOf(ctx.now, HOME_ZONE)
}
const HOME_ZONE = 'Asia/Jakarta'
