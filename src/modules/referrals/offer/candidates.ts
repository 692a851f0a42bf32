import type { NeedKind, PersonCategory, Phase } from '#src/domain/cases/codes.ts'
import {
  offerOrder,
  proposeBodies,
  type Competence,
  type CompetenceFacts,
} from '#src/domain/competence/competence.ts'
import type { ArticleRef } from '#src/domain/law/article-ref.ts'
import type { Context } from '#src/platform/db/context.ts'
import { findCompetenceFacts } from './candidate-queries.ts'
import { listOrgs, type OrgRow } from '#src/modules/referrals/referral-queries.ts'

/** A body of this installation that is competent, with the articles that say so. */
export type CandidateOrg = {
  readonly org: OrgRow
  readonly basis: readonly ArticleRef[]
  readonly rank: number
}

export type CaseFacts = CompetenceFacts & {
  readonly country: string | null
  readonly districts: readonly string[]
}

/** Place, phase and category as the case has them; where it does not know, unknown (both places are then proposed). */
export async function readCompetenceFacts(ctx: Context, caseId: string): Promise<CaseFacts> {
  const row = await findCompetenceFacts(ctx, caseId)
  const place = row.country === null ? 'unknown' : row.country === 'ID' ? 'home' : 'abroad'
  return {
    place,
    phase: (row.phase ?? 'unknown') as Phase,
    category: (row.category ?? 'unknown') as PersonCategory,
    country: row.country,
    districts: [row.district, row.originDistrict].filter((code): code is string => code !== null),
  }
}

export async function competenceFor(ctx: Context, caseId: string, need: NeedKind): Promise<Competence> {
  return proposeBodies(need, await readCompetenceFacts(ctx, caseId), ctx.now.toISOString().slice(0, 10))
}

/** Bodies to offer the need to, in the order of the law, then of nearness. */
export async function listCandidates(
  ctx: Context,
  question: { readonly caseId: string; readonly need: NeedKind },
): Promise<readonly CandidateOrg[]> {
  const facts = await readCompetenceFacts(ctx, question.caseId)
  const competence = proposeBodies(question.need, facts, ctx.now.toISOString().slice(0, 10))
  const orgs = await listOrgs(ctx)
  return offerOrder(competence).flatMap((kind, rank) => {
    const basis = competence.proposals
      .filter((each) => [each.lead, ...each.nextInLine].some((body) => body.kind === kind))
      .flatMap((each) => each.basis)
    return orgs
      .filter((org) => org.kind === kind && isInReach(org, facts))
      .toSorted((a, b) => nearness(b, facts) - nearness(a, facts))
      .map((org) => ({ org, basis, rank }))
  })
}

/** A mission acts for its country, a local body for its district; a body without a place acts everywhere at home. */
function isInReach(org: OrgRow, facts: CaseFacts): boolean {
  if (org.country !== null && org.country !== 'ID')
    return facts.country === null || org.country === facts.country
  if (org.district === null || facts.districts.length === 0) return true
  return facts.districts.some((code) => code.startsWith(org.district!) || org.district!.startsWith(code))
}

function nearness(org: OrgRow, facts: CaseFacts): number {
  if (org.district !== null && facts.districts.some((code) => code.startsWith(org.district!)))
    return org.district.length
  return org.country === facts.country ? 1 : 0
}
