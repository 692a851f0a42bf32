import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MUTUAL_ITEMS } from '#src/domain/mutual-assistance/codes.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { NotAllowedError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { makeReferableCase, type ReferableCase } from '../../../test/support/referral-world.ts'
import {
  createRequest,
  editRequest,
  listDueRequests,
  listRequests,
  moveRequest,
  openRequest,
  type GivenRequest,
} from './index.ts'

let world: TestPlatform
let officer: StaffActor
let stranger: StaffActor
let made: ReferableCase

beforeAll(async () => {
  world = await makeTestPlatform()
  officer = await world.as('caseworker', 'jhb')
  stranger = await world.as('caseworker', 'hkg')
  made = await makeReferableCase(world, officer)
})
afterAll(() => world.close())

const GIVEN: GivenRequest = {
  kind: 'mutual-assistance',
  channel: 'asean-mlat',
  applicant: 'police',
  country: 'MY',
  trackId: '',
  asked: 'Kejaksaan di sana',
  what: 'KETERANGAN-RAHASIA saksi.',
  items: {},
}
const ALL = Object.fromEntries(MUTUAL_ITEMS.map((item) => [item, { state: 'present', note: '' }]))

describe('a request to another State', () => {
  let id: string
  const open = () => world.staff(officer, (ctx) => openRequest(ctx, id))
  const move = (
    version: number,
    to: string,
    extra: { readonly ground?: string; readonly on?: string } = {},
  ) =>
    world.staff(officer, (ctx) =>
      moveRequest(ctx, {
        id,
        version,
        to,
        on: extra.on ?? '2026-11-20',
        ground: extra.ground ?? '',
        said: 'Surat 1',
      }),
    )

  it('begins as a draft with a reminder of our own, and takes no channel of another kind', async () => {
    await expect(
      world.staff(officer, (ctx) => createRequest(ctx, { ...GIVEN, code: made.code, channel: 'interpol' })),
    ).rejects.toMatchObject({ problems: [{ code: 'mla.channel-missing' }] })
    id = await world.staff(officer, (ctx) => createRequest(ctx, { ...GIVEN, code: made.code }))
    expect((await open()).request).toMatchObject({ state: 'draft', missing: 7, remind_on: '2026-12-04' })
  })

  it('is not checked before its list is complete, and skips no authority', async () => {
    await expect(move(1, 'checked')).rejects.toMatchObject({ problems: [{ code: 'mla.items-missing' }] })
    await world.staff(officer, (ctx) => editRequest(ctx, { ...GIVEN, id, version: 1, items: ALL }))
    await move(2, 'checked')
    await expect(move(3, 'sent-abroad')).rejects.toMatchObject({ problems: [{ code: 'mla.no-way' }] })
    await expect(move(2, 'at-central-authority')).rejects.toBeInstanceOf(StaleVersionError)
    await move(3, 'at-central-authority')
    await move(4, 'sent-abroad')
  })

  it('is refused only on a ground of the list and never on a day to come', async () => {
    await expect(move(5, 'refused', { ground: 'because' })).rejects.toMatchObject({
      problems: [{ code: 'mla.ground-missing' }],
    })
    await expect(move(5, 'received', { on: '2026-12-24' })).rejects.toMatchObject({
      problems: [{ code: 'mla.day-future' }],
    })
    await move(5, 'refused', { ground: 'death-penalty' })
    const { request, history } = await open()
    expect(request).toMatchObject({ state: 'refused', refused_ground: 'death-penalty', remind_on: null })
    expect(history.map((line) => line.to_state)).toEqual([
      'refused',
      'sent-abroad',
      'at-central-authority',
      'checked',
      'draft',
      'draft',
    ])
  })

  it('comes up again on its day, and not before', async () => {
    await move(6, 'draft')
    const due = (until: string) => world.staff(officer, (ctx) => listDueRequests(ctx, until))
    expect(await due('2026-12-03')).toEqual([])
    expect(await due('2026-12-04')).toHaveLength(1)
  })

  it('does not exist for a body without a file, nor for who works on no case', async () => {
    await expect(world.staff(stranger, (ctx) => openRequest(ctx, id))).rejects.toBeInstanceOf(NotFoundError)
    await expect(
      world.staff(stranger, (ctx) => createRequest(ctx, { ...GIVEN, code: made.code })),
    ).rejects.toBeInstanceOf(NotFoundError)
    expect(await world.staff(stranger, (ctx) => listRequests(ctx, {}))).toEqual([])
    const member = await world.as('task-force-member', 'jhb')
    await expect(world.staff(member, (ctx) => listRequests(ctx, {}))).rejects.toBeInstanceOf(NotAllowedError)
  })

  it('leaves no word of it in clear, and every change in the journal', async () => {
    const [row] = await world.root(`select r::text as text from app.assistance_requests r where id = $1`, [
      id,
    ])
    expect(String(row?.['text'])).not.toContain('RAHASIA')
    const verbs = await world.root(
      `select verb, count(*)::int as n from app.journal where subject_kind = 'mla' group by verb order by verb`,
    )
    expect(verbs).toEqual([
      { verb: 'mla.created', n: 1 },
      { verb: 'mla.edited', n: 1 },
      { verb: 'mla.moved', n: 5 },
    ])
  })
})
