// The clocks of one's own cases on Today and on the case, each with its law or as our own target; screenings that wait for me.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import type { StaffActor } from '#src/platform/db/context.ts'
import { addNeed, addNewPerson, createCase, UNKNOWN_ROLE_FIELDS } from '#src/modules/cases/index.ts'
import { listMyClocks } from '#src/modules/clocks/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import {
  addProofs,
  answerScreening,
  concludeScreening,
  giveSecondOpinion,
  startScreening,
} from '#src/modules/screening/index.ts'
import { exportPerson } from '#src/modules/rights/requests/export-person.ts'
import { readToday } from '#src/modules/today/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
let officer: StaffActor
let colleague: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['caseworker'])
  colleague = await world.hire('jhb', ['caseworker'])
})
afterAll(() => world.close())

async function get(actor: StaffActor, path: string): Promise<string> {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  expect(response.status).toBe(200)
  return response.text()
}

const START = {
  urgency: 'sedang',
  types: ['TPPO'],
  country: 'MY',
  district: null,
  phase: 'during',
  touchesChild: false,
  summary: '',
} as const

async function aCase(actor: StaffActor, types: readonly 'TPPO'[] | readonly 'INFO'[] = ['TPPO']) {
  const { code } = await world.staff(actor, (ctx) => createCase(ctx, { ...START, types }))
  await world.staff(actor, (ctx) =>
    addNeed(ctx, { code, kind: 'psychosocial', urgency: 'sedang', label: 'Tidak bisa tidur' }),
  )
  return code
}

describe('the clocks of my cases', () => {
  it('stand on Today with article, state and days left, and only for the officer of the case', async () => {
    const code = await aCase(officer)
    const text = await get(officer, '/kerja')
    expect(text).toContain('Pertolongan pertama untuk korban')
    expect(text).toContain('UU 21/2007, Pasal 53')
    expect(text).toContain('7 hari')
    expect(text).toContain(`/kerja/kasus/${code}/tugas#jam`)
    expect(await get(colleague, '/kerja')).not.toContain('Pertolongan pertama untuk korban')
  })

  it('stand on the case too, in both languages', async () => {
    const code = await aCase(officer)
    expect(await get(officer, `/kerja/kasus/${code}/tugas`)).toContain('UU 21/2007, Pasal 53')
    expect(await get(officer, `/en/kerja/kasus/${code}/tugas`)).toContain('First help for a victim')
  })

  it('start no clock of victims for whom nobody wrote down exploitation', async () => {
    const code = await aCase(officer, ['INFO'])
    expect(await get(officer, `/kerja/kasus/${code}/tugas`)).toContain('Kasus ini belum punya jam.')
  })

  it('become missed, and have a list of their own', async () => {
    world.time.advance(8 * 24 * 3600_000)
    const text = await get(officer, '/kerja?saring=jam')
    expect(text).toContain('terlewat')
    expect(text).toContain('lewat 1 hari')
    expect(text).not.toContain('id="nanti"')
  })

  it('are quick to read for an officer with sixty cases', async () => {
    const busy = await world.hire('jhb', ['caseworker'])
    for (let made = 0; made < 60; made++) await aCase(busy)
    const started = performance.now()
    const today = await world.staff(busy, readToday)
    expect(performance.now() - started).toBeLessThan(1500)
    expect(today.clocks).toHaveLength(60)
    expect((await world.staff(busy, listMyClocks)).every((clock) => clock.source === 'law')).toBe(true)
    expect(await get(busy, '/kerja')).toContain('Lihat semua 60 jam')
  })
})

const YES = ['elements.act.recruitment', 'elements.means.fraud', 'elements.purpose.forcedLabour']

async function aConcludedScreening(
  actor: StaffActor,
): Promise<{ readonly code: string; readonly personId: string }> {
  const { code } = await world.staff(actor, (ctx) => createCase(ctx, START))
  const personId = await world.staff(actor, (ctx) =>
    addNewPerson(ctx, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: blankPerson(['Sutinah']),
      marks: NO_MARKS,
    }),
  )
  const at = { code, personId }
  await world.staff(actor, (ctx) => startScreening(ctx, at))
  const answers = Object.fromEntries(YES.map((path) => [path, 'yes']))
  await world.staff(actor, (ctx) => answerScreening(ctx, { ...at, version: 1 }, { answers, happened: '' }))
  const proofs = YES.map((path) => ({
    path,
    side: 'for' as const,
    words: 'Kata orang itu.',
    source: { kind: 'told' as const, by: 'Wawancara' },
  }))
  await world.staff(actor, (ctx) => addProofs(ctx, { ...at, version: 2 }, proofs))
  await world.staff(actor, (ctx) =>
    concludeScreening(ctx, { ...at, version: 3 }, { outcome: 'yes', reason: 'Tiga unsur ada buktinya.' }),
  )
  return at
}

describe('screenings that wait for a second person', () => {
  const WORDS = '1 skrining menunggu pendapat kedua'

  it('are counted for those who may be that person, and for nobody else', async () => {
    expect(await get(colleague, '/kerja')).not.toContain('menunggu pendapat kedua')
    await aConcludedScreening(officer)
    expect(await get(colleague, '/kerja')).toContain(WORDS)
    expect(await get(colleague, '/en/kerja')).toContain('1 screening waits for a second opinion')
    expect(await get(officer, '/kerja')).not.toContain('menunggu pendapat kedua')
    const others = [
      await world.hire('jhb', ['restricted-reader-care']),
      await world.hire('hkg', ['caseworker']),
      await world.hire('jhb', ['data-protection-officer']),
    ]
    for (const other of others) expect(await get(other, '/kerja')).not.toContain('menunggu pendapat kedua')
  })
})

describe('a screening on paper and over time', () => {
  it('is printed with every answer, its sentences, both opinions and who printed it, and the print is recorded', async () => {
    const { code, personId } = await aConcludedScreening(officer)
    const path = `/kerja/kasus/${code}/skrining/${personId}`
    expect(await get(officer, path)).toContain(`${path}/cetak?putaran=1`)
    const text = await get(officer, `${path}/cetak?putaran=1`)
    for (const words of [
      'Kata orang itu.',
      'Tiga unsur ada buktinya.',
      'Belum menjawab',
      'belum ditanya.',
      'Dicetak',
    ])
      expect(text).toContain(words)
    expect(text).toContain('Penetapan korban dilakukan oleh pihak berwenang.')
    const [row] = await world.root(
      `select details->>'purpose' as purpose from app.audit_log l join app.cases c on c.id = l.case_id
       where c.code = $1 and verb = 'case.opened' order by l.id desc limit 1`,
      [code],
    )
    expect(row?.['purpose']).toBe('print')
    const cookie = await world.cookieOf(await world.hire('hkg', ['caseworker']))
    expect((await app.request(`${path}/cetak`, { headers: { cookie } })).status).toBe(404)
  })

  it('shows every round side by side when it is screened again', async () => {
    const at = await aConcludedScreening(officer)
    await world.staff(colleague, (ctx) =>
      giveSecondOpinion(
        ctx,
        { ...at, version: 4 },
        { outcome: 'no', reason: 'Bebas pergi.', evidence: 'read' },
      ),
    )
    await world.staff(officer, (ctx) => startScreening(ctx, at))
    const text = await get(officer, `/kerja/kasus/${at.code}/skrining/${at.personId}`)
    expect(text).toContain('Riwayat skrining')
    expect(text).toContain('Dua orang berbeda pendapat')
    expect(text).toContain('?putaran=1')
    expect(await get(officer, `/en/kerja/kasus/${at.code}/skrining/${at.personId}`)).toContain(
      'History of screenings',
    )
  })

  it('is in the copy that the person asks for, and of nobody else', async () => {
    const { code, personId } = await aConcludedScreening(officer)
    const [row] = await world.root('select id from app.cases where code = $1', [code])
    const caseId = String(row?.['id'])
    const copy = await world.staff(officer, (ctx) => exportPerson(ctx, { reportId: null, caseId, personId }))
    const screening = copy.sections.find((each) => each.section === 'screening')
    expect(screening?.rows.map((each) => each.text)).toEqual(
      expect.arrayContaining([
        'elements.means.fraud',
        'elements.means.fraud: Kata orang itu.',
        'Tiga unsur ada buktinya.',
      ]),
    )
    const without = await world.staff(officer, (ctx) =>
      exportPerson(ctx, { reportId: null, caseId, personId: caseId }),
    )
    expect(without.sections.map((each) => each.section)).not.toContain('screening')
  })
})
