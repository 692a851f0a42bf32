/** Proposals: the list, one proposal with what was said about it, and the page where one is written. */
import {
  AUDIENCES,
  nextProposalStates,
  PROPOSAL_STATES,
  PROPOSAL_TOPICS,
  type ProposalState,
} from '#src/domain/advocacy/proposal.ts'
import type { OpenedProposal, Proposal } from '#src/modules/advocacy/index.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Hidden,
  Notice,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, type Tone } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { lawHref } from '#src/web/ui/law-href.ts'
import { ownerName } from '../hambatan/gap-words.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { EventForm } from './event-form.tsx'
import { EventList } from './event-list.tsx'
import { ADVOCACY, knownWords, proposalTitle } from './proposal-links.ts'

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

const TONE: Record<ProposalState, Tone> = {
  draft: 'plain',
  sent: 'wait',
  'in-consultation': 'run',
  answered: 'run',
  adopted: 'done',
  refused: 'stop',
  withdrawn: 'plain',
}

export type ProposalsView = {
  readonly proposals: readonly Proposal[]
  readonly paging?: PagingView
  /** Fields of the GET form: keadaan, soal. */
  readonly form: FormState
  readonly csvHref: string
  readonly xlsxHref: string
  readonly mayEdit?: 'may-edit'
}

export function ProposalsPage({ frame, view }: Props<ProposalsView>) {
  const words = frame.t.kerjaAdvokasi
  const { form } = view
  return (
    <StaffPage frame={frame} current="law" title={words.title}>
      <LawHead frame={frame} section="advocacy" />
      <div class="body full">
        {view.mayEdit && (
          <p class="buttons">
            <ButtonLink href={at(frame, `${ADVOCACY}/baru`)} kind="main">
              {words.add}…
            </ButtonLink>
          </p>
        )}
        <form action={at(frame, ADVOCACY)} class="panel" aria-label={words.filter}>
          <div class="grid2">
            <Select
              form={form}
              name="keadaan"
              label={words.col.state}
              options={PROPOSAL_STATES.map((value) => ({ value, label: words.state[value] }))}
              empty={words.all}
            />
            <Select
              form={form}
              name="soal"
              label={words.col.topic}
              options={PROPOSAL_TOPICS.map((value) => ({ value, label: words.topic[value] }))}
              empty={words.all}
            />
          </div>
          <p class="buttons">
            <Button>{words.show}</Button>
            <ButtonLink href={view.csvHref}>{words.csv}</ButtonLink>
            <ButtonLink href={view.xlsxHref}>{words.xlsx}</ButtonLink>
          </p>
        </form>
        {view.proposals.length === 0 ? (
          <Empty title={words.empty} />
        ) : (
          <ProposalTable frame={frame} proposals={view.proposals} />
        )}
        {view.paging && <Paging frame={frame} paging={view.paging} />}
      </div>
    </StaffPage>
  )
}

function ProposalTable({
  frame,
  proposals,
}: {
  readonly frame: StaffFrame
  readonly proposals: readonly Proposal[]
}) {
  const words = frame.t.kerjaAdvokasi
  const { col } = words
  return (
    <Table
      caption={words.title}
      columns={[col.title, col.topic, col.state, col.known, col.from].map((label) => ({ label }))}
    >
      {proposals.map((proposal) => (
        <tr>
          <th scope="row">
            <a href={at(frame, `${ADVOCACY}/${proposal.id}`)}>{proposalTitle(frame.lang, proposal)}</a>
          </th>
          <td>{words.topic[proposal.topic]}</td>
          <td>
            <StateTag tone={TONE[proposal.state]}>{words.state[proposal.state]}</StateTag>
          </td>
          <td>
            <CellName of={col.known} />
            {knownWords(frame.t, frame.lang, proposal) || '–'}
          </td>
          <td>
            <CellName of={col.from} />
            {fromWords(frame, proposal)}
          </td>
        </tr>
      ))}
    </Table>
  )
}

export function fromWords(frame: Pick<StaffFrame, 't'>, proposal: Proposal): string {
  const { reference } = proposal
  if (reference === undefined) return proposal.orgName ?? ''
  return `${frame.t.kerjaAdvokasi.paper(reference.paper.number, reference.paper.place)}: ${reference.paper.name}`
}

export function toWhomWords(frame: Pick<StaffFrame, 't' | 'now'>, proposal: Proposal): string {
  const today = frame.now.toISOString().slice(0, 10)
  return (
    proposal.reference?.toWhom.map((kind) => ownerName(frame.t, kind, today)).join(', ') ??
    proposal.words?.toWhom ??
    ''
  )
}

/** "UU 18/2017, Pasal 30". */
export function citationWords({ instrument, article }: Proposal['basis'][number]): string {
  const short = loadLaw().instruments.find((each) => each.id === instrument)?.short ?? instrument
  return article === '-' ? short : `${short}, ${article}`
}

export type GapLink = { readonly name: string; readonly href: string }
export type ProposalView = OpenedProposal & {
  readonly gaps: readonly GapLink[]
  readonly form: FormState
  /** Its words may be edited here. */
  readonly mayChange?: 'may-change'
  /** Its state may be changed here. */
  readonly mayMove?: 'may-move'
  /** Where a consultation, a position or a response is sent. */
  readonly addAt?: string
}

export function ProposalPage({ frame, view }: Props<ProposalView>) {
  const title = proposalTitle(frame.lang, view.proposal)
  return (
    <StaffPage frame={frame} current="law" title={title} form={view.form}>
      <LawHead frame={frame} section="advocacy" title={title} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <Facts frame={frame} view={view} />
        {view.mayMove && <MoveForm frame={frame} view={view} />}
        <section class="stack">
          <h2>{frame.t.kerjaAdvokasi.events}</h2>
          <EventList frame={frame} events={view.events} />
        </section>
        {view.addAt && <EventForm frame={frame} form={view.form} action={view.addAt} />}
        <p class="hint">{frame.t.kerjaAdvokasi.print}</p>
      </div>
    </StaffPage>
  )
}

function Facts({ frame, view }: Props<ProposalView>) {
  const words = frame.t.kerjaAdvokasi
  const { proposal } = view
  return (
    <section class="stack">
      <p>
        <StateTag tone={TONE[proposal.state]}>{words.state[proposal.state]}</StateTag>{' '}
        {words.topic[proposal.topic]}. {words.audience[proposal.audience]}.
      </p>
      <p class="quote">{proposal.reference?.change[frame.lang] ?? proposal.words?.change}</p>
      {proposal.reference && <p>{knownWords(frame.t, frame.lang, proposal)}</p>}
      <dl class="named">
        <dt>{words.col.toWhom}</dt>
        <dd>{toWhomWords(frame, proposal) || '–'}</dd>
        <dt>{words.col.basis}</dt>
        <dd>
          {proposal.basis.length === 0 && '–'}
          {proposal.basis.map((each, at0) => (
            <>
              {at0 > 0 && '; '}
              <a href={at(frame, lawHref(each.instrument, each.article))}>{citationWords(each)}</a>
            </>
          ))}
          {proposal.norms.map((id) => (
            <>
              {'; '}
              <a href={at(frame, `/harmonisasi/norma/${id}`)}>{id}</a>
            </>
          ))}
        </dd>
        <dt>{words.gaps}</dt>
        <dd>
          {view.gaps.length === 0 && words.gapsEmpty}
          {view.gaps.map((gap, at0) => (
            <>
              {at0 > 0 && '; '}
              <a href={gap.href}>{gap.name}</a>
            </>
          ))}
        </dd>
        <dt>{words.col.from}</dt>
        <dd>{fromWords(frame, proposal)}</dd>
      </dl>
      {view.mayChange && (
        <p class="buttons">
          <ButtonLink href={at(frame, `${ADVOCACY}/${proposal.id}/sunting`)}>{words.change}…</ButtonLink>
        </p>
      )}
    </section>
  )
}

/** Fields: version, state, audience, why. */
function MoveForm({ frame, view }: Props<ProposalView>) {
  const words = frame.t.kerjaAdvokasi
  const { proposal, form } = view
  const states = [proposal.state, ...nextProposalStates(proposal.state)]
  const filled: FormState = {
    ...form,
    values: { state: proposal.state, audience: proposal.audience, ...form.values },
  }
  return (
    <form method="post" action={at(frame, `${ADVOCACY}/${proposal.id}`)} class="stack panel">
      <h2>{words.move}</h2>
      <Hidden values={{ version: String(proposal.version) }} />
      <div class="grid2">
        <Select
          form={filled}
          name="state"
          label={words.moveState}
          options={states.map((value) => ({ value, label: words.state[value] }))}
        />
        <Select
          form={filled}
          name="audience"
          label={words.moveAudience}
          options={AUDIENCES.map((value) => ({ value, label: words.audience[value] }))}
        />
      </div>
      <TextArea form={form} name="why" label={words.why} rows={2} />
      <p class="buttons">
        <Button kind="main">{words.save}</Button>
      </p>
    </form>
  )
}

export type WriteProposalView = {
  readonly form: FormState
  readonly action: string
  readonly title: string
  /** Obstacles to choose from. */
  readonly gaps: readonly Option[]
  /** 0 for a new one. */
  readonly version: number
}

/** Fields: version, topic, title, change, toWhom, basis, norms, gap. */
export function WriteProposalPage({ frame, view }: Props<WriteProposalView>) {
  const { fields, topic, addHint, save } = frame.t.kerjaAdvokasi
  const { form } = view
  return (
    <StaffPage frame={frame} current="law" title={view.title} form={form}>
      <LawHead frame={frame} section="advocacy" title={view.title} />
      <div class="body">
        <ErrorSummary frame={frame} form={form} />
        <Notice kind="care" lead={addHint} />
        <form method="post" action={view.action} class="stack fill-in">
          <Hidden values={{ version: String(view.version) }} />
          <Select
            form={form}
            name="topic"
            label={fields.topic}
            options={PROPOSAL_TOPICS.map((value) => ({ value, label: topic[value] }))}
            empty="–"
          />
          <TextField form={form} name="title" label={fields.title} wide="wide" />
          <TextArea form={form} name="change" label={fields.change} hint={fields.changeHint} rows={4} />
          <TextField form={form} name="toWhom" label={fields.toWhom} wide="wide" />
          <TextArea form={form} name="basis" label={fields.basis} hint={fields.basisHint} rows={2} />
          <TextArea form={form} name="norms" label={fields.norms} hint={fields.normsHint} rows={2} />
          {view.gaps.length > 0 && (
            <details>
              <summary>{fields.gaps}</summary>
              <Checkboxes form={form} name="gap" label={fields.gaps} options={view.gaps} />
            </details>
          )}
          <p class="buttons">
            <Button kind="main">{save}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
