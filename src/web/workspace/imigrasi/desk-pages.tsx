/** The lists of the desk: travellers, what is still to be done, reported hits; and what a body received from desks. */
import {
  FOLLOW_UP_OUTCOMES,
  HIT_KINDS,
  HIT_SOURCES,
  HIT_VERIFICATIONS,
} from '#src/domain/immigration/codes.ts'
import { REJECTION_REASONS } from '#src/domain/referrals/lifecycle.ts'
import type { DeskLine, DeskReferral, FollowUp, ReportedHit } from '#src/modules/immigration/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  Notice,
  Radios,
  Select,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters, Paging, type FilterLink, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { DESK, DeskHead, FOLLOW_UPS, HITS, RECEIVED, SIGNS_TONE } from './desk-head.tsx'
import { ReferralFacts } from './referral-facts.tsx'

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export type DeskView = {
  readonly lines: readonly DeskLine[]
  readonly filters: readonly FilterLink[]
  readonly form: FormState
  readonly paging?: PagingView
  readonly mayWrite?: 'may-write'
  readonly notFound?: 'not-found'
}

export function DeskPage({ frame, view }: Props<DeskView>) {
  const words = frame.t.kerjaImigrasi
  return (
    <StaffPage frame={frame} current="immigration" title={words.title}>
      <DeskHead frame={frame} part="desk" title={words.title} context={words.how}>
        {view.mayWrite && (
          <ButtonLink href={at(frame, `${DESK}/baru`)} kind="main" accesskey="n">
            {words.add}
          </ButtonLink>
        )}
      </DeskHead>
      <div class="body full">
        {view.notFound && <Notice kind="care" lead={words.notFound} role="status" />}
        <Search frame={frame} form={view.form} />
        <Filters label={words.filterLabel} links={view.filters} />
        {view.lines.length === 0 ? (
          <Empty title={words.none} text={words.noneText} />
        ) : (
          <Lines frame={frame} lines={view.lines} />
        )}
      </div>
      {view.paging && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}

/** Sent as a post: neither a code nor a passport number ever stands in an address. */
function Search({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaImigrasi
  return (
    <form method="post" action={at(frame, `${DESK}/cari`)} class="line" role="search">
      <TextField form={form} name="kode" label={words.findSlip} size={16} />
      <TextField form={form} name="nomor" label={words.findDocument} size={14} />
      <Button>{words.find}</Button>
    </form>
  )
}

function Lines({ frame, lines }: { readonly frame: StaffFrame; readonly lines: readonly DeskLine[] }) {
  const words = frame.t.kerjaImigrasi
  const { col } = words
  return (
    <Table
      caption={words.title}
      columns={[col.who, col.when, col.state, col.signs, col.referral].map((label) => ({ label }))}
    >
      {lines.map((line) => (
        <tr>
          <th scope="row">
            <a href={at(frame, `${DESK}/${line.id}`)}>{line.name ?? words.noName}</a>
          </th>
          <td>
            <CellName of={col.when} />
            <When frame={frame} at={line.created_at} />
          </td>
          <td>
            <CellName of={col.state} />
            {line.closed_as ? words.end[line.closed_as] : words.state[line.state]}
          </td>
          <td>
            <CellName of={col.signs} />
            <StateTag tone={SIGNS_TONE[line.signs]}>{words.signs[line.signs]}</StateTag>
          </td>
          <td>
            <CellName of={col.referral} />
            {line.referral === null ? '–' : words.referralState[line.referral]}
            {line.referral_late && <small> {words.refer.late}</small>}
          </td>
        </tr>
      ))}
    </Table>
  )
}

export type FollowUpsView = {
  readonly followUps: readonly FollowUp[]
  readonly form: FormState
  /** The one whose answer was wrong. */
  readonly at?: string
  readonly paging?: PagingView
}

export function FollowUpsPage({ frame, view }: Props<FollowUpsView>) {
  const words = frame.t.kerjaImigrasi
  return (
    <StaffPage frame={frame} current="immigration" title={words.followUp.title} form={view.form}>
      <DeskHead frame={frame} part="followUps" title={words.followUp.title} context={words.followUp.target} />
      <div class="body stack">
        <ErrorSummary frame={frame} form={view.form} />
        {view.followUps.length === 0 && <Empty title={words.followUp.none} />}
        {view.followUps.map((each) => (
          <FollowUpPanel frame={frame} followUp={each} form={each.id === view.at ? view.form : EMPTY_FORM} />
        ))}
      </div>
      {view.paging && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}

export function FollowUpPanel(props: {
  readonly frame: StaffFrame
  readonly followUp: FollowUp
  readonly form: FormState
}) {
  const { frame, followUp, form } = props
  const words = frame.t.kerjaImigrasi.followUp
  const due = formatPartialDate(followUp.dueOn, frame.lang)
  return (
    <article class="panel stack">
      <h2>
        <a href={at(frame, `${DESK}/${followUp.encounterId}`)}>{words.kind[followUp.kind]}</a>{' '}
        {followUp.outcome === null ? (
          <StateTag tone={followUp.late === 'late' ? 'stop' : 'wait'}>
            {followUp.late === 'late' ? `${due} · ${words.late}` : due}
          </StateTag>
        ) : (
          <StateTag tone="done">{words.outcomes[followUp.outcome as keyof typeof words.outcomes]}</StateTag>
        )}
      </h2>
      {followUp.words !== '' && <p>{followUp.words}</p>}
      {followUp.answer !== undefined && followUp.answer !== '' && <p class="hint">{followUp.answer}</p>}
      {followUp.outcome === null &&
        (followUp.forMe === 'not-mine' ? (
          <p class="hint">{words.secondPerson}</p>
        ) : (
          <form method="post" action={at(frame, `${FOLLOW_UPS}/${followUp.id}`)} class="stack tight-gap">
            <Hidden values={{ version: String(followUp.version) }} />
            <Radios
              form={form}
              name={`outcome-${followUp.id}`}
              label={words.outcome}
              options={FOLLOW_UP_OUTCOMES[followUp.kind].map((value) => ({
                value,
                label: words.outcomes[value],
              }))}
              cols="cols"
            />
            <TextField form={form} name={`words-${followUp.id}`} label={words.words} wide="wide" />
            <p class="buttons">
              <Button>{words.save}</Button>
            </p>
          </form>
        ))}
    </article>
  )
}

export type HitsView = {
  readonly hits: readonly ReportedHit[]
  readonly form: FormState
  readonly paging?: PagingView
  readonly mayWrite?: 'may-write'
}

export function HitsPage({ frame, view }: Props<HitsView>) {
  const words = frame.t.kerjaImigrasi.hit
  return (
    <StaffPage frame={frame} current="immigration" title={words.title} form={view.form}>
      <DeskHead frame={frame} part="hits" title={words.title} context={words.hint} />
      <div class="body stack">
        <ErrorSummary frame={frame} form={view.form} />
        {view.hits.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          view.hits.map((hit) => <HitPanel frame={frame} hit={hit} mayWrite={view.mayWrite} />)
        )}
        {view.mayWrite && <NewHit frame={frame} form={view.form} />}
      </div>
      {view.paging && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}

export function HitPanel(props: {
  readonly frame: StaffFrame
  readonly hit: ReportedHit
  readonly mayWrite?: 'may-write' | undefined
}) {
  const { frame, hit } = props
  const all = frame.t.kerjaImigrasi
  const words = all.hit
  return (
    <article class="panel stack tight-gap">
      <h3>
        {words.kind[hit.kind]}{' '}
        <StateTag tone={hit.verification === 'not-checked' ? 'wait' : 'plain'}>
          {words.verification[hit.verification]}
        </StateTag>
      </h3>
      <p>
        {all.col.source}: {words.source[hit.source]}, <When frame={frame} at={hit.reportedAt} />.{' '}
        {all.col.reference}: <span class="code">{hit.reference}</span>. {all.col.until}:{' '}
        <When frame={frame} at={hit.expiresAt} />.
      </p>
      {props.mayWrite && (
        <form method="post" action={at(frame, `${HITS}/${hit.id}`)} class="line">
          <Hidden values={{ version: String(hit.version) }} />
          <label class="hidden" for={`cek-${hit.id}`}>
            {all.col.checked}
          </label>
          <select id={`cek-${hit.id}`} name="verification">
            {HIT_VERIFICATIONS.filter((value) => value !== 'not-checked').map((value) => (
              <option value={value}>{words.verification[value]}</option>
            ))}
          </select>
          <Button>{words.check}</Button>
        </form>
      )}
    </article>
  )
}

function NewHit({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaImigrasi.hit
  return (
    <details class="panel" open={form.problems.length > 0}>
      <summary>{words.add}</summary>
      <form method="post" action={at(frame, HITS)} class="stack">
        <Select
          form={form}
          name="kind"
          label={frame.t.kerjaImigrasi.col.kind}
          options={HIT_KINDS.map((value) => ({ value, label: words.kind[value] }))}
          empty="–"
        />
        <Select
          form={form}
          name="source"
          label={frame.t.kerjaImigrasi.col.source}
          options={HIT_SOURCES.map((value) => ({ value, label: words.source[value] }))}
          empty="–"
        />
        <TextField
          form={form}
          name="reference"
          label={words.reference}
          hint={words.referenceHint}
          size={40}
        />
        <TextField form={form} name="documentNumber" label={words.documentNumber} size={20} />
        <TextField form={form} name="reportedAt" label={words.reportedOn} type="date" />
        <TextField
          form={form}
          name="days"
          label={words.days}
          hint={words.daysHint}
          inputmode="numeric"
          size={4}
        />
        <p class="buttons">
          <Button kind="main">{words.save}</Button>
        </p>
      </form>
    </details>
  )
}

export type ReceivedView = {
  readonly referrals: readonly DeskReferral[]
  readonly form: FormState
  readonly at?: string
  readonly paging?: PagingView
}

export function ReceivedPage({ frame, view }: Props<ReceivedView>) {
  const words = frame.t.kerjaImigrasi.received
  return (
    <StaffPage frame={frame} current="referrals" title={words.title} form={view.form}>
      <Head
        title={words.title}
        context={words.hint}
        crumbs={<a href={at(frame, '/kerja/rujukan')}>{frame.t.kerjaUmum.room.referrals}</a>}
      />
      <div class="body stack">
        <ErrorSummary frame={frame} form={view.form} />
        {view.referrals.length === 0 && <Empty title={words.none} />}
        {view.referrals.map((each) => (
          <Received frame={frame} referral={each} form={each.id === view.at ? view.form : EMPTY_FORM} />
        ))}
      </div>
      {view.paging && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}

function Received(props: {
  readonly frame: StaffFrame
  readonly referral: DeskReferral
  readonly form: FormState
}) {
  const { frame, referral, form } = props
  const all = frame.t.kerjaImigrasi
  const words = all.received
  return (
    <article class="panel stack">
      <h2>{words.from(referral.from)}</h2>
      <ReferralFacts frame={frame} referral={referral} />
      {referral.basis === 'no-identity' && <p class="hint">{words.noIdentity}</p>}
      {referral.state === 'requested' && (
        <form method="post" action={at(frame, `${RECEIVED}/${referral.id}`)} class="stack tight-gap">
          <Hidden values={{ version: String(referral.version) }} />
          <Radios
            form={form}
            name={`decision-${referral.id}`}
            label={words.decision}
            options={[
              { value: 'accept', label: words.accept },
              { value: 'reject', label: words.reject },
            ]}
            cols="cols"
          />
          <Select
            form={form}
            name={`reason-${referral.id}`}
            label={words.reason}
            options={REJECTION_REASONS.map((value) => ({
              value,
              label: frame.t.kerjaRujukan.refuseReason[value],
            }))}
            empty="–"
          />
          <p class="buttons">
            <Button kind="main">{words.answer}</Button>
          </p>
        </form>
      )}
      {referral.state === 'accepted' && (
        <p>
          {words.then} <a href={at(frame, '/kerja/catat')}>{words.take}</a>
        </p>
      )}
    </article>
  )
}
