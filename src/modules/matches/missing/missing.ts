import {
  ASKED_HOW,
  familyGate,
  KNOWS_SEEKER,
  WHO_LISTENED,
  WISHES,
  type AskedHow,
  type Gate,
  type KnowsSeeker,
  type Told,
  type WhoListened,
  type Wish,
} from '#src/domain/matches/family-wish.ts'
import type { Verdict } from '#src/domain/linkage/standing.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { allowed, stepsOf, type Step } from '../judge/judge-match.ts'
import type { Seeker } from '../compare/compare-searches.ts'
import { readSides, type SideView } from '../sides.ts'
import {
  findFoundRow,
  insertWish,
  listFoundRows,
  listSearchRows,
  listWishes,
  setFound,
  type FoundRow,
} from './missing-queries.ts'

export type SearchLine = {
  readonly reportId: string
  readonly names: readonly string[]
  readonly caseCode: string | undefined
  readonly country: string | null
  readonly since: Date
}

/** Who is looked for by families that reported here. It says nothing of whether anybody was found. */
export async function listSearches(ctx: StaffContext): Promise<readonly SearchLine[]> {
  allowed(ctx, 'search.read')
  const rows = await listSearchRows(ctx, MOST_SHOWN)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  await writeAudit(ctx, {
    verb: 'search.listed',
    subjectKind: 'missing-search',
    details: { shown: rows.length },
  })
  return rows.map((row) => ({
    reportId: row.id,
    names: keys.get(row.key_id)?.openJson<ReportDraft>(`reports.sealed/${row.id}`, row.sealed).names ?? [],
    caseCode: row.code ?? undefined,
    country: row.country,
    since: row.created_at,
  }))
}

const MOST_SHOWN = 200
const LONGEST_WORDS = 2000

export type FoundState = 'open' | 'not-this-person' | 'to-tell' | 'told'
export type Found = {
  readonly id: string
  readonly state: FoundState
  readonly version: number
  readonly foundAt: Date
  readonly verdict: Verdict
  readonly steps: readonly Step[]
  readonly subject: SideView
  readonly seeker: Seeker
  readonly wish: Wish
  readonly gate: Gate
  readonly told: Told | undefined
  readonly toldAt: Date | undefined
}

export type WishLine = {
  readonly at: Date
  readonly wish: Wish
  readonly how: AskedHow
  readonly listened: WhoListened
  readonly knowsSeeker: KnowsSeeker
  readonly by: string
  readonly words: string
}

/** Persons whom this body knows and who may be looked for. For a few people; every look is recorded. */
export async function listFound(ctx: StaffContext): Promise<readonly Found[]> {
  allowed(ctx, 'missing.ask')
  const rows = await listFoundRows(ctx, MOST_SHOWN)
  const found = await withSubjects(ctx, rows)
  await writeAudit(ctx, {
    verb: 'missing.listed',
    subjectKind: 'missing-match',
    details: { shown: found.length },
  })
  return found
}

async function withSubjects(ctx: StaffContext, rows: readonly FoundRow[]): Promise<readonly Found[]> {
  const sides = await readSides(
    ctx,
    rows.map((row) => ({ kind: row.subject_kind as SideView['kind'], id: row.subject_id })),
  )
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  const wishes = await listWishes(
    ctx,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row): readonly Found[] => {
    const subject = sides.get(row.subject_id)
    const key = keys.get(row.key_id)
    if (!subject || !key) return []
    const last = wishes.findLast((each) => each.match_id === row.id)
    const said = last && {
      wish: last.wish as Wish,
      listened: last.listened as WhoListened,
      knowsSeeker: last.knows_seeker as KnowsSeeker,
    }
    return [
      {
        id: row.id,
        state: row.state as FoundState,
        version: row.version,
        foundAt: row.created_at,
        verdict: row.verdict as Verdict,
        steps: stepsOf(row),
        subject,
        seeker: key.openJson<Seeker>(`missing_matches.seeker_sealed/${row.id}`, row.seeker_sealed),
        wish: said?.wish ?? 'not-asked',
        gate: familyGate(said, subject.tellFamily),
        told: (row.told as Told | null) ?? undefined,
        toldAt: row.told_at ?? undefined,
      },
    ]
  })
}

export type OpenedFound = { readonly found: Found; readonly wishes: readonly WishLine[] }

export async function openFound(ctx: StaffContext, id: string): Promise<OpenedFound> {
  const found = await getFound(ctx, id)
  await writeAudit(ctx, { verb: 'missing.opened', subjectKind: 'missing-match', subjectId: id })
  const rows = await listWishes(ctx, [id])
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return {
    found,
    wishes: rows.map((row) => ({
      at: row.created_at,
      wish: row.wish as Wish,
      how: row.how as AskedHow,
      listened: row.listened as WhoListened,
      knowsSeeker: row.knows_seeker as KnowsSeeker,
      by: row.by_name,
      words: keys.get(row.key_id)?.openText(`family_wishes.words_sealed/${row.id}`, row.words_sealed) ?? '',
    })),
  }
}

async function getFound(ctx: StaffContext, id: string): Promise<Found> {
  allowed(ctx, 'missing.ask')
  const row = await findFoundRow(ctx, id)
  const [found] = row ? await withSubjects(ctx, [row]) : []
  if (!found) throw new NotFoundError('missing.not-found')
  return found
}

export type GivenWish = {
  readonly id: string
  readonly wish: string
  readonly how: string
  readonly listened: string
  readonly knowsSeeker: string
  readonly words: string
}

/** What the person said, how he or she was asked and by whom; a later word counts before an earlier one. */
export async function recordFamilyWish(ctx: StaffContext, given: GivenWish): Promise<void> {
  const found = await getFound(ctx, given.id)
  const said = readWish(given)
  if (found.state === 'told') throw new RefusedError('missing.already-told')
  const id = ctx.newId()
  const row = await findFoundRow(ctx, given.id)
  const key = await loadKey(ctx, row!.key_id)
  await insertWish(ctx, {
    ...said,
    id,
    matchId: found.id,
    keyId: key.id,
    wordsSealed: key.sealText(`family_wishes.words_sealed/${id}`, given.words.trim()),
  })
  // What was about to be told waits for the new word.
  if (found.state === 'to-tell')
    await setFound(ctx, { id: found.id, version: found.version, state: 'open', told: null })
  await writeJournal(ctx, { verb: 'missing.asked', subjectKind: 'missing-match', subjectId: found.id })
}

function readWish(given: GivenWish): {
  readonly wish: Wish
  readonly how: AskedHow
  readonly listened: WhoListened
  readonly knowsSeeker: KnowsSeeker
} {
  const wish = WISHES.find((each) => each === given.wish)
  const how = ASKED_HOW.find((each) => each === given.how)
  const listened = WHO_LISTENED.find((each) => each === given.listened)
  const knowsSeeker = KNOWS_SEEKER.find((each) => each === given.knowsSeeker)
  const problems: Problem[] = [
    ...(wish ? [] : [{ path: 'wish', code: 'missing.choice' }]),
    ...(how ? [] : [{ path: 'how', code: 'missing.choice' }]),
    ...(listened ? [] : [{ path: 'listened', code: 'missing.choice' }]),
    ...(knowsSeeker ? [] : [{ path: 'knowsSeeker', code: 'missing.choice' }]),
    ...(given.words.length > LONGEST_WORDS ? [{ path: 'words', code: 'missing.words-long' }] : []),
  ]
  if (problems.length > 0 || !wish || !how || !listened || !knowsSeeker) throw new InvalidInputError(problems)
  return { wish, how, listened, knowsSeeker }
}

/** Lets the family be told what the person wishes, in one of the fixed sentences. A job writes it into the family's box. */
export async function tellFamily(
  ctx: StaffContext,
  asked: { readonly id: string; readonly version: number },
): Promise<Told> {
  const found = await getFound(ctx, asked.id)
  if (found.state === 'told') throw new RefusedError('missing.already-told')
  if (found.gate.kind === 'tell-nothing') throw new RefusedError(`missing.gate-${found.gate.because}`)
  const { told } = found.gate
  await change(ctx, { ...asked, state: 'to-tell', told })
  await writeJournal(ctx, {
    verb: 'missing.released',
    subjectKind: 'missing-match',
    subjectId: asked.id,
    details: { told },
  })
  await enqueue(
    ctx,
    'missing.tell-family',
    { matchId: asked.id },
    { jobKey: `missing.tell-family:${asked.id}` },
  )
  return told
}

/** Another person than the one who is looked for; or, after a mistake, open again. */
export async function setAside(
  ctx: StaffContext,
  asked: { readonly id: string; readonly version: number; readonly as: 'not-this-person' | 'open' },
): Promise<void> {
  const found = await getFound(ctx, asked.id)
  if (found.state === 'told') throw new RefusedError('missing.already-told')
  await change(ctx, { id: asked.id, version: asked.version, state: asked.as, told: null })
  await writeJournal(ctx, {
    verb: 'missing.set-aside',
    subjectKind: 'missing-match',
    subjectId: asked.id,
    details: { as: asked.as },
  })
}

async function change(ctx: StaffContext, to: Parameters<typeof setFound>[1]): Promise<void> {
  if (!(await setFound(ctx, to))) throw new StaleVersionError('missing.changed-meanwhile')
}
