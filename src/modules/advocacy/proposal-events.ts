import { ADDED_EVENTS, AUDIENCES, STANCES } from '#src/domain/advocacy/proposal.ts'
import { wordProblems } from '#src/modules/gaps/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, type Problem } from '#src/platform/errors.ts'
import { insertEvent } from './proposal-queries.ts'
import { allowed, getProposal, takeUpProposal } from './proposals.ts'

/** A consultation, a position or a response, as it was typed. Bodies and roles, never persons. */
export type GivenEvent = {
  readonly kind: string
  readonly heldOn: string
  readonly body: string
  readonly stance: string
  readonly agenda: string
  readonly attendance: string
  readonly outcome: string
  readonly decisions: string
  readonly nextOn: string
  readonly words: string
  readonly source: string
  readonly audience: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text))

export async function addEvent(ctx: StaffContext, proposalId: string, given: GivenEvent): Promise<void> {
  allowed(ctx, 'advocacy.edit')
  const kind = ADDED_EVENTS.find((each) => each === given.kind)
  const stance = STANCES.find((each) => each === given.stance)
  const problems = problemsIn(given)
  if (problems.length > 0 || kind === undefined) throw new InvalidInputError(problems)
  const proposal = await takeUpProposal(ctx, await getProposal(ctx, proposalId))
  const audience = AUDIENCES.find((each) => each === given.audience) ?? 'internal'
  const meeting = kind === 'consultation'
  await insertEvent(ctx, {
    id: ctx.newId(),
    proposal_id: proposal.id,
    kind,
    held_on: given.heldOn,
    body: given.body || null,
    stance: kind === 'position' && stance ? stance : null,
    agenda: meeting ? given.agenda || null : null,
    attendance: meeting ? given.attendance || null : null,
    outcome: meeting ? given.outcome || null : null,
    decisions: meeting ? given.decisions || null : null,
    next_on: meeting ? given.nextOn || null : null,
    words: given.words || null,
    source: given.source || null,
    from_code: null,
    to_code: null,
    audience,
  })
  await writeJournal(ctx, {
    verb: `proposal.${kind}`,
    subjectKind: 'proposal',
    subjectId: proposal.id,
    details: { audience },
  })
}

const LONG = ['agenda', 'attendance', 'outcome', 'decisions', 'words'] as const

function problemsIn(given: GivenEvent): readonly Problem[] {
  const kind = ADDED_EVENTS.find((each) => each === given.kind)
  const stance = STANCES.find((each) => each === given.stance)
  return [
    ...(kind === undefined ? [{ path: 'kind', code: 'proposal.kind-missing' }] : []),
    ...(isDay(given.heldOn) ? [] : [{ path: 'heldOn', code: 'proposal.day-missing' }]),
    ...(given.nextOn === '' || isDay(given.nextOn) ? [] : [{ path: 'nextOn', code: 'proposal.day-missing' }]),
    ...(kind === 'position' && stance === undefined
      ? [{ path: 'stance', code: 'proposal.stance-missing' }]
      : []),
    ...wordProblems('body', given.body, kind === 'consultation' ? 'may' : 'must'),
    ...(given.body.length > 300 ? [{ path: 'body', code: 'text.too-long' }] : []),
    ...(kind === 'consultation' ? wordProblems('agenda', given.agenda, 'must') : []),
    ...(kind === 'consultation' ? [] : wordProblems('words', given.words, 'must')),
    ...LONG.flatMap((path) => wordProblems(path, given[path], 'may')),
    // A source may hold an address with long numbers.
    ...(given.source.length > 500 ? [{ path: 'source', code: 'text.too-long' }] : []),
    ...(given.audience === 'public' && given.source === ''
      ? [{ path: 'source', code: 'proposal.source-missing' }]
      : []),
  ]
}
