import { z } from 'zod'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { insertCoverage, insertOrganisation } from './organisation-queries.ts'

const CountrySchema = z.string().regex(/^[A-Z]{2}$/)

export const OrganisationSchema = z.object({
  slug: z.string().regex(/^[a-z0-9-]{2,40}$/),
  kind: z.string().regex(/^[a-z0-9-]{2,40}$/),
  nameId: z.string().trim().min(2).max(200),
  nameEn: z.string().trim().min(2).max(200),
  shortName: z.string().trim().min(2).max(60),
  codePrefix: z.string().regex(/^[A-Z]{2,5}$/),
  timeZone: z.string().refine(isTimeZone),
  country: CountrySchema.optional(),
  district: z.string().max(20).optional(),
  parentId: z.uuid().optional(),
  takesReports: z.enum(['yes', 'no']),
  /** One place a line: a country, or country and region prefix as in `ID 35.08`. The first line counts most. */
  coverage: z.string().max(2000).default(''),
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

type Covered = { readonly country: string; readonly district: string | null }

function readCoverage(text: string): readonly Covered[] {
  return text
    .split(/[\n;,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, country, district] = /^([A-Z]{2})(?:\s+(\d{2}(?:\.\d{2,4})*))?$/.exec(line) ?? []
      if (!country) throw new InvalidInputError([{ path: 'coverage', code: 'organisation.coverage' }])
      return { country, district: district ?? null }
    })
}

/** A body that works in this installation, with the places that its intake desk answers for. */
export async function createOrganisation(ctx: Context, input: unknown): Promise<string> {
  const result = OrganisationSchema.safeParse(input)
  if (!result.success) {
    const fields = [...new Set(result.error.issues.map((issue) => String(issue.path[0] ?? '')))]
    throw new InvalidInputError(fields.map((path) => ({ path, code: `organisation.${path}` })))
  }
  const { coverage, takesReports, ...org } = result.data
  const places = readCoverage(coverage)
  const id = ctx.newId()
  await insertOrganisation(ctx, {
    ...org,
    id,
    country: org.country ?? null,
    district: org.district ?? null,
    parentId: org.parentId ?? null,
    takesReports: takesReports === 'yes',
  })
  for (const [index, place] of places.entries())
    await insertCoverage(ctx, { orgId: id, ...place, rank: index + 1 })
  await writeJournal(ctx, {
    verb: 'organisation.created',
    subjectKind: 'organisation',
    subjectId: id,
    details: { places: places.length },
  })
  return id
}
