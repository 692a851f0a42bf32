import { z } from '@hono/zod-openapi'
import { addAttachment } from '#src/modules/reports/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { inspectFile } from '#src/platform/files/inspect-file.ts'
import { apiRoute } from '../route.ts'
import { codeExample, codeFields, holderOfCode } from './follow-api.ts'

/** Larger than a single file may be, so that one that is too large is answered beside its field. */
const WITH_FILE = 20 * 1024 * 1024

export const followFilesApi = [
  apiRoute({
    method: 'post',
    path: '/follow/attachments',
    access: 'public',
    summary: 'Add a photo, document or recording',
    body: z.strictObject({
      ...codeFields,
      file: z.instanceof(File, { message: 'file.missing' }).openapi({ type: 'string', format: 'binary' }),
    }),
    bodyType: 'multipart/form-data',
    maxBody: WITH_FILE,
    answer: z.object({
      mediaType: z.string(),
      metadata: z.enum(['removed', 'kept']).openapi({ description: 'kept: it may still tell who made it.' }),
    }),
    status: 201,
    problems: [404, 429],
    examples: {
      document: {
        body: { ...codeExample, file: 'contoh.pdf' },
        answer: { mediaType: 'application/pdf', metadata: 'kept' },
      },
    },
    handle: async (call) => {
      const holder = await holderOfCode(call, call.body)
      const { file } = call.body
      const inspected = await inspectFile(new Uint8Array(await file.arrayBuffer()))
      const refuse = (why: string): never => {
        throw new InvalidInputError([{ path: 'file', code: `file.${why}` }])
      }
      if (inspected.kind === 'refused') return refuse(inspected.why)
      const added = await runAs(call.platform, holder, (ctx) => addAttachment(ctx, inspected, file.name))
      if (added.kind === 'refused') return refuse(added.why)
      return { mediaType: inspected.mediaType, metadata: added.metadata }
    },
  }),
]
