/** One track: where it stands, who owns it, its history. The owner changes it; another body takes it only by accepting. */
import { TRACK_BLOCKERS, TRACK_ENDINGS, TRACK_MOVES, TRACK_STATES } from '#src/domain/cases/tracks.ts'
import type { TrackHistoryLine } from '#src/modules/tracks/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import {
  Button,
  ErrorSummary,
  Hidden,
  Notice,
  Select,
  TextArea,
  TextField,
  Tick,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { casePath } from '../case-head.tsx'
import { TRACK_TONE, wordOfNeed, type TrackView } from './track-view.ts'

export type TrackPageView = {
  readonly code: string
  readonly track: TrackView
  readonly history: readonly TrackHistoryLine[]
  readonly officers: readonly Option[]
  readonly takers: readonly Option[]
  readonly form: FormState
  readonly mayEdit?: 'may-edit'
}
type Props = { readonly frame: StaffFrame; readonly view: TrackPageView }

export function TrackPage({ frame, view }: Props) {
  const words = frame.t.kerjaJalur
  const { track } = view
  return (
    <StaffPage frame={frame} current="cases" title={track.name} form={view.form}>
      <Head
        title={track.name}
        crumbs={
          <>
            <a href={casePath(frame, view.code)} class="code">
              {view.code}
            </a>
            {' / '}
            <a href={casePath(frame, view.code, '/jalur')}>{words.title}</a>
          </>
        }
        tags={<StateTag tone={TRACK_TONE[track.state]}>{words.state[track.state]}</StateTag>}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <Facts frame={frame} view={view} />
        {view.mayEdit && track.side === 'offered-to-us' && <Answer frame={frame} view={view} />}
        {view.mayEdit && track.side === 'ours' && <Change frame={frame} view={view} />}
        {view.mayEdit && track.side === 'ours' && <Offer frame={frame} view={view} />}
        <History frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}

function Facts({ frame, view }: Props) {
  const words = frame.t.kerjaJalur
  const { track } = view
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{words.col.owner}</dt>
          <dd>
            {track.owner_name}
            {track.officer && `, ${track.officer}`}
          </dd>
        </div>
        <div>
          <dt>{words.col.next}</dt>
          <dd>
            {track.day} {track.late && <StateTag tone="stop">{words.late}</StateTag>} {track.words?.next}
          </dd>
        </div>
        <div>
          <dt>{words.col.blocker}</dt>
          <dd>
            {words.blocker[track.blocker]} {track.words?.blocks}
          </dd>
        </div>
        {track.ended_as && (
          <div>
            <dt>{words.endingField}</dt>
            <dd>{words.ending[track.ended_as]}</dd>
          </div>
        )}
      </dl>
      <p class="small">{words.ourTarget}</p>
      {track.need_kind && (
        <Notice kind="plain" icon="info" lead={words.followsNeed(wordOfNeed(frame, track.need_kind))} />
      )}
      {track.offered_name && track.side !== 'offered-to-us' && (
        <Notice kind="plain" icon="info" lead={words.offeredTo(track.offered_name)} />
      )}
    </>
  )
}

function version(view: TrackPageView): Readonly<Record<string, string>> {
  return { version: String(view.track.version) }
}

function action({ frame, view }: Props): string {
  return casePath(frame, view.code, `/jalur/${view.track.id}`)
}

function Answer({ frame, view }: Props) {
  const words = frame.t.kerjaJalur
  return (
    <form method="post" action={action({ frame, view })} class="stack panel">
      <h2>{words.offeredToUs}</h2>
      <Hidden values={version(view)} />
      <p class="buttons">
        <Button kind="main" name="do" value="accept">
          {words.accept}
        </Button>
        <Button name="do" value="decline">
          {words.decline}
        </Button>
      </p>
    </form>
  )
}

function Change({ frame, view }: Props) {
  const words = frame.t.kerjaJalur
  const { form, track } = view
  const states = TRACK_STATES.filter(
    (each) => each === track.state || TRACK_MOVES[track.state].includes(each),
  )
  return (
    <form method="post" action={action({ frame, view })} class="stack panel">
      <h2>{words.change}</h2>
      <Hidden values={version(view)} />
      <Select
        form={form}
        name="state"
        label={words.stateField}
        options={states.map((value) => ({ value, label: words.state[value] }))}
      />
      <Select
        form={form}
        name="endedAs"
        label={words.endingField}
        options={TRACK_ENDINGS.map((value) => ({ value, label: words.ending[value] }))}
        empty="–"
      />
      <TextField form={form} name="nextOn" label={words.nextField} type="date" hint={words.ourTarget} />
      <TextField form={form} name="next" label={words.nextWords} wide="wide" />
      <Select
        form={form}
        name="blocker"
        label={words.blockerField}
        options={TRACK_BLOCKERS.map((value) => ({ value, label: words.blocker[value] }))}
      />
      <TextField form={form} name="blocks" label={words.blocksWords} wide="wide" />
      <Select
        form={form}
        name="staff"
        label={words.staffField}
        options={view.officers}
        empty={words.anyone}
      />
      <Tick form={form} name="shared" label={words.shared} />
      <TextArea form={form} name="why" label={words.why} rows={2} />
      <p class="buttons">
        <Button kind="main" name="do" value="change">
          {words.save}
        </Button>
      </p>
    </form>
  )
}

function Offer({ frame, view }: Props) {
  const words = frame.t.kerjaJalur
  const { track } = view
  if (track.need_id !== null || track.state === 'ended') return null
  if (track.offered_to === null && view.takers.length === 0) return null
  return (
    <form method="post" action={action({ frame, view })} class="stack panel">
      <h2>{words.offer}</h2>
      <Hidden values={version(view)} />
      {track.offered_to === null ? (
        <>
          <Select
            form={view.form}
            name="to"
            label={words.offerField}
            hint={words.offerHint}
            options={view.takers}
            empty="–"
          />
          <p class="buttons">
            <Button name="do" value="offer">
              {words.offerButton}
            </Button>
          </p>
        </>
      ) : (
        <p class="buttons">
          <Button name="do" value="take-back">
            {words.takeBack}
          </Button>
        </p>
      )}
    </form>
  )
}

function History({ frame, view }: Props) {
  const words = frame.t.kerjaJalur
  return (
    <section class="stack">
      <h2>{words.historyTitle}</h2>
      <ul class="deadlines">
        {view.history.map((line) => (
          <li>
            <strong>{words.historyLine(words.history[line.kind] ?? line.kind, line.org_name)}</strong>{' '}
            <span>
              {line.to_name && `${words.historyTo(line.to_name)}. `}
              {line.to_state && words.state[line.to_state]}
              {line.next_on && `, ${formatPartialDate(line.next_on, frame.lang)}`}
              {line.blocker && line.blocker !== 'none' && `, ${words.blocker[line.blocker]}`}
            </span>
            {line.said && <p class="quote">{line.said}</p>}
            <small>
              <When frame={frame} at={line.created_at} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
