/** Standing agreements on sharing: the list, one agreement with its steps, and the page where one is proposed. */
import { CONSENT_ITEMS } from '#src/domain/cases/codes.ts'
import {
  AGREEMENT_END_REASONS,
  SHARING_PURPOSES,
  type ShownAgreementState,
} from '#src/domain/sharing/agreement.ts'
import type { OpenedAgreement } from '#src/modules/sharing/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Hidden,
  Notice,
  PostButton,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When, type Tone } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { ExchangeHead } from '../exchange-room.tsx'

export const AGREEMENTS = '/kerja/ekspor-impor/persetujuan-tetap' as const

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

const TONE: Record<ShownAgreementState, Tone> = {
  proposed: 'wait',
  confirmed: 'wait',
  'in-force': 'done',
  'not-yet': 'run',
  'run-out': 'stop',
  refused: 'stop',
  ended: 'stop',
}

export type AgreementsView = {
  readonly agreements: readonly OpenedAgreement[]
  readonly paging?: PagingView
  readonly mayPropose?: 'may-propose'
}

export function SharingAgreementsPage({ frame, view }: Props<AgreementsView>) {
  const words = frame.t.kerjaBerbagi
  return (
    <StaffPage frame={frame} current="settings" title={words.title}>
      <ExchangeHead frame={frame} part="agreements" />
      <div class="body full">
        <p class="hint">{words.how}</p>
        <p class="hint">{words.basisNote}</p>
        {view.mayPropose && (
          <p class="buttons">
            <ButtonLink href={at(frame, `${AGREEMENTS}/baru`)} kind="main">
              {words.add}…
            </ButtonLink>
          </p>
        )}
        {view.agreements.length === 0 ? (
          <Empty title={words.none} text={words.noneText} />
        ) : (
          <AgreementTable frame={frame} agreements={view.agreements} />
        )}
      </div>
      {view.paging && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}

const otherBody = ({ agreement, side }: OpenedAgreement) =>
  side === 'from' ? agreement.toName : agreement.fromName

function daysOf(frame: StaffFrame, { agreement }: OpenedAgreement): string {
  const [from, until] = [agreement.from, agreement.until].map((day) => formatPartialDate(day, frame.lang))
  return frame.t.kerjaBerbagi.days(from!, until!)
}

function AgreementTable(props: {
  readonly frame: StaffFrame
  readonly agreements: readonly OpenedAgreement[]
}) {
  const { frame } = props
  const words = frame.t.kerjaBerbagi
  const { col } = words
  return (
    <Table
      caption={words.title}
      columns={[col.body, col.purposes, col.days, col.state].map((label) => ({ label }))}
    >
      {props.agreements.map((each) => (
        <tr>
          <th scope="row">
            <a href={at(frame, `${AGREEMENTS}/${each.agreement.id}`)}>{otherBody(each)}</a>
            <small>
              <br />
              {each.side === 'from' ? words.proposedByUs : words.proposedByThem}
            </small>
          </th>
          <td>
            <CellName of={col.purposes} />
            {each.agreement.purposes.map((purpose) => words.purpose[purpose]).join('; ')}
          </td>
          <td>
            <CellName of={col.days} />
            {daysOf(frame, each)}
          </td>
          <td>
            <CellName of={col.state} />
            <StateTag tone={TONE[each.shown]}>{words.state[each.shown]}</StateTag>
          </td>
        </tr>
      ))}
    </Table>
  )
}

export type AgreementView = {
  readonly opened: OpenedAgreement
  readonly form: FormState
  readonly mayDecide?: 'may-decide'
}

export function SharingAgreementPage({ frame, view }: Props<AgreementView>) {
  const { opened } = view
  const words = frame.t.kerjaBerbagi
  const title = words.withBody(otherBody(opened))
  return (
    <StaffPage frame={frame} current="settings" title={title} form={view.form}>
      <ExchangeHead
        frame={frame}
        part="agreements"
        title={title}
        tags={<StateTag tone={TONE[opened.shown]}>{words.state[opened.shown]}</StateTag>}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <Facts frame={frame} opened={opened} />
        {view.mayDecide && <Steps frame={frame} view={view} />}
        <History frame={frame} opened={opened} />
      </div>
    </StaffPage>
  )
}

function Facts({ frame, opened }: { readonly frame: StaffFrame; readonly opened: OpenedAgreement }) {
  const words = frame.t.kerjaBerbagi
  const { facts } = words
  const { agreement } = opened
  return (
    <section class="stack">
      <dl>
        <dt>{facts.purposes}</dt>
        <dd>
          <ul>
            {agreement.purposes.map((purpose) => (
              <li>{words.purpose[purpose]}</li>
            ))}
          </ul>
        </dd>
        <dt>{facts.items}</dt>
        <dd>{agreement.items.map((item) => frame.t.kerjaKode.consentItem[item]).join(', ')}</dd>
        <dt>{words.col.days}</dt>
        <dd>{daysOf(frame, opened)}</dd>
        <dt>{facts.instrument}</dt>
        <dd>{`${agreement.basis.instrument} ${agreement.basis.article}`}</dd>
        <dt>{facts.rolesWords}</dt>
        <dd>{agreement.rolesWords}</dd>
        <dt>{facts.jointContact}</dt>
        <dd>{agreement.jointContact}</dd>
        <dt>{facts.documentRef}</dt>
        <dd>{agreement.documentRef}</dd>
        <dt>{facts.documentHash}</dt>
        <dd>{agreement.documentHash ? <code class="hash">{agreement.documentHash}</code> : words.noHash}</dd>
      </dl>
      <p class="hint">{words.hints.items}</p>
    </section>
  )
}

/** Each step is a form of its own. Fields: version, reason, words. */
function Steps({ frame, view }: Props<AgreementView>) {
  const words = frame.t.kerjaBerbagi
  const { agreement, steps, side } = view.opened
  const address = (step: string) => at(frame, `${AGREEMENTS}/${agreement.id}/${step}`)
  const version = { version: String(agreement.version) }
  const ending = steps.find((step) => step === 'refuse' || step === 'end')
  return (
    <>
      {agreement.state === 'proposed' && side === 'from' && !steps.includes('confirm') && (
        <Notice kind="care" lead={words.waitsForSecond} />
      )}
      {steps.includes('confirm') && (
        <PostButton action={address('tegaskan')} hidden={version} kind="main">
          {words.step.confirm}
        </PostButton>
      )}
      {steps.includes('accept') && (
        <PostButton action={address('setujui')} hidden={version} kind="main">
          {words.step.accept}
        </PostButton>
      )}
      {ending && (
        <form method="post" action={address(ending === 'refuse' ? 'tolak' : 'akhiri')} class="stack panel">
          <h2>{words.step[ending]}</h2>
          <Hidden values={version} />
          {ending === 'end' && <p class="hint">{words.endHint}</p>}
          <Select
            form={view.form}
            name="reason"
            label={words.reason}
            options={AGREEMENT_END_REASONS.map((value) => ({ value, label: words.endReason[value] }))}
            empty="–"
          />
          <TextField form={view.form} name="words" label={words.reasonWords} wide="wide" />
          <p class="buttons">
            <Button kind="grave">{words.step[ending]}</Button>
          </p>
        </form>
      )}
    </>
  )
}

function History({ frame, opened }: { readonly frame: StaffFrame; readonly opened: OpenedAgreement }) {
  const words = frame.t.kerjaBerbagi
  const { agreement } = opened
  const { fromName, toName, ended, answeredAt } = agreement
  const endedBy = ended?.by === agreement.toOrg ? toName : fromName
  return (
    <section class="stack">
      <h2>{words.history}</h2>
      <ul>
        <Line frame={frame} what={words.steps.proposed(fromName)} when={agreement.proposedAt} />
        <Line frame={frame} what={words.steps.confirmed(fromName)} when={agreement.confirmedAt} />
        {agreement.state !== 'refused' && (
          <Line frame={frame} what={words.steps.accepted(toName)} when={answeredAt} />
        )}
        {ended && (
          <Line
            frame={frame}
            what={`${agreement.state === 'refused' ? words.steps.refused(toName) : words.steps.ended(endedBy)}: ${words.endReason[ended.why]}${ended.words && `. ${ended.words}`}`}
            when={ended.at}
          />
        )}
      </ul>
    </section>
  )
}

function Line(props: { readonly frame: StaffFrame; readonly what: string; readonly when: Date | undefined }) {
  if (props.when === undefined) return null
  return (
    <li>
      {props.what}{' '}
      <small>
        <When frame={props.frame} at={props.when} />
      </small>
    </li>
  )
}

export type NewAgreementView = { readonly form: FormState; readonly bodies: readonly Option[] }

/** Fields: toOrg, purposes, items, from, until, instrument, article, rolesWords, jointContact, documentRef, documentHash. */
export function NewSharingAgreementPage({ frame, view }: Props<NewAgreementView>) {
  const words = frame.t.kerjaBerbagi
  const { facts, hints } = words
  const { form } = view
  const purposes = SHARING_PURPOSES.map((value) => ({ value, label: words.purpose[value] }))
  const items = CONSENT_ITEMS.map((value) => ({ value, label: frame.t.kerjaKode.consentItem[value] }))
  return (
    <StaffPage frame={frame} current="settings" title={words.add} form={form}>
      <ExchangeHead frame={frame} part="agreements" title={words.add} />
      <div class="body">
        <ErrorSummary frame={frame} form={form} />
        <Notice kind="care" lead={words.addHint} />
        <form method="post" action={at(frame, `${AGREEMENTS}/baru`)} class="stack fill-in">
          <Select form={form} name="toOrg" label={facts.toOrg} options={view.bodies} empty="–" />
          <Checkboxes form={form} name="purposes" label={facts.purposes} options={purposes} />
          <Checkboxes
            form={form}
            name="items"
            label={facts.items}
            hint={hints.items}
            options={items}
            cols="cols"
          />
          <div class="grid2">
            <TextField form={form} name="from" label={facts.from} type="date" />
            <TextField form={form} name="until" label={facts.until} hint={hints.until} type="date" />
            <TextField form={form} name="instrument" label={facts.instrument} hint={hints.instrument} />
            <TextField form={form} name="article" label={facts.article} hint={hints.article} />
          </div>
          <TextArea form={form} name="rolesWords" label={facts.rolesWords} hint={hints.rolesWords} />
          <TextField
            form={form}
            name="jointContact"
            label={facts.jointContact}
            hint={hints.jointContact}
            wide="wide"
          />
          <TextField
            form={form}
            name="documentRef"
            label={facts.documentRef}
            hint={hints.documentRef}
            wide="wide"
          />
          <TextField
            form={form}
            name="documentHash"
            label={facts.documentHash}
            hint={hints.documentHash}
            wide="wide"
          />
          <p class="buttons">
            <Button kind="main">{words.save}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
