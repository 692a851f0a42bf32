import {
  ATTENDANCES,
  CANCELLED_BECAUSE,
  ITEM_KINDS,
  runsTaskForce,
  type DecisionState,
} from '#src/domain/task-force/codes.ts'
import { writeAudit, writeJournal, type Details } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import {
  insertConference,
  insertDecision,
  insertItem,
  mayTake,
  selectAttendance,
  selectConferences,
  selectDecisions,
  selectItems,
  setAttendance,
  updateConference,
  updateDecision,
  updateItem,
  type AttendanceRow,
  type ConferenceRow,
  type DecisionQuestion,
  type DecisionRow,
  type ItemRow,
} from './conference-queries.ts'
import { selectEntries, selectMembers, type TaskForceRow } from './task-force-queries.ts'
import { allowed, getRunTaskForce, getTaskForce } from './task-forces.ts'

export type ConferenceWords = { readonly place: string; readonly note: string }
export type Conference = Omit<ConferenceRow, 'sealed' | 'key_id'> & {
  readonly words: ConferenceWords | undefined
}
export type Item = Omit<ItemRow, 'topic_sealed' | 'minutes_sealed' | 'key_id'> & {
  readonly topic: string
  readonly minutes: string
  readonly code: string | undefined
}
export type Decision = Omit<DecisionRow, 'sealed' | 'outcome_sealed' | 'key_id'> & {
  readonly text: string
  readonly outcome: string
}

const LONGEST = 4000
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Conferences of a task force, the newest first. */
export async function listConferences(
  ctx: StaffContext,
  taskForceId: string,
): Promise<readonly Conference[]> {
  return opened(ctx, await selectConferences(ctx, { taskForceId }))
}

async function opened(ctx: StaffContext, rows: readonly ConferenceRow[]): Promise<readonly Conference[]> {
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.map(({ sealed, key_id: keyId, ...rest }) => ({
    ...rest,
    words: keys.get(keyId)?.openJson<ConferenceWords>(`conferences.sealed/${rest.id}`, sealed),
  }))
}

export type OpenedConference = {
  readonly taskForce: TaskForceRow
  readonly conference: Conference
  readonly attendance: readonly AttendanceRow[]
  readonly items: readonly Item[]
  readonly decisions: readonly Decision[]
  /** Cases and members to choose from. */
  readonly entries: readonly { readonly id: string; readonly code: string }[]
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly runs: 'runs' | 'takes-part'
}

/** One conference with its agenda and minutes; items on cases only where they reach this body. Recorded. */
export async function openConference(
  ctx: StaffContext,
  taskForceId: string,
  id: string,
): Promise<OpenedConference> {
  allowed(ctx, 'task-force.read')
  const taskForce = await getTaskForce(ctx, taskForceId)
  const [conference] = await opened(ctx, await selectConferences(ctx, { taskForceId, id }))
  if (!conference) throw new NotFoundError('conference.not-found')
  const entries = await selectEntries(ctx, taskForceId)
  await writeAudit(ctx, { verb: 'conference.opened', subjectKind: 'conference', subjectId: id })
  return {
    taskForce,
    conference,
    attendance: await selectAttendance(ctx, id),
    items: await itemsOf(ctx, id, new Map(entries.map((entry) => [entry.id, entry.code]))),
    decisions: await listDecisions(ctx, { conferenceId: id }),
    entries,
    members: (await selectMembers(ctx, taskForceId)).flatMap((row) =>
      row.until === null ? [{ id: row.org_id, name: row.name }] : [],
    ),
    runs: runsTaskForce(taskForce.part) ? 'runs' : 'takes-part',
  }
}

async function itemsOf(
  ctx: StaffContext,
  conferenceId: string,
  codes: ReadonlyMap<string, string>,
): Promise<readonly Item[]> {
  const rows = await selectItems(ctx, conferenceId)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.map(({ topic_sealed: topic, minutes_sealed: minutes, key_id: keyId, ...rest }) => {
    const key = keys.get(keyId)
    return {
      ...rest,
      code: rest.entry_id === null ? undefined : codes.get(rest.entry_id),
      topic: key?.openJson<string>(`conference_items.topic_sealed/${rest.id}`, topic) ?? '',
      minutes: minutes
        ? (key?.openJson<string>(`conference_items.minutes_sealed/${rest.id}`, minutes) ?? '')
        : '',
    }
  })
}

/** Decisions as this reader may see them. */
export async function listDecisions(
  ctx: StaffContext,
  asked: DecisionQuestion,
): Promise<readonly Decision[]> {
  const rows = await selectDecisions(ctx, asked)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.map(({ sealed, outcome_sealed: outcome, key_id: keyId, ...rest }) => {
    const key = keys.get(keyId)
    return {
      ...rest,
      text: key?.openJson<string>(`task_force_decisions.sealed/${rest.id}`, sealed) ?? '',
      outcome: outcome
        ? (key?.openJson<string>(`task_force_decisions.outcome_sealed/${rest.id}`, outcome) ?? '')
        : '',
    }
  })
}

/** For Today: open tasks of my body from task forces; empty for who may not read them. */
export function listMyDecisions(ctx: StaffContext): Promise<readonly Decision[]> {
  return listDecisions(ctx, { openOf: ctx.actor.orgId })
}

export async function planConference(
  ctx: StaffContext,
  given: {
    readonly taskForceId: string
    readonly at: Date | undefined
    readonly place: string
    readonly note: string
  },
): Promise<string> {
  await getRunTaskForce(ctx, given.taskForceId)
  if (given.at === undefined || Number.isNaN(given.at.getTime()))
    throw new InvalidInputError([{ path: 'at', code: 'date.unreadable' }])
  const members = await selectMembers(ctx, given.taskForceId)
  const id = ctx.newId()
  const key = await createKey(ctx, 'conference', id)
  const words: ConferenceWords = { place: text(given.place), note: text(given.note) }
  await insertConference(ctx, {
    id,
    taskForceId: given.taskForceId,
    at: given.at,
    keyId: key.id,
    sealed: key.sealJson(`conferences.sealed/${id}`, words),
    bodies: members.flatMap((row) => (row.until === null ? [row.org_id] : [])),
  })
  await journal(ctx, 'conference.planned', 'conference', id)
  return id
}

const text = (given: string): string => given.trim().slice(0, LONGEST)

/** Held or cancelled, once; what was held is not planned again. */
export async function endConference(
  ctx: StaffContext,
  given: {
    readonly taskForceId: string
    readonly id: string
    readonly version: number
    readonly as: 'held' | 'cancelled'
    readonly because: string
  },
): Promise<void> {
  const conference = await runConference(ctx, given.taskForceId, given.id)
  const because = CANCELLED_BECAUSE.find((each) => each === given.because)
  if (given.as === 'cancelled' && because === undefined)
    throw new InvalidInputError([{ path: 'because', code: 'conference.because-missing' }])
  const change = { state: given.as, cancelled_because: given.as === 'cancelled' ? (because ?? null) : null }
  if (!(await updateConference(ctx, given, change)))
    throw new StaleVersionError('conference.changed-meanwhile', conference)
  await journal(ctx, given.as === 'held' ? 'conference.held' : 'conference.cancelled', 'conference', given.id)
}

async function runConference(ctx: StaffContext, taskForceId: string, id: string): Promise<ConferenceRow> {
  await getRunTaskForce(ctx, taskForceId)
  const [row] = await selectConferences(ctx, { taskForceId, id })
  if (!row) throw new NotFoundError('conference.not-found')
  return row
}

/** Which bodies came; bodies only. */
export async function noteAttendance(
  ctx: StaffContext,
  given: {
    readonly taskForceId: string
    readonly id: string
    readonly bodies: readonly { readonly orgId: string; readonly attendance: string }[]
  },
): Promise<void> {
  await runConference(ctx, given.taskForceId, given.id)
  for (const { orgId, attendance } of given.bodies) {
    const code = ATTENDANCES.find((each) => each === attendance)
    if (code) await setAttendance(ctx, { conferenceId: given.id, orgId }, code)
  }
  await journal(ctx, 'conference.attendance-noted', 'conference', given.id)
}

/** Any member puts an item on the agenda of a conference that is still planned. */
export async function addItem(
  ctx: StaffContext,
  given: {
    readonly taskForceId: string
    readonly id: string
    readonly kind: string
    readonly entryId: string
    readonly findingId: string
    readonly topic: string
  },
): Promise<string> {
  allowed(ctx, 'task-force.edit')
  const { conference, items, entries } = await openConference(ctx, given.taskForceId, given.id)
  if (conference.state !== 'planned') throw new RefusedError('conference.not-planned')
  const kind = ITEM_KINDS.find((each) => each === given.kind)
  const topic = text(given.topic)
  const entry = entries.find((each) => each.id === given.entryId)
  const problems = [
    ...(kind === undefined ? [{ path: 'kind', code: 'conference.kind-missing' }] : []),
    ...(topic === '' ? [{ path: 'topic', code: 'conference.topic-missing' }] : []),
    ...(kind === 'case' && !entry ? [{ path: 'entry', code: 'conference.case-missing' }] : []),
    ...(kind === 'conflict' && given.findingId === ''
      ? [{ path: 'finding', code: 'conference.finding-missing' }]
      : []),
  ]
  if (kind === undefined || problems.length > 0) throw new InvalidInputError(problems)
  const id = ctx.newId()
  const key = await createKey(ctx, 'conference', given.id)
  await insertItem(ctx, {
    id,
    conferenceId: given.id,
    kind,
    entryId: kind === 'case' ? (entry?.id ?? null) : null,
    findingId: kind === 'conflict' ? given.findingId : null,
    keyId: key.id,
    topic: key.sealJson(`conference_items.topic_sealed/${id}`, topic),
    // Behind the last one of which this body knows; the chair puts them in order.
    position: Math.max(0, ...items.map((item) => item.position)) + 1,
  })
  await journal(ctx, 'conference.item-added', 'conference', given.id, { kind })
  return id
}

type AtItem = {
  readonly taskForceId: string
  readonly id: string
  readonly itemId: string
  readonly version: number
}

/** Minutes of one item, sealed; written again they replace what stood there, and the journal keeps that it happened. */
export async function writeMinutes(
  ctx: StaffContext,
  given: AtItem & { readonly minutes: string },
): Promise<void> {
  const row = await itemOf(ctx, given)
  const key = await loadKey(ctx, row.key_id)
  const sealed = key.sealJson(`conference_items.minutes_sealed/${row.id}`, text(given.minutes))
  if (!(await updateItem(ctx, { id: row.id, version: given.version }, { minutes_sealed: sealed })))
    throw new StaleVersionError('conference.changed-meanwhile', { version: row.version })
  await journal(ctx, 'conference.minutes-written', 'conference', given.id)
}

/** Moves an item one place up. */
export async function moveItemUp(ctx: StaffContext, given: AtItem): Promise<void> {
  const row = await itemOf(ctx, given)
  const items = await selectItems(ctx, given.id)
  const before = items[items.findIndex((each) => each.id === row.id) - 1]
  if (before) {
    await updateItem(ctx, row, { position: before.position })
    await updateItem(ctx, before, { position: row.position })
  }
  await journal(ctx, 'conference.item-moved', 'conference', given.id)
}

async function itemOf(ctx: StaffContext, given: AtItem): Promise<ItemRow> {
  const conference = await runConference(ctx, given.taskForceId, given.id)
  if (conference.state === 'cancelled') throw new RefusedError('conference.cancelled')
  const row = (await selectItems(ctx, given.id)).find((each) => each.id === given.itemId)
  if (!row) throw new NotFoundError('conference.not-found')
  return row
}

/** A decision becomes a task of one body with a day that is never moved. It stands on that body's Today. */
export async function decide(
  ctx: StaffContext,
  given: AtItem & { readonly orgId: string; readonly dueOn: string; readonly text: string },
): Promise<string> {
  const row = await itemOf(ctx, given)
  const words = text(given.text)
  const problems = [
    ...(words === '' ? [{ path: 'decision', code: 'conference.decision-missing' }] : []),
    ...(DAY.test(given.dueOn) ? [] : [{ path: 'dueOn', code: 'date.unreadable' }]),
    ...(given.orgId !== '' && (await mayTake(ctx, row.id, given.orgId))
      ? []
      : [{ path: 'body', code: 'conference.body-not-reached' }]),
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  const id = ctx.newId()
  const key = await createKey(ctx, 'conference', given.id)
  await insertDecision(ctx, {
    id,
    taskForceId: given.taskForceId,
    itemId: row.id,
    orgId: given.orgId,
    dueOn: given.dueOn,
    keyId: key.id,
    sealed: key.sealJson(`task_force_decisions.sealed/${id}`, words),
  })
  await journal(ctx, 'conference.decided', 'task-force-decision', id, { to: given.orgId, due: given.dueOn })
  return id
}

const ANSWERS = ['done', 'not-done', 'set-aside'] as const satisfies readonly DecisionState[]

/** The body that has the task says what became of it; only who runs the task force sets it aside. */
export async function answerDecision(
  ctx: StaffContext,
  given: { readonly id: string; readonly version: number; readonly state: string; readonly outcome: string },
): Promise<Decision> {
  allowed(ctx, 'task-force.answer')
  const [row] = await selectDecisions(ctx, { id: given.id })
  if (!row) throw new NotFoundError('task-force.not-found')
  const state = ANSWERS.find((each) => each === given.state)
  if (state === undefined) throw new InvalidInputError([{ path: 'state', code: 'conference.answer-missing' }])
  if (state === 'set-aside') await getRunTaskForce(ctx, row.task_force_id)
  else if (row.org_id !== ctx.actor.orgId) throw new RefusedError('task-force.not-your-task')
  const words = text(given.outcome)
  if (state !== 'done' && words === '')
    throw new InvalidInputError([{ path: 'outcome', code: 'conference.outcome-missing' }])
  const key = await loadKey(ctx, row.key_id)
  const outcome = words === '' ? null : key.sealJson(`task_force_decisions.outcome_sealed/${row.id}`, words)
  if (!(await updateDecision(ctx, given, { state, outcome })))
    throw new StaleVersionError('conference.changed-meanwhile', { version: row.version })
  await journal(ctx, 'task-force.task-answered', 'task-force-decision', row.id, { state })
  const [now] = await listDecisions(ctx, { id: row.id })
  if (!now) throw new NotFoundError('task-force.not-found')
  return now
}

function journal(
  ctx: StaffContext,
  verb: `${string}.${string}`,
  subjectKind: string,
  subjectId: string,
  details: Details = {},
): Promise<void> {
  return writeJournal(ctx, { verb, subjectKind, subjectId, details })
}
