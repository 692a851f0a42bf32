import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '#src/platform/db/context.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs } from '#src/platform/db/context.ts'
import { createKey } from '#src/platform/db/keys-queries.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  decideReferral,
  offerReferral,
  openReferral,
  prepareOffer,
  referralEndedJob,
  referralSplitJob,
  reviewException,
  runReferralClocks,
  type OfferDraft,
} from './index.ts'

describe('referrals', () => {
  let world: TestPlatform
  let sender: StaffActor
  let receiver: StaffActor
  beforeAll(async () => {
    world = await makeTestPlatform()
    sender = await world.as('caseworker', 'jhb')
    receiver = await world.as('intake-officer', 'jatim')
  })
  afterAll(() => world.close())

  let draft: OfferDraft
  let number = 0

  /** A case of the mission with one wage need; consent as given. */
  async function makeCase(
    options: {
      readonly consent?: 'mission' | 'protection-ministry' | 'none' | 'refused'
      readonly urgency?: string
      readonly need?: string
    } = {},
  ): Promise<OfferDraft> {
    const { consent = 'protection-ministry', urgency = 'darurat', need = 'refund' } = options
    const code = `JHB-2026-${String(++number).padStart(4, '0')}`
    return world.staff(sender, async (ctx) => {
      const [caseId, needId] = [ctx.newId(), ctx.newId()]
      const key = await createKey(ctx, 'case', caseId)
      await ctx.tx
        .insertInto('app.cases')
        .values({
          id: caseId,
          created_at: ctx.now,
          code,
          lead_org: sender.orgId,
          urgency,
          country: 'MY',
          key_id: key.id,
        })
        .execute()
      await ctx.tx
        .insertInto('app.case_files')
        .values({
          case_id: caseId,
          org_id: sender.orgId,
          created_at: ctx.now,
          is_lead: true,
          touched_at: ctx.now,
          code: '',
          case_state: '',
          urgency: '',
          case_types: [],
          phase: '',
          protected: false,
          touches_child: false,
        })
        .execute()
      await ctx.tx
        .insertInto('app.needs')
        .values({
          id: needId,
          created_at: ctx.now,
          case_id: caseId,
          kind: need,
          owner_org: sender.orgId,
          opened_by_org: sender.orgId,
          urgency,
        })
        .execute()
      if (consent !== 'none')
        for (const item of ['needs', 'name', 'money'])
          await ctx.tx
            .insertInto('app.consents')
            .values({
              id: ctx.newId(),
              created_at: ctx.now,
              case_id: caseId,
              org_id: sender.orgId,
              item,
              reader_kind: consent === 'refused' ? 'protection-ministry' : consent,
              answer: consent === 'refused' ? 'no' : 'yes',
              given_by: 'self',
              how: 'spoken',
              by_staff: sender.staffId,
            })
            .execute()
      await writeJournal(ctx, { verb: 'case.opened', subjectKind: 'case', subjectId: caseId, caseId })
      return {
        caseId,
        caseCode: code,
        needId,
        toOrg: world.orgs.jatim,
        asked: 'Uang kembali dari perekrut.',
        sendables: [
          { item: 'name', lines: [{ text: 'Nama Rekaan' }] },
          { item: 'money', lines: [{ text: 'Rp 3.000.000' }] },
          { item: 'health', lines: [{ text: 'Luka di tangan' }] },
          { item: 'needs', lines: [{ text: 'Uang kembali' }] },
        ],
        chosen: ['name', 'money', 'health', 'needs'],
        handling: [],
        basis: [],
      } satisfies OfferDraft
    })
  }

  const send = (of: OfferDraft): Promise<{ id: string; code: string }> =>
    world.staff(sender, async (ctx) =>
      offerReferral(ctx, of, (await prepareOffer(ctx, sender.orgId, of)).seen),
    )
  const job = <T>(work: Parameters<typeof runAs<T>>[2]): Promise<T> =>
    runAs(world.platform, { kind: 'job', name: 'test' }, work)
  const stateOf = async (id: string): Promise<unknown> =>
    (await world.root('select state from app.referrals where id = $1', [id]))[0]?.['state']
  const needOf = async (id: string) =>
    (await world.root('select state, owner_org from app.needs where id = $1', [id]))[0]

  beforeEach(async () => {
    draft = await makeCase()
  })

  it('sends exactly what consent opens, and the receiver reads exactly that', async () => {
    const { id } = await send(draft)
    const { pack } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    expect(pack?.items.map((each) => each.item)).toEqual(['name', 'money', 'needs'])
    expect(JSON.stringify(pack)).not.toContain('Luka')
    expect(await needOf(draft.needId)).toMatchObject({ state: 'offered', owner_org: sender.orgId })
  })

  it('sends the preview again when the content changed after it was seen', async () => {
    const seen = await world.staff(sender, async (ctx) => (await prepareOffer(ctx, sender.orgId, draft)).seen)
    const other = { ...draft, asked: 'Sesuatu yang lain.' }
    await expect(world.staff(sender, (ctx) => offerReferral(ctx, other, seen))).rejects.toMatchObject({
      code: 'referral.preview-changed',
    })
  })

  it('lets nothing leave without consent, and says which answer is missing', async () => {
    for (const consent of ['none', 'refused', 'mission'] as const) {
      const closed = await makeCase({ consent })
      await expect(send(closed)).rejects.toMatchObject({ code: 'referral.no-consent' })
    }
  })

  it('refers the least needed where life is in danger and the person cannot be asked, and a second person reviews it', async () => {
    const closed = await makeCase({ consent: 'none', need: 'safety-rescue' })
    const bare = {
      ...closed,
      exception: {
        ground: 'cannot-be-asked-and-in-danger' as const,
        facts: new Set(['reason-written'] as const),
        reason: 'Dikurung.',
      },
    }
    await expect(send(bare)).rejects.toMatchObject({
      code: 'referral.exception-facts-missing',
      missing: ['person-cannot-be-asked', 'life-body-or-liberty-in-danger'],
    })
    const full: OfferDraft = {
      ...bare,
      exception: {
        ...bare.exception,
        facts: new Set(['person-cannot-be-asked', 'life-body-or-liberty-in-danger', 'reason-written']),
      },
    }
    const { id } = await send(full)
    const { pack } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    expect(pack).toMatchObject({
      came: 'without-consent',
      ground: 'cannot-be-asked-and-in-danger',
      reason: 'Dikurung.',
    })
    expect(pack?.items.map((each) => each.item)).toEqual(['name', 'needs'])
    await expect(world.staff(sender, (ctx) => reviewException(ctx, id, 'upheld'))).rejects.toMatchObject({
      code: 'referral.review-yourself',
    })
    const chief = await world.as('supervisor', 'jhb')
    await world.staff(chief, (ctx) => reviewException(ctx, id, 'not-upheld'))
    expect(await stateOf(id)).toBe('cancelled')
  })

  it('gives a need to one taker only, however many press at once', async () => {
    const { id } = await send(draft)
    const { referral } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    const accept = () =>
      world.staff(receiver, (ctx) =>
        decideReferral(ctx, { referralId: id, version: referral.version, action: 'accept' }),
      )
    const results = await Promise.allSettled([accept(), accept(), accept()])
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await needOf(draft.needId)).toMatchObject({ state: 'in-progress', owner_org: world.orgs.jatim })
    const files = await world.root(
      'select org_id, is_lead, code from app.case_files where case_id = $1 order by is_lead',
      [draft.caseId],
    )
    expect(files).toMatchObject([
      { org_id: world.orgs.jatim, is_lead: false, code: draft.caseCode },
      { org_id: sender.orgId },
    ])
  })

  it("shows the receiver its need and its package, not the sender's case work", async () => {
    const { id } = await send(draft)
    const { referral } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    await world.staff(receiver, (ctx) =>
      decideReferral(ctx, { referralId: id, version: referral.version, action: 'accept' }),
    )
    const worker = await world.as('caseworker', 'jatim')
    const seen = await world.staff(worker, async (ctx) => ({
      needs: await ctx.tx.selectFrom('app.needs').select('id').where('case_id', '=', draft.caseId).execute(),
      consents: await ctx.tx.selectFrom('app.notes').select('id').execute(),
    }))
    expect(seen.needs).toEqual([{ id: draft.needId }])
    const stranger = await world.as('caseworker', 'hkg')
    expect(
      await world.staff(stranger, (ctx) => ctx.tx.selectFrom('app.referrals').select('id').execute()),
    ).toEqual([])
    expect(
      await world.staff(stranger, (ctx) => ctx.tx.selectFrom('app.needs').select('id').execute()),
    ).toEqual([])
  })

  it('asks a refusal for its reason, then goes to the next competent body by itself', async () => {
    const { id } = await send(draft)
    const { referral } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    const refuse = (reason?: string) =>
      world.staff(receiver, (ctx) =>
        decideReferral(ctx, {
          referralId: id,
          version: referral.version,
          action: 'reject',
          ...(reason ? { reason } : {}),
        }),
      )
    await expect(refuse()).rejects.toMatchObject({
      problems: [{ path: 'reason', code: 'referral.reason-given' }],
    })
    await refuse('capacity')
    await referralEndedJob.handle(world.platform, { referralId: id })
    const [next] = await world.root(
      'select to_org, state, previous_referral, tried_orgs from app.referrals where previous_referral = $1',
      [id],
    )
    expect(next).toMatchObject({
      to_org: world.orgs.pusat,
      state: 'requested',
      tried_orgs: [world.orgs.jatim, world.orgs.pusat],
    })
    expect(await needOf(draft.needId)).toMatchObject({ state: 'offered', owner_org: sender.orgId })
  })

  it('comes back to the sender as a first task where no consent covers the next body', async () => {
    const narrow = await world.staff(sender, async (ctx) => {
      const made = await makeCase({ consent: 'none' })
      for (const item of ['needs', 'name'])
        await ctx.tx
          .insertInto('app.consents')
          .values({
            id: ctx.newId(),
            created_at: ctx.now,
            case_id: made.caseId,
            org_id: sender.orgId,
            item,
            reader_kind: 'protection-ministry',
            reader_org: world.orgs.jatim,
            answer: 'yes',
            given_by: 'self',
            how: 'spoken',
            by_staff: sender.staffId,
          })
          .execute()
      await writeJournal(ctx, {
        verb: 'consent.recorded',
        subjectKind: 'case',
        subjectId: made.caseId,
        caseId: made.caseId,
      })
      return made
    })
    const { id } = await send(narrow)
    const { referral } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    await world.staff(receiver, (ctx) =>
      decideReferral(ctx, { referralId: id, version: referral.version, action: 'reject', reason: 'mandate' }),
    )
    await referralEndedJob.handle(world.platform, { referralId: id })
    await referralEndedJob.handle(world.platform, { referralId: id })
    const tasks = await world.root('select kind, assignee, next_org from app.tasks where need_id = $1', [
      narrow.needId,
    ])
    expect(tasks).toEqual([
      { kind: 'ask-consent-for-next-body', assignee: sender.staffId, next_org: expect.any(String) },
    ])
    expect(await needOf(narrow.needId)).toMatchObject({ state: 'open', owner_org: sender.orgId })
  })

  it('reminds at half, tells the supervisor at three quarters, and moves silence on at the end', async () => {
    const { id } = await send(draft)
    const kinds = async (): Promise<unknown[]> =>
      (
        await world.root('select distinct kind from app.notices where subject_id = $1 order by kind', [id])
      ).map((row) => row['kind'])
    world.time.advance(31 * 60_000)
    await world.as('caseworker', 'jatim')
    await world.as('supervisor', 'jatim')
    await job(runReferralClocks)
    expect(await kinds()).toEqual(['referral-half-time'])
    world.time.advance(15 * 60_000)
    await job(runReferralClocks)
    expect(await kinds()).toContain('referral-three-quarters')
    world.time.advance(15 * 60_000)
    await job(runReferralClocks)
    expect(await stateOf(id)).toBe('cancelled')
    expect(await world.root('select to_org from app.referrals where previous_referral = $1', [id])).toEqual([
      { to_org: world.orgs.pusat },
    ])
    await expect(
      world.staff(receiver, (ctx) => decideReferral(ctx, { referralId: id, version: 1, action: 'accept' })),
    ).rejects.toThrow()
  })

  it("splits a need that is accepted in part: the rest is the sender's own need", async () => {
    const { id } = await send(draft)
    const { referral } = await world.staff(receiver, (ctx) => openReferral(ctx, id))
    await world.staff(receiver, (ctx) =>
      decideReferral(ctx, {
        referralId: id,
        version: referral.version,
        action: 'accept-part',
        restWords: 'Perekrut di Batam bukan wilayah kami.',
      }),
    )
    await referralSplitJob.handle(world.platform, { referralId: id })
    await referralSplitJob.handle(world.platform, { referralId: id })
    const rest = await world.root('select state, owner_org from app.needs where split_from = $1', [
      draft.needId,
    ])
    expect(rest).toEqual([{ state: 'open', owner_org: sender.orgId }])
    expect(await needOf(draft.needId)).toMatchObject({ owner_org: world.orgs.jatim })
  })

  it('never offers to a body that a reporter of this case named', async () => {
    await expect(send({ ...draft, toOrg: world.orgs.jhb })).rejects.toMatchObject({
      code: 'referral.to-yourself',
    })
    await world.root(
      `insert into app.data_keys (id, subject_kind, subject_id, wrapped, master_version) values ('01900000-0000-7000-8000-00000000f001', 'report', gen_random_uuid(), '\\x00', 1)`,
    )
    await world.root(
      `insert into app.reports (id, created_at, channel, about, language, org_id, desk_since, respond_by, state, danger, urgency_suggested, urgency, anonymous, key_id, sealed, case_id, joined_as, taken_at, kept_from_orgs)
       values (gen_random_uuid(), $1, 'web', 'myself', 'id', $2, $1, $1, 'in-case', 'no', 'sedang', 'sedang', true, '01900000-0000-7000-8000-00000000f001', '\\x00', $3, 'concerned', $1, array[$4]::uuid[])`,
      [world.time.now, sender.orgId, draft.caseId, world.orgs.jatim],
    )
    await expect(send(draft)).rejects.toMatchObject({ code: 'referral.kept-from' })
  })
})
