/** Correcting an event: what was first written stays in its row; two who correct at once see both versions. */
import {
  addTimelineEntry,
  correctTimelineEntry,
  readCase,
  shareTimelineEntry,
  type NewEntry,
  type StaleEntry,
} from '#src/modules/cases/index.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import {
  Button,
  ErrorSummary,
  Hidden,
  optionsOf,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { asMe, problemsOf, workFrame } from '../../casework.ts'
import { casePath } from '../case-head.tsx'
import { itemId, onTab } from '../case-post-routes.tsx'
import { codeOf } from '../show-case.tsx'
import { VersionsPage } from '../versions-page.tsx'

export type CorrectEventView = {
  readonly code: string
  readonly entryId: string
  readonly version: string
  /** Fields: date, about, text, source, certainty. */
  readonly form: FormState
}

export function CorrectEventPage(props: { readonly frame: StaffFrame; readonly view: CorrectEventView }) {
  const { frame, view } = props
  const words = frame.t.kerjaBerkas.event
  const labels = frame.t.kerjaKasus.event
  const { form } = view
  return (
    <StaffPage frame={frame} current="cases" title={words.correctTitle} form={form}>
      <Head
        title={words.correctTitle}
        crumbs={
          <a href={casePath(frame, view.code, '/kronologi')} class="code">
            {view.code}
          </a>
        }
        context={words.correctHint}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={form} />
        <form
          method="post"
          action={casePath(frame, view.code, `/kronologi/${view.entryId}/betulkan`)}
          class="panel"
        >
          <Hidden values={{ version: view.version }} />
          <div class="grid2">
            <TextField form={form} name="date" label={labels.date} hint={labels.dateHint} />
            <TextField form={form} name="about" label={labels.about} hint={labels.aboutHint} />
          </div>
          <TextArea form={form} name="text" label={labels.text} />
          <div class="grid2">
            <Select
              form={form}
              name="source"
              label={labels.source}
              options={optionsOf(frame.t.kerjaKode.source)}
            />
            <Select
              form={form}
              name="certainty"
              label={labels.certainty}
              options={optionsOf(frame.t.kerjaKode.certainty)}
            />
          </div>
          <p class="buttons">
            <Button kind="main">{frame.t.kerjaUmum.save}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

async function entryIn(req: StaffReq, entryId: string) {
  const file = await asMe(req, (ctx) => readCase(ctx, codeOf(req), 'work', 'timeline'))
  const entry = file.timeline.find((each) => each.id === entryId)
  if (!entry) throw new NotFoundError('timeline.not-found')
  return entry
}

async function correctPage(req: StaffReq, form?: FormState, status: 200 | 422 = 200): Promise<Response> {
  const entry = await entryIn(req, itemId(req))
  const values = {
    date: entry.words?.date ?? '',
    about: entry.words?.dateWords ?? '',
    text: entry.words?.text ?? '',
    source: entry.source_kind,
    certainty: entry.certainty,
  }
  const view: CorrectEventView = {
    code: codeOf(req),
    entryId: entry.id,
    version: String(entry.version),
    form: form ?? { ...EMPTY_FORM, values },
  }
  return page(req, <CorrectEventPage frame={workFrame(req)} view={view} />, status)
}

function entryOf(req: StaffReq, { one }: FormValues): NewEntry {
  return {
    code: codeOf(req),
    date: one('date'),
    dateWords: one('about'),
    text: one('text'),
    source: one('source') || 'unknown',
    certainty: one('certainty') || 'unknown',
  }
}

const TYPED = ['date', 'about', 'text', 'source', 'certainty'] as const

async function bothVersions(req: StaffReq, form: FormValues, stale: StaleEntry): Promise<Response> {
  const entry = await entryIn(req, stale.entryId)
  const frame = workFrame(req)
  const hidden = Object.fromEntries(TYPED.map((name) => [name, form.one(name)]))
  const view = {
    code: codeOf(req),
    field: req.t.kerjaBerkas.event.name,
    stored: {
      at: entry.created_at,
      text: [entry.words?.date, entry.words?.dateWords, entry.words?.text].filter(Boolean).join(': '),
    },
    typed: [form.one('date'), form.one('about'), form.one('text')].filter(Boolean).join(': '),
    action: casePath(frame, codeOf(req), `/kronologi/${entry.id}/betulkan`),
    hidden: { ...hidden, version: String(entry.version) },
  }
  return page(req, <VersionsPage frame={frame} view={view} />, 409)
}

/** `pakai`: the answer to two versions; without it a plain correction. */
async function correct(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const entry = entryOf(req, form)
  const entryId = itemId(req)
  try {
    if (form.one('pakai') === 'keduanya')
      await asMe(req, (ctx) => addTimelineEntry(ctx, { ...entry, contradicts: entryId }))
    else if (form.one('pakai') !== 'tersimpan')
      await asMe(req, (ctx) =>
        correctTimelineEntry(ctx, { ...entry, entryId, version: Number(form.one('version')) }),
      )
  } catch (error) {
    if (error instanceof StaleVersionError) return bothVersions(req, form, error.current as StaleEntry)
    if (!(error instanceof InvalidInputError)) throw error
    return correctPage(req, formState(form, problemsOf(req, error, 'text')), 422)
  }
  return seeOther(req, `/kerja/kasus/${codeOf(req)}/kronologi?kabar=disimpan`)
}

const share = (req: StaffReq): Promise<Response> =>
  onTab(req, 'timeline', 'text', (ctx, { one }) =>
    shareTimelineEntry(ctx, {
      code: codeOf(req),
      entryId: itemId(req),
      version: Number(one('version')),
      shared: one('shared') === 'ya' ? 'shared' : 'own',
    }),
  )

const PATH = '/kerja/kasus/:kode/kronologi/:id'
export const correctRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: `${PATH}/betulkan`,
    access: ['case.write'],
    handle: (req) => correctPage(req),
  }),
  staffRoute({ method: 'post', path: `${PATH}/betulkan`, access: ['case.write'], handle: correct }),
  staffRoute({ method: 'post', path: `${PATH}/bagikan`, access: ['case.write'], handle: share }),
]
