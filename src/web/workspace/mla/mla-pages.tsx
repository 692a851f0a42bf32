/** Requests between States: the list, one request with its contents and history, and the draft. */
import {
  CENTRAL_AUTHORITY_BASIS,
  GROUND_BASIS,
  ITEMS_OF,
  nextStates,
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
  REQUEST_STATES,
} from '#src/domain/mutual-assistance/codes.ts'
import type { AssistanceRequest, OpenedRequest } from '#src/modules/mutual-assistance/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
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
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { Cite, StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { SATGAS } from '../satgas/satgas-words.ts'
import { trackName } from '../kasus/jalur/track-view.ts'
import { ListBasis } from './list-basis.tsx'
import { basisView, MLA, optionsIn, REQUEST_TONE, requestName } from './mla-words.ts'

const isLate = (frame: StaffFrame, request: AssistanceRequest): boolean =>
  request.remind_on !== null && request.remind_on < frame.now.toISOString().slice(0, 10)

export type MlaListView = {
  readonly requests: readonly AssistanceRequest[]
  readonly form: FormState
  readonly code: string
  readonly mayEdit?: 'may-edit'
}

export function MlaListPage({ frame, view }: { readonly frame: StaffFrame; readonly view: MlaListView }) {
  const words = frame.t.kerjaMla
  const { col } = words
  return (
    <StaffPage frame={frame} current="task-force" title={words.title} form={view.form}>
      <Head
        title={words.title}
        context={words.context}
        crumbs={<a href={at(frame, SATGAS)}>{frame.t.kerjaSatgas.title}</a>}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <form method="get" action={at(frame, MLA)} class="stack panel">
          <TextField form={view.form} name="kasus" label={words.caseField} />
          <Select
            form={view.form}
            name="keadaan"
            label={col.state}
            options={optionsIn(REQUEST_STATES, words.state)}
            empty={words.all}
          />
          <p class="buttons">
            <Button>{frame.t.kerjaSatgas.show}</Button>
          </p>
        </form>
        {view.requests.length === 0 ? (
          <Empty title={words.none} text={words.noneText} />
        ) : (
          <Requests frame={frame} requests={view.requests} />
        )}
        <p class="small">{words.ourTarget}</p>
        {view.mayEdit && (
          <form method="get" action={at(frame, `${MLA}/baru`)} class="stack panel">
            <h2>{words.create}</h2>
            <label for="kasus-baru">{words.caseField}</label>
            <input id="kasus-baru" name="kasus" type="text" value={view.code} autocomplete="off" />
            <Select
              form={view.form}
              name="jenis"
              label={words.kindField}
              options={optionsIn(REQUEST_KINDS, words.kind)}
            />
            <p class="buttons">
              <Button kind="main">{words.next}</Button>
            </p>
          </form>
        )}
      </div>
    </StaffPage>
  )
}

function Requests(props: { readonly frame: StaffFrame; readonly requests: readonly AssistanceRequest[] }) {
  const { frame, requests } = props
  const words = frame.t.kerjaMla
  const { col } = words
  return (
    <Table
      caption={words.title}
      columns={[col.what, col.state, col.case, col.channel, col.content, col.remind].map((label) => ({
        label,
      }))}
    >
      {requests.map((request) => (
        <tr>
          <th scope="row">
            <a href={at(frame, `${MLA}/${request.id}`)}>{requestName(frame, request)}</a>
          </th>
          <td>
            <StateTag tone={REQUEST_TONE[request.state]}>{words.state[request.state]}</StateTag>
          </td>
          <td>
            <CellName of={col.case} />
            <span class="code">{request.code}</span>
          </td>
          <td>
            <CellName of={col.channel} />
            {words.channel[request.channel]}
          </td>
          <td>
            <CellName of={col.content} />
            {words.missing(request.missing)}
          </td>
          <td>
            <CellName of={col.remind} />
            {request.remind_on === null ? '–' : formatPartialDate(request.remind_on, frame.lang)}{' '}
            {isLate(frame, request) && <StateTag tone="stop">{words.late}</StateTag>}
          </td>
        </tr>
      ))}
    </Table>
  )
}

export type RequestView = OpenedRequest & { readonly form: FormState; readonly mayEdit?: 'may-edit' }
type Props = { readonly frame: StaffFrame; readonly view: RequestView }

export function RequestPage({ frame, view }: Props) {
  const words = frame.t.kerjaMla
  const { request } = view
  const title = requestName(frame, request)
  return (
    <StaffPage frame={frame} current="task-force" title={title} form={view.form}>
      <Head
        title={title}
        crumbs={
          <>
            <a href={at(frame, MLA)}>{words.title}</a>
            {' / '}
            <a class="code" href={at(frame, `/kerja/kasus/${request.code}`)}>
              {request.code}
            </a>
          </>
        }
        context={words.context}
        tags={<StateTag tone={REQUEST_TONE[request.state]}>{words.state[request.state]}</StateTag>}
      >
        {view.mayEdit && request.state === 'draft' && (
          <ButtonLink href={at(frame, `${MLA}/${request.id}/ubah`)}>{words.edit}…</ButtonLink>
        )}
      </Head>
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {request.refused_ground && (
          <Notice kind="care" lead={words.refusedAs(words.ground[request.refused_ground])} />
        )}
        <Facts frame={frame} view={view} />
        <Contents frame={frame} view={view} />
        {view.mayEdit && <Move frame={frame} view={view} />}
        <History frame={frame} view={view} />
        <Grounds frame={frame} />
      </div>
    </StaffPage>
  )
}

function Facts({ frame, view }: Props) {
  const words = frame.t.kerjaMla
  const { request } = view
  const track = view.tracks.find((each) => each.id === request.track_id)
  const facts: readonly (readonly [string, string])[] = [
    [words.channelField, words.channel[request.channel]],
    [words.applicantField, words.applicant[request.applicant]],
    [words.askedField, request.words?.asked || '–'],
    [words.trackField, track ? trackName(frame, track) : words.noTrack],
    [
      words.remind,
      request.remind_on === null
        ? '–'
        : `${formatPartialDate(request.remind_on, frame.lang)}${isLate(frame, request) ? ` (${words.late})` : ''}`,
    ],
  ]
  return (
    <>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="small">
        {words.ourTarget}{' '}
        {request.kind !== 'police' && (
          <>
            {words.central} <Cite frame={frame} cite={basisView(frame, CENTRAL_AUTHORITY_BASIS)} />
          </>
        )}
      </p>
      <h2>{words.whatField}</h2>
      <p class="quote">{request.words?.what}</p>
    </>
  )
}

function Contents({ frame, view }: Props) {
  const words = frame.t.kerjaMla
  const { request } = view
  return (
    <section class="stack">
      <h2>
        {words.checklist}: {words.missing(request.missing)}
      </h2>
      <ListBasis frame={frame} kind={request.kind} />
      <ul class="rows">
        {ITEMS_OF[request.kind].map((item) => {
          const said = request.words?.checklist[item]
          const state = said?.state ?? 'missing'
          return (
            <li>
              <StateTag tone={state === 'present' ? 'done' : state === 'missing' ? 'stop' : 'plain'}>
                {words.itemState[state]}
              </StateTag>
              <div>
                <h3>{words.item[item]}</h3>
                {said?.note && <p class="under">{said.note}</p>}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Move({ frame, view }: Props) {
  const words = frame.t.kerjaMla
  const { request, form } = view
  const next = nextStates(request.kind, request.state)
  if (next.length === 0) return null
  return (
    <form method="post" action={at(frame, `${MLA}/${request.id}`)} class="stack panel">
      <h2>{words.move}</h2>
      <Hidden values={{ version: String(request.version) }} />
      <Select form={form} name="state" label={words.stateField} options={optionsIn(next, words.state)} />
      <TextField form={form} name="on" label={words.onField} type="date" />
      {next.includes('refused') && (
        <Select
          form={form}
          name="ground"
          label={words.groundField}
          options={optionsIn(REFUSAL_GROUNDS, words.ground)}
          empty="–"
        />
      )}
      <TextArea form={form} name="said" label={words.saidField} rows={3} />
      <p class="buttons">
        <Button kind="main">{words.move}</Button>
      </p>
    </form>
  )
}

function History({ frame, view }: Props) {
  const words = frame.t.kerjaMla
  return (
    <section class="stack">
      <h2>{words.history}</h2>
      <ul class="deadlines">
        {view.history.map((line) => (
          <li>
            <strong>
              {words.historyLine(
                line.kind === 'state' ? words.state[line.to_state] : words[line.kind],
                formatPartialDate(line.happened_on, frame.lang),
              )}
            </strong>{' '}
            {line.ground && <span>{words.ground[line.ground]}</span>}
            {line.said && <p class="quote">{line.said}</p>}
            <small>
              {line.officer}, <When frame={frame} at={line.created_at} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Grounds({ frame }: { readonly frame: StaffFrame }) {
  const words = frame.t.kerjaMla
  return (
    <section class="stack">
      <h2>{words.grounds}</h2>
      <p class="small">{words.groundsHint}</p>
      <Table
        caption={words.grounds}
        columns={[words.col.ground, words.col.basis].map((label) => ({ label }))}
        kind="matrix"
      >
        {REFUSAL_GROUNDS.map((ground) => {
          const basis = GROUND_BASIS[ground]
          return (
            <tr>
              <th scope="row">{words.ground[ground]}</th>
              <td>{basis ? <Cite frame={frame} cite={basisView(frame, basis)} /> : words.theirs}</td>
            </tr>
          )
        })}
      </Table>
    </section>
  )
}
