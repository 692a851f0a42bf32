import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApp } from '#src/web/app.ts'
import { takeReport } from '#src/modules/intake/index.ts'
import { codeOn, sendReport, visitSite } from '../support/public-form.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: ReturnType<typeof makeApp>
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
})
afterAll(() => world.close())

it('a locked-in worker in danger finds numbers, reports, hides the code, follows, and sees an officer begin', async () => {
  const phone = visitSite(app, '203.0.113.7')
  const numbers = await phone.open('/bahaya?negara=MY')
  expect(numbers.html).toContain('href="tel:999"')
  const stored = await sendReport(phone, {
    what: [
      ['what', 'kunci'],
      ['what', 'pukul'],
      ['about', 'myself'],
    ],
    where: [['place.country', 'MY']],
    danger: [['danger', 'now']],
    contact: [['safeContact.ways', 'this-page-only']],
    share: [
      ['share', 'chosen'],
      ['shareWith', 'mission'],
      ['keepFrom', 'my-agency'],
    ],
  })
  const code = codeOn(stored.html)
  const typed = await phone.post('/lapor', [
    ...stored.hidden('again'),
    ['again.words', code.words],
    ['again.pin', code.pin],
    ['go', 'again'],
  ])
  expect(typed.html).not.toContain(code.pin)
  const left = await phone.open('/keluar')
  expect(left.html).not.toMatch(/Payung|lapor/)

  const open = () =>
    phone.post('/lacak', [
      ['words', code.words.toUpperCase()],
      ['pin', code.pin],
      ['go', 'open'],
    ])
  expect((await open()).html).toContain('aria-current="step"')
  const officer = await world.as('intake-officer', 'jhb')
  const [row] = await world.root('select id, urgency from app.reports')
  expect(row!['urgency']).toBe('darurat')
  await world.staff(officer, (ctx) => takeReport(ctx, String(row!['id'])))
  const after = await open()
  expect(after.html).toContain('Sedang diverifikasi')
  expect(after.html).not.toContain('Petugas intake-officer')
})

it('a family gives one name and one place, is told nothing it may not know, and its code opens only its own report', async () => {
  const family = visitSite(app, '203.0.113.8')
  const form = await family.open('/keluarga')
  const stored = await family.post('/keluarga', [
    ...form.hidden(),
    ['names', 'Wagini'],
    ['village', 'Desa Contoh'],
    ['born', '2005'],
    ['departed', '2022'],
    ['place.country', 'SA'],
    ['what', 'lost'],
  ])
  expect(stored.status).toBe(200)
  const [row] = await world.root(
    "select about, touches_child, urgency, case_types from app.reports where about = 'seeking-family'",
  )
  expect(row).toMatchObject({ touches_child: true })
  expect(row!['case_types']).toContain('MISSING')
  const code = codeOn(stored.html)
  const status = await family.post('/lacak', [
    ['words', code.words],
    ['pin', code.pin],
    ['go', 'open'],
  ])
  expect(status.status).toBe(200)
  expect(status.html).not.toContain('Wagini')
})
