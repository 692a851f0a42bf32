import { type Answer, UNKNOWN_REASONS, type UnknownReason } from '#src/domain/kernel/answer.ts'
import { parsePartialDate, type PartialDate } from '#src/domain/kernel/partial-date.ts'
import { FOLLOW_UP_DAYS } from '#src/domain/immigration/codes.ts'
import {
  COMPANIES,
  DESK_QUESTIONS,
  INTERPRETERS,
  type Company,
  type DeskAnswers,
  type Interpreter,
} from '#src/domain/immigration/interview.ts'
import {
  childAfter,
  childhoodAt,
  DESK_SIGNS,
  SIGN_ANSWERS,
  signsAfter,
  signsOf,
  type SignAnswers,
} from '#src/domain/immigration/signs.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKey } from '#src/platform/db/keys-queries.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import {
  InvalidInputError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { allowed, documentHash, noteDesk, type SealedInterview, type Traveller } from './desk-kit.ts'
import {
  insertEncounter,
  insertInterview,
  listActs,
  listInterviews,
  lockEncounter,
  setEncounter,
  type EncounterRow,
} from './desk-queries.ts'
import { addFollowUp } from './follow-ups.ts'

/** As it stands in the form: text and codes, nothing checked. */
export type GivenInterview = {
  readonly traveller: Readonly<
    Record<'name' | 'documentNumber' | 'issuer' | 'expires' | 'born' | 'years', string>
  >
  readonly language: string
  readonly interpreter: string
  readonly company: string
  /** By question: the words, or why there are none; both empty: not asked. */
  readonly answers: Readonly<Record<string, { readonly words: string; readonly why: string }>>
  readonly signs: Readonly<Record<string, string>>
  readonly travelOn: { readonly words: string; readonly why: string }
  readonly note: string
}

const MOST = { name: 200, documentNumber: 20, issuer: 3, words: 500, note: 2000 } as const

type Read = {
  readonly traveller: Traveller
  readonly interpreter: Interpreter
  readonly company: Company
  readonly words: SealedInterview
}

/** A new traveller before the desk, with the first interview. Throws InvalidInputError with a code for each field. */
export async function recordInterview(ctx: StaffContext, given: GivenInterview): Promise<string> {
  allowed(ctx, 'immigration.desk')
  const read = readInterview(given)
  const id = ctx.newId()
  const key = await createKey(ctx, 'encounter', id)
  const child = childOf(ctx, read)
  await insertEncounter(ctx, {
    id,
    child,
    signs: signsOf(read.words.signs, child),
    document_hash: hashOf(ctx, read),
    key_id: key.id,
    sealed: key.sealJson(`desk_encounters.sealed/${id}`, read.traveller),
  })
  await keepInterview(ctx, { id, number: 1, key, given, read })
  await noteDesk(ctx, 'desk.interviewed', { kind: 'desk-encounter', id }, { number: 1 })
  return id
}

/**
 * Another interview of the same traveller; the earlier ones stay as they are. A sign that is seen only now needs a referral
 * before it can be kept, where a reason was already written: RefusedError `immigration.referral-first`.
 */
export async function addInterview(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  given: GivenInterview,
): Promise<void> {
  allowed(ctx, 'immigration.desk')
  const row = await lockEncounter(ctx, at.id)
  if (!row) throw new NotFoundError('desk-encounter.not-found')
  if (row.version !== at.version) throw new StaleVersionError('immigration.changed')
  const read = readInterview(given)
  const key = await loadKey(ctx, row.key_id)
  const before = key.openJson<Traveller>(`desk_encounters.sealed/${row.id}`, row.sealed)
  const child = childAfter(row.child, childOf(ctx, read))
  const signs = signsAfter(row.signs, signsOf(read.words.signs, child))
  await refuseLateSigns(ctx, row, signs)
  const number = (await listInterviews(ctx, row.id)).length + 1
  await keepInterview(ctx, { id: row.id, number, key, given, read })
  const done = await setEncounter(ctx, row, {
    signs,
    child,
    document_hash: hashOf(ctx, read) ?? row.document_hash,
    sealed: key.sealJson(`desk_encounters.sealed/${row.id}`, { ...before, ...read.traveller }),
  })
  if (!done) throw new StaleVersionError('immigration.changed')
  await noteDesk(ctx, 'desk.interviewed', { kind: 'desk-encounter', id: row.id }, { number })
}

/** The database says the same by its foreign key; here it is said in words. */
async function refuseLateSigns(ctx: StaffContext, row: EncounterRow, signs: string): Promise<void> {
  if (signs === row.signs || signs === 'none-seen') return
  const acts = await listActs(ctx, row.id)
  const open = acts.filter((act) =>
    signs === 'seen' ? act.referral_id === null : act.unclear_because === null,
  )
  if (open.length > 0) throw new RefusedError('immigration.referral-first', ['referral'])
}

async function keepInterview(
  ctx: StaffContext,
  {
    id,
    number,
    key,
    given,
    read,
  }: {
    readonly id: string
    readonly number: number
    readonly key: DataKey
    readonly given: GivenInterview
    readonly read: Read
  },
): Promise<void> {
  const interviewId = ctx.newId()
  await insertInterview(ctx, {
    id: interviewId,
    encounter_id: id,
    number,
    language: given.language,
    interpreter: read.interpreter,
    alone: read.company,
    key_id: key.id,
    sealed: key.sealJson(`desk_interviews.sealed/${interviewId}`, read.words),
  })
}

export async function planSecondInterview(ctx: StaffContext, id: string, words: string): Promise<void> {
  allowed(ctx, 'immigration.desk')
  const row = await lockEncounter(ctx, id)
  if (!row) throw new NotFoundError('desk-encounter.not-found')
  await addFollowUp(ctx, row, {
    kind: 'second-interview',
    words,
    days: FOLLOW_UP_DAYS['second-interview'],
  })
}

const hashOf = (ctx: StaffContext, { traveller }: Read): Buffer | null =>
  traveller.documentNumber === undefined ? null : documentHash(ctx, traveller.documentNumber)

function childOf(ctx: StaffContext, { traveller }: Read) {
  return childhoodAt(traveller.born, traveller.years, ctx.now.toISOString().slice(0, 10))
}

function readInterview(given: GivenInterview): Read {
  const problems: Problem[] = []
  const interpreter = oneOf(INTERPRETERS, given.interpreter, 'interpreter', problems)
  const company = oneOf(COMPANIES, given.company, 'company', problems)
  if (!/^[a-z]{2,3}$/.test(given.language)) problems.push({ path: 'language', code: 'immigration.choose' })
  const traveller = readTraveller(given.traveller, problems)
  const answers = Object.fromEntries(
    DESK_QUESTIONS.map((question) => [
      question,
      answerOf(given.answers[question], `answers.${question}`, problems),
    ]),
  ) as DeskAnswers
  const words: SealedInterview = {
    answers,
    signs: readSigns(given.signs, problems),
    travelOn: dateAnswer(given.travelOn, problems),
    note: short(given.note, MOST.note, 'note', problems),
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  return { traveller, interpreter: interpreter!, company: company!, words }
}

function oneOf<T extends string>(
  codes: readonly T[],
  asked: string,
  path: string,
  problems: Problem[],
): T | undefined {
  const found = codes.find((code) => code === asked)
  if (found === undefined) problems.push({ path, code: 'immigration.choose' })
  return found
}

function short(text: string, most: number, path: string, problems: Problem[]): string {
  const said = text.trim()
  if (said.length > most) problems.push({ path, code: 'immigration.too-long' })
  return said.slice(0, most)
}

function readTraveller(given: GivenInterview['traveller'], problems: Problem[]): Traveller {
  const born = dateIn(given.born, 'traveller.born', problems)
  const expires = dateIn(given.expires, 'traveller.expires', problems)
  const number = given.documentNumber.trim().toUpperCase()
  if (number !== '' && !/^[A-Z0-9 -]{4,20}$/.test(number))
    problems.push({ path: 'traveller.documentNumber', code: 'immigration.number-wrong' })
  const issuer = given.issuer.trim().toUpperCase()
  if (issuer !== '' && !/^[A-Z]{1,3}$/.test(issuer))
    problems.push({ path: 'traveller.issuer', code: 'immigration.issuer-wrong' })
  const years = given.years.trim()
  const age = /^\d{1,3}$/.test(years) && Number(years) <= 120 ? Number(years) : undefined
  if (years !== '' && age === undefined)
    problems.push({ path: 'traveller.years', code: 'immigration.years-wrong' })
  const name = short(given.name, MOST.name, 'traveller.name', problems)
  return {
    ...(name !== '' && { name }),
    ...(number !== '' && { documentNumber: number }),
    ...(issuer !== '' && { issuer }),
    ...(expires !== undefined && { expires }),
    ...(born !== undefined && { born }),
    ...(age !== undefined && { years: age }),
  }
}

function dateIn(text: string, path: string, problems: Problem[]): PartialDate | undefined {
  if (text.trim() === '') return undefined
  const date = parsePartialDate(text.trim())
  if (date === undefined) problems.push({ path, code: 'immigration.date-wrong' })
  return date
}

type GivenAnswer = { readonly words: string; readonly why: string }

/** Words count before a tick: whoever wrote an answer down has asked. */
function answerOf(given: GivenAnswer | undefined, path: string, problems: Problem[]): Answer<string> {
  const words = short(given?.words ?? '', MOST.words, path, problems)
  return words === '' ? { known: false, why: whyOf(given?.why) } : { known: true, value: words }
}

function whyOf(why: string | undefined): UnknownReason {
  return UNKNOWN_REASONS.find((reason) => reason === why) ?? 'not-asked'
}

function dateAnswer(given: GivenAnswer, problems: Problem[]): Answer<PartialDate> {
  const date = dateIn(given.words, 'travelOn', problems)
  return date === undefined ? { known: false, why: whyOf(given.why) } : { known: true, value: date }
}

function readSigns(given: GivenInterview['signs'], problems: Problem[]): SignAnswers {
  const signs: Record<string, string> = {}
  for (const sign of DESK_SIGNS) {
    const answer = given[sign] ?? ''
    if (answer === '') continue
    if (!(SIGN_ANSWERS as readonly string[]).includes(answer))
      problems.push({ path: `signs.${sign}`, code: 'immigration.choose' })
    else signs[sign] = answer
  }
  return signs
}
