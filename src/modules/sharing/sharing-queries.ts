import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import type { Context } from '#src/platform/db/context.ts'
import type { AppSharingAgreements } from '#src/platform/db/schema.generated.ts'

type Stored = Selectable<AppSharingAgreements>
export type SharingRow = Omit<Stored, 'from_on' | 'until_on'> & {
  readonly from_on: PlainDate
  readonly until_on: PlainDate
  readonly from_name: string
  readonly to_name: string
}

function rows(ctx: Context) {
  return ctx.tx
    .selectFrom('app.sharing_agreements as a')
    .innerJoin('app.organisations as f', 'f.id', 'a.from_org')
    .innerJoin('app.organisations as t', 't.id', 'a.to_org')
    .selectAll('a')
    .select([
      sql<PlainDate>`a.from_on::text`.as('from_on'),
      sql<PlainDate>`a.until_on::text`.as('until_on'),
      'f.short_name as from_name',
      't.short_name as to_name',
    ])
}

export type SharingQuestion = { readonly orgId: string; readonly offset: number; readonly limit: number }

/** Of one body, newest first; what the policies hide is not counted. */
export async function selectAgreements(
  ctx: Context,
  asked: SharingQuestion,
): Promise<readonly (SharingRow & { readonly total: number })[]> {
  return rows(ctx)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where(({ eb, or }) => or([eb('a.from_org', '=', asked.orgId), eb('a.to_org', '=', asked.orgId)]))
    .orderBy('a.id', 'desc')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
}

export async function findAgreement(ctx: Context, id: string): Promise<SharingRow | undefined> {
  return rows(ctx).where('a.id', '=', id).executeTakeFirst()
}

/** Under a lock: two people cannot both take the last step. */
export async function lockAgreement(ctx: Context, id: string): Promise<SharingRow | undefined> {
  return rows(ctx).where('a.id', '=', id).forUpdate('a').executeTakeFirst()
}

/** Between two bodies, whichever proposed it; the one that lasts longest first. */
export async function selectBetween(
  ctx: Context,
  asked: {
    readonly one: string
    readonly other: string
    readonly purpose: string
    readonly day: PlainDate
  },
): Promise<SharingRow | undefined> {
  return rows(ctx)
    .where('a.state', '=', 'in-force')
    .where(({ eb, or, and }) =>
      or([
        and([eb('a.from_org', '=', asked.one), eb('a.to_org', '=', asked.other)]),
        and([eb('a.from_org', '=', asked.other), eb('a.to_org', '=', asked.one)]),
      ]),
    )
    .where(sql<boolean>`${asked.purpose} = any (a.purposes)`)
    .where(sql<boolean>`${asked.day}::date between a.from_on and a.until_on`)
    .orderBy('a.until_on', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export type NewAgreement = Pick<
  SharingRow,
  | 'id'
  | 'from_org'
  | 'to_org'
  | 'purposes'
  | 'items'
  | 'from_on'
  | 'until_on'
  | 'instrument'
  | 'article'
  | 'roles_words'
  | 'joint_contact'
  | 'document_ref'
  | 'document_sha256'
  | 'proposed_by'
>

export async function insertAgreement(ctx: Context, agreement: NewAgreement): Promise<void> {
  await ctx.tx
    .insertInto('app.sharing_agreements')
    .values({ ...agreement, created_at: ctx.now })
    .execute()
}

/** Compare-and-set on state and version. */
export async function moveAgreement(
  ctx: Context,
  row: SharingRow,
  change: Partial<
    Pick<
      Stored,
      | 'state'
      | 'confirmed_by'
      | 'confirmed_at'
      | 'answered_by'
      | 'answered_at'
      | 'ended_by'
      | 'ended_org'
      | 'ended_at'
      | 'end_reason'
      | 'end_words'
    >
  >,
): Promise<boolean> {
  const result = await ctx.tx
    .updateTable('app.sharing_agreements')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

export type Body = { readonly id: string; readonly name: string; readonly country: string | null }

/** Every other body of this installation. */
export async function selectOtherBodies(ctx: Context, orgId: string): Promise<readonly Body[]> {
  return ctx.tx
    .selectFrom('app.organisations')
    .select(['id', 'short_name as name', 'country'])
    .where('id', '<>', orgId)
    .orderBy('short_name')
    .execute()
}
