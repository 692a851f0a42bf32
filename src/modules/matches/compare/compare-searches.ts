import type { Likeness } from '#src/domain/linkage/standing.ts'
import { readerKindOf } from '#src/domain/disclosure/reader-kind.ts'
import { tellRoles } from '#src/modules/notices/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadStanding } from '#src/platform/linkage-weights.ts'
import {
  countPersons,
  countSearches,
  findSharing,
  insertFound,
  isProtected,
  keepSearch,
  listBodyKinds,
  listRefusedReaders,
  type KeyKind,
} from './compare-queries.ts'
import { blockKeys, likely, sharesCase } from './likely.ts'
import { loadPersons, loadReports, type Subject } from './subject.ts'

const LOOKED_AT = 60
const MOST_FOUND = 5

/** Who says to be looking, as the body that knows the person needs it to ask that person. Sealed under the person's key. */
export type Seeker = {
  readonly name: string
  readonly relation: string
  readonly searched: readonly string[]
  readonly since: string
}

/** Those few may know that somebody is looked for. */
export const FEW = ['supervisor', 'restricted-reader-care']

/** In private, in both directions: a new search against everybody who is known, a new contact against every search. */
export async function compareSearches(ctx: Context, subject: Subject): Promise<void> {
  if (subject.search === undefined) return compareWithSearches(ctx, subject)
  if ((await keepSearch(ctx, subject.id)) === 'new')
    await writeJournal(
      ctx,
      { verb: 'search.kept', subjectKind: 'report', subjectId: subject.id, reportId: subject.id },
      subject.orgId,
    )
  const others = (await sharing(ctx, subject, ['person', 'report'])).filter(
    (each) => !sharesCase(subject, each),
  )
  for (const each of likely(subject, others, await countPersons(ctx)).slice(0, MOST_FOUND))
    await keepFound(ctx, subject, others[each.at]!, each)
}

async function compareWithSearches(ctx: Context, subject: Subject): Promise<void> {
  // The persons of a case are compared themselves.
  if (subject.kind === 'report' && subject.cases.length > 0) return
  const searches = (await sharing(ctx, subject, ['search'])).filter(
    (each) => each.search !== undefined && !sharesCase(subject, each),
  )
  for (const each of likely(subject, searches, await countSearches(ctx)).slice(0, MOST_FOUND))
    await keepFound(ctx, searches[each.at]!, subject, each)
}

async function sharing(
  ctx: Context,
  subject: Subject,
  among: readonly KeyKind[],
): Promise<readonly Subject[]> {
  const hits = (
    await findSharing(ctx, { keys: blockKeys(ctx, subject, 'asked'), among, limit: LOOKED_AT })
  ).filter((hit) => hit.id !== subject.id)
  const ids = (isPerson: boolean) =>
    hits.filter((hit) => (hit.kind === 'person') === isPerson).map((hit) => hit.id)
  return [...(await loadPersons(ctx, ids(true))), ...(await loadReports(ctx, ids(false)))]
}

/** A body that the family keeps out hears nothing, nor one of a kind to which the report says no. */
async function mayHear(ctx: Context, search: Subject, orgId: string): Promise<boolean> {
  if (search.orgId === orgId) return true
  const kind = (await listBodyKinds(ctx)).get(orgId)
  if (kind === undefined || search.search === undefined) return false
  const { keptFromOrgs, keptFromKinds } = search.search
  if (keptFromOrgs.includes(orgId) || keptFromKinds.includes(kind)) return false
  return !(await listRefusedReaders(ctx, search.id)).has(readerKindOf(kind))
}

async function keepFound(ctx: Context, search: Subject, found: Subject, likeness: Likeness): Promise<void> {
  const { draft, at } = search.search!
  if (!(await mayHear(ctx, search, found.orgId))) return
  const id = ctx.newId()
  const seeker: Seeker = {
    name: draft.reporterName.known ? draft.reporterName.value : '',
    relation: draft.reporterRelation.known ? draft.reporterRelation.value : 'other',
    searched: draft.names,
    since: at.toISOString().slice(0, 7),
  }
  const isNew = await insertFound(ctx, {
    id,
    orgId: found.orgId,
    reportId: search.id,
    subjectKind: found.kind,
    subjectId: found.id,
    verdict: likeness.verdict,
    modelVersion: loadStanding().model.version,
    codes: likeness.steps.map((step) => step.code),
    weights: likeness.steps.map((step) => step.weight),
    keyId: found.key.id,
    seekerSealed: found.key.sealJson(`missing_matches.seeker_sealed/${id}`, seeker),
  })
  if (!isNew) return
  // Of no body: that somebody was found stands in no journal that a body reads.
  await writeJournal(ctx, { verb: 'missing.found', subjectKind: 'missing-match', subjectId: id })
  const notice = {
    orgId: found.orgId,
    kind: 'looked-for',
    dedupe: `looked-for:${id}`,
    subjectKind: 'missing-match',
    subjectId: id,
  } as const
  // Who may not open a protected case is not told either; who may finds it in the list.
  if (!(await isProtected(ctx, found.cases))) await tellRoles(ctx, notice, FEW)
}
