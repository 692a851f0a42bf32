import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  decideAgreement,
  getAgreement,
  listAgreements,
  proposeAgreement,
  requireAgreement,
  sharingGround,
  standingAgreement,
  type ProposedAgreement,
} from './index.ts'

let world: TestPlatform
let first: StaffActor
let second: StaffActor
let other: StaffActor
beforeAll(async () => {
  world = await makeTestPlatform()
  first = await world.hire('ngo', ['supervisor'])
  second = await world.hire('ngo', ['data-protection-officer'])
  other = await world.as('supervisor', 'jhb')
})
afterAll(() => world.close())

const proposal = (more: Partial<ProposedAgreement> = {}): ProposedAgreement => ({
  toOrg: world.orgs.jhb,
  purposes: ['comparison', 'hand-over'],
  items: ['name', 'needs'],
  from: '2026-11-01',
  until: '2027-10-31',
  instrument: 'UU 27/2022',
  article: 'Pasal 18',
  rolesWords: 'Kami mengurus keluarga di rumah, perwakilan mengurus tempat aman.',
  jointContact: 'Meja bersama kedua lembaga',
  documentRef: 'PKS 12/SBT/2026',
  documentHash: 'ab'.repeat(32),
  ...more,
})

const propose = (more: Partial<ProposedAgreement> = {}) =>
  world.staff(first, (ctx) => proposeAgreement(ctx, proposal(more)))
const step = (
  who: StaffActor,
  id: string,
  version: number,
  way: 'confirm' | 'accept' | 'refuse' | 'end',
  reason?: string,
) =>
  world.staff(who, (ctx) =>
    decideAgreement(ctx, { id, version, step: way, ...(reason !== undefined && { reason }) }),
  )
const stands = (who: StaffActor, withOrg: string, purpose: 'comparison' | 'look-up' = 'comparison') =>
  world.staff(who, (ctx) => standingAgreement(ctx, { withOrg, purpose, at: ctx.now }))

describe('a standing agreement on sharing', () => {
  it('is in force for both bodies after two people of one and one of the other, and says so to nobody before', async () => {
    const id = await propose()
    expect(await world.staff(other, (ctx) => listAgreements(ctx, 0))).toMatchObject({ total: 0 })
    await expect(step(first, id, 1, 'confirm')).rejects.toMatchObject({ code: 'sharing.step-not-open' })
    await step(second, id, 1, 'confirm')
    expect(await stands(first, world.orgs.jhb)).toBeNull()
    await expect(step(first, id, 2, 'accept')).rejects.toMatchObject({ code: 'sharing.step-not-open' })
    await step(other, id, 2, 'accept')
    expect(await stands(first, world.orgs.jhb)).toMatchObject({ id, state: 'in-force' })
    expect(await stands(other, world.orgs.ngo)).toMatchObject({ id })
    expect(await stands(other, world.orgs.ngo, 'look-up')).toBeNull()
    const opened = await world.staff(other, (ctx) => getAgreement(ctx, id))
    expect(opened).toMatchObject({ side: 'to', shown: 'in-force', steps: ['end'] })
    const verbs = await world.root(`select verb from app.journal where subject_id = $1 order by id`, [id])
    expect(verbs.map((row) => row['verb'])).toEqual([
      'sharing-agreement.proposed',
      'sharing-agreement.confirmed',
      'sharing-agreement.accepted',
    ])
    await step(other, id, 3, 'end', 'breach')
    expect(await stands(first, world.orgs.jhb)).toBeNull()
  })

  it('does not hold after its last day, nor on the day before its first', async () => {
    const id = await propose({ from: '2026-11-21', until: '2026-11-22' })
    await step(second, id, 1, 'confirm')
    await step(other, id, 2, 'accept')
    expect(await stands(first, world.orgs.jhb)).toBeNull()
    const at = (day: string) =>
      world.staff(first, (ctx) =>
        standingAgreement(ctx, { withOrg: world.orgs.jhb, purpose: 'comparison', at: new Date(day) }),
      )
    expect(await at('2026-11-20T18:00:00Z')).toMatchObject({ id }) // already the 21st in Jakarta
    expect(await at('2026-11-22T18:00:00Z')).toBeNull()
    await step(first, id, 3, 'end', 'mistake')
  })

  it('needs a basis that can be looked up, days in order, and words that name no person', async () => {
    const problems = async (more: Partial<ProposedAgreement>) =>
      propose(more).then(
        () => [],
        (error: { problems?: readonly { code: string }[] }) => error.problems?.map((each) => each.code),
      )
    expect(await problems({ instrument: 'UU 999/2099' })).toEqual(['sharing.instrument-unknown'])
    expect(await problems({ article: 'Pasal 999' })).toEqual(['sharing.article-unknown'])
    expect(await problems({ article: '-' })).toEqual(['sharing.article-missing'])
    expect(await problems({ from: '2026-02-30' })).toEqual(['sharing.day-wrong'])
    expect(await problems({ until: '2026-10-31' })).toEqual(['sharing.until-before-from'])
    expect(await problems({ purposes: ['anything'] })).toEqual(['sharing.purposes-missing'])
    expect(await problems({ rolesWords: 'Kasus JHB-2026-0001 dulu' })).toEqual(['sharing.names-a-person'])
    expect(await problems({ documentHash: 'xyz' })).toEqual(['sharing.hash-wrong'])
    expect(await problems({ toOrg: world.orgs.ngo })).toEqual(['sharing.body-missing'])
  })

  it('is refused or ended only with a reason, and is then closed for good', async () => {
    const id = await propose()
    await step(second, id, 1, 'confirm')
    await expect(step(other, id, 2, 'refuse')).rejects.toMatchObject({
      problems: [{ path: 'reason', code: 'sharing.reason-missing' }],
    })
    await step(other, id, 2, 'refuse', 'not-agreed')
    await expect(step(other, id, 3, 'accept')).rejects.toMatchObject({ code: 'sharing.step-not-open' })
    await expect(step(first, id, 2, 'end', 'mistake')).rejects.toMatchObject({ code: 'sharing.changed' })
  })

  it('is not read by a third body, nor moved past its steps in the database', async () => {
    const id = await propose()
    const third = await world.as('supervisor', 'jatim')
    await expect(world.staff(third, (ctx) => getAgreement(ctx, id))).rejects.toMatchObject({
      code: 'sharing-agreement.not-found',
    })
    const jump = (who: StaffActor, state: string) =>
      runAs(world.platform, who, (ctx) =>
        ctx.tx.updateTable('app.sharing_agreements').set({ state }).where('id', '=', id).execute(),
      )
    await expect(jump(first, 'in-force')).rejects.toMatchObject({ code: '42501' })
    const caseworker = await world.as('caseworker', 'ngo')
    await expect(world.staff(caseworker, (ctx) => proposeAgreement(ctx, proposal()))).rejects.toMatchObject({
      code: 'sharing.not-yours',
    })
  })

  it('is a precondition only where our sources say so; one hand-over on the person’s word is not held up', async () => {
    const asked = { withOrg: world.orgs.jatim, at: world.time.now } as const
    await expect(
      world.staff(first, (ctx) => requireAgreement(ctx, { ...asked, purpose: 'comparison' })),
    ).rejects.toMatchObject({ code: 'sharing.agreement-missing', basis: 'UU 27/2022 18' })
    expect(
      await world.staff(first, (ctx) => requireAgreement(ctx, { ...asked, purpose: 'hand-over' })),
    ).toBeNull()
    expect(
      await world.staff(first, (ctx) => sharingGround(ctx, { ...asked, purpose: 'hand-over' })),
    ).toMatchObject({
      need: { kind: 'unclear' },
      agreement: null,
    })
  })
})
