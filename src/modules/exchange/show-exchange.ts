/** What people see of the exchange: partners, what waits, and how one hand-over stands with its partner. */
import { findReferral, type ReferralRow } from '#src/modules/referrals/index.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import {
  caseCodeOf,
  findThreadOf,
  listMessages,
  listMessagesOf,
  listRefusals,
  sendAgain,
  type MessageRow,
} from './messages/message-queries.ts'
import {
  findPartner,
  findRemotePlace,
  listBodiesOf,
  listPartners,
  type PartnerRow,
} from './partners/partner-queries.ts'
import { ownFingerprint } from './partners/partners.ts'

export const DELIVERIES_PAGE = 25
const REFUSALS_SHOWN = 20

export type ExchangeOverview = {
  readonly partners: readonly PartnerRow[]
  readonly fingerprint: string | undefined
  readonly messages: readonly MessageRow[]
  readonly more: 'more' | undefined
  readonly refusals: readonly {
    readonly id: string
    readonly created_at: Date
    readonly partner_id: string | null
    readonly why: string
  }[]
}

export async function readExchange(
  ctx: StaffContext,
  asked: { readonly page: number; readonly open: 'open' | 'all' },
): Promise<ExchangeOverview> {
  const rows = await listMessages(ctx, { ...asked, pageSize: DELIVERIES_PAGE })
  await writeAudit(ctx, {
    verb: 'exchange.listed',
    subjectKind: 'organisation',
    subjectId: ctx.actor.orgId,
    details: { page: asked.page, rows: Math.min(rows.length, DELIVERIES_PAGE) },
  })
  return {
    partners: await listPartners(ctx),
    fingerprint: await ownFingerprint(ctx),
    messages: rows.slice(0, DELIVERIES_PAGE),
    more: rows.length > DELIVERIES_PAGE ? 'more' : undefined,
    refusals: await listRefusals(ctx, REFUSALS_SHOWN),
  }
}

export async function readPartner(ctx: StaffContext, id: string) {
  const partner = await findPartner(ctx, id)
  if (!partner) throw new NotFoundError('partner.not-found')
  return { partner, bodies: await listBodiesOf(ctx, id) }
}

export type Delivery = {
  readonly partner: { readonly id: string; readonly name: string; readonly state: string }
  readonly way: 'line' | 'paper'
  readonly side: 'sender' | 'receiver'
  /** What the partner last said of its side. */
  readonly partnerState: string | null
  /** The number that the hand-over has at the partner. */
  readonly partnerCode: string | null
  readonly messages: readonly MessageRow[]
  /** The code of the case here, which is another one than there. */
  readonly caseCode: string | undefined
}

/** How a hand-over stands with the other installation; undefined for one inside this installation. */
export async function readDelivery(ctx: Context, referralId: string): Promise<Delivery | undefined> {
  const row = await findReferral(ctx, referralId)
  if (!row) return undefined
  const to = await findRemotePlace(ctx, row.to_org)
  const place = to ?? (await findRemotePlace(ctx, row.from_org))
  if (!place) return undefined
  const thread = await findThreadOf(ctx, referralId)
  return {
    partner: { id: place.partner_id, name: place.name, state: place.state },
    way: place.on_paper ? 'paper' : 'line',
    side: to ? 'sender' : 'receiver',
    partnerState: thread?.partner_state ?? null,
    partnerCode: thread?.partner_code ?? null,
    messages: thread ? await listMessagesOf(ctx, thread.id) : [],
    caseCode: await caseCodeOf(ctx, row.case_id),
  }
}

/** Tries again now. */
export async function retryMessage(ctx: StaffContext, id: string): Promise<void> {
  const row = await sendAgain(ctx, id)
  if (!row) throw new NotFoundError('exchange.message-not-found')
  await writeJournal(ctx, {
    verb: 'exchange.retried',
    subjectKind: 'exchange',
    subjectId: id,
    details: { kind: row.kind, partner: row.partner_id },
  })
}

export type { MessageRow, ReferralRow }
