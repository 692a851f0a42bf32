// Several tasks handed over at once, the ground for leaving the country, and the timeline that both sides read while it lasts.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TASK_ANSWERS } from '#src/domain/referrals/hand-over.ts'
import { readCase, recordConsent, withdrawConsent } from '#src/modules/cases/index.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { runJobs } from '../../../../test/support/run-jobs.ts'
import { makeTestPlatform, type TestPlatform } from '../../../../test/support/platform.ts'
import { handOversOf, KINDS } from '../../../../test/support/hand-over-world.ts'
import { makeReferableCase, type ReferableCase } from '../../../../test/support/referral-world.ts'
import {
  decideReferral,
  offerHandOver,
  offerReferral,
  prepareHandOver,
  prepareOffer,
  type HandOverDraft,
  type OfferDraft,
} from '../index.ts'

type HandOvers = ReturnType<typeof handOversOf>

let world: TestPlatform
let sender: StaffActor
let receiver: StaffActor
let abroad: string
let agree: HandOvers['agree']
let aCase: HandOvers['aCase']
let draftOf: HandOvers['draftOf']
let send: HandOvers['send']
let open: HandOvers['open']
let answer: HandOvers['answer']
beforeAll(async () => {
  world = await makeTestPlatform()
  sender = await world.hire('jhb', ['intake-officer', 'caseworker'])
  receiver = await world.hire('ngo', ['intake-officer', 'caseworker'])
  ;({ agree, aCase, draftOf, send, open, answer } = handOversOf(world, sender, receiver))
  abroad = await runAs(world.platform, { kind: 'keeper' }, async (ctx) => {
    const id = ctx.newId()
    await ctx.tx
      .insertInto('app.organisations')
      .values({
        id,
        slug: 'melati-uji',
        kind: 'ngo',
        name_id: 'Rumah Melati Uji',
        name_en: 'Rumah Melati Uji',
        short_name: 'Melati Uji',
        code_prefix: 'MLT',
        time_zone: 'Asia/Kuala_Lumpur',
        country: 'MY',
        takes_reports: false,
        demo: false,
      })
      .execute()
    return id
  })
})
afterAll(() => world.close())

describe('a hand-over of several tasks', () => {
  it('is taken task by task: one whole, one in part, one refused, one left waiting', async () => {
    const of = await aCase()
    const { id, codes } = await send(of, of.needs)
    expect(codes).toHaveLength(4)
    const { tasks } = await open(id)
    expect(tasks[0]!.pack?.split).toMatchObject({ asked: ['refund', ...KINDS], kept: ['refund'] })
    await answer(id, [
      { answer: 'accept' },
      { answer: 'accept-part', words: 'kamar', restWords: 'makan' },
      { answer: 'reject', reason: 'wrong-country' },
    ])
    await runJobs(world)
    const needs = await world.root(
      `select kind, state, owner_org, split_from is not null as rest from app.needs where case_id = $1 order by id`,
      [of.caseId],
    )
    const [jhb, ngo] = [world.orgs.jhb, world.orgs.ngo]
    expect(needs).toEqual([
      { kind: 'refund', state: 'in-progress', owner_org: ngo, rest: false },
      { kind: 'shelter', state: 'in-progress', owner_org: ngo, rest: false },
      { kind: 'legal-aid', state: expect.stringMatching(/open|offered/), owner_org: jhb, rest: false },
      { kind: 'return-home', state: 'offered', owner_org: jhb, rest: false },
      { kind: 'shelter', state: 'open', owner_org: jhb, rest: true },
    ])
    const seen = await open(id, sender)
    expect(seen.tasks.map((task) => task.referral.state)).toEqual([
      'accepted',
      'accepted',
      'rejected',
      'received',
    ])
    expect(seen.tasks[1]!.words.rest).toBe('makan')
    // What was left over has words of its own, and the case opens with it.
    const file = await world.staff(sender, (ctx) => readCase(ctx, of.code, 'work', 'case'))
    expect(file.needs.find((need) => need.split_from !== null)?.words).toEqual({ label: 'makan' })
  })

  it('takes all answers or none, and says at which task something is missing', async () => {
    const of = await aCase()
    const { id, codes } = await send(of, of.needs.slice(0, 2))
    await expect(answer(id, [{ answer: 'accept' }, { answer: 'reject' }])).rejects.toMatchObject({
      problems: [{ path: `${codes[1]}.reason`, code: 'referral.reason-given' }],
    })
    const { tasks } = await open(id)
    expect(tasks.map((task) => task.referral.state)).toEqual(['received', 'received'])
  })

  it('is not sent when one sheet changed after it was seen, nor any of it', async () => {
    const of = await aCase()
    await expect(
      world.staff(sender, async (ctx) => offerHandOver(ctx, await draftOf(ctx, of, of.needs), 'another')),
    ).rejects.toMatchObject({ code: 'referral.preview-changed' })
    const sent = await world.root(`select 1 from app.referrals where case_id = $1`, [of.caseId])
    expect(sent).toEqual([])
  })

  it('is seen by no third body, and no task slips into the hand-over of others', async () => {
    const of = await aCase()
    const { id } = await send(of, of.needs.slice(0, 1))
    const third = await world.as('supervisor', 'jatim')
    await expect(open(id, third)).rejects.toMatchObject({ code: 'hand-over.not-found' })
    const other = await aCase()
    await expect(
      world.staff(sender, async (ctx) => {
        const draft = await draftOf(ctx, other, other.needs.slice(0, 1))
        const one: OfferDraft = {
          ...draft,
          ...draft.tasks[0]!,
          split: { handOver: id, asked: [], kept: [] },
        }
        const { seen } = await prepareOffer(ctx, sender.orgId, one)
        return offerReferral(ctx, one, seen)
      }),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('leaves every need with exactly one owner, whoever presses what at the same moment', async () => {
    const press = fc.record({
      task: fc.nat(1),
      by: fc.constantFrom('sender' as const, 'receiver' as const),
      answer: fc.constantFrom(...TASK_ANSWERS),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(press, { minLength: 2, maxLength: 6 }), async (presses) => {
        const of = await aCase()
        const { id } = await send(of, of.needs.slice(0, 2))
        const { tasks } = await open(id)
        await Promise.allSettled(
          presses.map(({ task, by, answer: way }) => {
            const { id: referralId, version } = tasks[task]!.referral
            const said = {
              referralId,
              version,
              reason: 'capacity',
              words: 'bagian kami',
              restWords: 'sisanya',
            }
            return by === 'sender'
              ? world.staff(sender, (ctx) =>
                  decideReferral(ctx, { ...said, action: 'cancel', reason: 'persons-wish' }),
                )
              : world.staff(receiver, (ctx) => decideReferral(ctx, { ...said, action: way }))
          }),
        )
        const rows = await world.root(
          `select n.owner_org = n.opened_by_org as senders, count(r.id) filter (where r.state in ('accepted', 'in-progress', 'on-hold'))::int as takers,
                  count(r.id) filter (where r.state in ('requested', 'received'))::int as offers
           from app.needs n join app.referrals r on r.need_id = n.id where n.case_id = $1 group by n.id`,
          [of.caseId],
        )
        for (const row of rows) {
          expect(row['takers']).toBe(row['senders'] === true ? 0 : 1)
          expect(Number(row['offers']) + Number(row['takers'])).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 4 },
    )
  }, 60_000)
})

describe('a receiver abroad', () => {
  const claim = { reason: 'Hanya lembaga itu punya rumah aman.', source: '', sourceDay: '' } as const
  const offer = (of: ReferableCase, more: Partial<HandOverDraft>) =>
    send(of, [of.needId], { toOrg: abroad, ...more })

  it('gets nothing without one of the three grounds, with what that ground rests on', async () => {
    const of = await aCase()
    const refused = async (more: Partial<HandOverDraft>) =>
      offer(of, more).then(
        () => 'sent',
        (error: { code?: string }) => error.code,
      )
    // The person allowed every organisation, and named none abroad.
    await world.staff(sender, (ctx) =>
      recordConsent(ctx, {
        code: of.code,
        item: 'needs',
        readerKind: 'organisation',
        answer: 'yes',
        givenBy: 'self',
        how: 'spoken',
        language: 'id',
      }),
    )
    const chosen = ['needs'] as const
    expect(await refused({ chosen })).toBe('referral.abroad-ground-missing')
    expect(await refused({ chosen, abroad: { ...claim, ground: 'equal-protection' } })).toBe(
      'referral.abroad-source',
    )
    expect(await refused({ chosen, abroad: { ...claim, ground: 'consent' } })).toBe(
      'referral.abroad-consent-to-this-body',
    )
    await agree(of, abroad, ['needs'])
    expect(await refused({ chosen, abroad: { ...claim, ground: 'consent' } })).toBe('sent')
  })

  it('is told on which ground it came, in the package and in the row', async () => {
    const of = await aCase(abroad)
    const ground = {
      ground: 'binding-safeguards',
      reason: 'Perjanjian dua lembaga.',
      source: 'PKS 12/2026',
      sourceDay: '2026-10-01',
    } as const
    const { id } = await offer(of, { abroad: ground })
    const { tasks } = await open(id, sender)
    expect(tasks[0]!.pack?.abroad).toEqual({ ...ground, country: 'MY' })
    expect(tasks[0]!.referral.abroad_ground).toBe('binding-safeguards')
  })

  it('is refused by the database itself where the program forgot the ground', async () => {
    const of = await aCase(abroad)
    const { id } = await offer(of, { abroad: { ...claim, ground: 'consent' } })
    await expect(
      runAs(world.platform, sender, async (ctx) => {
        const row = await ctx.tx
          .selectFrom('app.referrals')
          .selectAll()
          .where('hand_over_id', '=', id)
          .executeTakeFirstOrThrow()
        const { urgency_rank: _, ...copy } = row
        await ctx.tx
          .insertInto('app.referrals')
          .values({ ...copy, id: ctx.newId(), code: 'R-X-1', abroad_ground: null, hand_over_id: null })
          .execute()
      }),
    ).rejects.toMatchObject({ code: 'PR002' })
  })
})

describe('what one body may know', () => {
  it('ends with the last day of the consent, and another purpose opens nothing', async () => {
    const of = await makeReferableCase(world, sender, { mayShare: {} })
    await agree(of, world.orgs.ngo, ['needs'], { purpose: 'research' })
    await expect(send(of, [of.needId])).rejects.toMatchObject({ code: 'referral.no-consent' })
    await agree(of, world.orgs.ngo, ['needs'], { until: new Date(world.time.now.getTime() + 3600_000) })
    world.time.advance(2 * 3600_000)
    await expect(send(of, [of.needId])).rejects.toMatchObject({ code: 'referral.no-consent' })
  })

  it('is carried by a consent that can be shown: how it was asked, in which language, by whom', async () => {
    const of = await aCase()
    const carried = await world.staff(sender, async (ctx) => {
      const draft = await draftOf(ctx, of, [of.needId])
      return (await prepareHandOver(ctx, sender.orgId, draft)).tasks[0]!.carried
    })
    expect(carried.map((each) => each.item)).toEqual(['name', 'needs'])
    for (const { by } of carried)
      expect(by).toMatchObject({ how: 'spoken', language: 'sas', givenBy: 'person' })
  })

  it('is taken back item by item, and who holds it must stop', async () => {
    const of = await aCase()
    const { id } = await send(of, [of.needId])
    await answer(id, [{ answer: 'accept' }])
    await world.staff(sender, async (ctx) => {
      const { consents } = await readCase(ctx, of.code, 'work', 'case')
      const name = consents.find((each) => each.item === 'name' && each.reader_org === world.orgs.ngo)!
      await withdrawConsent(ctx, { code: of.code, consentId: name.id, how: 'phone', language: 'sas' })
    })
    expect(await runJobs(world)).toContain('consents.withdrawn')
    const { tasks } = await open(id)
    expect(tasks[0]!.referral.stopped_at).not.toBeNull()
    expect(tasks[0]!.pack).toBeUndefined()
  })
})
