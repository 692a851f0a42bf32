import { cleanText } from '#src/domain/clauses/clause-text.ts'
import { COMMENT_ANSWERS } from '#src/domain/clauses/comment-state.ts'
import { FINDINGS, VILLAGE_TOPICS } from '#src/domain/clauses/village-check.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, type Problem } from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { findText, findVersion } from './clause-queries.ts'
import {
  findComment,
  findWording,
  insertAnswer,
  insertChoice,
  insertComment,
  insertFinding,
  insertWording,
} from './remark-queries.ts'
import { ownText } from './write-text.ts'

export type WordingInput = {
  readonly wording: string
  /** Id or short name in the library; empty when the wording comes from a text that is no law. */
  readonly instrument: string
  readonly article: string
  readonly takenFrom: string
  readonly reason: string
}

/** Every drafter proposes; where the words come from is always told, and a law must be in the library. */
export async function proposeWording(
  ctx: Context,
  textId: string,
  clause: string,
  input: WordingInput,
): Promise<string> {
  const number = await clauseIn(ctx, textId, clause)
  const wording = cleanText(input.wording).text
  const takenFrom = cleanText(input.takenFrom).text
  const reason = cleanText(input.reason).text
  const law = readLaw(input)
  const problems: Problem[] = [
    ...(fits(wording, 20_000) ? [] : [{ path: 'wording', code: 'clause.wording' }]),
    ...(fits(reason, 2000) ? [] : [{ path: 'reason', code: 'clause.reason' }]),
    ...(takenFrom.length > 300 ? [{ path: 'takenFrom', code: 'clause.long' }] : []),
    ...(law === 'wrong' ? [{ path: 'article', code: 'clause.citation' }] : []),
    ...(law === undefined && takenFrom === '' ? [{ path: 'takenFrom', code: 'clause.provenance' }] : []),
  ]
  if (problems.length > 0 || law === 'wrong') throw new InvalidInputError(problems)
  const id = await insertWording(ctx, {
    textId,
    number,
    clause,
    wording,
    reason,
    instrument: law?.instrument ?? null,
    article: law?.article ?? null,
    takenFrom: takenFrom || null,
  })
  await note(ctx, 'clause.wording-proposed', id)
  return id
}

/** The instrument by its id, so that the link stays when its short name changes. */
function readLaw(input: WordingInput) {
  const [instrument, article] = [input.instrument.trim(), input.article.trim()]
  if (instrument === '' && article === '') return undefined
  const found = resolveCitation(loadLaw(), { instrument, article })
  if (found.kind !== 'instrument' || article === '' || article.length > 100) return 'wrong'
  return { instrument: found.instrument.id, article }
}

/** For the next version; an earlier choice stays on record. Gives the clause. */
export async function chooseWording(ctx: Context, wordingId: string, reason: string): Promise<string> {
  const wording = await findWording(ctx, wordingId)
  if (!wording) throw new NotFoundError('page.not-found')
  const text = await ownText(ctx, wording.text_id)
  const why = cleanText(reason).text
  if (why.length > 2000) throw new InvalidInputError([{ path: 'reason', code: 'clause.long' }])
  await insertChoice(ctx, { textId: text.id, wordingId, forNumber: text.version + 1, reason: why })
  await note(ctx, 'clause.wording-chosen', wordingId)
  return wording.clause
}

/** Every member of staff of every body. */
export async function commentClause(
  ctx: Context,
  textId: string,
  clause: string,
  raw: string,
): Promise<string> {
  const number = await clauseIn(ctx, textId, clause)
  const comment = cleanText(raw).text
  if (!fits(comment, 4000)) throw new InvalidInputError([{ path: 'comment', code: 'clause.comment' }])
  const id = await insertComment(ctx, { textId, number, clause, comment })
  await note(ctx, 'clause.commented', id)
  return id
}

/** The body whose text it is. Only a full yes needs no reason. Gives the clause. */
export async function answerComment(
  ctx: Context,
  commentId: string,
  input: { readonly state: string; readonly answer: string },
): Promise<string> {
  const comment = await findComment(ctx, commentId)
  if (!comment) throw new NotFoundError('page.not-found')
  await ownText(ctx, comment.text_id)
  const state = COMMENT_ANSWERS.find((each) => each === input.state)
  const answer = cleanText(input.answer).text
  if (state === undefined) throw new InvalidInputError([{ path: 'state', code: 'clause.state' }])
  if (answer.length > 4000 || (state !== 'accepted' && answer === ''))
    throw new InvalidInputError([{ path: 'answer', code: 'clause.answer' }])
  await insertAnswer(ctx, { textId: comment.text_id, commentId, state, answer })
  await note(ctx, 'clause.answered', commentId)
  return comment.clause
}

/** What a person found about one duty; the program's proposal is only a proposal. */
export async function decideFinding(
  ctx: Context,
  textId: string,
  input: {
    readonly topic: string
    readonly finding: string
    readonly clauses: readonly string[]
    readonly note: string
  },
): Promise<void> {
  const text = await ownText(ctx, textId)
  const version = await findVersion(ctx, textId, text.version)
  const topic = VILLAGE_TOPICS.find((each) => each === input.topic)
  const finding = FINDINGS.find((each) => each === input.finding)
  const said = cleanText(input.note).text
  const known = new Set(version?.clauses.map((clause) => clause.key))
  const clauses = [...new Set(input.clauses)].filter((key) => known.has(key))
  if (topic === undefined || finding === undefined)
    throw new InvalidInputError([{ path: 'finding', code: 'clause.finding' }])
  if (finding === 'covered' && clauses.length === 0)
    throw new InvalidInputError([{ path: 'clauses', code: 'clause.where' }])
  if (said.length > 1000) throw new InvalidInputError([{ path: 'note', code: 'clause.long' }])
  await insertFinding(ctx, { textId, number: text.version, topic, finding, clauses, note: said })
  await note(ctx, 'clause.village-found', textId)
}

/** The number of the latest version, when it has this clause. */
async function clauseIn(ctx: Context, textId: string, clause: string): Promise<number> {
  const text = await findText(ctx, textId)
  const version = text && (await findVersion(ctx, textId, text.version))
  if (!version?.clauses.some((each) => each.key === clause)) throw new NotFoundError('page.not-found')
  return version.number
}

const fits = (text: string, longest: number): boolean => text !== '' && text.length <= longest

async function note(ctx: Context, verb: `clause.${string}`, subjectId: string): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: 'clause', subjectId })
}
