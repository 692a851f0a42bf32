/** What was said about a proposal: consultations, positions, responses and changes of its state. */
import type { ProposalState } from '#src/domain/advocacy/proposal.ts'
import type { EventRow } from '#src/modules/advocacy/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { When } from '#src/web/ui/staff/marks.tsx'

export function EventList(props: { readonly frame: StaffFrame; readonly events: readonly EventRow[] }) {
  const { frame, events } = props
  if (events.length === 0) return <p class="small">{frame.t.kerjaAdvokasi.eventsEmpty}</p>
  return (
    <ul>
      {events.map((event) => (
        <li>
          <EventLine frame={frame} event={event} />
        </li>
      ))}
    </ul>
  )
}

function EventLine({ frame, event }: { readonly frame: StaffFrame; readonly event: EventRow }) {
  const words = frame.t.kerjaAdvokasi
  const day = (text: string | null) => (text === null ? '' : formatPartialDate(text, frame.lang))
  const signed = (
    <small>
      {' '}
      {event.org_name}, <When frame={frame} at={event.created_at} />. {words.audience[event.audience]}.
    </small>
  )
  if (event.kind === 'state')
    return (
      <>
        {words.moved(
          words.state[event.from_code as ProposalState] ?? '',
          words.state[event.to_code as ProposalState] ?? '',
        )}
        {event.words && <span class="quote"> {event.words}</span>}
        {signed}
      </>
    )
  const parts: readonly (readonly [string, string | null])[] = [
    [words.event.agenda, event.agenda],
    [words.event.attendance, event.attendance],
    [words.event.outcome, event.outcome],
    [words.event.decisions, event.decisions],
    [words.event.nextOn, event.next_on === null ? null : day(event.next_on)],
    [words.event.source, event.source],
  ]
  return (
    <>
      <strong>
        {words.kind[event.kind]}, {day(event.held_on)}
      </strong>{' '}
      {event.body}
      {event.stance && `: ${words.stance[event.stance]}`}
      {event.words && <p class="quote">{event.words}</p>}
      {parts.map(
        ([label, text]) =>
          text && (
            <>
              <br />
              {label}: {text}
            </>
          ),
      )}
      <br />
      {signed}
    </>
  )
}
