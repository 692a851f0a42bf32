/** Evidence: taking a file or an object in, checking its hash, handing it over. */
import { addEvidence, checkEvidence, handOverEvidence, type BroughtFile } from '#src/modules/cases/index.ts'
import { inspectFile, LARGEST_FILE } from '#src/platform/files/inspect-file.ts'
import { formState, readForm } from '#src/web/form-values.ts'
import { staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { idIn } from '../../casework.ts'
import { itemId, onTab } from '../case-post-routes.tsx'
import { codeOf, showCase } from '../show-case.tsx'

/** The largest file and the fields around it. */
const WITH_FILE = LARGEST_FILE + 256 * 1024

type Brought =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly file: BroughtFile }
  | { readonly kind: 'refused'; readonly why: 'empty' | 'too-big' | 'wrong-kind' }

/** The body is read once and kept by Hono, so the fields can be read after it. */
async function broughtFile(req: StaffReq): Promise<Brought> {
  const given = (await req.c.req.formData()).get('file')
  if (given === null || typeof given === 'string' || (given.name === '' && given.size === 0))
    return { kind: 'none' }
  const inspected = await inspectFile(new Uint8Array(await given.arrayBuffer()))
  return inspected.kind === 'refused' ? inspected : { kind: 'file', file: { name: given.name, inspected } }
}

/** A refused file loses nothing that was typed beside it. */
async function takeIn(req: StaffReq): Promise<Response> {
  const brought = await broughtFile(req)
  if (brought.kind === 'refused') {
    const message = req.t.kerjaBerkas.evidence.refused[brought.why]
    return showCase(req, 'evidence', {
      form: formState(await readForm(req), [{ path: 'file', message }]),
      status: 422,
    })
  }
  return onTab(req, 'evidence', 'title', (ctx, { one }) =>
    addEvidence(ctx, {
      code: codeOf(req),
      title: one('title'),
      kind: one('kind'),
      from: one('from'),
      original: one('original'),
      ...(brought.kind === 'file' && { file: brought.file }),
      ...(one('attachment') !== '' && { attachmentId: idIn(one('attachment')) }),
    }),
  )
}

const handOver = (req: StaffReq): Promise<Response> =>
  onTab(req, 'evidence', 'to', (ctx, { one }) =>
    handOverEvidence(ctx, {
      code: codeOf(req),
      evidenceId: itemId(req),
      from: req.who.name,
      to: one('to'),
      why: one('why'),
    }),
  )

const check = (req: StaffReq): Promise<Response> =>
  onTab(req, 'evidence', 'file', (ctx) => checkEvidence(ctx, { code: codeOf(req), evidenceId: itemId(req) }))

export const evidenceRoutes: readonly Route[] = [
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/bukti',
    access: ['evidence.add'],
    maxBody: WITH_FILE,
    handle: takeIn,
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/bukti/:id/serah',
    access: ['evidence.add'],
    handle: handOver,
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/bukti/:id/cek',
    access: ['evidence.read'],
    handle: check,
  }),
]
