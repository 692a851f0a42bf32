/** Employer and intermediaries: correcting and taking away a link. The old words stay in their row; a clash shows both. */
import {
  addChainLink,
  correctChainLink,
  endChainLink,
  readCase,
  type NewLink,
  type StaleLink,
} from '#src/modules/cases/index.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { Button, ErrorSummary, Hidden } from '#src/web/ui/staff/form.tsx'
import { EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { asMe, problemsOf, workFrame } from '../../casework.ts'
import { casePath } from '../case-head.tsx'
import { itemId, onTab } from '../case-post-routes.tsx'
import { codeOf } from '../show-case.tsx'
import { VersionsPage } from '../versions-page.tsx'
import { ChainFields } from './chain-fields.tsx'

type CorrectLinkView = {
  readonly code: string
  readonly linkId: string
  readonly version: string
  readonly form: FormState
}

function CorrectLinkPage({ frame, view }: { readonly frame: StaffFrame; readonly view: CorrectLinkView }) {
  const words = frame.t.kerjaBerkas.chain
  const path = casePath(frame, view.code, `/perantara/${view.linkId}/ubah`)
  return (
    <StaffPage frame={frame} current="cases" title={words.correctTitle} form={view.form}>
      <Head
        title={words.correctTitle}
        crumbs={
          <a href={casePath(frame, view.code, '/perantara')} class="code">
            {view.code}
          </a>
        }
        context={frame.t.kerjaBerkas.event.correctHint}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <form method="post" action={path} class="panel">
          <Hidden values={{ version: view.version }} />
          <ChainFields frame={frame} form={view.form} />
          <p class="buttons">
            <Button kind="main">{frame.t.kerjaUmum.save}</Button>
            <Button name="hapus" value="ya">
              {words.end}
            </Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

async function linkIn(req: StaffReq, linkId: string) {
  const file = await asMe(req, (ctx) => readCase(ctx, codeOf(req), 'work', 'chain'))
  const link = file.chain.find((each) => each.id === linkId)
  if (!link) throw new NotFoundError('chain.not-found')
  return link
}

async function correctPage(req: StaffReq, form?: FormState, status: 200 | 422 = 200): Promise<Response> {
  const link = await linkIn(req, itemId(req))
  const { name = '', where = '', note = '' } = link.words ?? {}
  const view = {
    code: codeOf(req),
    linkId: link.id,
    version: String(link.version),
    form: form ?? { ...EMPTY_FORM, values: { name, where, note, kind: link.kind } },
  }
  return page(req, <CorrectLinkPage frame={workFrame(req)} view={view} />, status)
}

function linkOf(req: StaffReq, { one }: FormValues): NewLink {
  return {
    code: codeOf(req),
    kind: one('kind'),
    name: one('name'),
    where: one('where'),
    note: one('note'),
  }
}

const inWords = (link: { readonly name: string; readonly where: string; readonly note: string }): string =>
  [link.name, link.where, link.note].filter(Boolean).join(', ')

async function bothVersions(req: StaffReq, form: FormValues, stale: StaleLink): Promise<Response> {
  const frame = workFrame(req)
  const words = req.t.kerjaBerkas.chain
  const typed = linkOf(req, form)
  const stored = stale.linkId === undefined ? undefined : await linkIn(req, stale.linkId)
  const { code, ...hidden } = typed
  const view = {
    code,
    field: words.name,
    stored: {
      at: stored?.created_at ?? frame.now,
      text: stored?.words ? inWords(stored.words) : words.ended,
    },
    typed: inWords(typed),
    action: casePath(frame, code, `/perantara/${stored?.id ?? itemId(req)}/ubah`),
    hidden: { ...hidden, version: String(stale.version), ...(!stored && { lagi: 'ya' }) },
  }
  return page(req, <VersionsPage frame={frame} view={view} />, 409)
}

/** `pakai` is the answer to two versions, `lagi` when the link was taken away meanwhile, `hapus` takes it away. */
async function save(req: StaffReq, form: FormValues): Promise<unknown> {
  const { one } = form
  const link = linkOf(req, form)
  const change = { linkId: itemId(req), version: Number(one('version')) }
  if (one('pakai') === 'tersimpan') return undefined
  if (one('pakai') === 'keduanya' || one('lagi') !== '') return asMe(req, (ctx) => addChainLink(ctx, link))
  if (one('hapus') !== '') return asMe(req, (ctx) => endChainLink(ctx, { code: codeOf(req), ...change }))
  return asMe(req, (ctx) => correctChainLink(ctx, { ...link, ...change }))
}

async function correct(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    await save(req, form)
  } catch (error) {
    if (error instanceof StaleVersionError) return bothVersions(req, form, error.current as StaleLink)
    if (!(error instanceof InvalidInputError)) throw error
    return correctPage(req, formState(form, problemsOf(req, error, 'name')), 422)
  }
  return seeOther(req, `/kerja/kasus/${codeOf(req)}/perantara?kabar=disimpan`)
}

const add = (req: StaffReq): Promise<Response> =>
  onTab(req, 'chain', 'name', async (ctx, form) => addChainLink(ctx, linkOf(req, form)))

const access = ['case.write'] as const
const PATH = '/kerja/kasus/:kode/perantara/:id/ubah'
export const chainRoutes: readonly Route[] = [
  staffRoute({ method: 'post', path: '/kerja/kasus/:kode/perantara', access, handle: add }),
  staffRoute({ method: 'get', path: PATH, access, handle: (req) => correctPage(req) }),
  staffRoute({ method: 'post', path: PATH, access, handle: correct }),
]
