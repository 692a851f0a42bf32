// The limits that travel with a referral: what the receiver may still open, how to reach the person, until when.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordConsent } from '#src/modules/cases/index.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import type { StaffActor, StaffContext } from '#src/platform/db/context.ts'
import { sendableWords } from '#src/texts/sendables.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { makeReferableCase, type ReferableCase, type Wanted } from '../../../test/support/referral-world.ts'
import {
  decideReferral,
  offerReferral,
  openReferral,
  prepareOffer,
  proposeReferral,
  referralEndedJob,
  type OfferDraft,
} from './index.ts'

const day = 24 * 3600_000
let world: TestPlatform
let sender: StaffActor
let receiver: StaffActor
beforeAll(async () => {
  world = await makeTestPlatform()
  sender = await world.hire('jhb', ['intake-officer', 'caseworker'])
  receiver = await world.as('caseworker', 'jatim')
})
afterAll(() => world.close())

async function draftOf(ctx: StaffContext, of: ReferableCase, more: Partial<OfferDraft> = {}) {
  const { sendables, handling } = await proposeReferral(
    ctx,
    { caseCode: of.code, needId: of.needId },
    sendableWords,
  )
  return {
    caseId: of.caseId,
    caseCode: of.code,
    needId: of.needId,
    toOrg: world.orgs.jatim,
    asked: 'Uang kembali.',
    sendables,
    chosen: ['needs'],
    handling,
    basis: [],
    ...more,
  } satisfies OfferDraft
}

async function send(of: ReferableCase, more: Partial<OfferDraft> = {}): Promise<string> {
  return world.staff(sender, async (ctx) => {
    const draft = await draftOf(ctx, of, more)
    return (await offerReferral(ctx, draft, (await prepareOffer(ctx, sender.orgId, draft)).seen)).id
  })
}

const made = (wanted: Wanted = {}) => makeReferableCase(world, sender, wanted)

/** Goes past every use case: what the receiver's own database role can still open. */
async function canOpen(actor: StaffActor, id: string): Promise<boolean> {
  return world.staff(actor, async (ctx) => {
    const row = await ctx.tx
      .selectFrom('app.referrals')
      .select('key_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return (await loadKeys(ctx, [row.key_id])).has(row.key_id)
  })
}

async function answer(id: string, action: 'reject' | 'accept', actor = receiver): Promise<void> {
  await world.staff(actor, async (ctx) => {
    const { referral } = await openReferral(ctx, id)
    const why = action === 'reject' ? { reason: 'capacity', words: 'Petugas kami sedang penuh.' } : {}
    await decideReferral(ctx, { referralId: id, version: referral.version, action, ...why })
  })
}

describe('a package that is closed', () => {
  it('cannot be opened by the receiver past the page either, once refused; the sender still can', async () => {
    const id = await send(await made())
    expect(await canOpen(receiver, id)).toBe(true)
    await answer(id, 'reject')
    expect(await canOpen(receiver, id)).toBe(false)
    expect(await canOpen(sender, id)).toBe(true)
    const seen = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    expect(seen.pack).toBeUndefined()
    expect(seen.words).toEqual({ words: '', rest: '', better: '' })
  })

  it('is closed where consent was withdrawn, and where the sender called it back', async () => {
    const [withdrawn, cancelled] = [await send(await made()), await send(await made())]
    await answer(withdrawn, 'accept')
    await world.root('update app.referrals set stopped_at = now() where id = $1', [withdrawn])
    await world.root(`update app.referrals set state = 'cancelled' where id = $1`, [cancelled])
    expect(await canOpen(receiver, withdrawn)).toBe(false)
    expect(await canOpen(receiver, cancelled)).toBe(false)
  })

  it('was never open to a third body', async () => {
    const id = await send(await made())
    const other = await world.as('caseworker', 'hkg')
    const key = (await world.root('select key_id from app.referrals where id = $1', [id]))[0]![
      'key_id'
    ] as string
    const held = await world.staff(other, (ctx) => loadKeys(ctx, [key]))
    expect(held.size).toBe(0)
  })
})

describe('the end of a consent', () => {
  it('is the end of the package, and after it the receiver opens nothing', async () => {
    const of = await made({ mayShare: {} })
    const until = new Date(world.platform.clock().getTime() + 10 * day)
    await world.staff(sender, (ctx) =>
      recordConsent(ctx, {
        code: of.code,
        item: 'needs',
        readerKind: 'protection-ministry',
        answer: 'yes',
        givenBy: 'self',
        how: 'spoken',
        language: 'id',
        until,
      }),
    )
    const id = await send(of)
    const [row] = await world.root('select expires_at from app.referrals where id = $1', [id])
    expect(row!['expires_at']).toEqual(until)
    const { pack } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    expect(pack?.until).toBe(new Date(until.getTime() - 1).toISOString().slice(0, 10))
    await answer(id, 'accept')
    const before = world.platform.clock()
    world.time.now = new Date(until.getTime() + 1000)
    expect(await canOpen(receiver, id)).toBe(false)
    expect((await world.staff(receiver, (ctx) => openReferral(ctx, id))).pack).toBeUndefined()
    world.time.now = before
  })

  it('does not shorten the year where nothing that was said ends', async () => {
    const id = await send(await made())
    const { pack } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    expect(pack?.until).toBe(
      new Date(world.platform.clock().getTime() + 365 * day).toISOString().slice(0, 10),
    )
  })
})

describe('how to reach the person', () => {
  it('goes with every package, the number only with the contact', async () => {
    const id = await send(
      await made({
        contact: {
          ways: ['whatsapp'],
          value: '+44 7700 900321',
          hours: 'sesudah jam 9 malam',
          callRule: 'do-not-call',
        },
      }),
    )
    const { pack } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    expect(pack?.handling).toContain('Jangan telepon.')
    expect(pack?.handling).toContain('Cara yang aman: WhatsApp.')
    expect(pack?.handling).toContain('Saat yang aman: sesudah jam 9 malam')
    expect(JSON.stringify(pack)).not.toContain('900321')
  })
})

describe('a restricted case', () => {
  const restrict = async (caseId: string): Promise<void> => {
    await world.root(
      `insert into app.data_keys (id, subject_kind, subject_id, wrapped, master_version)
         values (gen_random_uuid(), 'request', gen_random_uuid(), '\\x00', 1) on conflict do nothing`,
    )
    await world.root(
      `insert into app.rights_requests (id, created_at, org_id, case_id, kind, via, by_staff, identified_how, state, due_at, answered_at, key_id, words_sealed)
         values (gen_random_uuid(), now(), $1, $2, 'restriction', 'staff', $3, 'known-to-desk', 'answered', now(), now(),
           (select id from app.data_keys where subject_kind = 'request' limit 1), '\\x00')`,
      [sender.orgId, caseId, sender.staffId],
    )
  }

  it('goes to nobody, and says why', async () => {
    const of = await made()
    await restrict(of.caseId)
    await expect(send(of)).rejects.toMatchObject({ name: 'RefusedError', code: 'referral.restricted' })
  })

  it('comes back to the sender instead of going to the next body', async () => {
    const of = await made()
    const id = await send(of)
    await answer(id, 'reject')
    await restrict(of.caseId)
    await referralEndedJob.handle(world.platform, { referralId: id })
    const tasks = await world.root('select kind from app.tasks where referral_id = $1', [id])
    expect(tasks).toHaveLength(1)
  })
})

describe('an exception that goes on', () => {
  it('stands on the facts that the officer ticked, and on no others', async () => {
    const of = await made({ mayShare: {}, need: 'safety-rescue', urgency: 'darurat' })
    const facts = ['person-cannot-be-asked', 'life-body-or-liberty-in-danger', 'reason-written'] as const
    const id = await send(of, {
      exception: {
        ground: 'cannot-be-asked-and-in-danger',
        facts: new Set(facts),
        reason: 'Dikurung di mess.',
      },
    })
    await answer(id, 'reject')
    await referralEndedJob.handle(world.platform, { referralId: id })
    const [next] = await world.root('select id, to_org from app.referrals where previous_referral = $1', [id])
    expect(next).toBeDefined()
    const { pack } = await world.staff(sender, (ctx) => openReferral(ctx, next!['id'] as string))
    expect(pack?.facts).toEqual(facts)
    expect(pack?.reason).toBe('Dikurung di mess.')
  })

  it('is not barred by a no to another body, and is by a no to this one', async () => {
    const facts = ['person-cannot-be-asked', 'life-body-or-liberty-in-danger', 'reason-written'] as const
    const exception = {
      ground: 'cannot-be-asked-and-in-danger' as const,
      facts: new Set(facts),
      reason: 'Dikurung di mess.',
    }
    const wanted = { need: 'safety-rescue', urgency: 'darurat' } as const
    await send(await made({ ...wanted, mayShare: { police: 'no' } }), { exception })
    const barred = await made({ ...wanted, mayShare: { 'protection-ministry': 'no' } })
    await expect(send(barred, { exception })).rejects.toMatchObject({
      code: 'referral.exception-person-said-no',
    })
  })
})
