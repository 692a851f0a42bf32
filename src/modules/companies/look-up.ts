import { dayOf } from '#src/domain/deadlines/calendar.ts'
import { lookUpCompany, plainName, type Lookup } from '#src/domain/rulebook/offer/company-register.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { Context } from '#src/platform/db/context.ts'
import { findInForce, listCandidates } from './register-queries.ts'

export type RegisterInForce = {
  readonly id: string
  /** The day of the list itself. */
  readonly asOf: PlainDate
  readonly source: string
  readonly kind: 'demonstration' | 'imported'
  readonly companies: number
}

/** The ministry dates its lists by the day in Jakarta. */
const HOME = 'Asia/Jakarta'

export const todayOf = (ctx: Context): PlainDate => dayOf(ctx.now, HOME)

export async function readRegisterInForce(ctx: Context): Promise<RegisterInForce | undefined> {
  const row = await findInForce(ctx, todayOf(ctx))
  return (
    row && {
      id: row.id,
      asOf: row.as_of,
      source: row.source,
      kind: row.kind as RegisterInForce['kind'],
      companies: row.companies,
    }
  )
}

export type CompanyCheck =
  | { readonly kind: 'no-list' }
  | { readonly kind: 'list'; readonly register: RegisterInForce; readonly found?: Lookup }

/** A name in the list in force; without a name only the list. What was asked is kept nowhere. */
export async function checkCompany(ctx: Context, name: string): Promise<CompanyCheck> {
  const register = await readRegisterInForce(ctx)
  if (register === undefined) return { kind: 'no-list' }
  if (name.trim() === '') return { kind: 'list', register }
  const candidates = plainName(name).length < 3 ? [] : await listCandidates(ctx, register.id, name)
  return { kind: 'list', register, found: lookUpCompany(candidates, name, todayOf(ctx)) }
}
