import { z } from '@hono/zod-openapi'
import { EXPORT_TYPES } from '#src/domain/htcds/gate.ts'
import { recordToJson } from '#src/domain/htcds/json.ts'
import { LOSS_CODES } from '#src/domain/htcds/losses.ts'
import { FAULT_CODES, NOTE_CODES } from '#src/domain/htcds/record.ts'
import { SCHEMA_PATH } from '#src/domain/htcds/schema.ts'
import { EXPORT_FILTERS, gatherHtcds, judgeHtcdsFor } from '#src/modules/htcds/index.ts'
import { apiRoute } from '../route.ts'
import { asProgram } from './as-program.ts'

const LARGEST = 5 * 1024 * 1024

const Place = { row: z.int(), column: z.string(), written: z.string() }

const ReadingSchema = z
  .object({
    kind: z.enum(['not-htcds', 'too-many', 'which-row', 'read']),
    records: z.int().openapi({ description: 'How many cases would be made; none while there is a fault.' }),
    faults: z.array(z.object({ ...Place, code: z.enum(FAULT_CODES) })),
    notes: z.array(z.object({ ...Place, code: z.enum(NOTE_CODES) })),
  })
  .openapi('HtcdsReading')

const FileSchema = z
  .object({
    standard: z.literal('HTCDS'),
    version: z.literal('2.0'),
    records: z.array(z.looseObject({})).openapi({ description: `Each as ${SCHEMA_PATH} says.` }),
    x_LossReport: z.array(
      z.object({ record: z.int(), field: z.string().optional(), code: z.enum(LOSS_CODES) }),
    ),
    closed: z.int().openapi({ description: 'Persons who have not allowed this receiver.' }),
    left: z.int().openapi({ description: 'Cases beyond one answer: narrow the question.' }),
  })
  .openapi('HtcdsFile')

export const htcdsApi = [
  apiRoute({
    method: 'get',
    path: '/htcds/records',
    access: ['cases:read'],
    summary: 'The own cases about trafficking as records of HTCDS 2.0',
    description:
      'Only what each person allowed for this receiver, without protected cases, with the list of what HTCDS 2.0 cannot say. Recorded as an export.',
    query: z.object({
      receiver: z.string().max(60, 'too-long').openapi({
        description: 'Id of a body of this installation, or kind:police and the like for one outside.',
      }),
      type: z.enum(EXPORT_TYPES).default('TPPO'),
      filter: z.enum(EXPORT_FILTERS).default('org'),
      country: z.string().max(2, 'not-in-list').optional(),
    }),
    answer: FileSchema,
    examples: {
      toPolice: {
        query: { receiver: 'kind:police' },
        answer: {
          standard: 'HTCDS',
          version: '2.0',
          records: [{ prs_FirstName: 'Sari', vic_TypeOfExploitation: ['Other'], x_ForcedCriminality: true }],
          x_LossReport: [{ record: 1, field: 'vic_TypeOfExploitation', code: 'forced-criminality' }],
          closed: 4,
          left: 0,
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const found = await gatherHtcds(ctx, { ...call.query, layout: 'json' }, 'download')
        return {
          standard: 'HTCDS' as const,
          version: '2.0' as const,
          records: found.records.map(({ record }) => recordToJson(record)),
          x_LossReport: found.records.flatMap(({ losses }, at) =>
            losses.map(({ field, code }) => ({ record: at + 1, ...(field && { field }), code })),
          ),
          closed: found.closed,
          left: found.left,
        }
      }),
  }),
  apiRoute({
    method: 'post',
    path: '/htcds/dry-run',
    access: ['cases:write'],
    summary: 'What a file of HTCDS 2.0 would become; nothing is stored',
    description: 'Faults stop the whole file; notes do not. A person takes a file over in the workspace.',
    body: z.strictObject({
      standard: z.literal('HTCDS').optional(),
      version: z.literal('2.0').optional(),
      records: z.array(z.looseObject({})).max(1001, 'too-long'),
    }),
    maxBody: LARGEST,
    answer: ReadingSchema,
    examples: {
      oneFault: {
        body: { records: [{ prs_FirstName: 'Sari', prs_Birthdate: '03/04/1994' }] },
        answer: {
          kind: 'read',
          records: 0,
          faults: [{ row: 1, column: 'prs_Birthdate', written: '03/04/1994', code: 'date.ambiguous' }],
          notes: [],
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        const reading = await judgeHtcdsFor(ctx, { kind: 'document', document: call.body })
        if (reading.kind !== 'read') return { kind: reading.kind, records: 0, faults: [], notes: [] }
        return {
          kind: reading.kind,
          records: reading.faults.length > 0 ? 0 : reading.rows.length,
          faults: reading.faults.map(placed),
          notes: reading.notes.map(placed),
        }
      }),
  }),
]

function placed<T>({
  row,
  column,
  written,
  code,
}: {
  row: number
  column: string
  written: string
  code: T
}) {
  return { row, column, written, code }
}
