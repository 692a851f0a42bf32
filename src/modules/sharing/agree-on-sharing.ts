import { CONSENT_ITEMS } from '#src/domain/cases/codes.ts'
import { privateWordIn } from '#src/domain/advocacy/private-words.ts'
import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { isExactDay, parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import {
  AGREEMENT_END_REASONS,
  problemsOfTerms,
  SHARING_PURPOSES,
  type AgreementStep,
} from '#src/domain/sharing/agreement.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { agreementOf, openedOf, type OpenedAgreement } from './sharing-agreement.ts'
import {
  findAgreement,
  insertAgreement,
  lockAgreement,
  moveAgreement,
  selectAgreements,
  selectOtherBodies,
  type Body,
  type SharingRow,
} from './sharing-queries.ts'
import { agreementDay } from './standing-agreement.ts'

export const AGREEMENTS_PAGE = 50

export type ProposedAgreement = {
  readonly toOrg: string
  readonly purposes: readonly string[]
  readonly items: readonly string[]
  readonly from: string
  readonly until: string
  readonly instrument: string
  readonly article: string
  readonly rolesWords: string
  readonly jointContact: string
  readonly documentRef: string
  /** SHA-256 of the signed paper in hexadecimal; empty where there is none yet. */
  readonly documentHash: string
}

function allowed(ctx: StaffContext, permission: Permission): void {
  if (!may(ctx.actor.roles.filter(isRole), permission)) throw new NotAllowedError('sharing.not-yours')
}

/** One page of the agreements of the own body; what the other side has not confirmed yet is not there. */
export async function listAgreements(
  ctx: StaffContext,
  page: number,
): Promise<{ readonly agreements: readonly OpenedAgreement[]; readonly total: number }> {
  allowed(ctx, 'sharing.read')
  return listAgreementsOf(ctx, ctx.actor.orgId, page)
}

/** The same for a program; its scope was asked at the door. */
export async function listAgreementsOf(
  ctx: Context,
  orgId: string,
  page: number,
): Promise<{ readonly agreements: readonly OpenedAgreement[]; readonly total: number }> {
  const rows = await selectAgreements(ctx, {
    orgId,
    offset: page * AGREEMENTS_PAGE,
    limit: AGREEMENTS_PAGE,
  })
  await writeAudit(ctx, {
    verb: 'sharing-agreement.listed',
    subjectKind: 'sharing-agreement',
    details: { shown: rows.length },
  })
  const today = agreementDay(ctx.now)
  return {
    agreements: rows.map((row) => openedOf(orgId, readerOf(ctx), row, today)),
    total: rows[0]?.total ?? 0,
  }
}

const readerOf = (ctx: Context) => (ctx.actor.kind === 'staff' ? ctx.actor.staffId : undefined)

export async function getAgreement(ctx: StaffContext, id: string): Promise<OpenedAgreement> {
  allowed(ctx, 'sharing.read')
  const row = await findAgreement(ctx, id)
  if (!row) throw new NotFoundError('sharing-agreement.not-found')
  return openedOf(ctx.actor.orgId, readerOf(ctx), row, agreementDay(ctx.now))
}

/** The bodies one could agree with. */
export async function listBodiesToAgreeWith(ctx: StaffContext): Promise<readonly Body[]> {
  allowed(ctx, 'sharing.decide')
  return selectOtherBodies(ctx, ctx.actor.orgId)
}

/** The first of two people of the proposing body. Throws InvalidInputError with a code for each field. */
export async function proposeAgreement(ctx: StaffContext, given: ProposedAgreement): Promise<string> {
  allowed(ctx, 'sharing.decide')
  const problems = await problemsOf(ctx, given)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const id = ctx.newId()
  await insertAgreement(ctx, {
    id,
    from_org: ctx.actor.orgId,
    to_org: given.toOrg,
    purposes: [...given.purposes],
    items: [...given.items],
    from_on: given.from,
    until_on: given.until,
    instrument: given.instrument,
    article: given.article,
    roles_words: given.rolesWords,
    joint_contact: given.jointContact,
    document_ref: given.documentRef,
    document_sha256: given.documentHash === '' ? null : Buffer.from(given.documentHash, 'hex'),
    proposed_by: ctx.actor.staffId,
  })
  await note(ctx, 'sharing-agreement.proposed', id, { to: given.toOrg, purposes: given.purposes })
  return id
}

async function problemsOf(ctx: StaffContext, given: ProposedAgreement): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  const wrong = (path: string, code: string) => problems.push({ path, code: `sharing.${code}` })
  const bodies = await selectOtherBodies(ctx, ctx.actor.orgId)
  if (!bodies.some((body) => body.id === given.toOrg)) wrong('toOrg', 'body-missing')
  if (!given.purposes.every(isOneOf(SHARING_PURPOSES))) wrong('purposes', 'purposes-missing')
  if (!given.items.every(isOneOf(CONSENT_ITEMS))) wrong('items', 'items-missing')
  const days = [given.from, given.until].map(isRealDay)
  if (!days[0]) wrong('from', 'day-wrong')
  if (!days[1]) wrong('until', 'day-wrong')
  if (days.every(Boolean)) for (const each of termsProblems(given)) wrong(...each)
  const citation = citationProblem(given)
  if (citation) wrong(...citation)
  if (given.rolesWords.trim().length < 3) wrong('rolesWords', 'roles-missing')
  else if (privateWordIn(given.rolesWords)) wrong('rolesWords', 'names-a-person')
  if (given.jointContact.trim().length < 3) wrong('jointContact', 'contact-missing')
  if (given.documentRef.trim() === '') wrong('documentRef', 'document-missing')
  if (given.documentHash !== '' && !/^[0-9a-f]{64}$/.test(given.documentHash))
    wrong('documentHash', 'hash-wrong')
  const long = { rolesWords: 2000, jointContact: 300, documentRef: 300 } as const
  for (const [path, most] of Object.entries(long))
    if (given[path as keyof typeof long].length > most) wrong(path, 'too-long-text')
  return problems
}

function isRealDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parsePartialDate(text) : undefined
  return date !== undefined && isExactDay(date)
}

const isOneOf =
  (codes: readonly string[]) =>
  (each: string): boolean =>
    codes.includes(each)

const TERMS_FIELD = {
  'purposes-missing': 'purposes',
  'items-missing': 'items',
  'until-before-from': 'until',
  'too-long': 'until',
} as const

function termsProblems(given: ProposedAgreement): readonly (readonly [string, string])[] {
  const terms = { purposes: given.purposes, items: given.items, from: given.from, until: given.until }
  return problemsOfTerms(terms as Parameters<typeof problemsOfTerms>[0]).map(
    (problem) => [TERMS_FIELD[problem], problem] as const,
  )
}

/** A basis that nobody can look up is no basis. */
function citationProblem(given: ProposedAgreement): readonly [string, string] | undefined {
  if (given.article.trim() === '') return ['article', 'article-missing']
  const found = resolveCitation(loadLaw(), { instrument: given.instrument, article: given.article })
  if (found.kind === 'instrument')
    return found.articles.length > 0 ? undefined : ['article', 'article-missing']
  const isName = found.kind === 'statement' || found.why === 'unknown-instrument'
  return isName ? ['instrument', 'instrument-unknown'] : ['article', 'article-unknown']
}

export type AgreementDecision = {
  readonly id: string
  readonly version: number
  readonly step: AgreementStep
  readonly reason?: string
  readonly words?: string
}

/**
 * The second person of the proposing body confirms, the other body accepts or refuses, either side ends.
 * Throws RefusedError `sharing.step-not-open` (also for the proposer who confirms his own).
 */
export async function decideAgreement(ctx: StaffContext, decision: AgreementDecision): Promise<void> {
  allowed(ctx, 'sharing.decide')
  const row = await lockAgreement(ctx, decision.id)
  if (!row) throw new NotFoundError('sharing-agreement.not-found')
  if (row.version !== decision.version) throw new StaleVersionError('sharing.changed', agreementOf(row))
  const { steps } = openedOf(ctx.actor.orgId, readerOf(ctx), row, agreementDay(ctx.now))
  if (!steps.includes(decision.step)) throw new RefusedError('sharing.step-not-open')
  const change = changeOf(ctx, decision)
  if (!(await moveAgreement(ctx, row, change))) throw new StaleVersionError('sharing.changed')
  await note(ctx, VERBS[decision.step], row.id, {
    with: row.from_org === ctx.actor.orgId ? row.to_org : row.from_org,
    ...(change.end_reason && { reason: change.end_reason }),
  })
}

const VERBS = {
  confirm: 'sharing-agreement.confirmed',
  accept: 'sharing-agreement.accepted',
  refuse: 'sharing-agreement.refused',
  end: 'sharing-agreement.ended',
} as const

function changeOf(
  ctx: StaffContext,
  { step, reason, words }: AgreementDecision,
): Parameters<typeof moveAgreement>[2] {
  const me = ctx.actor.staffId
  switch (step) {
    case 'confirm':
      return { state: 'confirmed', confirmed_by: me, confirmed_at: ctx.now }
    case 'accept':
      return { state: 'in-force', answered_by: me, answered_at: ctx.now }
    case 'refuse':
      return { state: 'refused', answered_by: me, answered_at: ctx.now, ...reasonOf(reason, words) }
    case 'end':
      return {
        state: 'ended',
        ended_by: me,
        ended_org: ctx.actor.orgId,
        ended_at: ctx.now,
        ...reasonOf(reason, words),
      }
  }
}

function reasonOf(reason = '', words = ''): Pick<SharingRow, 'end_reason' | 'end_words'> {
  if (!isOneOf(AGREEMENT_END_REASONS)(reason))
    throw new InvalidInputError([{ path: 'reason', code: 'sharing.reason-missing' }])
  const said = words.trim().slice(0, 1000)
  if (reason === 'other' && said.length < 3)
    throw new InvalidInputError([{ path: 'words', code: 'sharing.words-missing' }])
  if (privateWordIn(said)) throw new InvalidInputError([{ path: 'words', code: 'sharing.names-a-person' }])
  return { end_reason: reason, end_words: said === '' ? null : said }
}

async function note(
  ctx: StaffContext,
  verb: `sharing-agreement.${string}`,
  id: string,
  details: Readonly<Record<string, string | readonly string[]>>,
): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: 'sharing-agreement', subjectId: id, details })
}
