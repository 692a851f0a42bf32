/** What the page of a referral shows of a partner in another installation. */
import type { Delivery, MessageRow } from '#src/modules/exchange/index.ts'
import type { OpenedReferral } from '#src/modules/referrals/index.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { DeliveryState } from '../ekspor-impor/mitra/delivery-state.tsx'

export type WayView = { readonly href: string; readonly partner: string; readonly message?: MessageRow }

/** The partner and its last message; and at the receiver the code that the case has here, which is not the sender's. */
export function wayOf(
  frame: StaffFrame,
  { referral }: OpenedReferral,
  delivery: Delivery | undefined,
): { readonly way?: WayView; readonly caseHref?: string | undefined } {
  if (!delivery) return {}
  const last = delivery.messages.at(-1)
  const way = {
    href: at(frame, `/kerja/rujukan/${referral.code}/mitra`),
    partner: delivery.partner.name,
    ...(last ? { message: last } : {}),
  }
  if (delivery.side === 'sender') return { way }
  return { way, caseHref: delivery.caseCode && at(frame, `/kerja/kasus/${delivery.caseCode}`) }
}

export function Way({ frame, way }: { readonly frame: StaffFrame; readonly way: WayView | undefined }) {
  if (!way) return null
  const words = frame.t.kerjaMitra
  return (
    <p>
      {words.withPartner(way.partner)} {way.message && <DeliveryState frame={frame} message={way.message} />}
      <br />
      <a href={way.href}>{words.toWay}</a>
    </p>
  )
}
