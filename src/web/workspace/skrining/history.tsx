/** Every round of one person's screening, the newest first: nothing that was concluded is ever taken away. */
import type { ScreeningOutcome, ScreeningState } from '#src/domain/screening/lifecycle.ts'
import { formatInstant } from '#src/texts/dates.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, type Tone } from '#src/web/ui/staff/marks.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'

export type PastRound = {
  readonly number: number
  readonly state: ScreeningState
  readonly at: Date
  readonly agreed?: ScreeningOutcome
  readonly first?: { readonly by: string; readonly outcome: ScreeningOutcome }
  readonly second?: { readonly by: string; readonly outcome: ScreeningOutcome }
}

export const STATE_TONE: Record<ScreeningState, Tone> = {
  answering: 'run',
  'second-opinion': 'wait',
  agreed: 'done',
  'not-agreed': 'wait',
  unclear: 'wait',
}

/** `link` gives the address of a round; none on paper. */
export function History(props: {
  readonly frame: StaffFrame
  readonly rounds: readonly PastRound[]
  readonly link?: (round: number) => string
}) {
  const { frame, rounds, link } = props
  const words = frame.t.kerjaSkrining
  const given = (opinion: PastRound['first']) =>
    opinion === undefined ? '–' : `${opinion.by}: ${words.outcome[opinion.outcome]}`
  return (
    <section class="stack" id="riwayat">
      <h2>{words.history}</h2>
      <Table
        caption={words.history}
        columns={[
          { label: words.col.round },
          { label: words.col.since },
          { label: words.first },
          { label: words.second },
          { label: words.together },
          { label: words.col.state },
        ]}
      >
        {rounds.map((round) => (
          <tr>
            <th scope="row">
              {link ? (
                <a href={link(round.number)}>{words.round(round.number)}</a>
              ) : (
                words.round(round.number)
              )}
            </th>
            <td>{formatInstant(round.at, frame.zone, frame.lang)}</td>
            <td>{given(round.first)}</td>
            <td>{given(round.second)}</td>
            <td>{round.agreed === undefined ? '–' : words.outcome[round.agreed]}</td>
            <td>
              <StateTag tone={STATE_TONE[round.state]}>{words.state[round.state]}</StateTag>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
