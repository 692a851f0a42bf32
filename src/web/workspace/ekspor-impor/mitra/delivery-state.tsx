/** Where a message to a partner is, and how the partner stands: the same words on every page. */
import type { MessageStateCode, PartnerState } from '#src/domain/sharing/exchange-codes.ts'
import type { MessageRow } from '#src/modules/exchange/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { PostButton } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, type Tone } from '#src/web/ui/staff/marks.tsx'

export const PARTNERS = '/kerja/ekspor-impor/mitra'

const PARTNER_TONE: Readonly<Record<PartnerState, Tone>> = {
  proposed: 'wait',
  confirmed: 'done',
  suspended: 'stop',
}
const DELIVERY_TONE: Readonly<Record<MessageStateCode, Tone>> = {
  waiting: 'wait',
  sending: 'run',
  delivered: 'run',
  acknowledged: 'done',
  refused: 'stop',
  'gave-up': 'stop',
}

export function PartnerTag({ frame, state }: { readonly frame: StaffFrame; readonly state: string }) {
  const code = state as PartnerState
  return <StateTag tone={PARTNER_TONE[code]}>{frame.t.kerjaMitra.state[code]}</StateTag>
}

export function Retry({ frame, message }: { readonly frame: StaffFrame; readonly message: MessageRow }) {
  if (message.state !== 'gave-up' && (message.state !== 'waiting' || message.attempts === 0)) return null
  return (
    <PostButton action={at(frame, `${PARTNERS}/kiriman/${message.id}`)}>
      {frame.t.kerjaMitra.retry}
    </PostButton>
  )
}

/** Exactly where it is, and what keeps it there. */
export function DeliveryState({
  frame,
  message,
}: {
  readonly frame: StaffFrame
  readonly message: MessageRow
}) {
  const words = frame.t.kerjaMitra
  const code = message.state as MessageStateCode
  const when = (moment: Date): string => formatInstant(moment, frame.zone, frame.lang)
  const notes = [
    message.answer && message.state !== 'waiting' ? words.answer[message.answer] : undefined,
    message.last_error ? troubleOf(frame, message.last_error) : undefined,
    message.state === 'waiting' && message.attempts > 0
      ? words.nextTry(when(message.next_try_at))
      : undefined,
    message.overdue_at && !message.answered_at ? words.overdue : undefined,
    message.acknowledge_by && !message.answered_at && !message.overdue_at
      ? words.acknowledgeBy(when(message.acknowledge_by))
      : undefined,
  ].filter((note) => note !== undefined)
  return (
    <>
      <StateTag tone={DELIVERY_TONE[code]}>{words.delivery[code]}</StateTag>
      {notes.map((note) => (
        <small>
          <br />
          {note}
        </small>
      ))}
    </>
  )
}

function troubleOf(frame: StaffFrame, code: string): string {
  const words = frame.t.kerjaMitra
  return words.trouble[code] ?? words.http(code.replace('http-', ''))
}
