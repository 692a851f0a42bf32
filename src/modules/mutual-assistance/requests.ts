import { addMilliseconds, DAY } from '#src/domain/kernel/instant.ts'
import {
  APPLICANTS,
  CHANNELS_OF,
  ITEM_STATES,
  ITEMS_OF,
  missingItems,
  moveFaults,
  REFUSAL_GROUNDS,
  REMIND_AFTER,
  REQUEST_KINDS,
  REQUEST_STATES,
  type Applicant,
  type Channel,
  type Checklist,
  type RequestKind,
  type RequestState,
} from '#src/domain/mutual-assistance/codes.ts'
import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import { getCaseRow, readCase } from '#src/modules/cases/index.ts'
import { listTracks, type Track } from '#src/modules/tracks/index.ts'
import { writeAudit, writeJournal, type Details } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import {
  insertRequest,
  insertRequestStep,
  selectRequests,
  selectRequestSteps,
  updateRequest,
  type RequestQuestion,
  type RequestRow,
  type RequestStepRow,
} from './request-queries.ts'

/** In words, sealed under the key of the case. */
export type RequestWords = {
  /** The authority abroad, as it calls itself. */
  readonly asked: string
  readonly what: string
  readonly checklist: Checklist
}
export type AssistanceRequest = Omit<RequestRow, 'sealed' | 'key_id'> & {
  readonly words: RequestWords | undefined
}
export type RequestHistoryLine = Omit<RequestStepRow, 'sealed' | 'key_id'> & {
  readonly said: string | undefined
}

const LONGEST = 4000

function allowed(ctx: StaffContext, permission: Permission): void {
  if (!may(ctx.actor.roles.filter(isRole), permission)) throw new NotAllowedError('mla.not-yours')
}

/** Requests of my body. Recorded as a list. */
export async function listRequests(
  ctx: StaffContext,
  asked: Omit<RequestQuestion, 'id'>,
): Promise<readonly AssistanceRequest[]> {
  allowed(ctx, 'mla.read')
  const rows = await opened(ctx, await selectRequests(ctx, asked))
  await writeAudit(ctx, { verb: 'mla.listed', subjectKind: 'mla', details: { shown: rows.length } })
  return rows
}

/** For Today: what waits for somebody up to this day. */
export async function listDueRequests(
  ctx: StaffContext,
  until: string,
): Promise<readonly AssistanceRequest[]> {
  if (!may(ctx.actor.roles.filter(isRole), 'mla.read')) return []
  return opened(ctx, await selectRequests(ctx, { remindUntil: until }))
}

async function opened(ctx: StaffContext, rows: readonly RequestRow[]): Promise<readonly AssistanceRequest[]> {
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.map(({ sealed, key_id: keyId, ...rest }) => ({
    ...rest,
    words: keys.get(keyId)?.openJson<RequestWords>(`assistance_requests.sealed/${rest.id}`, sealed),
  }))
}

export type OpenedRequest = {
  readonly request: AssistanceRequest
  readonly history: readonly RequestHistoryLine[]
  readonly tracks: readonly Track[]
}

/** One request; it opens the case, and that is recorded. NotFoundError as for the case. */
export async function openRequest(ctx: StaffContext, id: string): Promise<OpenedRequest> {
  allowed(ctx, 'mla.read')
  const [request] = await opened(ctx, await selectRequests(ctx, { id }))
  if (!request) throw new NotFoundError('mla.not-found')
  await writeAudit(ctx, {
    verb: 'case.opened',
    subjectKind: 'case',
    subjectId: request.case_id,
    caseId: request.case_id,
    details: { purpose: 'work', part: 'mla' },
  })
  const steps = await selectRequestSteps(ctx, id)
  const keys = await loadKeys(
    ctx,
    steps.flatMap((step) => step.key_id ?? []),
  )
  return {
    request,
    tracks: await listTracks(ctx, request.case_id),
    history: steps.map(({ sealed, key_id: keyId, ...rest }) => ({
      ...rest,
      said:
        keyId && sealed
          ? keys.get(keyId)?.openJson<string>(`assistance_steps.sealed/${rest.id}`, sealed)
          : undefined,
    })),
  }
}

export type GivenRequest = {
  readonly kind: string
  readonly channel: string
  readonly applicant: string
  readonly country: string
  readonly trackId: string
  readonly asked: string
  readonly what: string
  /** By item: its state and a note. */
  readonly items: Readonly<Record<string, { readonly state: string; readonly note: string }>>
}

type Checked = {
  readonly kind: RequestKind
  readonly channel: Channel
  readonly applicant: Applicant
  readonly country: string
  readonly words: RequestWords
}

function checked(given: GivenRequest, kind: RequestKind | undefined): Checked {
  const channel = kind && CHANNELS_OF[kind].find((each) => each === given.channel)
  const applicant = APPLICANTS.find((each) => each === given.applicant)
  const [asked, what] = [given.asked.trim(), given.what.trim()]
  const problems: Problem[] = [
    ...(kind === undefined ? [{ path: 'kind', code: 'mla.kind-missing' }] : []),
    ...(channel === undefined ? [{ path: 'channel', code: 'mla.channel-missing' }] : []),
    ...(applicant === undefined ? [{ path: 'applicant', code: 'mla.applicant-missing' }] : []),
    ...(/^[A-Z]{2}$/.test(given.country) && given.country !== 'ID'
      ? []
      : [{ path: 'country', code: 'mla.country-missing' }]),
    ...(what === '' ? [{ path: 'what', code: 'mla.what-missing' }] : []),
    ...(asked.length > LONGEST || what.length > LONGEST ? [{ path: 'what', code: 'text.too-long' }] : []),
  ]
  if (kind === undefined || channel === undefined || applicant === undefined || problems.length > 0)
    throw new InvalidInputError(problems)
  return {
    kind,
    channel,
    applicant,
    country: given.country,
    words: { asked, what, checklist: listOf(kind, given) },
  }
}

function listOf(kind: RequestKind, given: GivenRequest): Checklist {
  return Object.fromEntries(
    ITEMS_OF[kind].map((item) => [
      item,
      {
        state: ITEM_STATES.find((each) => each === given.items[item]?.state) ?? 'missing',
        note: (given.items[item]?.note ?? '').trim().slice(0, 500),
      },
    ]),
  )
}

function remindOn(ctx: StaffContext, state: RequestState): string | null {
  const days = REMIND_AFTER[state]
  return days === undefined
    ? null
    : addMilliseconds(ctx.now, days * DAY)
        .toISOString()
        .slice(0, 10)
}

/** Begins a draft in a case that my body has a file on. */
export async function createRequest(
  ctx: StaffContext,
  given: GivenRequest & { readonly code: string },
): Promise<string> {
  allowed(ctx, 'mla.edit')
  const file = await readCase(ctx, given.code, 'work', 'mla')
  if (file.row.state !== 'open') throw new RefusedError('mla.case-closed')
  const made = checked(
    given,
    REQUEST_KINDS.find((each) => each === given.kind),
  )
  const tracks = await listTracks(ctx, file.row.id)
  const id = ctx.newId()
  const key = await keyOfCase(ctx, file.row.id, given.code)
  await insertRequest(ctx, {
    id,
    case_id: file.row.id,
    track_id: tracks.find((track) => track.id === given.trackId)?.id ?? null,
    kind: made.kind,
    channel: made.channel,
    applicant: made.applicant,
    country: made.country,
    missing: missingItems(made.kind, made.words.checklist).length,
    remind_on: remindOn(ctx, 'draft'),
    key_id: key.id,
    sealed: key.sealJson(`assistance_requests.sealed/${id}`, made.words),
  })
  await step(ctx, { requestId: id, kind: 'created', from: null, to: 'draft' })
  await journal(ctx, 'mla.created', id, file.row.id, { kind: made.kind, country: made.country })
  return id
}

/** Changes a draft. What was checked or sent is taken back to a draft first. */
export async function editRequest(
  ctx: StaffContext,
  given: GivenRequest & { readonly id: string; readonly version: number },
): Promise<void> {
  allowed(ctx, 'mla.edit')
  const row = await findRequest(ctx, given.id)
  if (row.state !== 'draft') throw new RefusedError('mla.not-draft')
  const made = checked(given, row.kind)
  const key = await loadKey(ctx, row.key_id)
  const tracks = await listTracks(ctx, row.case_id)
  const done = await updateRequest(ctx, given, {
    track_id: tracks.find((track) => track.id === given.trackId)?.id ?? null,
    channel: made.channel,
    applicant: made.applicant,
    country: made.country,
    missing: missingItems(row.kind, made.words.checklist).length,
    sealed: key.sealJson(`assistance_requests.sealed/${row.id}`, made.words),
  })
  if (!done) throw new StaleVersionError('mla.changed-meanwhile', { version: row.version })
  await step(ctx, { requestId: row.id, kind: 'edited', from: 'draft', to: 'draft' })
  await journal(ctx, 'mla.edited', row.id, row.case_id, {})
}

export type RequestMove = {
  readonly id: string
  readonly version: number
  readonly to: string
  /** The day on which it happened. */
  readonly on: string
  readonly ground: string
  readonly said: string
}

/** The next state, on the day it happened. Throws InvalidInputError with what stands against it. */
export async function moveRequest(ctx: StaffContext, given: RequestMove): Promise<void> {
  allowed(ctx, 'mla.edit')
  const row = await findRequest(ctx, given.id)
  const to = REQUEST_STATES.find((each) => each === given.to)
  const ground = REFUSAL_GROUNDS.find((each) => each === given.ground)
  const key = await loadKey(ctx, row.key_id)
  const words = key.openJson<RequestWords>(`assistance_requests.sealed/${row.id}`, row.sealed)
  const faults = to
    ? moveFaults({ ...row, checklist: words.checklist }, to, { ground, on: given.on })
    : [{ path: 'state' as const, code: 'mla.no-way' as const }]
  const today = ctx.now.toISOString().slice(0, 10)
  const problems: Problem[] = [
    ...faults,
    ...(given.on > today ? [{ path: 'on', code: 'mla.day-future' }] : []),
  ]
  if (to === undefined || problems.length > 0) throw new InvalidInputError(problems)
  const refused = to === 'refused' ? (ground ?? null) : null
  const done = await updateRequest(ctx, given, {
    state: to,
    refused_ground: refused,
    remind_on: remindOn(ctx, to),
  })
  if (!done) throw new StaleVersionError('mla.changed-meanwhile', { version: row.version })
  await step(
    ctx,
    { requestId: row.id, kind: 'state', from: row.state, to, on: given.on, ground: refused },
    {
      key,
      said: given.said.trim().slice(0, LONGEST),
    },
  )
  await journal(ctx, 'mla.moved', row.id, row.case_id, { from: row.state, to, ground: refused })
}

async function findRequest(ctx: StaffContext, id: string): Promise<RequestRow> {
  const [row] = await selectRequests(ctx, { id })
  if (!row) throw new NotFoundError('mla.not-found')
  return row
}

async function keyOfCase(ctx: StaffContext, caseId: string, code: string) {
  const row = await getCaseRow(ctx, code)
  if (row.id !== caseId) throw new NotFoundError('case.not-found')
  return loadKey(ctx, row.key_id)
}

type Stepped = Pick<Parameters<typeof insertRequestStep>[1], 'requestId' | 'kind' | 'from' | 'to'> & {
  readonly on?: string
  readonly ground?: Parameters<typeof insertRequestStep>[1]['ground']
}

async function step(
  ctx: StaffContext,
  made: Stepped,
  words?: { readonly key: Awaited<ReturnType<typeof loadKey>>; readonly said: string },
): Promise<void> {
  const id = ctx.newId()
  await insertRequestStep(ctx, {
    id,
    ...made,
    on: made.on ?? ctx.now.toISOString().slice(0, 10),
    ground: made.ground ?? null,
    sealed:
      words && words.said !== ''
        ? { keyId: words.key.id, words: words.key.sealJson(`assistance_steps.sealed/${id}`, words.said) }
        : null,
  })
}

function journal(
  ctx: StaffContext,
  verb: `mla.${string}`,
  id: string,
  caseId: string,
  details: Details,
): Promise<void> {
  return writeJournal(ctx, { verb, subjectKind: 'mla', subjectId: id, caseId, details })
}
