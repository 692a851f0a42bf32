// J3: a mother looks for a daughter. Whether anybody was found is in no page, error, count, statement or status that a
// family (or somebody who says to be one) can reach, until the person found has said what may be told.
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import { addNewPerson, createCase, UNKNOWN_ROLE_FIELDS } from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import { makeApp } from '#src/web/app.ts'
import { runJobs } from '../support/run-jobs.ts'
import { codeOn, visitSite } from '../support/public-form.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: ReturnType<typeof makeApp>
type Code = ReturnType<typeof codeOn>
let found: Code
let notFound: Code

const FOUND = 'Sulastriningrum'
const NOT_FOUND = 'Kartikaningdyah'

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  found = await search(FOUND)
  notFound = await search(NOT_FOUND)
  await runJobs(world)
  await meet(FOUND)
  await runJobs(world)
})
afterAll(() => world.close())

const family = () => visitSite(app, '203.0.113.40')

async function search(name: string): Promise<Code> {
  const visit = family()
  const form = await visit.open('/keluarga')
  const stored = await visit.post('/keluarga', [
    ...form.hidden(),
    ['names', name],
    ['village', 'Karangwuni'],
    ['born', name === FOUND ? '1985' : '1971'],
    ['place.country', 'HK'],
    ['what', 'lost'],
    ['reporterName', 'Ibu Warsinem'],
  ])
  return codeOn(stored.html)
}

/** Another body meets somebody who may be the one. */
async function meet(name: string): Promise<void> {
  const worker = await world.as('caseworker', 'jhb')
  await world.staff(worker, async (ctx) => {
    const { code } = await createCase(ctx, {
      urgency: 'sedang',
      types: ['UNPAID_WAGES'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: '',
    })
    await addNewPerson(ctx, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: {
        ...blankPerson([name]),
        born: known(partialDateOf('1985-06-01')),
        village: known('Karangwuni'),
      },
      marks: NO_MARKS,
    })
  })
}

/** The proof is sealed anew for each page, and always of one length. */
const steady = (html: string): string => html.replaceAll(/name="proof" value="[^"]+"/g, 'name="proof"')

type Look = { readonly status: number; readonly html: string; readonly statements: readonly string[] }

async function look(code: Code, wrong = ''): Promise<Look> {
  const spy = vi.spyOn(Client.prototype, 'query')
  const { status, html } = await family().post('/lacak', [
    ['words', code.words],
    ['pin', wrong || code.pin],
    ['go', 'open'],
  ])
  const statements = spy.mock.calls.map(([first]: readonly unknown[]) =>
    typeof first === 'string' ? first : String((first as { readonly text?: string }).text),
  )
  spy.mockRestore()
  return { status, html, statements }
}

const officer = () => world.as('supervisor', 'jhb')
async function send(path: string, fields: readonly (readonly [string, string])[]) {
  const cookie = await world.cookieOf(await officer())
  return app.request(path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })
}
async function read(path: string): Promise<string> {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(await officer()) } })
  expect(response.status).toBe(200)
  return response.text()
}

describe('a family that looks for somebody', () => {
  it('is shown the same page, to the byte, whether or not somebody was found', async () => {
    expect(await world.root('select 1 from app.missing_matches')).toHaveLength(1)
    const [a, b] = [await look(found), await look(notFound)]
    expect([a.status, b.status]).toEqual([200, 200])
    expect(a.html).toContain('Kami mencari')
    expect(steady(a.html)).toBe(steady(b.html))
    expect(a.html.length).toBe(b.html.length)
    expect(a.html).not.toContain(FOUND)
  })

  it('costs the same work: the same statements in the same order, none of which asks for finds', async () => {
    const [a, b] = [await look(found), await look(notFound)]
    expect(a.statements).toEqual(b.statements)
    expect(a.statements.length).toBeGreaterThan(5)
    expect(
      a.statements.filter((text) => /missing_|family_wishes|match_keys|person_matches/.test(text)),
    ).toEqual([])
  })

  it('is told the same error, and the door of visitors reaches no find at all', async () => {
    const wrong = (code: Code) => (code.pin === '111111' ? '222222' : '111111')
    const [a, b] = [await look(found, wrong(found)), await look(notFound, wrong(notFound))]
    expect([a.status, a.html.replaceAll(found.words, '')]).toEqual([
      b.status,
      b.html.replaceAll(notFound.words, ''),
    ])
    const rights = await world.root(
      `select c.relname from pg_class c where c.relnamespace = 'app'::regnamespace
         and c.relname in ('missing_searches', 'missing_matches', 'family_wishes', 'person_matches', 'person_judgements', 'match_keys', 'body_hints')
         and (has_any_column_privilege('payung_public', c.oid, 'select') or has_table_privilege('payung_public', c.oid, 'select, insert, update, delete'))`,
    )
    expect(rights).toEqual([])
  })

  it('reads the one fixed sentence once the person wishes it, and the other family still the same page', async () => {
    const before = await look(notFound)
    const list = await read('/kerja/orang-hilang')
    const path = /\/kerja\/orang-hilang\/ditemukan\/[0-9a-f-]{36}/.exec(list)![0]
    const page = await read(path)
    expect(page).toContain('Ibu Warsinem')
    expect(page).toContain('Orang ini belum ditanya. Keluarga tidak diberi tahu apa pun.')
    const refused = await send(`${path}/sampaikan`, [['version', '1']])
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('belum ditanya')])
    const incomplete = await send(path, [['wish', 'tell-alive']])
    expect(incomplete.status).toBe(422)
    const asked = await send(path, [
      ['wish', 'tell-alive'],
      ['how', 'in-person'],
      ['listened', 'alone'],
      ['knowsSeeker', 'yes'],
      ['words', 'Bilang saja saya hidup.'],
    ])
    expect(asked.status).toBe(303)
    await runJobs(world)
    expect(steady((await look(found)).html)).toBe(steady(before.html))
    expect((await send(`${path}/sampaikan`, [['version', '1']])).status).toBe(303)
    await runJobs(world)
    expect((await look(found)).html).toContain('hidup dan selamat. Ia meminta kami menyampaikan hanya itu.')
    expect((await look(found)).html).not.toContain('Bilang saja')
    expect(steady((await look(notFound)).html)).toBe(steady(before.html))
    expect(await read(path)).toContain('Sudah disampaikan')
  })
})
