// The timeline that both sides of a referral read while it lasts; notes stay at home.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addNote, addTimelineEntry, listSharedFacts } from '#src/modules/cases/index.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { handOversOf } from '../../../../test/support/hand-over-world.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import type { ReferableCase } from '../../../../test/support/referral-world.ts'
import { decideReferral, openReferral } from '../index.ts'

type HandOvers = ReturnType<typeof handOversOf>

let world: TestPlatform
let sender: StaffActor
let receiver: StaffActor
let aCase: HandOvers['aCase']
let send: HandOvers['send']
let open: HandOvers['open']
let answer: HandOvers['answer']
beforeAll(async () => {
  world = await makeTestPlatform()
  sender = await world.hire('jhb', ['intake-officer', 'caseworker'])
  receiver = await world.hire('ngo', ['intake-officer', 'caseworker'])
  ;({ aCase, send, open, answer } = handOversOf(world, sender, receiver))
})
afterAll(() => world.close())

describe('the shared timeline of a referral', () => {
  const write = (
    who: StaffActor,
    of: ReferableCase,
    referralId: string,
    text: string,
    contradicts?: string,
  ) =>
    world.staff(who, (ctx) =>
      addTimelineEntry(ctx, {
        code: of.code,
        date: '2026-11',
        dateWords: '',
        text,
        source: 'officer-observed',
        certainty: 'certain',
        referralId,
        ...(contradicts !== undefined && { contradicts }),
      }),
    )
  const read = async (who: StaffActor, referralId: string): Promise<readonly string[]> =>
    (await world.staff(who, (ctx) => listSharedFacts(ctx, [referralId]))).map(
      (fact) => `${fact.orgName}: ${fact.words.text}`,
    )

  async function running() {
    const of = await aCase()
    const { id } = await send(of, [of.needId])
    const [task] = (await open(id)).tasks
    return { of, id, referralId: task!.referral.id }
  }

  it('is written and read by both sides with the body that wrote, and corrected by a further entry', async () => {
    const { of, id, referralId } = await running()
    await expect(write(sender, of, referralId, 'Terlalu dini')).rejects.toMatchObject({ code: '42501' })
    await answer(id, [{ answer: 'accept' }])
    const first = await write(sender, of, referralId, 'Ia di rumah aman')
    await write(receiver, of, referralId, 'Ia pindah rumah', first)
    const both = ['KJRI Uji Johor: Ia di rumah aman', 'Sahabat Uji: Ia pindah rumah']
    expect(await read(sender, referralId)).toEqual(both)
    expect(await read(receiver, referralId)).toEqual(both)
    expect(await read(await world.as('supervisor', 'jatim'), referralId)).toEqual([])
  })

  it('leaves the notes of each body at home, both ways', async () => {
    const { of, id, referralId } = await running()
    await answer(id, [{ answer: 'accept' }])
    for (const who of [sender, receiver])
      await world.staff(who, (ctx) =>
        addNote(ctx, { code: of.code, noteClass: 'general', text: `RAHASIA ${who.orgId}` }),
      )
    await write(sender, of, referralId, 'fakta')
    for (const who of [sender, receiver]) {
      const rows = await runAs(world.platform, who, (ctx) =>
        ctx.tx.selectFrom('app.notes').select(['org_id']).where('case_id', '=', of.caseId).execute(),
      )
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every((row) => row.org_id === who.orgId)).toBe(true)
    }
    const all = await world.root(`select distinct org_id from app.notes where case_id = $1`, [of.caseId])
    expect(all).toHaveLength(2)
  })

  it.each([
    ['the referral ends', 'ends'],
    ['consent is withdrawn', 'withdrawn'],
  ] as const)('ends when %s: each keeps what it wrote, and nobody adds to it', async (_, how) => {
    const { of, id, referralId } = await running()
    await answer(id, [{ answer: 'accept' }])
    await write(sender, of, referralId, 'dari pengirim')
    await write(receiver, of, referralId, 'dari penerima')
    if (how === 'ends') {
      const { referral } = await world.staff(receiver, (ctx) => openReferral(ctx, referralId))
      await world.staff(receiver, (ctx) =>
        decideReferral(ctx, { referralId, version: referral.version, action: 'complete', words: 'Selesai' }),
      )
    } else {
      await world.root(`update app.referrals set stopped_at = $2 where id = $1`, [referralId, world.time.now])
    }
    expect(await read(sender, referralId)).toEqual(['KJRI Uji Johor: dari pengirim'])
    expect(await read(receiver, referralId)).toEqual(['Sahabat Uji: dari penerima'])
    await expect(write(receiver, of, referralId, 'lagi')).rejects.toMatchObject({ code: '42501' })
  })
})
