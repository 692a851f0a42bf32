import {
  AUDIENCES,
  nextProposalStates,
  PROPOSAL_TOPICS,
  type Audience,
  type ProposalState,
  type ProposalTopic,
} from '#src/domain/advocacy/proposal.ts'
import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { getGap, takeUp, wordProblems } from '#src/modules/gaps/index.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { loadAdvocacy, type Recommendation } from '#src/platform/law/advocacy-files.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadNorms } from '#src/platform/norms.ts'
import {
  insertEvent,
  insertProposal,
  replaceLinkedGaps,
  selectEvents,
  selectLinkedGaps,
  selectProposals,
  updateProposal,
  type EventRow,
  type ProposalFields,
  type ProposalQuestion,
  type ProposalRow,
} from './proposal-queries.ts'

export type Citation = { readonly instrument: string; readonly article: string }

export type Proposal = {
  readonly id: string
  readonly topic: ProposalTopic
  /** What a body wrote; undefined for a recommendation of the files, whose words stand there in both languages. */
  readonly words?: { readonly title: string; readonly change: string; readonly toWhom: string }
  readonly reference?: Recommendation
  readonly basis: readonly Citation[]
  readonly norms: readonly string[]
  readonly state: ProposalState
  readonly audience: Audience
  readonly version: number
  readonly createdAt: Date | null
  readonly orgId: string | null
  readonly orgName: string | null
}

export type ProposalFilter = {
  readonly state?: ProposalState
  readonly topic?: ProposalTopic
  readonly gapId?: string
}
export type ProposalPage = { readonly proposals: readonly Proposal[]; readonly total: number }

export const PROPOSALS_PAGE = 30
const MOST_EXPORTED = 5000

export function allowed(ctx: StaffContext, permission: Permission): void {
  if (!may(ctx.actor.roles.filter(isRole), permission)) throw new NotAllowedError('proposal.not-yours')
}

export async function listProposals(
  ctx: StaffContext,
  filter: ProposalFilter,
  page: number,
): Promise<ProposalPage> {
  allowed(ctx, 'advocacy.read')
  const found = await read(ctx, { ...filter, offset: page * PROPOSALS_PAGE, limit: PROPOSALS_PAGE })
  await writeAudit(ctx, {
    verb: 'proposal.listed',
    subjectKind: 'proposal-list',
    details: { shown: found.proposals.length },
  })
  return found
}

/** The same rows for a file; recorded as an export. */
export async function exportProposals(
  ctx: StaffContext,
  filter: ProposalFilter,
): Promise<readonly Proposal[]> {
  allowed(ctx, 'advocacy.read')
  const { proposals } = await read(ctx, { ...filter, offset: 0, limit: MOST_EXPORTED })
  await writeAudit(ctx, {
    verb: 'proposal.exported',
    subjectKind: 'proposal-list',
    details: { shown: proposals.length },
  })
  return proposals
}

async function read(ctx: StaffContext, question: ProposalQuestion): Promise<ProposalPage> {
  const all = loadAdvocacy().recommendations
  const rows = await selectProposals(ctx, all, question)
  return { proposals: rows.map((row) => proposalOf(row, all)), total: rows[0]?.total ?? 0 }
}

function proposalOf(row: ProposalRow, all: readonly Recommendation[]): Proposal {
  const reference = row.ref === null ? undefined : all.find((each) => each.id === row.ref)
  const { title, change } = row
  return {
    id: row.id,
    topic: row.topic,
    ...(title !== null && change !== null && { words: { title, change, toWhom: row.to_whom ?? '' } }),
    ...(reference && { reference }),
    basis: reference?.basis ?? row.basis.map(citationOf),
    norms: reference?.norms ?? row.norms,
    state: row.state,
    audience: row.audience,
    version: row.version,
    createdAt: row.created_at,
    orgId: row.org_id,
    orgName: row.org_name,
  }
}

/** As it is kept: "instrument|article". */
export function citationOf(kept: string): Citation {
  const [instrument = '', article = '-'] = kept.split('|')
  return { instrument, article }
}

export type OpenedProposal = {
  readonly proposal: Proposal
  readonly events: readonly EventRow[]
  readonly gapIds: readonly string[]
}

/** Throws NotFoundError, also for the draft of another body. */
export async function getProposal(ctx: StaffContext, id: string): Promise<Proposal> {
  allowed(ctx, 'advocacy.read')
  const [proposal] = (await read(ctx, { id, offset: 0, limit: 1 })).proposals
  if (!proposal) throw new NotFoundError('proposal.not-found')
  return proposal
}

export async function openProposal(ctx: StaffContext, id: string): Promise<OpenedProposal> {
  const proposal = await getProposal(ctx, id)
  const kept = await selectLinkedGaps(ctx, id)
  const fromFiles = loadAdvocacy()
    .gaps.filter((gap) => proposal.reference && gap.recommendations.includes(proposal.reference.id))
    .map((gap) => gap.uuid)
  return {
    proposal,
    events: await selectEvents(ctx, id),
    gapIds: [...new Set([...kept, ...fromFiles])],
  }
}

export type GivenProposal = {
  readonly topic: string
  readonly title: string
  readonly change: string
  readonly toWhom: string
  /** One citation on each line: "UU 18/2017, Pasal 30". */
  readonly basis: string
  /** Ids of norms, one on each line. */
  readonly norms: string
  readonly gapIds: readonly string[]
}

export async function addProposal(ctx: StaffContext, given: GivenProposal): Promise<string> {
  allowed(ctx, 'advocacy.edit')
  const fields = checked(given)
  const id = ctx.newId()
  await insertProposal(ctx, { id, ref: null, topic: fields.topic, state: 'draft', fields })
  await linkGaps(ctx, id, given.gapIds)
  await writeJournal(ctx, {
    verb: 'proposal.drafted',
    subjectKind: 'proposal',
    subjectId: id,
    details: { topic: fields.topic },
  })
  return id
}

async function linkGaps(ctx: StaffContext, id: string, gapIds: readonly string[]): Promise<void> {
  for (const gapId of gapIds) await takeUp(ctx, await getGap(ctx, gapId))
  await replaceLinkedGaps(ctx, id, gapIds)
}

/** Changes the words of a body's own proposal. Throws StaleVersionError for the second of two editors. */
export async function changeProposal(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  given: GivenProposal,
): Promise<void> {
  allowed(ctx, 'advocacy.edit')
  const seen = await mine(ctx, at)
  if (seen.reference) throw new NotAllowedError('proposal.from-files')
  if (!(await updateProposal(ctx, at, checked(given))))
    throw new StaleVersionError('proposal.changed-meanwhile', seen)
  await linkGaps(ctx, at.id, given.gapIds)
  await writeJournal(ctx, { verb: 'proposal.changed', subjectKind: 'proposal', subjectId: at.id })
}

/** A proposal that this drafter may change, as he saw it. */
async function mine(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
): Promise<Proposal> {
  const seen = await getProposal(ctx, at.id)
  if (seen.reference === undefined && seen.orgId !== ctx.actor.orgId)
    throw new NotAllowedError('proposal.not-yours')
  if (seen.version !== at.version) throw new StaleVersionError('proposal.changed-meanwhile', seen)
  return seen
}

/** Moves a proposal on, and says who may read it. */
export async function moveProposal(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  to: { readonly state: string; readonly audience: string; readonly why: string },
): Promise<void> {
  allowed(ctx, 'advocacy.edit')
  const seen = await mine(ctx, at)
  const state = nextProposalStates(seen.state).find((each) => each === to.state) ?? seen.state
  const audience = AUDIENCES.find((each) => each === to.audience) ?? seen.audience
  const problems = [
    ...(state === to.state ? [] : [{ path: 'state', code: 'proposal.no-way' }]),
    ...(state === 'draft' && audience === 'public'
      ? [{ path: 'audience', code: 'proposal.still-draft' }]
      : []),
    ...wordProblems('why', to.why, 'may'),
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  const proposal = await takeUpProposal(ctx, seen)
  if (!(await updateProposal(ctx, { id: at.id, version: proposal.version }, { state, audience })))
    throw new StaleVersionError('proposal.changed-meanwhile', seen)
  if (state !== seen.state || to.why !== '')
    await insertEvent(ctx, {
      ...NO_EVENT,
      id: ctx.newId(),
      proposal_id: at.id,
      kind: 'state',
      words: to.why || null,
      from_code: seen.state,
      to_code: state,
      audience: 'internal',
    })
  await writeJournal(ctx, {
    verb: 'proposal.moved',
    subjectKind: 'proposal',
    subjectId: at.id,
    details: { from: seen.state, to: state, audience },
  })
}

export const NO_EVENT = {
  held_on: null,
  body: null,
  stance: null,
  agenda: null,
  attendance: null,
  outcome: null,
  decisions: null,
  next_on: null,
  words: null,
  source: null,
  from_code: null,
  to_code: null,
} as const

/** A recommendation of the files gets its row when somebody begins to work on it. */
export async function takeUpProposal(ctx: StaffContext, proposal: Proposal): Promise<Proposal> {
  const { reference } = proposal
  if (proposal.version > 0 || reference === undefined) return proposal
  const { id, topic, state } = proposal
  await insertProposal(ctx, { id, ref: reference.id, topic, state, fields: null })
  return getProposal(ctx, id)
}

function checked(given: GivenProposal): ProposalFields {
  const topic = PROPOSAL_TOPICS.find((each) => each === given.topic)
  const basis = lines(given.basis).map(readCitation)
  const norms = lines(given.norms).map((line) => line.split('/').at(-1) ?? '')
  const known = new Set(loadNorms().map((norm) => norm.id))
  const problems: readonly Problem[] = [
    ...(topic === undefined ? [{ path: 'topic', code: 'proposal.topic-missing' }] : []),
    ...wordProblems('title', given.title, 'must'),
    ...(given.title.length > 300 ? [{ path: 'title', code: 'text.too-long' }] : []),
    ...wordProblems('change', given.change, 'must'),
    ...wordProblems('toWhom', given.toWhom, 'may'),
    ...(given.toWhom.length > 300 ? [{ path: 'toWhom', code: 'text.too-long' }] : []),
    ...(basis.includes(undefined) ? [{ path: 'basis', code: 'proposal.basis-unknown' }] : []),
    ...(norms.some((id) => !known.has(id)) ? [{ path: 'norms', code: 'gap.norm-unknown' }] : []),
  ]
  if (problems.length > 0 || topic === undefined) throw new InvalidInputError(problems)
  return {
    topic,
    title: given.title,
    change: given.change,
    to_whom: given.toWhom,
    basis: basis.flatMap((each) => (each ? [`${each.instrument}|${each.article}`] : [])),
    norms,
  }
}

const lines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 20)

/** "UU 18/2017, Pasal 30" or only "UU 18/2017"; undefined when the library does not have it. */
function readCitation(line: string): Citation | undefined {
  const [name = '', ...rest] = line.split(',')
  const article = rest.join(',').trim() || '-'
  const found = resolveCitation(loadLaw(), { instrument: name, article })
  return found.kind === 'instrument' ? { instrument: found.instrument.id, article } : undefined
}
