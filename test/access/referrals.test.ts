// Who sees and moves a referral: every role of every side, every action from every state, and two bodies at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#src/domain/disclosure/roles.ts'
import {
  REFERRAL_ACTIONS,
  REFERRAL_PARTIES,
  REFERRAL_STATUSES,
  REFERRAL_TRANSITIONS,
  type ReferralAction,
  type ReferralStatus,
} from '#src/domain/referrals/lifecycle.ts'
import { decideReferral, openReferral, prepareOffer, offerReferral } from '#src/modules/referrals/index.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeApp } from '#src/web/app.ts'
import { makeReferableCase, type ReferableCase } from '../support/referral-world.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import type { TestOrg } from '../support/test-orgs.ts'

let world: TestPlatform
let sender: StaffActor
let receiver: StaffActor
let subject: ReferableCase
let referral: { readonly id: string; readonly code: string }

async function offer(of: ReferableCase, toOrg = world.orgs.jatim): Promise<{ id: string; code: string }> {
  const draft = {
    caseId: of.caseId,
    caseCode: of.code,
    needId: of.needId,
    toOrg,
    asked: 'Uang kembali.',
    sendables: [{ item: 'needs' as const, lines: [{ text: 'Biaya Rekaan' }] }],
    chosen: ['needs' as const],
    handling: [],
    basis: [],
  }
  return world.staff(sender, async (ctx) =>
    offerReferral(ctx, draft, (await prepareOffer(ctx, sender.orgId, draft)).seen),
  )
}

beforeAll(async () => {
  world = await makeTestPlatform()
  sender = await world.as('caseworker', 'jhb')
  receiver = await world.as('caseworker', 'jatim')
  subject = await makeReferableCase(world, await world.hire('jhb', ['intake-officer', 'caseworker']))
  referral = await offer(subject)
})
afterAll(() => world.close())

const READERS: readonly Role[] = [
  'intake-officer',
  'caseworker',
  'supervisor',
  'restricted-reader-care',
  'restricted-reader-legal',
  'task-force-member',
  'village-officer',
]
const ORGS: readonly TestOrg[] = ['jhb', 'jatim', 'hkg', 'pusat', 'ngo', 'desa']
const SIDES: readonly TestOrg[] = ['jhb', 'jatim']
/** A village officer sees what was referred to the village, never what his body sent. */
const RECEIVED: readonly TestOrg[] = ['jatim']
const MATRIX = ORGS.flatMap((org) => ROLES.map((role) => ({ org, role })))

const rowOf = async (id: string) =>
  (await world.root('select state, version, to_org from app.referrals where id = $1', [id]))[0]!

describe('who sees a referral', () => {
  it('exists', async () => {
    expect(await rowOf(referral.id)).toMatchObject({ state: 'requested', to_org: world.orgs.jatim })
  })

  it.each(MATRIX)(
    '$role of $org reads the row only on its own side, and only in a reading role',
    async ({ org, role }) => {
      const actor = await world.as(role, org)
      const rows = await world.staff(actor, (ctx) =>
        ctx.tx.selectFrom('app.referrals').select('id').where('id', '=', referral.id).execute(),
      )
      const sides = role === 'village-officer' ? RECEIVED : SIDES
      expect(rows).toHaveLength(sides.includes(org) && READERS.includes(role) ? 1 : 0)
    },
  )

  it.each(MATRIX)(
    '$role of $org meets every address of it with the same answer as one that is not there',
    async ({ org, role }) => {
      const actor = await world.as(role, org)
      const app = makeApp(world.platform)
      const headers = { cookie: await world.cookieOf(actor), 'sec-fetch-site': 'same-origin' }
      const mayAct = ['intake-officer', 'caseworker', 'supervisor'].includes(role)
      const mayEnter = mayAct || role === 'village-officer'
      const isSide = (role === 'village-officer' ? RECEIVED : SIDES).includes(org)
      const real = await app.request(`/kerja/rujukan/${referral.code}`, { headers })
      const none = await app.request('/kerja/rujukan/R-JHB-2026-9999', { headers })
      expect(real.status).toBe(!mayEnter ? 403 : isSide ? 200 : 404)
      expect(none.status).toBe(mayEnter ? 404 : 403)
      if (!isSide || !mayEnter) {
        const same = (html: string): string => html.replaceAll(/R-JHB-2026-\d{4}/g, 'X')
        expect(same(await real.text())).toBe(same(await none.text()))
      }
      const list = await app.request('/kerja/rujukan?arah=masuk', { headers })
      expect((await list.text()).includes(referral.code)).toBe(mayEnter && org === 'jatim')
      for (const verb of ['terima', 'tolak', 'batal', 'ingatkan', 'tinjau', 'berhenti']) {
        if (isSide && mayAct) continue
        const tried = await app.request(`/kerja/rujukan/${referral.code}/${verb}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          body: 'version=1&reason=capacity&cancelWhy=solved',
        })
        expect([403, 404], verb).toContain(tried.status)
      }
    },
  )

  it('keeps the state through all of that', async () => {
    expect(['requested', 'received']).toContain((await rowOf(referral.id))['state'])
  })

  it('shows the receiver nothing of the case until it accepts, and then its own file only', async () => {
    const made = await makeReferableCase(world, await world.hire('jhb', ['intake-officer', 'caseworker']))
    const { id } = await offer(made)
    const seen = () =>
      world.staff(receiver, async (ctx) => ({
        cases: await ctx.tx.selectFrom('app.cases').select('id').where('id', '=', made.caseId).execute(),
        needs: await ctx.tx.selectFrom('app.needs').select('id').where('case_id', '=', made.caseId).execute(),
        persons: await ctx.tx
          .selectFrom('app.case_persons')
          .select('id')
          .where('case_id', '=', made.caseId)
          .execute(),
        timeline: await ctx.tx
          .selectFrom('app.timeline_entries')
          .select('id')
          .where('case_id', '=', made.caseId)
          .execute(),
        notes: await ctx.tx.selectFrom('app.notes').select('id').where('case_id', '=', made.caseId).execute(),
      }))
    const before = await seen()
    expect(before).toEqual({ cases: [], needs: [], persons: [], timeline: [], notes: [] })
    const { referral: row } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    await world.staff(receiver, (ctx) =>
      decideReferral(ctx, { referralId: id, version: row.version, action: 'accept' }),
    )
    const after = await seen()
    expect(after).toMatchObject({ needs: [{ id: made.needId }], persons: [], timeline: [], notes: [] })
    expect(after.cases).toHaveLength(1)
    const hidden = await world.root(
      `select (select count(*) from app.case_persons where case_id = $1) as persons, (select count(*) from app.notes where case_id = $1) as notes`,
      [made.caseId],
    )
    expect(Number(hidden[0]?.['persons'])).toBeGreaterThan(0)
    expect(Number(hidden[0]?.['notes'])).toBeGreaterThan(0)
  })

  it('lets nobody write a referral for another body, whatever the program says', async () => {
    const stranger = await world.as('caseworker', 'hkg')
    await expect(
      world.staff(stranger, (ctx) =>
        ctx.tx
          .updateTable('app.referrals')
          .set({ state: 'cancelled' })
          .where('id', '=', referral.id)
          .executeTakeFirst(),
      ),
    ).resolves.toMatchObject({ numUpdatedRows: 0n })
  })
})

describe('every action, from every state, by every side', () => {
  const everything = { reason: 'other', words: 'Ditulis lengkap.', restWords: 'Sisa kebutuhan.' }
  /** The two sides that people stand on; what the system does has no button and no address. */
  const people = REFERRAL_PARTIES.filter((party) => party !== 'system')
  const tries = REFERRAL_STATUSES.flatMap((from) =>
    REFERRAL_ACTIONS.flatMap((action) => people.map((party) => ({ from, action, party }))),
  )

  /** A referral brought by hand into a state, whatever its past. */
  async function referralIn(state: ReferralStatus): Promise<string> {
    await world.root(
      `update app.referrals set state = $2, version = version + 1, decided_at = null where id = $1`,
      [referral.id, state],
    )
    await world.root(
      `update app.needs set state = 'offered', ended_at = null, owner_org = $2 where id = $1`,
      [subject.needId, sender.orgId],
    )
    return referral.id
  }

  it.each(tries)('$action from $from by the $party', async ({ from, action, party }) => {
    const id = await referralIn(from)
    const step = (
      REFERRAL_TRANSITIONS as Record<
        ReferralStatus,
        Partial<Record<ReferralAction, { to: ReferralStatus; by: readonly string[] }>>
      >
    )[from][action]
    const isAllowed = step !== undefined && step.by.includes(party)
    const version = Number((await rowOf(id))['version'])
    const actor = party === 'sender' ? sender : receiver
    const tried = world.staff(actor, (ctx) =>
      decideReferral(ctx, { referralId: id, version, action, ...everything }),
    )
    if (isAllowed) await expect(tried).resolves.toMatchObject({ state: step.to })
    else
      await expect(tried).rejects.toMatchObject({
        code: step === undefined ? 'referral.not-from-this-state' : 'referral.not-yours',
      })
    expect(await rowOf(id)).toMatchObject({ state: isAllowed ? step.to : from })
  })

  it('writes nothing when somebody was faster', async () => {
    const id = await referralIn('received')
    await expect(
      world.staff(receiver, (ctx) => decideReferral(ctx, { referralId: id, version: 0, action: 'accept' })),
    ).rejects.toMatchObject({ code: 'referral.changed-meanwhile' })
    expect(await rowOf(id)).toMatchObject({ state: 'received' })
  })
})

describe('two bodies at once', () => {
  it('cannot both hold an offer of the same need, nor both take it', async () => {
    const made = await makeReferableCase(world, await world.hire('jhb', ['intake-officer', 'caseworker']))
    const both = await Promise.allSettled([offer(made), offer(made, world.orgs.pusat)])
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(
      await world.root('select count(*)::int as n from app.referrals where need_id = $1', [made.needId]),
    ).toEqual([{ n: 1 }])
    const columns = (
      await world.root(
        `select string_agg(quote_ident(column_name), ', ') as list from information_schema.columns
       where table_schema = 'app' and table_name = 'referrals' and is_generated = 'NEVER' and column_name not in ('id', 'code', 'state')`,
      )
    )[0]?.['list']
    const copy = (state: string) =>
      world.root(
        `insert into app.referrals (id, code, state, ${String(columns)})
         select gen_random_uuid(), 'R-' || gen_random_uuid(), '${state}', ${String(columns)} from app.referrals where need_id = $1 limit 1`,
        [made.needId],
      )
    await copy('accepted')
    await expect(copy('in-progress')).rejects.toMatchObject({ code: '23505' })
    await expect(copy('received')).rejects.toMatchObject({ code: '23505' })
  })
})
