/** One hand-over for both sides: who does what, the answers to each task on one page, and the shared timeline. */
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Hidden,
  Notice,
  Select,
  TextField,
  Tick,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { Sheet, type SheetView } from '#src/web/ui/staff/referral-parts.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import type { CarriedItem } from '#src/modules/referrals/index.ts'
import type { SharingGround } from '#src/modules/sharing/index.ts'
import { AbroadFields, AgreementGround, CarriedItems } from '../basis-parts.tsx'
import { AnswerTasks, SharedFacts, WhoDoesWhat, type FactsView, type TaskView } from './hand-over-parts.tsx'

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export const HAND_OVER = '/kerja/rujukan/serah-terima' as const

export type HandOverView = {
  readonly id: string
  readonly side: 'sender' | 'receiver'
  readonly otherBody: string
  readonly sender: string
  readonly tasks: readonly TaskView[]
  readonly kept: readonly string[]
  readonly facts: FactsView
  readonly otherBodies: readonly Option[]
  readonly mayAnswer?: 'may-answer'
  readonly form: FormState
}

export function HandOverPage({ frame, view }: Props<HandOverView>) {
  const words = frame.t.kerjaBerbagi.handOver
  const title = words.withBody(view.otherBody)
  return (
    <StaffPage frame={frame} current="referrals" title={title} form={view.form}>
      <Head
        title={title}
        crumbs={
          <>
            <a href={at(frame, '/kerja/rujukan')}>{frame.t.kerjaRujukan.title}</a> / {words.title}
          </>
        }
      />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <WhoDoesWhat frame={frame} tasks={view.tasks} kept={view.kept} sender={view.sender} />
        {view.side === 'receiver' && view.mayAnswer && (
          <AnswerTasks
            frame={frame}
            action={at(frame, `${HAND_OVER}/${view.id}/jawab`)}
            tasks={view.tasks}
            otherBodies={view.otherBodies}
            form={view.form}
          />
        )}
        <SharedFacts frame={frame} facts={view.facts} form={view.form} />
      </div>
    </StaffPage>
  )
}

export type NewHandOverView = {
  readonly caseCode: string
  readonly bodies: readonly Option[]
  readonly needs: readonly Option[]
  /** The chosen body with what may go to it; without it the body is chosen first. */
  readonly body?: {
    readonly id: string
    readonly name: string
    readonly items: readonly Option[]
    readonly abroad?: 'abroad'
  }
  /** Fields: lembaga; then tasks, asked.<need>, items, and those of the ground for abroad. */
  readonly form: FormState
}

export function NewHandOverPage({ frame, view }: Props<NewHandOverView>) {
  const words = frame.t.kerjaBerbagi.handOver
  return (
    <StaffPage frame={frame} current="referrals" title={words.newTitle} form={view.form}>
      <Head
        title={words.newTitle}
        crumbs={
          <a href={at(frame, `/kerja/kasus/${view.caseCode}`)} class="code">
            {view.caseCode}
          </a>
        }
        context={words.newIntro}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.needs.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <>
            <form action={at(frame, `/kerja/kasus/${view.caseCode}/serah-terima`)} class="panel">
              <Select
                form={{ values: { lembaga: view.body?.id }, problems: [] }}
                name="lembaga"
                label={words.chooseBody}
                options={view.bodies}
                empty={frame.t.kerjaUmum.choose}
              />
              <p class="buttons">
                <Button kind={view.body === undefined ? 'main' : 'plain'}>
                  {frame.t.kerjaRujukan.chooseBody}
                </Button>
              </p>
            </form>
            {view.body && <Tasks frame={frame} view={view} body={view.body} />}
          </>
        )}
      </div>
    </StaffPage>
  )
}

function Tasks({
  frame,
  view,
  body,
}: Props<NewHandOverView> & { readonly body: NonNullable<NewHandOverView['body']> }) {
  const words = frame.t.kerjaBerbagi.handOver
  const { form } = view
  return (
    <form method="post" action={at(frame, `${HAND_OVER}/pratinjau`)} class="stack">
      <Hidden values={{ case: view.caseCode, body: body.id }} />
      <h2 id="body">{body.name}</h2>
      <Checkboxes form={form} name="tasks" label={words.tasks} hint={words.tasksHint} options={view.needs} />
      {view.needs.map((need) => (
        <TextField form={form} name={`asked.${need.value}`} label={words.asked(need.label)} wide="wide" />
      ))}
      {body.items.length === 0 ? (
        <Notice kind="care" lead={frame.t.kerjaRujukan.consentAsk}>
          <a href={at(frame, `/kerja/kasus/${view.caseCode}/persetujuan`)}>
            {frame.t.kerjaRujukan.askConsent}
          </a>
        </Notice>
      ) : (
        <Checkboxes
          form={form}
          name="items"
          label={frame.t.kerjaRujukan.items}
          hint={frame.t.kerjaRujukan.itemsHint}
          options={body.items}
        />
      )}
      {body.abroad && <AbroadFields frame={frame} form={form} />}
      <p class="buttons">
        <Button kind="main" icon="mata">
          {words.toPreview}
        </Button>
      </p>
    </form>
  )
}

export type HandOverPreviewView = {
  readonly caseCode: string
  readonly receiver: string
  readonly sheets: readonly SheetView[]
  readonly carried: readonly CarriedItem[]
  readonly ground: SharingGround
  readonly hidden: Readonly<Record<string, string>>
  /** Field: read. */
  readonly form: FormState
}

export function HandOverPreviewPage({ frame, view }: Props<HandOverPreviewView>) {
  const words = frame.t.kerjaBerbagi.handOver
  const title = frame.t.kerjaRujukan.previewTitle(view.receiver)
  return (
    <StaffPage frame={frame} current="referrals" title={title} form={view.form}>
      <Head
        title={title}
        crumbs={
          <a href={at(frame, `/kerja/kasus/${view.caseCode}`)} class="code">
            {view.caseCode}
          </a>
        }
        context={words.sheets(view.sheets.length)}
      />
      <form method="post" action={at(frame, HAND_OVER)}>
        <Hidden values={view.hidden} />
        <div class="send">
          <div class="col">
            <ErrorSummary frame={frame} form={view.form} />
            <CarriedItems frame={frame} carried={view.carried} />
            <AgreementGround frame={frame} ground={view.ground} />
          </div>
          <div class="sheet-wrap">
            <p class="small line keep sheet-note">{frame.t.kerjaRujukan.exactly(view.receiver)}</p>
            {view.sheets.map((sheet) => (
              <Sheet frame={frame} sheet={sheet} />
            ))}
          </div>
        </div>
        <div class="bar">
          <Tick form={view.form} name="read" label={frame.t.kerjaRujukan.readTick} />
          <div class="end">
            <Button kind="main" icon="rujuk">
              {words.send}
            </Button>
          </div>
        </div>
      </form>
    </StaffPage>
  )
}
