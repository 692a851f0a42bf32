/** One hand-over from the mission of A to a body of B, as its officer makes it. */
import {
  decideReferral,
  offerReferral,
  prepareOffer,
  type Decision,
  type OfferDraft,
  type ReferralPackage,
} from '#src/modules/referrals/index.ts'
import { reporterActor, withdrawConsent } from '#src/modules/reports/index.ts'
import { addNeed } from '#src/modules/cases/index.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { makeReferableCase, type ReferableCase, type Wanted } from '../support/referral-world.ts'
import type { Installation, TwoInstallations } from '../support/two-installations.ts'

export type Sent = ReferableCase & {
  readonly referralId: string
  readonly pack: ReferralPackage
}

export async function offerAcross(
  both: TwoInstallations,
  wanted: Wanted & {
    readonly to?: 'jatim' | 'disnaker'
    readonly chosen?: OfferDraft['chosen']
    /** A further need of the same case. */
    readonly on?: ReferableCase
  } = {},
): Promise<Sent> {
  const { a } = both
  const officer = await a.as('caseworker', 'jhb')
  const intake = await a.as('intake-officer', 'jhb')
  const made = wanted.on
    ? { ...wanted.on, needId: await furtherNeed(a, intake, wanted.on) }
    : await makeReferableCase(a, intake, wanted)
  const draft: OfferDraft = {
    caseId: made.caseId,
    caseCode: made.code,
    needId: made.needId,
    toOrg: await both.bodyOf(a, wanted.to ?? 'jatim'),
    asked: 'Uang kembali dari perekrut.',
    sendables: [
      { item: 'name', lines: [{ text: 'Sulastri Rekaan' }] },
      { item: 'story', lines: [{ text: 'Gaji empat bulan tidak dibayar.', certainty: 'likely' }] },
      { item: 'needs', lines: [{ text: 'Uang kembali' }] },
    ],
    chosen: wanted.chosen ?? ['name', 'story', 'needs'],
    handling: ['Jangan menelepon siang hari.'],
    basis: [],
  }
  return a.staff(officer, async (ctx) => {
    const prepared = await prepareOffer(ctx, officer.orgId, draft)
    const { id, code } = await offerReferral(ctx, draft, prepared.seen)
    return { ...made, referralId: id, pack: { ...prepared.pack, code } }
  })
}

export type Standing = {
  readonly id: string
  readonly state: string
  readonly version: number
  readonly owner: string
  readonly needState: string
  readonly stopped: boolean
  readonly acknowledged: boolean
}

const STANDING = `select r.id, r.state, r.version, n.owner_org as owner, n.state as "needState",
  r.stopped_at is not null as stopped, r.stop_acknowledged_at is not null as acknowledged
  from app.referrals r join app.needs n on n.id = r.need_id`

export async function sentAt(both: TwoInstallations, sent: Sent): Promise<Standing> {
  const [row] = await both.a.root(`${STANDING} where r.id = $1`, [sent.referralId])
  return row as unknown as Standing
}

/** How the hand-over stands at B; throws where it did not come. */
export async function receivedAt(both: TwoInstallations, sent: Sent): Promise<Standing> {
  const rows = await both.b.root(
    `${STANDING} join app.exchange_threads t on t.referral_id = r.id where t.remote_ref = $1`,
    [sent.referralId],
  )
  if (rows.length !== 1) throw new Error(`${rows.length} referrals came`)
  return rows[0] as unknown as Standing
}

type Deed = Omit<Decision, 'referralId' | 'version'>

/** The officer of B acts on what came, or the officer of A on what was sent. */
export async function act(
  both: TwoInstallations,
  sent: Sent,
  deed: Deed & { readonly at?: 'a' | 'b'; readonly to?: 'jatim' | 'disnaker' },
): Promise<void> {
  const { at = 'b', to = 'jatim', ...step } = deed
  const where = both[at]
  const officer = at === 'a' ? await where.as('caseworker', 'jhb') : await where.as('intake-officer', to)
  const row = at === 'a' ? await sentAt(both, sent) : await receivedAt(both, sent)
  await where.staff(officer, (ctx) =>
    decideReferral(ctx, { referralId: row.id, version: row.version, ...step }),
  )
}

/** The person takes consent back on the follow page of A. */
export async function takeConsentBack({ a }: TwoInstallations, sent: Sent): Promise<void> {
  await runAs(a.platform, reporterActor(a.platform, sent.key), (ctx) =>
    withdrawConsent(ctx, { report: 'goes-on', why: '' }),
  )
}

export type Delivery = { readonly kind: string; readonly state: string; readonly answer: string | null }

/** What went out about this hand-over and how it stands, in its order. */
export async function deliveries(where: Installation, sent: Sent): Promise<readonly Delivery[]> {
  const rows = await where.root(
    `select m.kind, m.state, m.answer from app.exchange_messages m join app.exchange_threads t on t.id = m.thread_id
     where t.remote_ref = $1 order by m.step`,
    [sent.referralId],
  )
  return rows as unknown as Delivery[]
}

/** How often everything that may exist only once does exist at B. */
export async function countsAt(where: Installation): Promise<Readonly<Record<string, number>>> {
  const [row] = await where.root(
    `select (select count(*)::int from app.referrals) as referrals, (select count(*)::int from app.cases) as cases,
       (select count(*)::int from app.needs) as needs, (select count(*)::int from app.exchange_received) as received`,
  )
  return row as Record<string, number>
}

function furtherNeed(a: Installation, officer: StaffActor, on: ReferableCase): Promise<string> {
  return a.staff(officer, (ctx) =>
    addNeed(ctx, { code: on.code, kind: 'documents', urgency: 'sedang', label: 'Paspor Rekaan' }),
  )
}
