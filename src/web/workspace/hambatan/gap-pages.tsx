/** The register of obstacles: the list, one obstacle, and the page where one is logged. */
import { GAP_CODES, GAP_STATES, nextGapStates } from '#src/domain/advocacy/gap.ts'
import type { Gap, OpenedGap } from '#src/modules/gaps/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  Notice,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { EventList } from '../advokasi/event-list.tsx'
import type { ProposalLink } from '../advokasi/proposal-links.ts'
import { LawHead } from '../hukum/law-room.tsx'
import { GapFields } from './gap-fields.tsx'
import { GAP_TONE, gapName, GAPS, LawCell, ownerName, ownerOptions, toldWords } from './gap-words.tsx'

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export type GapsView = {
  readonly gaps: readonly Gap[]
  readonly paging?: PagingView
  /** Fields of the GET form: keadaan, jenis, pemilik. */
  readonly form: FormState
  readonly csvHref: string
  readonly xlsxHref: string
  readonly mayLog?: 'may-log'
}

const today = (frame: StaffFrame) => frame.now.toISOString().slice(0, 10)

export function GapsPage({ frame, view }: Props<GapsView>) {
  const words = frame.t.kerjaHambatan
  return (
    <StaffPage frame={frame} current="law" title={words.title}>
      <LawHead frame={frame} section="gaps" />
      <div class="body full">
        <p class="hint">
          {words.how} {words.smallHint}
        </p>
        {view.mayLog && (
          <p class="buttons">
            <ButtonLink href={at(frame, `${GAPS}/baru`)} kind="main">
              {words.add}…
            </ButtonLink>
          </p>
        )}
        <FilterForm frame={frame} view={view} />
        {view.gaps.length === 0 ? <Empty title={words.empty} /> : <GapTable frame={frame} gaps={view.gaps} />}
        {view.paging && <Paging frame={frame} paging={view.paging} />}
      </div>
    </StaffPage>
  )
}

function FilterForm({ frame, view }: Props<GapsView>) {
  const words = frame.t.kerjaHambatan
  const { form } = view
  const codes = GAP_CODES.map((value) => ({ value, label: words.code[value] }))
  const states = GAP_STATES.map((value) => ({ value, label: words.state[value] }))
  return (
    <form action={at(frame, GAPS)} class="panel" aria-label={words.filter}>
      <div class="grid2">
        <Select form={form} name="keadaan" label={words.col.state} options={states} empty={words.all} />
        <Select form={form} name="jenis" label={words.col.code} options={codes} empty={words.all} />
        <Select
          form={form}
          name="pemilik"
          label={words.col.owner}
          options={ownerOptions(frame.now)}
          empty={words.all}
        />
      </div>
      <p class="buttons">
        <Button>{words.show}</Button>
        <ButtonLink href={view.csvHref}>{words.csv}</ButtonLink>
        <ButtonLink href={view.xlsxHref}>{words.xlsx}</ButtonLink>
      </p>
    </form>
  )
}

function GapTable({ frame, gaps }: { readonly frame: StaffFrame; readonly gaps: readonly Gap[] }) {
  const words = frame.t.kerjaHambatan
  const { col } = words
  return (
    <Table
      caption={words.title}
      columns={[col.gap, col.law, col.state, col.owner, col.cases, col.from].map((label) => ({ label }))}
    >
      {gaps.map((gap) => (
        <tr>
          <th scope="row">
            <a href={at(frame, `${GAPS}/${gap.id}`)}>{gapName(frame, gap)}</a>
            <small>
              <br />
              {words.code[gap.code]}
            </small>
          </th>
          <td>
            <LawCell frame={frame} gap={gap} />
          </td>
          <td>
            <StateTag tone={GAP_TONE[gap.state]}>{words.state[gap.state]}</StateTag>
          </td>
          <td>
            <CellName of={col.owner} />
            {ownerName(frame.t, gap.owner, today(frame))}
          </td>
          <td>
            <CellName of={col.cases} />
            {toldWords(frame.t, gap.told)}
          </td>
          <td>
            <CellName of={col.from} />
            {gap.reference ? words.fromReference : gap.orgName}
            {gap.createdAt && (
              <small>
                <br />
                {formatInstant(gap.createdAt, frame.zone, frame.lang)}
              </small>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}

export type GapView = OpenedGap & {
  readonly proposals: readonly ProposalLink[]
  readonly form: FormState
  readonly mayEdit?: 'may-edit'
  /** Proposals, and what is said about them, may be written here. */
  readonly mayPropose?: 'may-propose'
}

export function GapPage({ frame, view }: Props<GapView>) {
  const { gap } = view
  const name = gapName(frame, gap)
  return (
    <StaffPage frame={frame} current="law" title={name} form={view.form}>
      <LawHead frame={frame} section="gaps" title={name} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <Facts frame={frame} gap={gap} />
        <Cases frame={frame} view={view} />
        <Proposals frame={frame} view={view} />
        {view.mayEdit && <EditForm frame={frame} view={view} />}
        <History frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}

function Facts({ frame, gap }: { readonly frame: StaffFrame; readonly gap: Gap }) {
  const words = frame.t.kerjaHambatan
  const says = gap.reference?.description[frame.lang] ?? gap.words?.description
  return (
    <section class="stack">
      <p>
        <StateTag tone={GAP_TONE[gap.state]}>{words.state[gap.state]}</StateTag> {words.code[gap.code]}
      </p>
      {says && <p class="quote">{says}</p>}
      <dl class="named">
        <dt>{words.lawKind[gap.law.kind]}</dt>
        <dd>
          <LawCell frame={frame} gap={gap} />
        </dd>
        <dt>{words.col.owner}</dt>
        <dd>{ownerName(frame.t, gap.owner, today(frame))}</dd>
        <dt>{words.col.cases}</dt>
        <dd>
          {toldWords(frame.t, gap.told)} <small>{words.smallHint}</small>
        </dd>
        <dt>{words.col.from}</dt>
        <dd>
          {gap.reference
            ? `${words.fromReference}: ${gap.reference.source.citation}. ${frame.t.hukum.sure[gap.reference.confidence]}.`
            : gap.orgName}
        </dd>
      </dl>
      {gap.findingId !== null && <p class="hint">{words.fromFinding}</p>}
      {(gap.title !== undefined || gap.reference !== undefined) && <p class="hint">{words.isPublic}</p>}
    </section>
  )
}

function Cases({ frame, view }: Props<GapView>) {
  const words = frame.t.kerjaHambatan
  if (!frame.rooms.includes('cases')) return null
  return (
    <section class="stack">
      <h2>{words.cases}</h2>
      {view.cases.length === 0 ? (
        <p class="small">{words.casesEmpty}</p>
      ) : (
        <ul>
          {view.cases.map((code) => (
            <li>
              <a class="code" href={at(frame, `/kerja/kasus/${code}/hambatan`)}>
                {code}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Proposals({ frame, view }: Props<GapView>) {
  const words = frame.t.kerjaHambatan
  return (
    <section class="stack">
      <h2>{words.proposals}</h2>
      {view.proposals.length === 0 && <p class="small">{words.proposalsEmpty}</p>}
      {view.proposals.map((each) => (
        <div class="panel">
          <h3>
            <a href={each.href}>{each.title}</a>
          </h3>
          <p>{each.state}</p>
          <EventList frame={frame} events={each.events} />
          {view.mayPropose && (
            <p class="buttons">
              <ButtonLink href={each.addHref}>{words.addEvent}…</ButtonLink>
            </p>
          )}
        </div>
      ))}
      {view.mayPropose && (
        <p class="buttons">
          <ButtonLink href={at(frame, `/kerja/advokasi/baru?hambatan=${view.gap.id}`)}>
            {words.makeProposal}…
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

/** Fields: version, state, owner, titleId, titleEn, reason. */
function EditForm({ frame, view }: Props<GapView>) {
  const words = frame.t.kerjaHambatan
  const { gap, form } = view
  const states = [gap.state, ...nextGapStates(gap.state)].map((value) => ({
    value,
    label: words.state[value],
  }))
  return (
    <form method="post" action={at(frame, `${GAPS}/${gap.id}`)} class="stack panel">
      <h2>{words.edit}</h2>
      <Hidden values={{ version: String(gap.version) }} />
      <div class="grid2">
        <Select form={form} name="state" label={words.stateLabel} options={states} />
        <Select
          form={form}
          name="owner"
          label={words.owner}
          options={ownerOptions(frame.now)}
          empty={words.unknownOwner}
        />
      </div>
      <TextArea form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={2} />
      {gap.reference === undefined && (
        <fieldset class="stack">
          <legend>{words.publicTitle}</legend>
          <p class="hint">{words.publicHint}</p>
          <TextField form={form} name="titleId" label={words.titleId} wide="wide" />
          <TextField form={form} name="titleEn" label={words.titleEn} wide="wide" />
        </fieldset>
      )}
      <p class="buttons">
        <Button kind="main">{words.save}</Button>
      </p>
    </form>
  )
}

function History({ frame, view }: Props<GapView>) {
  const words = frame.t.kerjaHambatan
  const named = (kind: string, code: string | null): string => {
    if (code === null) return '–'
    if (kind === 'owner') return ownerName(frame.t, code, today(frame))
    if (kind === 'published') return words.audience[code] ?? code
    return words.state[code as Gap['state']] ?? words.code[code as Gap['code']] ?? code
  }
  return (
    <section class="stack">
      <h2>{words.history}</h2>
      {view.history.length === 0 && <p class="small">{words.historyEmpty}</p>}
      <ul>
        {view.history.map((line) => (
          <li>
            {words.step[line.kind]}
            {line.kind !== 'logged' &&
              `: ${named(line.kind, line.from)} → ${named(line.kind, line.to)}`}.{' '}
            {line.reason && <span class="quote">{line.reason}</span>}
            <small>
              {' '}
              {line.orgName}, <When frame={frame} at={line.at} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

export type NewGapView = { readonly form: FormState; readonly action: string }

export function NewGapPage({ frame, view }: Props<NewGapView>) {
  const words = frame.t.kerjaHambatan
  return (
    <StaffPage frame={frame} current="law" title={words.add} form={view.form}>
      <LawHead frame={frame} section="gaps" title={words.add} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <Notice kind="care" lead={words.addHint} />
        <form method="post" action={view.action} class="stack fill-in">
          <GapFields frame={frame} form={view.form} />
          <p class="buttons">
            <Button kind="main">{words.save}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
