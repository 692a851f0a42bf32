import { stateOn, type Company, type Standing } from '#src/domain/rulebook/offer/company-register.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { readRegisterInForce, todayOf } from './look-up.ts'
import { findRegister, listCompanies, listRegisterRows, searchCompanies } from './register-queries.ts'

export const COMPANIES_A_PAGE = 50

export type RegisterRow = {
  readonly id: string
  readonly asOf: PlainDate
  readonly source: string
  readonly kind: 'demonstration' | 'imported'
  readonly companies: number
  readonly importedAt: Date
  readonly state: 'in-force' | 'earlier' | 'later' | 'set-aside'
  readonly reason?: string
}

/** Every list that was ever imported, the newest first. */
export async function listRegisters(ctx: Context): Promise<readonly RegisterRow[]> {
  const inForce = await readRegisterInForce(ctx)
  const rows = await listRegisterRows(ctx)
  await writeAudit(ctx, {
    verb: 'company-register.listed',
    subjectKind: 'company-register',
    details: { count: rows.length },
  })
  const today = todayOf(ctx)
  return rows.map((row) => ({
    id: row.id,
    asOf: row.as_of,
    source: row.source,
    kind: row.kind as RegisterRow['kind'],
    companies: row.companies,
    importedAt: row.created_at,
    state: stateOf(row, inForce?.id, today),
    ...(row.set_aside_reason !== null && { reason: row.set_aside_reason }),
  }))
}

function stateOf(
  row: { readonly id: string; readonly as_of: PlainDate; readonly set_aside_at: Date | null },
  inForce: string | undefined,
  today: PlainDate,
): RegisterRow['state'] {
  if (row.set_aside_at !== null) return 'set-aside'
  if (row.id === inForce) return 'in-force'
  return row.as_of > today ? 'later' : 'earlier'
}

/** Names and licences that hold these words; the page counts from 0. */
export async function searchRegister(
  ctx: Context,
  asked: { readonly id: string; readonly words: string; readonly page: number },
): Promise<{ readonly total: number; readonly standings: readonly Standing[] }> {
  const words = asked.words.trim().slice(0, 200)
  const found = await searchCompanies(ctx, asked.id, {
    words,
    offset: asked.page * COMPANIES_A_PAGE,
    limit: COMPANIES_A_PAGE,
  })
  await writeAudit(ctx, {
    verb: 'company-register.searched',
    subjectKind: 'company-register',
    subjectId: asked.id,
    details: { count: found.total },
  })
  const today = todayOf(ctx)
  return {
    total: found.total,
    standings: found.companies.map((company) => ({ company, now: stateOn(company, today) })),
  }
}

/** One list whole, for export. */
export async function readWholeRegister(
  ctx: Context,
  id: string,
): Promise<{ readonly asOf: PlainDate; readonly companies: readonly Company[] }> {
  const register = await findRegister(ctx, id)
  if (register === undefined) throw new NotFoundError('company-register.not-found')
  const companies = await listCompanies(ctx, id)
  await writeAudit(ctx, {
    verb: 'company-register.exported',
    subjectKind: 'company-register',
    subjectId: id,
    details: { count: companies.length },
  })
  return { asOf: register.as_of, companies }
}
