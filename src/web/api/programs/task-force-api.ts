/** Tracks, requests between States and task forces for the programs of a body: codes, owners, states and days; no word of a case. */
import { isId } from '#src/platform/ids.ts'
import { z } from '@hono/zod-openapi'
import {
  TRACK_BLOCKERS,
  TRACK_ENDINGS,
  TRACK_KINDS,
  TRACK_PLACES,
  TRACK_STATES,
} from '#src/domain/cases/tracks.ts'
import {
  CHANNELS,
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
  REQUEST_STATES,
} from '#src/domain/mutual-assistance/codes.ts'
import { DECISION_STATES, MEMBER_PARTS, TASK_FORCE_LEVELS } from '#src/domain/task-force/codes.ts'
import { listRequests, type AssistanceRequest } from '#src/modules/mutual-assistance/index.ts'
import {
  answerDecision,
  listMyDecisions,
  listTaskForces,
  openTaskForce,
} from '#src/modules/task-force/index.ts'
import type { Decision } from '#src/modules/task-force/index.ts'
import { readTracks } from '#src/modules/tracks/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { asProgram, forOfficer } from './as-program.ts'
import { Officer, pageFields } from './fields.ts'

const day = z.iso.date()

const TrackSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(TRACK_KINDS),
    place: z.enum(TRACK_PLACES),
    state: z.enum(TRACK_STATES),
    endedAs: z.enum(TRACK_ENDINGS).nullable(),
    owner: z.string().openapi({ description: 'The one body that owns it.' }),
    offeredTo: z.string().nullable(),
    nextOn: day.nullable().openapi({ description: 'An internal target, never a deadline of the law.' }),
    blocker: z.enum(TRACK_BLOCKERS),
  })
  .openapi('Track')

const RequestSchema = z
  .object({
    id: z.uuid(),
    caseCode: z.string(),
    kind: z.enum(REQUEST_KINDS),
    channel: z.enum(CHANNELS),
    country: z.string(),
    state: z.enum(REQUEST_STATES),
    refusedGround: z.enum(REFUSAL_GROUNDS).nullable(),
    missingItems: z.int().openapi({ description: 'Items of the list of contents that are missing.' }),
    remindOn: day.nullable(),
  })
  .openapi('AssistanceRequest', { description: 'A record; it brings about nothing in law.' })

const TaskForceSchema = z
  .object({
    id: z.uuid(),
    level: z.enum(TASK_FORCE_LEVELS),
    name: z.string(),
    part: z.enum(MEMBER_PARTS),
    source: z.string(),
    sourceOn: day,
  })
  .openapi('TaskForce')

const EntrySchema = z
  .object({
    caseCode: z.string(),
    lead: z.string(),
    basis: z.enum(['consent', 'guardian', 'exception']),
    ownFile: z.boolean(),
    work: z.array(
      z.object({
        line: z.enum(['need', 'track']),
        kind: z.string(),
        place: z.string().nullable(),
        owner: z.string(),
        state: z.string(),
        nextOn: day.nullable(),
        blocker: z.string().nullable(),
      }),
    ),
  })
  .openapi('TaskForceCase', { description: 'Codes only: no name and no word of anybody.' })

const TaskSchema = z
  .object({
    id: z.uuid(),
    taskForce: z.string(),
    text: z.string(),
    dueOn: day,
    state: z.enum(DECISION_STATES),
    version: z.int(),
  })
  .openapi('TaskForceTask')

const task = {
  id: EXAMPLE.decisionId,
  taskForce: 'Gugus Tugas Contoh',
  text: 'Cari juru bahasa.',
  dueOn: '2026-12-10',
  state: 'open' as const,
  version: 1,
}

function wireTask(decision: Decision): z.infer<typeof TaskSchema> {
  return {
    id: decision.id,
    taskForce: decision.task_force,
    text: decision.text,
    dueOn: decision.due_on,
    state: decision.state,
    version: decision.version,
  }
}

function wireRequest(row: AssistanceRequest): z.infer<typeof RequestSchema> {
  return {
    id: row.id,
    caseCode: row.code,
    kind: row.kind,
    channel: row.channel,
    country: row.country,
    state: row.state,
    refusedGround: row.refused_ground,
    missingItems: row.missing,
    remindOn: row.remind_on,
  }
}

export const taskForceApi = [
  apiRoute({
    method: 'get',
    path: '/cases/{code}/tracks',
    access: ['cases:read'],
    summary: 'The tracks of one case that the own organisation may see',
    params: z.object({ code: z.string() }),
    answer: z.object({ items: z.array(TrackSchema) }),
    problems: [404],
    examples: {
      read: {
        params: { code: EXAMPLE.caseCode },
        answer: {
          items: [
            {
              id: EXAMPLE.matchId,
              kind: 'criminal',
              place: 'abroad',
              state: 'waiting',
              endedAs: null,
              owner: 'KJRI Contoh',
              offeredTo: null,
              nextOn: '2026-12-01',
              blocker: 'waits-for-court',
            },
          ],
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => ({
        items: (await readTracks(ctx, call.params.code)).tracks.map((track) => ({
          id: track.id,
          kind: track.kind,
          place: track.place,
          state: track.state,
          endedAs: track.ended_as,
          owner: track.owner_name,
          offeredTo: track.offered_name,
          nextOn: track.next_on,
          blocker: track.blocker,
        })),
      })),
  }),
  apiRoute({
    method: 'get',
    path: '/assistance-requests',
    access: ['cases:read', 'cases:write'],
    summary: 'Requests between States of the own organisation, without what they ask',
    query: z.object({
      state: z.enum(REQUEST_STATES).optional(),
      kind: z.enum(REQUEST_KINDS).optional(),
      ...pageFields,
    }),
    answer: z.object({ total: z.int(), items: z.array(RequestSchema) }),
    examples: {
      sent: {
        query: { state: 'sent-abroad' },
        answer: {
          total: 1,
          items: [
            {
              id: EXAMPLE.matchId,
              caseCode: EXAMPLE.caseCode,
              kind: 'mutual-assistance',
              channel: 'asean-mlat',
              country: 'MY',
              state: 'sent-abroad',
              refusedGround: null,
              missingItems: 0,
              remindOn: '2027-01-19',
            },
          ],
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const { offset, limit, ...asked } = call.query
        const rows = await listRequests(ctx, asked)
        return { total: rows.length, items: rows.slice(offset, offset + limit).map(wireRequest) }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/task-forces',
    access: ['cases:read'],
    summary: 'Task forces of which the own organisation is a member',
    answer: z.object({ items: z.array(TaskForceSchema) }),
    examples: {
      mine: {
        answer: {
          items: [
            {
              id: EXAMPLE.taskForceId,
              level: 'national',
              name: 'Gugus Tugas Contoh',
              part: 'member',
              source: 'Keputusan contoh 1/2026',
              sourceOn: '2026-01-05',
            },
          ],
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => ({
        items: (await listTaskForces(ctx)).flatMap((row) =>
          row.part === null
            ? []
            : [
                {
                  id: row.id,
                  level: row.level,
                  name: row.name,
                  part: row.part,
                  source: row.source,
                  sourceOn: row.source_on,
                },
              ],
        ),
      })),
  }),
  apiRoute({
    method: 'get',
    path: '/task-forces/{id}/cases',
    access: ['cases:read'],
    summary:
      'The cases before a task force as the own organisation may see them: who leads what, next dates, blockers',
    params: z.object({ id: z.string() }),
    answer: z.object({ items: z.array(EntrySchema) }),
    problems: [404],
    examples: {
      list: {
        params: { id: EXAMPLE.taskForceId },
        answer: {
          items: [
            {
              caseCode: EXAMPLE.caseCode,
              lead: 'KJRI Contoh',
              basis: 'consent',
              ownFile: false,
              work: [
                {
                  line: 'track',
                  kind: 'criminal',
                  place: 'home',
                  owner: 'Polri',
                  state: 'waiting',
                  nextOn: '2026-12-01',
                  blocker: 'waits-for-document',
                },
              ],
            },
          ],
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        if (!isId(call.params.id)) throw new NotFoundError('task-force.not-found')
        const { entries, work } = await openTaskForce(ctx, call.params.id)
        return {
          items: entries.map((entry) => ({
            caseCode: entry.code,
            lead: entry.lead_name,
            basis: entry.basis,
            ownFile: entry.own_file,
            work: work
              .filter((row) => row.entry_id === entry.id)
              .map((row) => ({
                line: row.line,
                kind: row.kind,
                place: row.place,
                owner: row.owner_name,
                state: row.state,
                nextOn: row.next_on,
                blocker: row.blocker,
              })),
          })),
        }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/task-force-tasks',
    access: ['cases:read'],
    summary: 'Open tasks of the own organisation that a task force decided',
    answer: z.object({ items: z.array(TaskSchema) }),
    examples: { open: { answer: { items: [task] } } },
    handle: (call) => asProgram(call, async (ctx) => ({ items: (await listMyDecisions(ctx)).map(wireTask) })),
  }),
  apiRoute({
    method: 'post',
    path: '/task-force-tasks/{id}/answer',
    access: ['cases:read', 'cases:write'],
    summary: 'Say what became of a task; a colleague answers for it',
    params: z.object({ id: z.string() }),
    body: z.strictObject({
      officer: Officer,
      version: z.int().min(1),
      state: z.enum(['done', 'not-done']),
      outcome: z.string().trim().max(4000, 'too-long').default(''),
    }),
    answer: TaskSchema,
    problems: [404, 409],
    examples: {
      done: {
        params: { id: EXAMPLE.decisionId },
        body: { officer: EXAMPLE.supervisor, version: 1, state: 'done', outcome: 'Juru bahasa ada.' },
        answer: { ...task, state: 'done', version: 2 },
      },
    },
    handle: (call) =>
      forOfficer(call, { signInName: call.body.officer, may: 'task-force.answer' }, async (ctx) => {
        if (!isId(call.params.id)) throw new NotFoundError('task-force.not-found')
        return wireTask(await answerDecision(ctx, { ...call.body, id: call.params.id }))
      }),
  }),
]
