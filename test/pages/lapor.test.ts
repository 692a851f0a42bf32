import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApp } from '#src/web/app.ts'
import { codeOn, sendReport, visitSite, type Visit } from '../support/public-form.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let visit: Visit
beforeAll(async () => {
  world = await makeTestPlatform()
  visit = visitSite(makeApp(world.platform))
})
afterAll(() => world.close())

const reports = async (): Promise<number> =>
  Number((await world.root('select count(*) as n from app.reports'))[0]!['n'])

it('asks five questions at one address and answers the last with the code page, not kept by any browser', async () => {
  const shown = await sendReport(visit, {
    what: [
      ['what', 'gaji'],
      ['story', 'Gaji tujuh bulan belum dibayar.'],
      ['about', 'myself'],
    ],
    where: [
      ['place.country', 'MY'],
      ['place.words', 'Muar'],
    ],
    danger: [['danger', 'no']],
    contact: [['safeContact.ways', 'this-page-only']],
    share: [['share', 'ask-first']],
  })
  expect(shown.status).toBe(200)
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect(shown.headers.get('set-cookie')).toBeNull()
  const { words, pin } = codeOn(shown.html)
  expect(words.split(' ')).toHaveLength(5)
  expect(pin).toMatch(/^\d{6}$/)
})

it('takes a report in which every question was skipped', async () => {
  const shown = await sendReport(visit)
  expect(shown.status).toBe(200)
  expect(codeOn(shown.html).words).not.toBe('')
})

it('shows the same code after a reload and stores one report', async () => {
  let shown = await visit.open('/lapor')
  for (const _ of [1, 2, 3, 4]) shown = await visit.post('/lapor', [...shown.hidden('skip'), ['go', 'skip']])
  const last = [...shown.hidden('skip'), ['go', 'skip']] as const
  const before = await reports()
  const [first, again] = [await visit.post('/lapor', last), await visit.post('/lapor', last)]
  expect(codeOn(again.html)).toEqual(codeOn(first.html))
  expect(await reports()).toBe(before + 1)
})

it('shows the code again for an hour after the report, and never to who presses back later', async () => {
  let shown = await visit.open('/lapor')
  for (const _ of [1, 2, 3, 4]) shown = await visit.post('/lapor', [...shown.hidden('skip'), ['go', 'skip']])
  const last = [...shown.hidden('skip'), ['go', 'skip']] as const
  const first = await visit.post('/lapor', last)
  world.time.advance(20 * 60_000)
  const kept = await visit.post('/lapor', [...first.hidden('again'), ['go', 'again-skip']])
  expect(codeOn(kept.html)).toEqual(codeOn(first.html))
  world.time.advance(20 * 60_000)
  const stillOpen = await visit.post('/lapor', [...kept.hidden('receipt'), ['go', 'receipt']])
  world.time.advance(21 * 60_000)
  const late = await visit.post('/lapor', last)
  expect(late.status).toBe(422)
  expect(late.html).not.toContain('class="code"')
  expect(late.html).not.toContain('name="proof"')
  const open = await visit.post('/lapor', [...stillOpen.hidden('receipt'), ['go', 'receipt']])
  expect(open.html).not.toContain(codeOn(first.html).words.split(' ')[0]!)
})

it('says in plain words that a broken post could not be read, and never that the service is down', async () => {
  const broken = await makeApp(world.platform).request('/lapor', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect(broken.status).toBe(422)
  expect(await broken.text()).toContain('Kiriman ini belum bisa dibaca')
})

it('stores nothing before the last answer', async () => {
  const before = await reports()
  const one = await visit.open('/lapor')
  await visit.post('/lapor', [...one.hidden('skip'), ['what', 'kunci'], ['go', 'next']])
  expect(await reports()).toBe(before)
})

it('answers what cannot be used with 422, a sentence at the field, and everything that was typed', async () => {
  const one = await visit.open('/lapor')
  const shown = await visit.post('/lapor', [
    ...one.hidden('skip'),
    ['story', 'Cerita <b>saya</b>'],
    ['about', 'group'],
    ['peopleCount', 'banyak'],
    ['go', 'next'],
  ])
  expect(shown.status).toBe(422)
  expect(shown.html).toContain('href="#peopleCount"')
  expect(shown.html).toContain('value="banyak"')
  expect(shown.html).toContain('Cerita &lt;b&gt;saya&lt;/b&gt;')
})

it('keeps the answers on the way back and on the way on', async () => {
  const one = await visit.open('/lapor')
  const two = await visit.post('/lapor', [
    ...one.hidden('skip'),
    ['story', 'Terkunci "di dalam"'],
    ['what', 'kunci'],
    ['go', 'next'],
  ])
  const back = await visit.post('/lapor', [...two.hidden('skip'), ['place.words', 'Muar'], ['go', 'back']])
  expect(back.html).toContain('Terkunci &quot;di dalam&quot;')
  expect(back.hidden('skip')).toContainEqual(['place.words', 'Muar'])
})

it('shows the way to the numbers at once when there is danger, and goes on', async () => {
  const one = await visit.open('/lapor')
  const two = await visit.post('/lapor', [...one.hidden('skip'), ['go', 'skip']])
  const three = await visit.post('/lapor', [...two.hidden('skip'), ['place.country', 'SA'], ['go', 'next']])
  const four = await visit.post('/lapor', [...three.hidden('skip'), ['danger', 'now'], ['go', 'next']])
  expect(four.status).toBe(200)
  expect(four.html).toContain('/bahaya?negara=SA')
  expect(four.html).toContain('safeContact.ways')
})

it('checks hidden answers again before it stores', async () => {
  const shown = await visit.post('/lapor', [
    ['key', 'x'.repeat(30)],
    ['step', 'share'],
    ['story', 'a'.repeat(9000)],
    ['go', 'next'],
  ])
  expect(shown.status).toBe(422)
  expect(shown.html).toContain('id="story"')
})

it('takes the code typed back, says what is wrong, and may be skipped', async () => {
  const stored = await sendReport(visit)
  const { words, pin } = codeOn(stored.html)
  const proof = stored.hidden('again')
  const wrong = await visit.post('/lapor', [
    ...proof,
    ['again.words', words],
    ['again.pin', '000001'],
    ['go', 'again'],
  ])
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('id="again.pin-e"')
  expect(codeOn(wrong.html).words).toBe(words)
  const right = await visit.post('/lapor', [
    ...proof,
    ['again.words', words.toUpperCase()],
    ['again.pin', pin],
    ['go', 'again'],
  ])
  expect(right.status).toBe(200)
  expect(right.html).not.toContain(pin)
  const skipped = await visit.post('/lapor', [...proof, ['go', 'again-skip']])
  expect(skipped.status).toBe(200)
})

it('makes a receipt that anybody can check and that says nothing of the report', async () => {
  const stored = await sendReport(visit, { what: [['story', 'rahasia sekali']] })
  const shown = await visit.post('/lapor', [...stored.hidden('receipt'), ['go', 'receipt']])
  const [number, signature] = [...shown.html.matchAll(/<dd translate="no">([^<]+)<\/dd>/g)].map(
    (match) => match[1]!,
  )
  const checked = await visit.post('/tanda-terima', [
    ['number', number!],
    ['signature', signature!],
  ])
  expect(checked.status).toBe(200)
  expect(checked.html).toContain('role="status"')
  const forged = await visit.post('/tanda-terima', [
    ['number', `${number!.slice(0, 12)}${number![12] === 'x' ? 'y' : 'x'}${number!.slice(13)}`],
    ['signature', signature!],
  ])
  expect(forged.status).toBe(422)
})

it('says so when the page has timed out', async () => {
  const stored = await sendReport(visit)
  world.time.advance(31 * 60_000)
  const late = await visit.post('/lapor', [...stored.hidden('second'), ['go', 'second']])
  expect(late.status).toBe(422)
  expect(late.html).toContain('name="pin"')
})

it('takes a family report with one name and one place', async () => {
  const form = await visit.open('/keluarga')
  const wrong = await visit.post('/keluarga', [...form.hidden(), ['village', 'Desa Contoh']])
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="Desa Contoh"')
  const stored = await visit.post('/keluarga', [
    ...form.hidden(),
    ['names', 'Sutinah Rahayu'],
    ['village', 'Desa Contoh'],
    ['what', 'lost'],
  ])
  expect(stored.status).toBe(200)
  expect(codeOn(stored.html).words.split(' ')).toHaveLength(5)
})

it('takes a tip past the village: the head office or the police reads it, and the code shows what became of it', async () => {
  const form = await visit.open('/info')
  const empty = await visit.post('/info', form.hidden())
  expect([empty.status, empty.html.includes('id="story-e"')]).toEqual([422, true])
  for (const [reader, kind] of [
    ['head-office', 'kp2mi'],
    ['my-village', 'kp2mi'],
  ] as const) {
    const page = await visit.open('/info')
    const stored = await visit.post('/info', [...page.hidden(), ['story', 'Mobil malam'], ['reader', reader]])
    expect(stored.status).toBe(200)
    const { words, pin } = codeOn(stored.html)
    const status = await visit.post('/lacak', [
      ['words', words],
      ['pin', pin],
      ['go', 'open'],
    ])
    expect(status.status).toBe(200)
    const [desk] = await world.root(
      'select o.kind, r.do_not_call from app.reports r join app.organisations o on o.id = r.org_id order by r.created_at desc, r.id desc limit 1',
    )
    expect(desk).toEqual({ kind, do_not_call: true })
  }
})

it('works in English at the same addresses under /en', async () => {
  const shown = await visit.open('/en/lapor')
  expect(shown.html).toContain('<html lang="en">')
  expect(shown.html).toContain('action="/en/lapor"')
})

it('names the last day of a term in working days that began on a free day, not the midnight after it', async () => {
  const saturday = (13 - world.time.now.getUTCDay()) % 7 || 7
  world.time.advance(saturday * 86_400_000)
  const shown = await sendReport(visit, { danger: [['danger', 'no']] })
  expect(shown.html).toMatch(/paling lambat \d+ \p{L}+\.</u)
})
