/** Take a report for someone: five questions on one page, keyboard first, read-back before saving. */
import type { Child } from 'hono/jsx'
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Hidden,
  Notice,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { READER_KINDS } from '#src/domain/reports/report.ts'

/** Field names are those of ReportDraft, with dots for nesting: `place.country`, `safeContact.ways` … */
export type TakeReportView = {
  readonly form: FormState
  readonly idempotencyKey: string
  readonly countries: readonly Option[]
  readonly languages: readonly Option[]
  /** The five answers as sentences to read aloud; made by the button "compose". */
  readonly readBack?: readonly string[]
  /** What the caller with code and PIN would see, in the same words; or that they do not match. */
  readonly caller?:
    | { readonly kind: 'no-match' }
    | {
        readonly kind: 'page'
        readonly sentences: readonly string[]
        readonly messages: readonly { readonly from: 'reporter' | 'officer'; readonly text: string }[]
        /** Sealed proof that carries the message back. */
        readonly ticket: string
      }
}

type Props = { readonly frame: StaffFrame; readonly view: TakeReportView }

/** The short key is a link to the section: on a box or a button it would also tick it. */
function Question(props: { readonly number: number; readonly title: string; readonly children?: Child }) {
  return (
    <section class="question" id={`t${props.number}`} tabindex={-1}>
      <h2>
        <a href={`#t${props.number}`} accesskey={String(props.number)}>
          <kbd class="kbd">{props.number}</kbd>
        </a>
        {props.title}
      </h2>
      {props.children}
    </section>
  )
}

function WhatAndWhere({ frame, view }: Props) {
  const words = frame.t.kerjaCatat
  const codes = frame.t.kerjaKode
  const { form } = view
  return (
    <>
      <Question number={1} title={words.q1}>
        <Checkboxes form={form} name="what" label={words.q1} options={optionsOf(codes.what)} cols="cols" />
        <TextArea form={form} name="story" label={words.story} hint={words.storyHint} rows={5} />
      </Question>
      <Question number={2} title={words.q2}>
        <div class="grid2">
          <Select
            form={form}
            name="place.country"
            label={words.country}
            options={view.countries}
            empty={frame.t.kerjaUmum.unknown}
          />
          <TextField form={form} name="place.words" label={words.where} hint={words.whereHint} wide="wide" />
        </div>
      </Question>
      <Question number={3} title={words.q3}>
        <Radios
          form={form}
          name="danger"
          label={words.q3}
          options={[...optionsOf(codes.danger), { value: 'does-not-know', label: words.notKnown }]}
        />
        <Notice kind="care" lead={words.danger}>
          <a href={at(frame, '/kerja/direktori')}>{words.directory}</a>
        </Notice>
      </Question>
    </>
  )
}

function ContactAndShare({ frame, view }: Props) {
  const words = frame.t.kerjaCatat
  const codes = frame.t.kerjaKode
  const { form } = view
  return (
    <>
      <Question number={4} title={words.q4}>
        <Checkboxes
          form={form}
          name="safeContact.ways"
          label={words.ways}
          options={optionsOf(codes.contactWay)}
          cols="cols"
        />
        <div class="grid2">
          <TextField form={form} name="safeContact.value" label={words.number} />
          <TextField form={form} name="safeContact.hours" label={words.hours} />
        </div>
        <Radios
          form={form}
          name="safeContact.callRule"
          label={words.callRule}
          options={optionsOf(codes.callRule)}
        />
      </Question>
      <Question number={5} title={words.q5}>
        <p class="small">{words.q5Hint}</p>
        <div class="grid2">
          {READER_KINDS.map((reader) => (
            <Select
              form={form}
              name={`mayShare.${reader}`}
              label={codes.reader[reader]}
              options={optionsOf(codes.consentAnswer).filter((option) => option.value !== 'not-asked')}
              empty={codes.consentAnswer['not-asked']}
            />
          ))}
        </div>
        <Checkboxes
          form={form}
          name="keepFrom"
          label={words.keepFrom}
          options={optionsOf(codes.keepFrom)}
          cols="cols"
        />
      </Question>
    </>
  )
}

function More({ frame, view }: Props) {
  const words = frame.t.kerjaCatat
  const { form } = view
  const filled = ['names', 'village', 'born', 'departed', 'lastContact', 'recruiter'].some((name) =>
    form.problems.some((problem) => problem.path === name),
  )
  return (
    <details class="panel" open={filled}>
      <summary>{words.more}</summary>
      <TextArea form={form} name="names" label={words.names} hint={words.namesHint} rows={2} />
      <div class="grid2">
        <TextField form={form} name="peopleCount" label={words.people} inputmode="numeric" size={6} />
        <TextField form={form} name="village" label={words.village} />
        <TextField form={form} name="recruiter" label={words.recruiter} />
        <TextField form={form} name="born" label={words.born} hint={words.dateHint} />
        <TextField form={form} name="departed" label={words.departed} hint={words.dateHint} />
        <TextField form={form} name="lastContact" label={words.lastContact} hint={words.dateHint} />
      </div>
    </details>
  )
}

function ReadBack({ frame, view }: Props) {
  const words = frame.t.kerjaCatat
  return (
    <section class="question" aria-labelledby="bacakan">
      <h2 id="bacakan">{words.readBack}</h2>
      {view.readBack === undefined ? (
        <p class="small">{words.readBackHint}</p>
      ) : (
        <div class="readback">
          {view.readBack.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      )}
      <label class="line">
        <input type="checkbox" name="readBack" value="ya" /> {words.readTick}
      </label>
      <p class="buttons">
        <Button name="aksi" value="susun">
          {words.compose}
        </Button>
        <Button kind="main" name="aksi" value="simpan" accesskey="s">
          {words.save}
        </Button>
      </p>
    </section>
  )
}

function ReportForm({ frame, view }: Props) {
  const words = frame.t.kerjaCatat
  const codes = frame.t.kerjaKode
  const { form } = view
  const spoken = optionsOf(codes.channel).filter((option) => !['web', 'api'].includes(option.value))
  return (
    <form method="post" action={at(frame, '/kerja/catat')} class="body">
      <Hidden values={{ key: view.idempotencyKey }} />
      <ErrorSummary frame={frame} form={form} />
      <p class="small">{words.keys}</p>
      <div class="grid2">
        <Select form={form} name="channel" label={words.channel} options={spoken} />
        <Select form={form} name="about" label={words.about} options={optionsOf(codes.about)} />
        <Select
          form={form}
          name="reporterRelation"
          label={words.relation}
          options={optionsOf(codes.relation)}
          empty={frame.t.kerjaUmum.unknown}
        />
        <Select form={form} name="safeContact.language" label={words.language} options={view.languages} />
      </div>
      <label class="line">
        <input type="checkbox" name="interpreter" value="ya" /> {words.interpreter}
      </label>
      <WhatAndWhere frame={frame} view={view} />
      <ContactAndShare frame={frame} view={view} />
      <More frame={frame} view={view} />
      <ReadBack frame={frame} view={view} />
    </form>
  )
}

function CallerPage({ frame, view }: Props) {
  const words = frame.t.kerjaCatat
  if (view.caller === undefined) return null
  if (view.caller.kind === 'no-match') return <Notice kind="danger" lead={words.noMatch} role="alert" />
  return (
    <section class="stack" aria-labelledby="bacaan">
      <h2 id="bacaan">{words.readAloud}</h2>
      <div class="readback">
        {view.caller.sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      <h3>{words.messages}</h3>
      <ol class="chat">
        {view.caller.messages.map((message) => (
          <li class={message.from === 'reporter' ? 'theirs' : undefined}>{message.text}</li>
        ))}
      </ol>
      <form method="post" action={at(frame, '/kerja/catat/dengan-kode/pesan')} class="stack">
        <Hidden values={{ ticket: view.caller.ticket }} />
        <TextArea form={EMPTY_FORM} name="text" label={words.writeFor} rows={2} />
        <p class="buttons">
          <Button>{frame.t.kerjaKasus.message.send}</Button>
        </p>
      </form>
    </section>
  )
}

/** Posts `code` and `pin` to /kerja/catat/dengan-kode. */
function WithCode({ frame, view }: Props) {
  const words = frame.t.kerjaCatat
  return (
    <aside aria-labelledby="kode-judul">
      <h2 id="kode-judul">{words.withCode}</h2>
      <p class="small">{words.withCodeHint}</p>
      <form method="post" action={at(frame, '/kerja/catat/dengan-kode')} class="stack">
        <TextField form={EMPTY_FORM} name="code" label={words.code} wide="wide" />
        <TextField form={EMPTY_FORM} name="pin" label={words.pin} inputmode="numeric" size={8} />
        <p class="buttons">
          <Button>{words.show}</Button>
        </p>
      </form>
      <Notice kind="plain" lead={words.withoutCode} />
      <CallerPage frame={frame} view={view} />
    </aside>
  )
}

export function TakeReportPage({ frame, view }: Props) {
  const words = frame.t.kerjaCatat
  return (
    <StaffPage frame={frame} current="inbox" title={words.title} form={view.form}>
      <Head title={words.title} context={words.intro} />
      <div class="take">
        <ReportForm frame={frame} view={view} />
        <WithCode frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}

export type ReportTakenView = {
  readonly words: readonly string[]
  readonly pin: string
  readonly reportHref: string
}

/** The code and PIN, once, to be read aloud; `no-store`. */
export function ReportTakenPage({
  frame,
  view,
}: {
  readonly frame: StaffFrame
  readonly view: ReportTakenView
}) {
  const words = frame.t.kerjaCatat
  return (
    <StaffPage frame={frame} current="inbox" title={words.doneTitle}>
      <Head title={words.doneTitle} context={words.doneIntro} />
      <div class="body">
        <div class="readback">
          <p>
            {words.doneCode}: <strong>{view.words.join(', ')}</strong>
          </p>
          <p>
            {words.donePin}: <strong>{view.pin.split('').join(' ')}</strong>
          </p>
        </div>
        <p class="buttons">
          <ButtonLink href={view.reportHref} kind="main">
            {words.doneInbox}
          </ButtonLink>
          <ButtonLink href={at(frame, '/kerja/catat')}>{words.again}</ButtonLink>
        </p>
      </div>
    </StaffPage>
  )
}
