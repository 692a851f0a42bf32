import {
  gapStateNeedsReason,
  nextGapStates,
  GAP_CODES,
  type GapCode,
  type GapState,
} from '#src/domain/advocacy/gap.ts'
import { privateWordIn } from '#src/domain/advocacy/private-words.ts'
import { BODY_KINDS, type BodyKind } from '#src/domain/competence/bodies.ts'
import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { loadAdvocacy, type ReferenceGap } from '#src/platform/law/advocacy-files.ts'
import { selectCasesOfGap } from './gap-case-queries.ts'
import { gapLaw, type GivenLaw } from './gap-law.ts'
import {
  insertGap,
  insertStep,
  selectGaps,
  selectSteps,
  selectToldCounts,
  updateGap,
  type GapLaw,
  type GapRow,
} from './gap-queries.ts'

/** What the officer wrote; sealed. */
export type GapWords = { readonly description: string; readonly searched: string }

export type Gap = {
  readonly id: string
  readonly code: GapCode
  readonly law: GapLaw
  readonly state: GapState
  readonly owner: string | null
  readonly version: number
  readonly createdAt: Date | null
  readonly orgName: string | null
  readonly findingId: string | null
  /** The entry of the reference files, with its words in both languages. */
  readonly reference?: ReferenceGap
  /** What a body wrote; undefined for an entry of the files, and after its key was destroyed. */
  readonly words?: GapWords
  /** The sentence for everybody; undefined while it is not public. */
  readonly title?: { readonly id: string; readonly en: string }
  /** At least so many cases stand behind it; undefined: fewer than five at every body. */
  readonly told: number | undefined
}

export type GapFilter = {
  readonly state?: GapState
  readonly code?: GapCode
  readonly owner?: string
}
export type GapPage = { readonly gaps: readonly Gap[]; readonly total: number }

export const GAPS_PAGE = 50
const MOST_EXPORTED = 5000
const LONGEST = 2000

export function allowed(ctx: StaffContext, permission: Permission): void {
  if (!may(ctx.actor.roles.filter(isRole), permission)) throw new NotAllowedError('gap.not-yours')
}

/** One page of the register of all bodies. It holds no case. */
export async function listGaps(ctx: StaffContext, filter: GapFilter, page: number): Promise<GapPage> {
  allowed(ctx, 'gap.read')
  const found = await readGaps(ctx, { ...filter, offset: page * GAPS_PAGE, limit: GAPS_PAGE })
  await writeAudit(ctx, {
    verb: 'gap.listed',
    subjectKind: 'gap-register',
    details: { shown: found.gaps.length },
  })
  return found
}

/** The same rows for a file; recorded as an export. */
export async function exportGaps(ctx: StaffContext, filter: GapFilter): Promise<readonly Gap[]> {
  allowed(ctx, 'gap.read')
  const { gaps } = await readGaps(ctx, { ...filter, offset: 0, limit: MOST_EXPORTED })
  await writeAudit(ctx, {
    verb: 'gap.exported',
    subjectKind: 'gap-register',
    details: { shown: gaps.length },
  })
  return gaps
}

/** Every gap by name, to choose from. */
export async function gapsToChoose(ctx: StaffContext): Promise<readonly Gap[]> {
  const { gaps } = await readGaps(ctx, { offset: 0, limit: 300 })
  return gaps.filter((gap) => gap.state !== 'set-aside')
}

export async function readGaps(
  ctx: StaffContext,
  question: Parameters<typeof selectGaps>[2],
): Promise<GapPage> {
  const reference = loadAdvocacy().gaps
  const rows = await selectGaps(ctx, reference, question)
  const keys = await loadKeys(
    ctx,
    rows.flatMap((row) => row.key_id ?? []),
  )
  const told = await selectToldCounts(ctx)
  const gaps = rows.map((row): Gap => {
    const key = row.key_id === null ? undefined : keys.get(row.key_id)
    const words =
      key && row.words_sealed
        ? key.openJson<GapWords>(`gaps.words_sealed/${row.id}`, row.words_sealed)
        : undefined
    return gapOf(row, told.get(row.id), words, reference)
  })
  return { gaps, total: rows[0]?.total ?? 0 }
}

function gapOf(
  row: GapRow,
  told: number | undefined,
  words: GapWords | undefined,
  all: readonly ReferenceGap[],
): Gap {
  const reference = row.ref === null ? undefined : all.find((each) => each.id === row.ref)
  return {
    id: row.id,
    code: row.code,
    law: { kind: row.law_kind, norm: row.norm_id, instrument: row.instrument, article: row.article },
    state: row.state,
    owner: row.owner,
    version: row.version,
    createdAt: row.created_at,
    orgName: row.org_name,
    findingId: row.finding_id,
    ...(reference && { reference }),
    ...(words && { words }),
    ...(row.title_id !== null && row.title_en !== null && { title: { id: row.title_id, en: row.title_en } }),
    told,
  }
}

export type GapHistoryLine = {
  readonly at: Date
  readonly kind: 'logged' | 'state' | 'owner' | 'published'
  readonly from: string | null
  readonly to: string | null
  readonly orgName: string | null
  readonly reason?: string
}
export type OpenedGap = {
  readonly gap: Gap
  readonly history: readonly GapHistoryLine[]
  /** Codes of the cases that this reader may open; others stand only in the rounded number. */
  readonly cases: readonly string[]
}

/** Throws NotFoundError. */
export async function getGap(ctx: StaffContext, id: string): Promise<Gap> {
  allowed(ctx, 'gap.read')
  const [gap] = (await readGaps(ctx, { id, offset: 0, limit: 1 })).gaps
  if (!gap) throw new NotFoundError('gap.not-found')
  return gap
}

export async function openGap(ctx: StaffContext, id: string): Promise<OpenedGap> {
  const gap = await getGap(ctx, id)
  const steps = await selectSteps(ctx, id)
  const keys = await loadKeys(
    ctx,
    steps.flatMap((step) => step.key_id ?? []),
  )
  const cases = await selectCasesOfGap(ctx, id)
  await writeAudit(ctx, {
    verb: 'gap.opened',
    subjectKind: 'gap',
    subjectId: id,
    details: { cases: cases.length },
  })
  const history = steps.map((step): GapHistoryLine => {
    const key = step.key_id === null ? undefined : keys.get(step.key_id)
    const reason =
      key && step.reason_sealed
        ? key.openJson<string>(`gap_steps.reason_sealed/${step.id}`, step.reason_sealed)
        : undefined
    return {
      at: step.created_at,
      kind: step.kind as GapHistoryLine['kind'],
      from: step.from_code,
      to: step.to_code,
      orgName: step.org_name,
      ...(reason !== undefined && { reason }),
    }
  })
  return { gap, history, cases }
}

export type NewGap = {
  readonly code: string
  readonly law: GivenLaw
  readonly description: string
  readonly owner: string
}

/** Writes a gap down. No word of a case goes with it; strings that look like a number of somebody are refused. */
export async function logGap(
  ctx: StaffContext,
  given: NewGap,
  findingId: string | null = null,
): Promise<string> {
  if (!may(ctx.actor.roles.filter(isRole), 'gap.edit')) allowed(ctx, 'gap.log')
  const code = GAP_CODES.find((each) => each === given.code)
  const words = { description: given.description.trim(), searched: given.law.searched.trim() }
  const law = gapLaw(given.law)
  const problems = [
    ...(code === undefined ? [{ path: 'code', code: 'gap.code-missing' }] : []),
    ...wordProblems('description', words.description, 'must'),
    ...wordProblems('searched', words.searched, 'may'),
    ...ownerProblems(given.owner),
    ...('problems' in law ? law.problems : []),
  ]
  if (problems.length > 0 || code === undefined || 'problems' in law) throw new InvalidInputError(problems)
  const id = ctx.newId()
  const key = await createKey(ctx, 'gap', id)
  const sealed = { keyId: key.id, words: key.sealJson(`gaps.words_sealed/${id}`, words) }
  const owner = given.owner === '' ? null : given.owner
  if (!(await insertGap(ctx, { id, ref: null, code, law: law.law, owner, findingId, sealed })))
    throw new InvalidInputError([{ path: 'code', code: 'gap.already' }])
  await insertStep(
    ctx,
    { id: ctx.newId(), gapId: id },
    { kind: 'logged', from: null, to: code, sealed: null },
  )
  await writeJournal(ctx, { verb: 'gap.logged', subjectKind: 'gap', subjectId: id, details: { code } })
  return id
}

/** What is wrong with free words that go into a register of all bodies. */
export function wordProblems(path: string, text: string, need: 'must' | 'may'): readonly Problem[] {
  if (text === '') return need === 'must' ? [{ path, code: 'text.missing' }] : []
  if (text.length > LONGEST) return [{ path, code: 'text.too-long' }]
  const found = privateWordIn(text)
  return found === undefined ? [] : [{ path, code: `private.${found}` }]
}

function ownerProblems(owner: string): readonly Problem[] {
  return owner === '' || (BODY_KINDS as readonly string[]).includes(owner)
    ? []
    : [{ path: 'owner', code: 'gap.owner-unknown' }]
}

/** An entry of the files gets its row when somebody begins to work on it. */
export async function takeUp(ctx: StaffContext, gap: Gap): Promise<Gap> {
  const { reference } = gap
  if (gap.version > 0 || reference === undefined) return gap
  const row = {
    id: gap.id,
    ref: reference.id,
    code: gap.code,
    law: gap.law,
    owner: reference.owner,
    findingId: null,
    sealed: null,
  }
  if (await insertGap(ctx, row))
    await insertStep(
      ctx,
      { id: ctx.newId(), gapId: gap.id },
      { kind: 'logged', from: null, to: gap.code, sealed: null },
    )
  return getGap(ctx, gap.id)
}

export type GapEdit = {
  readonly id: string
  readonly version: number
  readonly state: GapState
  readonly owner: BodyKind | ''
  readonly titleId: string
  readonly titleEn: string
  readonly reason: string
}

/** Carries a gap on: its state, its owner, and the sentence for everybody. Throws StaleVersionError for the second of two. */
export async function editGap(ctx: StaffContext, edit: GapEdit): Promise<void> {
  allowed(ctx, 'gap.edit')
  const seen = await getGap(ctx, edit.id)
  if (seen.version !== edit.version) throw new StaleVersionError('gap.changed-meanwhile', seen)
  const problems = editProblems(seen, edit)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const gap = await takeUp(ctx, seen)
  const owner = edit.owner === '' ? null : edit.owner
  const title = edit.titleId === '' ? null : { id: edit.titleId, en: edit.titleEn }
  const change = {
    state: edit.state,
    owner,
    ...(gap.reference === undefined && { title_id: title?.id ?? null, title_en: title?.en ?? null }),
  }
  if (!(await updateGap(ctx, { id: gap.id, version: gap.version }, change)))
    throw new StaleVersionError('gap.changed-meanwhile', seen)
  await writeSteps(ctx, gap, edit)
  await writeJournal(ctx, {
    verb: 'gap.changed',
    subjectKind: 'gap',
    subjectId: gap.id,
    details: { from: gap.state, to: edit.state },
  })
}

async function writeSteps(ctx: StaffContext, gap: Gap, edit: GapEdit): Promise<void> {
  const isPublic = edit.titleId !== ''
  const step = async (
    kind: 'state' | 'owner' | 'published',
    from: string | null,
    to: string | null,
    why = '',
  ) => {
    const id = ctx.newId()
    const key = why === '' ? undefined : await createKey(ctx, 'gap', gap.id)
    const sealed = key && { keyId: key.id, reason: key.sealJson(`gap_steps.reason_sealed/${id}`, why) }
    await insertStep(ctx, { id, gapId: gap.id }, { kind, from, to, sealed: sealed ?? null })
  }
  if (gap.state !== edit.state || edit.reason !== '') await step('state', gap.state, edit.state, edit.reason)
  if ((gap.owner ?? '') !== edit.owner) await step('owner', gap.owner, edit.owner || null)
  const before = gap.title !== undefined
  if (gap.reference === undefined && before !== isPublic)
    await step('published', before ? 'public' : 'internal', isPublic ? 'public' : 'internal')
}

function editProblems(gap: Gap, edit: GapEdit): readonly Problem[] {
  const moved = gap.state !== edit.state
  const oneTitle = (edit.titleId === '') !== (edit.titleEn === '')
  return [
    ...(moved && !nextGapStates(gap.state).includes(edit.state)
      ? [{ path: 'state', code: 'gap.no-way' }]
      : []),
    ...wordProblems(
      'reason',
      edit.reason,
      moved && gapStateNeedsReason(gap.state, edit.state) === 'needs-reason' ? 'must' : 'may',
    ),
    ...ownerProblems(edit.owner),
    ...(oneTitle ? [{ path: edit.titleId === '' ? 'titleId' : 'titleEn', code: 'text.missing' }] : []),
    ...wordProblems('titleId', edit.titleId, 'may'),
    ...wordProblems('titleEn', edit.titleEn, 'may'),
    ...(['titleId', 'titleEn'] as const)
      .filter((path) => edit[path].length > 300)
      .map((path) => ({ path, code: 'text.too-long' })),
  ]
}
