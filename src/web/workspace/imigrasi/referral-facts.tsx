/** One offered referral with exactly what it carries: the same for who sent it and who received it. */
import type { DeskReferral } from '#src/modules/immigration/index.ts'
import type { Childhood } from '#src/domain/immigration/signs.ts'
import type { RejectionReason } from '#src/domain/referrals/lifecycle.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When, type Tone } from '#src/web/ui/staff/marks.tsx'

const TONE: Record<DeskReferral['state'], Tone> = {
  requested: 'wait',
  accepted: 'done',
  rejected: 'stop',
  cancelled: 'plain',
}

export function ReferralFacts({
  frame,
  referral,
}: {
  readonly frame: StaffFrame
  readonly referral: DeskReferral
}) {
  const words = frame.t.kerjaImigrasi
  const { pack } = referral
  const late = referral.late === 'late'
  return (
    <>
      <p>
        <StateTag tone={late ? 'stop' : TONE[referral.state]}>{words.referralState[referral.state]}</StateTag>{' '}
        {words.basis[referral.basis]}
        {referral.rejectReason !== null &&
          `. ${frame.t.kerjaRujukan.refuseReason[referral.rejectReason as RejectionReason]}`}
        {referral.state === 'requested' && (
          <>
            . {late ? words.refer.late : words.refer.answerBy}: <When frame={frame} at={referral.answerBy} />{' '}
            ({words.refer.target})
          </>
        )}
      </p>
      <ul>
        {pack.signs.map((sign) => (
          <li>{words.sign[sign]}</li>
        ))}
        <li>{words.child[pack.child as Childhood]}</li>
      </ul>
      <dl>
        <dt>{words.refer.place}</dt>
        <dd>
          {pack.place}, <When frame={frame} at={referral.sentAt} />
        </dd>
        {pack.name !== undefined && (
          <>
            <dt>{words.refer.carried['name']}</dt>
            <dd>{pack.name}</dd>
          </>
        )}
        {pack.contact !== undefined && (
          <>
            <dt>{words.refer.contact}</dt>
            <dd>{pack.contact}</dd>
          </>
        )}
        {pack.wish !== undefined && (
          <>
            <dt>{words.refer.wish}</dt>
            <dd>{pack.wish}</dd>
          </>
        )}
        {pack.because !== undefined && (
          <>
            <dt>{words.refer.because}</dt>
            <dd>{pack.because}</dd>
          </>
        )}
      </dl>
    </>
  )
}
