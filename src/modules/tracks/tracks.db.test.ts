import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#src/platform/db/context.ts'
import { decideReferral, offerReferral, openReferral, prepareOffer } from '#src/modules/referrals/index.ts'
import { NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { makeReferableCase, type ReferableCase } from '../../../test/support/referral-world.ts'
import {
  answerTrackOffer,
  changeTrack,
  listDueTracks,
  offerTrack,
  openTrack,
  readTracks,
  type Track,
} from './index.ts'

let world: TestPlatform
let lead: StaffActor
let other: StaffActor
let stranger: StaffActor
let made: ReferableCase

beforeAll(async () => {
  world = await makeTestPlatform()
  lead = await world.as('caseworker', 'jhb')
  other = await world.as('caseworker', 'jatim')
  stranger = await world.as('caseworker', 'ngo')
  made = await makeReferableCase(world, lead)
})
afterAll(() => world.close())

const tracks = (actor: StaffActor): Promise<readonly Track[]> =>
  world.staff(actor, async (ctx) => (await readTracks(ctx, made.code)).tracks)
const one = async (actor: StaffActor, id: string): Promise<Track> =>
  (await tracks(actor)).find((each) => each.id === id)!
const open = (kind: string, place: string, needId?: string): Promise<string> =>
  world.staff(lead, (ctx) => openTrack(ctx, { code: made.code, kind, place, ...(needId && { needId }) }))

/** The other body accepts the need, and so has a file on the case. */
async function acceptNeed(): Promise<void> {
  const draft = {
    caseId: made.caseId,
    caseCode: made.code,
    needId: made.needId,
    toOrg: world.orgs.jatim,
    asked: 'Mohon dibantu.',
    sendables: [{ item: 'needs' as const, lines: [{ text: 'Biaya kembali.' }] }],
    chosen: ['needs' as const],
    handling: [],
    basis: [],
  }
  const { id } = await world.staff(lead, async (ctx) => {
    const { seen } = await prepareOffer(ctx, ctx.actor.orgId, draft)
    return offerReferral(ctx, draft, seen)
  })
  const { referral } = await world.staff(other, (ctx) => openReferral(ctx, id))
  await world.staff(other, (ctx) =>
    decideReferral(ctx, { referralId: id, version: referral.version, action: 'accept' }),
  )
}

const EDIT = {
  state: 'waiting',
  endedAs: '',
  nextOn: '2026-11-25',
  blocker: 'waits-for-court',
  next: 'Sidang pertama',
  blocks: '',
  why: 'Berkas dilimpahkan',
  staffId: '',
  shared: 'not-shared' as const,
}

describe('tracks of a case', () => {
  let criminal: string
  let following: string

  it('runs the same kind in two places side by side, and refuses the same track twice', async () => {
    criminal = await open('criminal', 'abroad')
    await open('criminal', 'home')
    following = await open('civil', 'home', made.needId)
    await expect(open('criminal', 'home')).rejects.toMatchObject({ problems: [{ code: 'track.there' }] })
    expect(await tracks(lead)).toHaveLength(3)
  })

  it('asks for a next date, a blocker and an ending where they are due', async () => {
    const change = (edit: Partial<typeof EDIT>) =>
      world.staff(lead, (ctx) =>
        changeTrack(ctx, { code: made.code, id: criminal, version: 1, ...EDIT, ...edit }),
      )
    await expect(change({ nextOn: '' })).rejects.toMatchObject({ problems: [{ code: 'track.next-missing' }] })
    await expect(change({ blocker: 'none' })).rejects.toMatchObject({
      problems: [{ code: 'track.blocker-missing' }],
    })
    await expect(change({ state: 'ended' })).rejects.toMatchObject({
      problems: [{ code: 'track.ending-missing' }],
    })
    await change({})
    await expect(change({})).rejects.toBeInstanceOf(StaleVersionError)
    expect(await one(lead, criminal)).toMatchObject({
      state: 'waiting',
      next_on: '2026-11-25',
      words: { next: 'Sidang pertama' },
    })
    expect(await world.staff(lead, (ctx) => listDueTracks(ctx, '2026-11-26'))).toHaveLength(1)
  })

  it('moves with its need when another body accepts that need', async () => {
    expect((await one(lead, following)).owner_org).toBe(world.orgs.jhb)
    await acceptNeed()
    expect((await one(lead, following)).owner_org).toBe(world.orgs.jatim)
  })

  it('shows a second body its own tracks and those that are shared, and a stranger nothing at all', async () => {
    expect((await tracks(other)).map(({ id }) => id)).toEqual([following])
    const at = await one(lead, criminal)
    await world.staff(lead, (ctx) =>
      changeTrack(ctx, { code: made.code, ...at, ...EDIT, version: at.version, shared: 'shared' }),
    )
    expect((await tracks(other)).map(({ id }) => id)).toContain(criminal)
    await expect(tracks(stranger)).rejects.toBeInstanceOf(NotFoundError)
    expect(
      await world.staff(stranger, (ctx) => ctx.tx.selectFrom('app.tracks').select('id').execute()),
    ).toEqual([])
  })

  it('changes its owner only when the other body takes it', async () => {
    const at = await one(lead, criminal)
    await world.staff(lead, (ctx) =>
      offerTrack(ctx, {
        code: made.code,
        id: criminal,
        version: at.version,
        toOrg: world.orgs.jatim,
      }),
    )
    expect((await one(lead, criminal)).owner_org).toBe(world.orgs.jhb)
    const offered = await one(other, criminal)
    await expect(
      world.staff(other, (ctx) =>
        changeTrack(ctx, { code: made.code, id: criminal, ...EDIT, version: offered.version }),
      ),
    ).rejects.toBeInstanceOf(RefusedError)
    await world.staff(other, (ctx) =>
      answerTrackOffer(ctx, {
        code: made.code,
        id: criminal,
        version: offered.version,
        answer: 'accept',
      }),
    )
    expect(await one(lead, criminal)).toMatchObject({ owner_org: world.orgs.jatim, side: 'theirs' })
  })

  it('takes no owner by hand, whatever the program says', async () => {
    const home = (await tracks(lead)).find((each) => each.kind === 'criminal' && each.place === 'home')!
    await expect(
      world.staff(lead, (ctx) =>
        ctx.tx
          .updateTable('app.tracks')
          .set({ owner_org: world.orgs.jatim, owner_staff: null })
          .where('id', '=', home.id)
          .execute(),
      ),
    ).rejects.toThrow(/by being taken/)
    await expect(
      world.staff(lead, (ctx) =>
        ctx.tx
          .updateTable('app.tracks')
          .set({ offered_to: world.orgs.ngo, offered_at: ctx.now })
          .where('id', '=', home.id)
          .execute(),
      ),
    ).rejects.toThrow(/works on the case/)
  })

  it('writes every change to the journal, with codes and ids only', async () => {
    const verbs = await world.root(
      `select distinct verb from app.journal where subject_kind = 'track' order by verb`,
    )
    expect(verbs.map((row) => row['verb'])).toEqual([
      'track.accepted',
      'track.changed',
      'track.offered',
      'track.opened',
    ])
  })
})
