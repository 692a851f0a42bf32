// The standard steps: the public asks what comes next without a trace, an officer makes a task of a step.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import type { StaffActor } from '#src/platform/db/context.ts'
import { createCase, readCase } from '#src/modules/cases/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
let officer: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['caseworker'])
})
afterAll(() => world.close())

type Fields = Readonly<Record<string, string>>

async function post(path: string, fields: Fields, headers: Fields = {}) {
  const response = await app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

describe('what happens after a report', () => {
  it('asks for the problem, then the country, then says the steps with what that country does', async () => {
    const first = await (await app.request('/sesudah-lapor')).text()
    expect(first).toContain('name="apa" value="paspor"')
    const second = await post('/sesudah-lapor', { apa: 'paspor', go: 'country' })
    expect(second.text).toContain('<select id="negara"')
    expect(second.text).toContain('<input type="hidden" name="apa" value="paspor"')
    const steps = await post('/sesudah-lapor', { apa: 'paspor', negara: 'TW', go: 'steps' })
    expect(steps.text).toContain('Petugas meminta paspor dikembalikan.')
    expect(steps.text).toContain('Majikan dilarang menahan paspor, kartu tinggal, dan barang.')
    expect(steps.text).toContain('UU 18/2017, Pasal 6 ayat (1) huruf j')
    const english = await post('/en/sesudah-lapor', { apa: 'paspor', negara: 'TW', go: 'steps' })
    expect(english.text).toContain('The officer asks for the passport back.')
  })

  it('keeps nothing: no cookie, no answer in an address, and the page is not to be stored', async () => {
    const { headers, text } = await post('/sesudah-lapor', { apa: 'tubuh', negara: 'MY', go: 'steps' })
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('location')).toBeNull()
    expect(headers.get('cache-control')).toContain('no-store')
    expect(text).not.toMatch(/[?&](apa|negara)=/)
  })

  it('asks again when nothing was chosen, and says when a country was not checked', async () => {
    expect((await post('/sesudah-lapor', { go: 'country' })).status).toBe(422)
    expect((await post('/sesudah-lapor', { apa: 'lain', go: 'country' })).status).toBe(422)
    const { text } = await post('/sesudah-lapor', { apa: 'gaji', negara: 'FR', go: 'steps' })
    expect(text).toContain('Aturan negara ini belum diperiksa.')
  })

  it('shows the rights with their articles, and what an embassy does not take over', async () => {
    const text = await (await app.request('/hak')).text()
    expect(text).toContain('Anda memegang sendiri paspor selama bekerja.')
    expect(text).toContain('UU 18/2017, Pasal 21 ayat (2)')
  })
})

describe('the checklist of a case', () => {
  const newCase = async (): Promise<string> =>
    (
      await world.staff(officer, (ctx) =>
        createCase(ctx, {
          urgency: 'tinggi',
          types: ['OVERCHARGING'],
          country: 'MY',
          district: null,
          phase: 'during',
          touchesChild: false,
          summary: '',
        }),
      )
    ).code
  const cookie = async () => ({ cookie: await world.cookieOf(officer), 'sec-fetch-site': 'same-origin' })
  const tasksOf = async (code: string) =>
    (await world.staff(officer, (ctx) => readCase(ctx, code, 'work', 'tasks'))).tasks

  it('makes a task of a step with the deadline of the law, counted from its event, and its article', async () => {
    const code = await newCase()
    const path = `/kerja/kasus/${code}/tugas`
    const before = await (await app.request(path, { headers: await cookie() })).text()
    expect(before).toContain('Perusahaan menjalankan kesepakatan mediasi.')
    const made = await post(
      path,
      {
        step: 'agreement-kept',
        urgency: 'tinggi',
        since: '2026-11-01',
        title: 'made up',
        due: '2020-01-01T00:00',
      },
      await cookie(),
    )
    expect(made.status).toBe(303)
    const [task] = await tasksOf(code)
    expect(task?.words?.text).toBe(
      'Perusahaan penempatan (P3MI): Perusahaan menjalankan kesepakatan mediasi.',
    )
    expect(task?.source).toBe('Permen P2MI/Badan 23/2025:18')
    expect(task?.due_at?.toISOString().slice(0, 10)).toBe('2026-11-08')
    const after = await (await app.request(path, { headers: await cookie() })).text()
    expect(after).toContain('Sudah jadi tugas')
  })

  it('gives no day where nobody checked, and refuses a step or a date that does not exist', async () => {
    const code = await newCase()
    const path = `/kerja/kasus/${code}/tugas`
    await post(path, { step: 'evidence', urgency: 'tinggi' }, await cookie())
    expect((await tasksOf(code)).map((task) => [task.due_at, task.source])).toEqual([
      [null, 'internal-target'],
    ])
    for (const wrong of [
      { step: 'nothing', urgency: 'tinggi' },
      { step: 'evidence', urgency: 'soon' },
      { step: 'agreement-kept', urgency: 'tinggi', since: '2026-02-31' },
    ] as Fields[])
      expect((await post(path, wrong, await cookie())).status).toBe(422)
    expect(await tasksOf(code)).toHaveLength(1)
  })
})
