import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QUESTION_NAMES, type Conclusion } from '#src/domain/rulebook/conclusion.ts'
import { apiApp } from '#src/web/api/api-app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: ReturnType<typeof apiApp>

beforeAll(async () => {
  world = await makeTestPlatform()
  app = apiApp(world.platform)
})
afterAll(() => world.close())

const SECRET = 'kucing-oren-di-atap'

async function ask(question: string, facts: unknown, from = '198.51.100.7'): Promise<Response> {
  return app.request(`/conclusions/${question}`, {
    method: 'POST',
    body: typeof facts === 'string' ? facts : JSON.stringify(facts),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
  })
}

describe('conclusions over the interface', () => {
  it('answer without an account, with the same keys as everywhere', async () => {
    const response = await ask('urgency', { asOf: '2026-11-21', situation: { danger: 'now' } })
    expect(response.status).toBe(200)
    const found = (await response.json()) as Conclusion
    expect(Object.keys(found).sort()).toEqual(
      ['question', 'asOf', 'answer', 'fired', 'against', 'missing', 'nextQuestions', 'confirmBy'].sort(),
    )
    expect(found.answer).toBe('darurat')
    expect(Object.keys(found.fired[0] ?? {}).sort()).toEqual(['citation', 'facts', 'rule'])
    expect(Object.keys(found.fired[0]?.citation ?? {}).sort()).toEqual(
      ['instrument', 'article', 'source', 'confidence', 'validFrom', 'validUntil'].sort(),
    )
  })

  it('answer all questions at once, keyed by question', async () => {
    const response = await ask('all', { asOf: '2026-11-21', person: { category: 'worker' } })
    const all = (await response.json()) as Readonly<Record<string, Conclusion>>
    expect([response.status, Object.keys(all).sort()]).toEqual([200, [...QUESTION_NAMES].sort()])
    for (const [question, found] of Object.entries(all)) expect(found.question).toBe(question)
  })

  it.each([
    [{ colour: 'red' }, 'colour', 'unknown-fact'],
    [{ asOf: '2026-02-30' }, 'asOf', 'impossible-date'],
    [{ work: { hoursPerDay: -1 } }, 'work.hoursPerDay', 'negative-amount'],
    [{ person: { born: '2150' } }, 'person.born', 'impossible-order'],
    ['{"person":{"sex":"male","sex":"female"}}', 'person.sex', 'said-twice'],
    ['{"person":{"__proto__":{}}}', 'person.__proto__', 'unknown-fact'],
  ])('name the field of %j', async (facts, path, code) => {
    const response = await ask('trafficking', facts)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path, code }] })
  })

  it.each([
    ['text that is no JSON', 400, { body: '{bad' }],
    ['no body', 400, { body: '' }],
    ['a list', 422, { body: '[]' }],
    ['a body of one megabyte', 413, { body: `{"situation":{"story":"${'a'.repeat(1_000_000)}"}}` }],
    ['another type of content', 415, { headers: { 'content-type': 'text/plain' } }],
    ['a form', 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' }],
  ])('refuse %s with %i, and repeat nothing of it', async (_what, status, init) => {
    const response = await app.request('/conclusions/urgency', {
      method: 'POST',
      body: `{"situation":{"story":"${SECRET}"}}`,
      headers: { 'content-type': 'application/json' },
      ...init,
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect((await response.text()).length).toBeLessThan(2_000)
  })

  it('are asked by POST, and only for questions that exist', async () => {
    expect((await app.request('/conclusions/urgency')).status).toBe(404)
    expect((await ask('weather', {})).status).toBe(404)
    expect((await ask('weather', { colour: 'red' })).status).toBe(404)
  })

  it('write nothing about the facts into the log', async () => {
    const { write } = process.stdout
    const lines: string[] = []
    process.stdout.write = (line: unknown) => lines.push(String(line)) > 0
    try {
      await ask('all', { situation: { story: SECRET } })
      await ask('all', { situation: { storey: SECRET } })
      await ask('all', `{"situation":"${SECRET}`)
    } finally {
      process.stdout.write = write
    }
    expect(lines.join('')).not.toContain(SECRET)
  })

  it('keep nothing of the facts: no table holds a word of them', async () => {
    const story = `Saya disekap. ${SECRET}`
    expect((await ask('all', { situation: { story } })).status).toBe(200)
    const tables = await world.root(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'app'`,
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const [found] = await world.root(
        `select count(*)::int as n from ${String(name)} as each where each::text like $1`,
        [`%${SECRET}%`],
      )
      expect([name, found?.['n']]).toEqual([name, 0])
    }
  })

  it('slow a visitor down who asks without end, and nobody else', async () => {
    let last = 200
    for (let at = 0; at < 320 && last === 200; at += 1)
      last = (await ask('urgency', { situation: { danger: 'no' } }, '198.51.100.99')).status
    expect(last).toBe(429)
    expect((await ask('urgency', {}, '198.51.100.98')).status).toBe(200)
  })
})
