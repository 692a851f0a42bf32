import { z } from '@hono/zod-openapi'
import { NEED_KINDS } from '#src/domain/cases/codes.ts'
import { URGENCIES } from '#src/domain/cases/urgency.ts'
import {
  addNeed,
  CASE_FILTERS,
  CASE_SORTS,
  listCases,
  readCase,
  type CaseFile,
} from '#src/modules/cases/index.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { asProgram } from './as-program.ts'
import { instant, pageFields } from './fields.ts'

const urgency = z.enum(URGENCIES)
const LONGEST_LABEL = 500

const ListedSchema = z
  .object({
    code: z.string(),
    state: z.string(),
    urgency,
    caseTypes: z.array(z.string()),
    country: z.string().nullable(),
    touchesChild: z.boolean(),
    nextDueAt: instant.nullable(),
    touchedAt: instant,
  })
  .openapi('ListedCase')

const CaseSchema = z
  .object({
    code: z.string(),
    state: z.string(),
    urgency,
    caseTypes: z.array(z.string()),
    country: z.string().nullable(),
    phase: z.string(),
    leadOrg: z.string(),
    summary: z.string().nullable(),
    persons: z.array(
      z.object({
        roles: z.array(z.string()),
        names: z.array(z.string()),
        category: z.string(),
        documentStatus: z.string().openapi({ description: 'Never a condition of help.' }),
      }),
    ),
    needs: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        state: z.string(),
        urgency,
        owner: z.string(),
        label: z.string().nullable(),
      }),
    ),
    timeline: z.array(
      z.object({
        when: z.string().nullable(),
        text: z.string().nullable(),
        source: z.string(),
        certainty: z.string(),
        by: z.string().openapi({ description: 'The body that wrote it down.' }),
      }),
    ),
  })
  .openapi('Case', { description: 'No notes, messages, evidence or contacts: those open to persons only.' })

const listed = {
  code: EXAMPLE.caseCode,
  state: 'open',
  urgency: 'tinggi',
  caseTypes: ['UNPAID_WAGES'],
  country: 'MY',
  touchesChild: false,
  nextDueAt: null,
  touchedAt: '2026-11-20T04:00:00.000Z',
}

export const casesApi = [
  apiRoute({
    method: 'get',
    path: '/cases',
    access: ['cases:read'],
    summary: 'The own cases, without protected ones',
    query: z.object({
      filter: z.enum(CASE_FILTERS.filter((filter) => filter !== 'mine')).default('org'),
      sort: z.enum(CASE_SORTS).default('urgency'),
      order: z.enum(['ascending', 'descending']).default('ascending'),
      urgency: urgency.optional(),
      type: z.string().max(40, 'too-long').optional(),
      country: z.string().max(2, 'not-in-list').optional(),
      ...pageFields,
    }),
    answer: z.object({ total: z.int(), items: z.array(ListedSchema) }),
    examples: {
      open: { query: { filter: 'org', sort: 'urgency' }, answer: { total: 1, items: [listed] } },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const list = await listCases(ctx, call.query)
        return {
          total: list.total,
          items: list.items.map((item) => ({
            code: item.code,
            state: item.case_state,
            urgency: item.urgency as z.infer<typeof urgency>,
            caseTypes: item.case_types,
            country: item.country,
            touchesChild: item.touches_child,
            nextDueAt: item.next_due_at?.toISOString() ?? null,
            touchedAt: item.touched_at.toISOString(),
          })),
        }
      }),
  }),
  apiRoute({
    method: 'get',
    path: '/cases/{code}',
    access: ['cases:read'],
    summary: 'One case',
    params: z.object({ code: z.string() }),
    answer: CaseSchema,
    problems: [404],
    examples: {
      read: {
        params: { code: EXAMPLE.caseCode },
        answer: {
          code: EXAMPLE.caseCode,
          state: 'open',
          urgency: 'tinggi',
          caseTypes: ['UNPAID_WAGES'],
          country: 'MY',
          phase: 'during',
          leadOrg: 'KJRI Contoh',
          summary: 'Gaji belum dibayar.',
          persons: [
            {
              roles: ['concerned'],
              names: ['Sari Contoh'],
              category: 'worker',
              documentStatus: 'unknown',
            },
          ],
          needs: [
            {
              id: EXAMPLE.needId,
              kind: 'wages',
              state: 'open',
              urgency: 'sedang',
              owner: 'KJRI Contoh',
              label: null,
            },
          ],
          timeline: [],
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => wireCase(await readCase(ctx, call.params.code, 'export', 'api'))),
  }),
  apiRoute({
    method: 'post',
    path: '/cases/{code}/needs',
    access: ['cases:read', 'cases:write'],
    summary: 'Record a need',
    params: z.object({ code: z.string() }),
    body: z.strictObject({
      kind: z.enum(NEED_KINDS),
      urgency,
      label: z.string().trim().max(LONGEST_LABEL, 'too-long').default(''),
    }),
    answer: z.object({ id: z.uuid() }),
    status: 201,
    problems: [404],
    examples: {
      wages: {
        params: { code: EXAMPLE.caseCode },
        body: { kind: 'wages', urgency: 'sedang', label: 'Tujuh bulan gaji' },
        answer: { id: EXAMPLE.needId },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => ({ id: await addNeed(ctx, { ...call.body, code: call.params.code }) })),
  }),
]

function wireCase({ row, leadName, summary, persons, needs, timeline }: CaseFile) {
  return {
    code: row.code,
    state: row.state,
    urgency: row.urgency,
    caseTypes: row.case_types,
    country: row.country,
    phase: row.phase,
    leadOrg: leadName,
    summary: summary ?? null,
    persons: persons.map((each) => ({
      roles: each.roles,
      names: [...(each.person?.facts?.names ?? [])],
      category: each.category,
      documentStatus: each.document_status,
    })),
    needs: needs.map((need) => ({
      id: need.id,
      kind: need.kind,
      state: need.state,
      owner: need.owner_name,
      urgency: need.urgency as z.infer<typeof urgency>,
      label: need.words?.label ?? null,
    })),
    timeline: timeline.map((entry) => ({
      when: entry.words?.date ?? entry.words?.dateWords ?? null,
      text: entry.words?.text ?? null,
      source: entry.source_kind,
      certainty: entry.certainty,
      by: entry.org_name,
    })),
  }
}
