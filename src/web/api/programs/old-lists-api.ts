import { isId } from '#src/platform/ids.ts'
import { z } from '@hono/zod-openapi'
import { readListState } from '#src/modules/imports/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { EXAMPLE } from '../examples.ts'
import { apiRoute } from '../route.ts'
import { asProgram } from './as-program.ts'

const OldListSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(['draft', 'running', 'stopped', 'done', 'undone']),
    rows: z.int().openapi({ description: 'Rows of the file with something in them.' }),
    made: z.int(),
    updated: z.int(),
    skipped: z.int(),
    leftOut: z.int().openapi({ description: 'Rows with a mistake; they stand in the error file.' }),
    startedAt: z.iso.datetime().nullable(),
    doneAt: z.iso.datetime().nullable(),
    undoneAt: z.iso.datetime().nullable(),
  })
  .openapi('OldList', { description: 'How far an old case list came; no word of what stands in it.' })

export const oldListsApi = [
  apiRoute({
    method: 'get',
    path: '/old-lists/{id}',
    access: ['cases:read'],
    summary: 'How far an old case list of the own organisation came',
    params: z.object({ id: z.string() }),
    answer: OldListSchema,
    problems: [404],
    examples: {
      running: {
        params: { id: EXAMPLE.listId },
        answer: {
          id: EXAMPLE.listId,
          state: 'running',
          rows: 2000,
          made: 450,
          updated: 0,
          skipped: 20,
          leftOut: 5,
          startedAt: '2026-11-20T04:00:00.000Z',
          doneAt: null,
          undoneAt: null,
        },
      },
    },
    handle: (call) =>
      asProgram(call, async (ctx) => {
        if (!isId(call.params.id)) throw new NotFoundError('old-list.not-found')
        const row = await readListState(ctx, call.params.id)
        return {
          id: row.id,
          state: row.state,
          rows: row.total,
          made: row.made,
          updated: row.updated,
          skipped: row.skipped,
          leftOut: row.left_out,
          startedAt: row.started_at?.toISOString() ?? null,
          doneAt: row.done_at?.toISOString() ?? null,
          undoneAt: row.undone_at?.toISOString() ?? null,
        }
      }),
  }),
]
