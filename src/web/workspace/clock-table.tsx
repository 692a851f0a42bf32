/** Clocks with their state, their end and what they rest on: an article, or the words "internal target". */
import type { ClockState } from '#src/domain/deadlines/clock.ts'
import { isDay, type CaseClock } from '#src/domain/rulebook/clocks/case-clocks.ts'
import { formatInstant, formatPartialDate } from '#src/texts/dates.ts'
import { OWN_TARGETS_PATH } from '#src/web/ui/law-href.ts'
import { citeView } from '#src/web/workspace/cite-view.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite, StateTag, type Tone } from '#src/web/ui/staff/marks.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'

export type ClockRow = CaseClock & { readonly code: string }

const TONE: Record<ClockState, Tone> = {
  running: 'run',
  paused: 'wait',
  met: 'done',
  'met-late': 'wait',
  missed: 'stop',
}

/** `cases` adds the case of each clock, where several cases stand in one list. */
export function ClockTable(props: {
  readonly frame: StaffFrame
  readonly title: string
  readonly clocks: readonly ClockRow[]
  readonly cases?: 'cases'
}) {
  const { frame, clocks, cases } = props
  const words = frame.t.kerjaJam
  return (
    <Table
      caption={props.title}
      columns={[
        { label: words.col.clock },
        ...(cases ? [{ label: words.col.case }] : []),
        { label: words.col.state },
        { label: words.col.due },
        { label: words.col.left },
        { label: words.col.law },
      ]}
    >
      {clocks.map((clock) => (
        <tr>
          <th scope="row">{words.name[clock.clock]}</th>
          {cases && (
            <td>
              <a class="code" href={at(frame, `/kerja/kasus/${clock.code}/tugas#jam`)}>
                {clock.code}
              </a>
            </td>
          )}
          <td>
            <StateTag tone={TONE[clock.state]}>{words.state[clock.state]}</StateTag>
          </td>
          <td>{dueWords(frame, clock)}</td>
          <td>{clock.state === 'met' || clock.state === 'met-late' ? '–' : words.left(clock.daysLeft)}</td>
          <td>
            <Basis frame={frame} clock={clock} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function dueWords(frame: StaffFrame, { dueAt }: CaseClock): string {
  return isDay(dueAt)
    ? formatPartialDate(dueAt, frame.lang)
    : formatInstant(new Date(dueAt), frame.zone, frame.lang)
}

function Basis({ frame, clock }: { readonly frame: StaffFrame; readonly clock: CaseClock }) {
  return clock.source === 'internal-target' ? (
    <a href={at(frame, OWN_TARGETS_PATH)}>{frame.t.kerjaJam.own}</a>
  ) : (
    <Cite frame={frame} cite={citeView(frame, clock.citation)} />
  )
}
