import type { Context } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'

export type NewOrganisation = {
  readonly id: string
  readonly slug: string
  readonly kind: string
  readonly nameId: string
  readonly nameEn: string
  readonly shortName: string
  readonly codePrefix: string
  readonly timeZone: string
  readonly country: string | null
  readonly district: string | null
  readonly parentId: string | null
  readonly takesReports: boolean
}

const TAKEN: Readonly<Record<string, string>> = {
  organisations_slug_key: 'slug',
  organisations_code_prefix_key: 'codePrefix',
}

/** Throws InvalidInputError when address name or code prefix is taken. */
export async function insertOrganisation(ctx: Context, org: NewOrganisation): Promise<void> {
  try {
    await ctx.tx
      .insertInto('app.organisations')
      .values({
        id: org.id,
        created_at: ctx.now,
        slug: org.slug,
        kind: org.kind,
        name_id: org.nameId,
        name_en: org.nameEn,
        short_name: org.shortName,
        code_prefix: org.codePrefix,
        time_zone: org.timeZone,
        country: org.country,
        district: org.district,
        parent_id: org.parentId,
        takes_reports: org.takesReports,
      })
      .execute()
  } catch (error) {
    const path = TAKEN[(error as { constraint?: string }).constraint ?? '']
    if (path) throw new InvalidInputError([{ path, code: 'organisation.taken' }])
    throw error
  }
}

export async function insertCoverage(
  ctx: Context,
  covered: {
    readonly orgId: string
    readonly country: string
    readonly district: string | null
    readonly rank: number
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.desk_coverage')
    .values({
      id: ctx.newId(),
      created_at: ctx.now,
      org_id: covered.orgId,
      country: covered.country,
      district: covered.district,
      rank: covered.rank,
    })
    .execute()
}

export type Organisation = {
  readonly id: string
  readonly slug: string
  readonly shortName: string
  readonly kind: string
  readonly takesReports: boolean
  readonly active: boolean
}

export async function listOrganisations(ctx: Context): Promise<readonly Organisation[]> {
  return ctx.tx
    .selectFrom('app.organisations')
    .select(['id', 'slug', 'short_name as shortName', 'kind', 'takes_reports as takesReports', 'active'])
    .orderBy('short_name')
    .execute()
}
