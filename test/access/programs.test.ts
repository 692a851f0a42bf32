// What a program of an organisation may and may not, beyond its scopes.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { createClient, decideClient } from '#src/modules/accounts/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeProgram, signInNameOf } from '../support/api-world.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { furnish, marksIn, refer, type OrgWorld } from '../support/sentinel-world.ts'

let world: TestPlatform
let app: Hono
let own: OrgWorld
let other: OrgWorld
let token: string
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  own = await furnish(world, 'jhb')
  other = await furnish(world, 'hkg')
  token = await makeProgram(world, 'jhb')
})
afterAll(() => world.close())

async function call(path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await app.request(`/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    body: body ? JSON.stringify(body) : null,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
  })
  const text = await response.text()
  return { status: response.status, text, json: JSON.parse(text) as Readonly<Record<string, unknown>> }
}

it('opens nothing before a second person confirmed it, after it was ended, or for a session of a person', async () => {
  const admin = await world.as('organisation-admin', 'jhb')
  const made = await world.staff(admin, (ctx) => createClient(ctx, { name: 'Baru', scopes: ['cases:read'] }))
  const as = (bearer: string) => call('/cases', undefined, { authorization: `Bearer ${bearer}` })
  expect((await as(made.token)).status).toBe(401)
  const boss = await world.as('supervisor', 'jhb')
  const decide = (verdict: 'confirm' | 'end') =>
    world.staff(boss, (ctx) => decideClient(ctx, { id: made.id, verdict }))
  await decide('confirm')
  expect((await as(made.token)).status).toBe(200)
  await decide('end')
  expect((await as(made.token)).status).toBe(401)
  const cookie = await world.cookieOf(own.officer)
  expect((await call('/cases', undefined, { authorization: '', cookie })).status).toBe(401)
})

it('neither lists, counts nor opens a protected case, and reads no note, message or evidence', async () => {
  const list = await call('/cases?filter=org')
  expect(list.text).toContain(own.caseCode)
  expect(list.text).not.toContain(own.protectedCode)
  // The case of the officer, and the one that came in a file of HTCDS.
  expect(list.json['total']).toBe(2)
  expect((await call(`/cases/${own.protectedCode}`)).json).toEqual((await call('/cases/JHB-2026-9999')).json)
  const words = marksIn((await call(`/cases/${own.caseCode}`)).text).map((each) => each.word)
  expect(words.filter((word) => /Note|Message|Evidence|Number/.test(word))).toEqual([])
  expect(words.length).toBeGreaterThan(0)
})

it('acts only for a colleague who may do it himself, and the journal names the program', async () => {
  const id = own.waitingId
  const take = async (officer: string) => call(`/inbox/${id}/take`, { officer })
  for (const wrong of [
    'tidak-ada',
    await signInNameOf(world, other.officer),
    await signInNameOf(world, await world.as('analyst', 'jhb')),
  ])
    expect((await take(wrong)).json).toMatchObject({
      status: 422,
      errors: [{ path: 'officer', code: 'officer.unknown' }],
    })
  expect((await take(await signInNameOf(world, own.officer))).status).toBe(200)
  const [entry] = await world.root(
    `select actor_kind from app.journal where verb = 'report.taken' and subject_id = $1`,
    [id],
  )
  expect(entry?.['actor_kind']).toBe('client')
})

it('sees no referral of a case that was protected meanwhile, though the other body sent it', async () => {
  const sent = await refer(world, other, 'jhb')
  expect((await call(`/referrals/${sent.code}`)).status).toBe(200)
  await world.root(`update app.cases set protected = true, protected_because = 'insider' where id = $1`, [
    other.caseId,
  ])
  expect((await call(`/referrals/${sent.code}`)).json).toEqual(
    (await call('/referrals/R-HKG-2026-9999')).json,
  )
})
