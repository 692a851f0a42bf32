import type { Context } from '#src/platform/db/context.ts'
import type { ThreadRow } from '../messages/message-queries.ts'

const HOUR = 3600_000

export async function hasDemoPartner(ctx: Context): Promise<boolean> {
  const row = await ctx.tx.selectFrom('app.partners').select('id').where('demo', '=', true).executeTakeFirst()
  return row !== undefined
}

/** A partner that everybody can see is none: its address ends in .invalid (RFC 2606), and nothing is ever sent to it. */
export async function insertDemoPartner(
  ctx: Context,
): Promise<{ readonly partnerId: string; readonly bodyId: string }> {
  const [partnerId, bodyId] = [ctx.newId(), ctx.newId()]
  await ctx.tx
    .insertInto('app.partners')
    .values({
      id: partnerId,
      created_at: ctx.now,
      remote_id: ctx.newId(),
      name: 'Mitra contoh (tidak ada)',
      base_address: 'https://mitra-contoh.invalid',
      state: 'confirmed',
      fingerprint: '00000 00000 00000 00000 00000 00000 00000 00000',
      confirmed_at: ctx.now,
      discovered_at: ctx.now,
      demo: true,
    })
    .execute()
  await ctx.tx
    .insertInto('app.organisations')
    .values({
      id: bodyId,
      created_at: ctx.now,
      slug: 'mitra-contoh',
      kind: 'ngo',
      name_id: 'Perkumpulan Contoh di Payung lain',
      name_en: 'Example association in another Payung',
      short_name: 'Contoh (Payung lain)',
      code_prefix: 'ZZZZZ',
      time_zone: 'Asia/Jakarta',
      country: 'ID',
      takes_reports: false,
      demo: true,
      partner_id: partnerId,
      remote_ref: ctx.newId(),
    })
    .execute()
  return { partnerId, bodyId }
}

export type DemoMessage = {
  readonly kind: string
  readonly state: string
  readonly hoursAgo: number
  readonly answer?: string
  readonly error?: string
  readonly attempts?: number
  readonly overdue?: 'overdue'
}

/** A hand-over's messages as they would stand. */
export async function insertDemoThread(
  ctx: Context,
  of: {
    readonly partnerId: string
    readonly referralId: string
    readonly orgId: string
    readonly partnerState: string | null
  },
  messages: readonly DemoMessage[],
): Promise<void> {
  const thread: Pick<ThreadRow, 'id'> = { id: ctx.newId() }
  await ctx.tx
    .insertInto('app.exchange_threads')
    .values({
      id: thread.id,
      created_at: ctx.now,
      partner_id: of.partnerId,
      remote_ref: of.referralId,
      side: 'sender',
      referral_id: of.referralId,
      steps_out: messages.length,
      told_version: 99,
      partner_state: of.partnerState,
    })
    .execute()
  const before = (hours: number): Date => new Date(ctx.now.getTime() - hours * HOUR)
  await ctx.tx
    .insertInto('app.exchange_messages')
    .values(
      messages.map((message, index) => ({
        id: ctx.newId(),
        created_at: before(message.hoursAgo),
        partner_id: of.partnerId,
        thread_id: thread.id,
        org_id: of.orgId,
        step: index + 1,
        kind: message.kind,
        digest: Buffer.alloc(32),
        state: message.state,
        told_version: 1,
        attempts: message.attempts ?? 1,
        next_try_at: before(-1),
        last_error: message.error ?? null,
        delivered_at: ['delivered', 'acknowledged', 'refused'].includes(message.state)
          ? before(message.hoursAgo - 0.1)
          : null,
        answered_at: message.answer ? before(message.hoursAgo - 0.2) : null,
        answer: message.answer ?? null,
        acknowledge_by: message.overdue ? before(1) : null,
        overdue_at: message.overdue ? before(0.5) : null,
      })),
    )
    .execute()
}
