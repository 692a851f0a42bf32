/** The track board: every track of the case side by side, with its owner, next date and blocker. */
import { TRACK_KINDS, TRACK_PLACES } from '#src/domain/cases/tracks.ts'
import { ButtonLink, Select } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { AddForm, type TabProps } from '../case-records.tsx'
import { casePath } from '../case-head.tsx'
import { TRACK_TONE, type TrackView } from './track-view.ts'

/** Fields: kind, place, need. */
export function TracksTab({ frame, view, body }: TabProps<'tracks'>) {
  const words = frame.t.kerjaJalur
  return (
    <div class="body">
      <h2>{words.title}</h2>
      <p class="small">
        {words.hint} {words.ourTarget}
      </p>
      {view.may.includes('add') && (
        <p class="buttons">
          <ButtonLink href={casePath(frame, view.head.code, '/satgas')}>{words.satgas}…</ButtonLink>
          <ButtonLink href={at(frame, `/kerja/mla?kasus=${view.head.code}`)}>{words.mla}…</ButtonLink>
        </p>
      )}
      {body.tracks.length === 0 ? (
        <Empty title={words.none} text={words.noneText} />
      ) : (
        <TrackTable frame={frame} tracks={body.tracks} />
      )}
      {view.may.includes('add') && (
        <AddForm frame={frame} view={view} path="/jalur" title={words.open}>
          <Select
            form={view.form}
            name="kind"
            label={words.kindField}
            options={TRACK_KINDS.map((value) => ({ value, label: words.kind[value] }))}
            empty="–"
          />
          <Select
            form={view.form}
            name="place"
            label={words.placeField}
            options={TRACK_PLACES.map((value) => ({ value, label: words.place[value] }))}
            empty="–"
          />
          <Select
            form={view.form}
            name="need"
            label={words.needField}
            hint={words.needHint}
            options={body.needs}
            empty={words.noNeed}
          />
        </AddForm>
      )}
    </div>
  )
}

function TrackTable({
  frame,
  tracks,
}: {
  readonly frame: StaffFrame
  readonly tracks: readonly TrackView[]
}) {
  const { col } = frame.t.kerjaJalur
  return (
    <Table
      caption={frame.t.kerjaJalur.title}
      columns={[col.track, col.state, col.owner, col.next, col.blocker].map((label) => ({ label }))}
    >
      {tracks.map((track) => (
        <TrackRow frame={frame} track={track} />
      ))}
    </Table>
  )
}

function TrackRow({ frame, track }: { readonly frame: StaffFrame; readonly track: TrackView }) {
  const words = frame.t.kerjaJalur
  return (
    <tr>
      <th scope="row">
        <a href={track.href}>{track.name}</a>
        {track.side === 'offered-to-us' && <small> {words.offeredToUs}</small>}
      </th>
      <td>
        <StateTag tone={TRACK_TONE[track.state]}>{words.state[track.state]}</StateTag>
        {track.ended_as && <small> {words.ending[track.ended_as]}</small>}
      </td>
      <td>
        <CellName of={words.col.owner} />
        {track.owner_name}
        {track.officer && `, ${track.officer}`}
      </td>
      <td>
        <CellName of={words.col.next} />
        {track.state === 'ended' ? '–' : track.day}
        {track.late && (
          <>
            {' '}
            <StateTag tone="stop">{words.late}</StateTag>
          </>
        )}
        {track.words?.next && <small> {track.words.next}</small>}
      </td>
      <td>
        <CellName of={words.col.blocker} />
        {words.blocker[track.blocker]}
        {track.words?.blocks && <small> {track.words.blocks}</small>}
      </td>
    </tr>
  )
}
