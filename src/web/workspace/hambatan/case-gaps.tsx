/** Obstacles of the system in one case. Opening it opens the case, so it is recorded; the register gets no code of a case. */
import { linkCase, logGapOfCase, readGapsOfCase, unlinkCase, type Gap } from '#src/modules/gaps/index.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { formState, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { Button, ErrorSummary, Hidden, Notice, Select } from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { asMe, idIn, workFrame } from '../casework.ts'
import { casePath } from '../kasus/case-head.tsx'
import { codeOf } from '../kasus/show-case.tsx'
import { GapFields, newGapOf } from './gap-fields.tsx'
import { mayDo, problemsIn } from './gap-routes.tsx'
import { GAP_TONE, gapName, GAPS } from './gap-words.tsx'

export type CaseGapsView = {
  readonly code: string
  readonly linked: readonly Gap[]
  readonly others: readonly Gap[]
  readonly form: FormState
  readonly mayLog?: 'may-log'
}
type Props = { readonly frame: StaffFrame; readonly view: CaseGapsView }

export function CaseGapsPage({ frame, view }: Props) {
  const words = frame.t.kerjaHambatan
  return (
    <StaffPage frame={frame} current="cases" title={words.ofCase} form={view.form}>
      <Head
        title={words.ofCase}
        crumbs={
          <a href={casePath(frame, view.code)} class="code">
            {view.code}
          </a>
        }
        context={words.ofCaseHint}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <Linked frame={frame} view={view} />
        {view.mayLog && <LinkForm frame={frame} view={view} />}
        {view.mayLog && <NewForm frame={frame} view={view} />}
      </div>
    </StaffPage>
  )
}

function Linked({ frame, view }: Props) {
  const words = frame.t.kerjaHambatan
  return (
    <section class="stack">
      <h2>{words.linked}</h2>
      {view.linked.length === 0 && <p class="small">{words.linkedEmpty}</p>}
      <ul class="rows">
        {view.linked.map((gap) => (
          <li>
            <StateTag tone={GAP_TONE[gap.state]}>{words.state[gap.state]}</StateTag>
            <div>
              <h3>
                <a href={at(frame, `${GAPS}/${gap.id}`)}>{gapName(frame, gap)}</a>
              </h3>
              <p class="under">{words.code[gap.code]}</p>
            </div>
            {view.mayLog && (
              <form method="post" action={casePath(frame, view.code, '/hambatan')}>
                <Hidden values={{ gap: gap.id }} />
                <Button name="do" value="unlink">
                  {words.unlink}
                  <span class="hidden">: {gapName(frame, gap)}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function LinkForm({ frame, view }: Props) {
  const words = frame.t.kerjaHambatan
  if (view.others.length === 0) return null
  const options = view.others.map((gap) => ({
    value: gap.id,
    label: `${words.code[gap.code]}: ${gapName(frame, gap)}`.slice(0, 140),
  }))
  return (
    <form method="post" action={casePath(frame, view.code, '/hambatan')} class="stack panel">
      <h2>{words.link}</h2>
      <Select form={view.form} name="gap" label={words.col.gap} options={options} empty="–" />
      <p class="buttons">
        <Button name="do" value="link">
          {words.linkButton}
        </Button>
      </p>
    </form>
  )
}

function NewForm({ frame, view }: Props) {
  const words = frame.t.kerjaHambatan
  return (
    <form method="post" action={casePath(frame, view.code, '/hambatan')} class="stack panel">
      <h2>{words.logNew}</h2>
      <Notice kind="care" lead={words.addHint} />
      <GapFields frame={frame} form={view.form} />
      <p class="buttons">
        <Button kind="main" name="do" value="log">
          {words.save}
        </Button>
      </p>
    </form>
  )
}

async function show(req: StaffReq, form: FormState = EMPTY_FORM, status: 200 | 422 = 200): Promise<Response> {
  const code = codeOf(req)
  const { linked, others } = await asMe(req, (ctx) => readGapsOfCase(ctx, code))
  const view = { code, linked, others, form, ...(mayDo(req, 'gap.log') && { mayLog: 'may-log' as const }) }
  req.c.header('cache-control', 'no-store')
  return page(req, <CaseGapsPage frame={workFrame(req)} view={view} />, status)
}

async function change(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const code = codeOf(req)
  const action = form.one('do')
  const gap = idIn(form.one('gap'))
  try {
    await asMe(req, async (ctx) => {
      if (action === 'log') return void (await logGapOfCase(ctx, code, newGapOf(form)))
      if (gap === '') throw new InvalidInputError([{ path: 'gap', code: 'gap.choose' }])
      return action === 'unlink' ? unlinkCase(ctx, code, gap) : linkCase(ctx, code, gap)
    })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return show(req, formState(form, problemsIn(req, error)), 422)
  }
  return seeOther(req, `/kerja/kasus/${code}/hambatan?kabar=disimpan`)
}

const PATH = '/kerja/kasus/:kode/hambatan'

export const caseGapRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PATH, access: ['case.read'], handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: PATH, access: ['gap.log'], handle: change }),
]
