import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  codeOn,
  sendReport,
  visitSite,
  type Filling,
  type Shown,
  type Visit,
} from '../support/public-form.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: ReturnType<typeof makeApp>
let addresses = 0
const visitor = (): Visit => visitSite(app, `198.51.100.${(addresses += 1)}`)
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
})
afterAll(() => world.close())

const STORY = 'Nama saya Sutinah dari Sukamakmur, dikurung di Muar'
type Code = { readonly words: string; readonly pin: string }

async function report(
  share: Filling = [['share', 'ask-first']],
): Promise<{ readonly stored: Shown; readonly code: Code; readonly id: string }> {
  world.time.advance(1000) // ids of one moment have no order
  const stored = await sendReport(visitor(), {
    what: [
      ['what', 'kunci'],
      ['story', STORY],
      ['about', 'myself'],
    ],
    where: [
      ['place.country', 'MY'],
      ['place.words', 'Muar'],
    ],
    contact: [
      ['safeContact.ways', 'whatsapp'],
      ['safeContact.value', '+44 7700 900111'],
      ['names', 'Sutinah Rahayu'],
    ],
    share,
  })
  const [row] = await world.root('select id from app.reports order by id desc limit 1')
  return { stored, code: codeOn(stored.html), id: String(row!['id']) }
}

const open = (visit: Visit, code: Code): Promise<Shown> =>
  visit.post('/lacak', [
    ['words', code.words],
    ['pin', code.pin],
    ['go', 'open'],
  ])
const act = (visit: Visit, shown: Shown, go: string, fields: Filling = []): Promise<Shown> =>
  visit.post('/lacak', [...shown.hidden(go), ...fields, ['go', go]])
const journalOf = async (id: string): Promise<unknown[]> =>
  (await world.root('select verb from app.journal where report_id = $1 order by id', [id])).map(
    (row) => row['verb'],
  )

it('shows plain steps and nothing that identifies anybody', async () => {
  const { code } = await report()
  const shown = await open(visitor(), code)
  expect(shown.status).toBe(200)
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect(shown.html).toContain('KJRI Uji Johor')
  for (const secret of ['Sutinah', 'Muar', 'dikurung', '900111', code.pin, code.words])
    expect(shown.html).not.toContain(secret)
})

describe('guessing', () => {
  it('answers a wrong PIN, a wrong check word, a report that does not exist and an ended code in the same words, status and time', async () => {
    const { code, stored } = await report()
    const made = await visitor().post('/lapor', [...stored.hidden('second'), ['go', 'second']])
    const second = codeOn(made.html.slice(made.html.indexOf('id="kedua"')))
    await world.root("update app.report_codes set ended_at = now() where holder = 'second'")
    const words = code.words.split(' ')
    const tries: readonly Code[] = [
      { words: code.words, pin: code.pin === '111111' ? '111112' : '111111' },
      { words: [words[1], words[0], ...words.slice(2)].join(' '), pin: code.pin },
      { words: 'abc def ghi jkl mno', pin: '123456' },
      second,
    ]
    const answers = []
    for (const tried of tries) {
      const before = performance.now()
      const shown = await open(visitor(), tried)
      answers.push({
        status: shown.status,
        html: shown.html.replaceAll(tried.words, 'KATA'),
        waited: performance.now() - before >= 295,
      })
    }
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([422]))
    expect(new Set(answers.map((answer) => answer.html)).size).toBe(1)
    expect(answers.every((answer) => answer.waited)).toBe(true)
    const before = performance.now()
    expect((await open(visitor(), code)).status).toBe(200)
    expect(performance.now() - before).toBeGreaterThanOrEqual(295)
  })

  it('says what is no code at all beside its field, and keeps the words that were typed', async () => {
    const shown = await open(visitor(), { words: 'satu dua', pin: '12' })
    expect(shown.status).toBe(422)
    expect(shown.html).toContain('value="satu dua"')
    expect(shown.html).toContain('href="#pin"')
  })

  it('makes guessing slower but opens to the true holder behind the same address', async () => {
    const { code } = await report()
    const shared = visitor()
    for (let tries = 0; tries < 6; tries += 1) await open(shared, { words: code.words, pin: `00000${tries}` })
    const before = performance.now()
    const shown = await open(shared, code)
    expect(shown.status).toBe(200)
    expect(performance.now() - before).toBeGreaterThan(900)
  })

  it('turns away only a flood, and says when to come again', async () => {
    const shared = visitor()
    const knocks = Array.from({ length: 24 }, (_, at) =>
      open(shared, { words: 'abc def ghi jkl mno', pin: String(100000 + at) }),
    )
    const turned = [await knocks[23]!]
    expect(turned[0]!.status).toBe(429)
    expect(turned[0]!.headers.get('retry-after')).toMatch(/^\d+$/)
  })
})

it('carries messages both ways and tells the desk', async () => {
  const { code, id } = await report()
  const visit = visitor()
  const status = await open(visit, code)
  const sent = await act(visit, status, 'message', [['message', 'Saya masih di dalam rumah']])
  expect(sent.status).toBe(200)
  expect(sent.html).toContain('Saya masih di dalam rumah')
  expect(await journalOf(id)).toContain('message.received')
  const [row] = await world.root(
    "select org_id, encode(sealed, 'escape') as sealed from app.messages where report_id = $1",
    [id],
  )
  expect(row!['org_id']).toBe(world.orgs.jhb)
  expect(row!['sealed']).not.toContain('rumah')
  const empty = await act(visit, status, 'message', [['message', '  ']])
  expect(empty.status).toBe(422)
})

it('keeps a message that was typed on a page that timed out', async () => {
  const { code } = await report()
  const visit = visitor()
  const status = await open(visit, code)
  world.time.advance(31 * 60_000)
  const late = await act(visit, status, 'message', [['message', 'Pesan panjang saya']])
  expect(late.status).toBe(422)
  expect(late.hidden('open')).toContainEqual(['message', 'Pesan panjang saya'])
  const again = await visit.post('/lacak', [
    ...late.hidden('open'),
    ['words', code.words],
    ['pin', code.pin],
    ['go', 'open'],
  ])
  expect(again.status).toBe(200)
  expect(again.html).toContain('Pesan panjang saya</textarea>')
})

it('changes the safe contact without ever showing the number, and forgets the old one', async () => {
  const { code, id } = await report()
  const visit = visitor()
  const status = await open(visit, code)
  const asked = await act(visit, status, 'contact')
  expect(asked.html).not.toContain('900111')
  const wrong = await act(visit, asked, 'contact-save', [['safeContact.ways', 'sms']])
  expect(wrong.status).toBe(422)
  const saved = await act(visit, asked, 'contact-save', [
    ['safeContact.ways', 'sms'],
    ['safeContact.value', '+44 7700 900222'],
  ])
  expect(saved.status).toBe(200)
  expect(saved.html).not.toContain('900222')
  const [row] = await world.root('select do_not_call, version from app.reports where id = $1', [id])
  expect(row).toEqual({ do_not_call: true, version: 2 })
  expect(
    await world.root("select 1 from app.messages where report_id = $1 and kind = 'contact-change'", [id]),
  ).toHaveLength(1)
})

it('keeps yes, no, not asked and does not know apart, and takes everything back at once', async () => {
  const { code, id } = await report([
    ['share', 'chosen'],
    ['shareWith', 'organisation'],
  ])
  const visit = visitor()
  const status = await open(visit, code)
  const asked = await act(visit, status, 'consent')
  const saved = await act(visit, asked, 'consent-save', [
    ['mayShare.police', 'no'],
    ['mayShare.organisation', 'yes'],
    ['mayShare.family', 'does-not-know'],
    ['mayShare.mission', 'not-asked'],
  ])
  expect(saved.status).toBe(200)
  const answers = async () =>
    world.root('select distinct reader_kind, answer from app.consents where report_id = $1 order by 1, 2', [
      id,
    ])
  expect(await answers()).toEqual([
    { reader_kind: 'family', answer: 'does-not-know' },
    { reader_kind: 'organisation', answer: 'yes' },
    { reader_kind: 'police', answer: 'no' },
  ])
  const sure = await act(visit, status, 'withdraw')
  world.time.advance(1000)
  const gone = await act(visit, sure, 'withdraw-confirm', [['stopReport', 'yes']])
  expect(gone.status).toBe(200)
  expect(await answers()).toContainEqual({ reader_kind: 'everyone', answer: 'no' })
  expect(
    (await world.root('select withdrawn_at from app.reports where id = $1', [id]))[0]!['withdrawn_at'],
  ).not.toBeNull()
  expect(await journalOf(id)).toContain('consents.withdrawn')
  const jobs = await world.root(
    `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'consents.withdrawn' and j.payload->>'reportId' = $1`,
    [id],
  )
  expect(jobs.length).toBeGreaterThan(0)
  const reopened = await act(visit, gone, 'reopen', [['reopenWhy', 'Saya berubah pikiran']])
  expect(reopened.status).toBe(200)
})

it('gives a trusted person a code that follows, adds and asks for contact, and does no more', async () => {
  const { stored, code, id } = await report()
  const made = await visitor().post('/lapor', [...stored.hidden('second'), ['go', 'second']])
  const again = await visitor().post('/lapor', [...stored.hidden('second'), ['go', 'second']])
  const second = codeOn(made.html.slice(made.html.indexOf('id="kedua"')))
  expect(codeOn(again.html.slice(again.html.indexOf('id="kedua"')))).toEqual(second)
  expect(second.words).not.toBe(code.words)
  const first = visitor()
  await act(first, await open(first, code), 'message', [['message', 'Cerita yang hanya untuk petugas']])
  const visit = visitor()
  const status = await open(visit, second)
  expect(status.status).toBe(200)
  for (const hidden of ['Cerita yang hanya', 'value="withdraw"', 'value="contact"', 'WhatsApp'])
    expect(status.html).not.toContain(hidden)
  const asked = await act(visit, status, 'ask-contact', [['message', 'Tolong hubungi saya']])
  expect(asked.status).toBe(200)
  expect(asked.html).toContain('Tolong hubungi saya')
  const proof = status.hidden('message')
  for (const go of ['withdraw-confirm', 'contact-save', 'consent-save', 'consent'])
    expect((await visit.post('/lacak', [...proof, ['go', go], ['mayShare.police', 'yes']])).status).toBe(403)
  expect(
    await world.root(
      "select 1 from app.messages where report_id = $1 and kind = 'contact-request' and sender = 'second'",
      [id],
    ),
  ).toHaveLength(1)
})

it('offers the second code later too, to the first holder alone; a new one ends the old', async () => {
  const { code } = await report()
  const visit = visitor()
  const asked = await act(visit, await open(visit, code), 'second')
  expect(asked.html).toContain('Kode kedua yang lama tidak berlaku lagi')
  const made = await act(visit, asked, 'second-make')
  const again = await act(visit, asked, 'second-make')
  const second = codeOn(made.html)
  expect(codeOn(again.html)).toEqual(second)
  const trusted = await open(visitor(), second)
  expect(trusted.status).toBe(200)
  expect(trusted.html).toContain('Cerita dan pesan petugas hanya tampil untuk pemegang kode pertama.')
  expect(trusted.html).not.toContain('value="second"')
  const refused = await visitor().post('/lacak', [...trusted.hidden('message'), ['go', 'second']])
  expect(refused.status).toBe(403)
  const anew = await act(visit, await act(visit, await open(visit, code), 'second'), 'second-make')
  expect(codeOn(anew.html)).not.toEqual(second)
  expect((await open(visitor(), second)).status).toBe(422)
})

it('ends the second code of before when another is made', async () => {
  const { stored, code } = await report()
  const one = await visitor().post('/lapor', [...stored.hidden('second'), ['go', 'second']])
  const old = codeOn(one.html.slice(one.html.indexOf('id="kedua"')))
  await world.root(
    "update app.report_codes set code_hash = decode(md5('x') || md5('y'), 'hex') where holder = 'second' and ended_at is null and report_id = (select max(id::text)::uuid from app.reports)",
  )
  expect((await open(visitor(), old)).status).toBe(422)
  const anew = await visitor().post('/lapor', [...stored.hidden('second'), ['go', 'second']])
  expect(anew.status).toBe(200)
  expect(
    await world.root(
      "select 1 from app.report_codes where holder = 'second' and ended_at is null and report_id = (select max(id::text)::uuid from app.reports)",
    ),
  ).toHaveLength(1)
  expect((await open(visitor(), code)).status).toBe(200)
})

it('lets two people with the same code write at once and loses nothing', async () => {
  const { code, id } = await report()
  const [one, two] = [visitor(), visitor()]
  const [pageOne, pageTwo] = [await open(one, code), await open(two, code)]
  const answers = await Promise.all([
    act(one, pageOne, 'message', [['message', 'satu']]),
    act(two, pageTwo, 'message', [['message', 'dua']]),
    visitSite(app).post('/lacak', [
      ...pageOne.hidden('contact'),
      ['safeContact.ways', 'sms'],
      ['safeContact.value', '+44 7700 900001'],
      ['go', 'contact-save'],
    ]),
    visitSite(app).post('/lacak', [
      ...pageTwo.hidden('contact'),
      ['safeContact.ways', 'sms'],
      ['safeContact.value', '+44 7700 900002'],
      ['go', 'contact-save'],
    ]),
  ])
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200])
  expect((await world.root('select version from app.reports where id = $1', [id]))[0]!['version']).toBe(3)
  expect(
    await world.root("select 1 from app.messages where report_id = $1 and kind = 'message'", [id]),
  ).toHaveLength(2)
})

it('never puts the code into an address', async () => {
  const shown = await visitor().open('/lacak')
  expect(shown.html).toContain('method="post"')
  expect(shown.headers.get('set-cookie')).toBeNull()
  expect(shown.headers.get('referrer-policy')).toBe('no-referrer')
})
