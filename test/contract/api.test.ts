// Every example of the document is run, every problem it names is reached, and the committed document is the one that is served.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { newIdempotencyKey, makeReceipt, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { addNeed } from '#src/modules/cases/index.ts'
import { startOldList } from '#src/modules/imports/index.ts'
import { blankReport } from '#src/domain/reports/report.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { TooManyError, UnavailableError } from '#src/platform/errors.ts'
import { runAs } from '#src/platform/db/context.ts'
import { apiApp, describeApi } from '#src/web/api/api-app.ts'
import { apiRoutes } from '#src/web/api/api-routes.ts'
import { EXAMPLE } from '#src/web/api/examples.ts'
import { ProblemSchema, PROBLEM_TYPE } from '#src/web/api/problem.ts'
import { operationIdOf, problemsOf, type ApiExample, type ApiRoute } from '#src/web/api/route.ts'
import { makeApp } from '#src/web/app.ts'
import { makeProgram, sealJournal, signInNameOf } from '../support/api-world.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { furnish, PDF, refer, type OrgWorld } from '../support/sentinel-world.ts'

let world: TestPlatform
let app: Hono
let home: OrgWorld
let token: string
let elsewhere: OrgWorld
let officer: string
/** Each visitor has an address of its own, so that misses of one test do not slow the next. */
let visitor = 0

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  home = await furnish(world, 'jhb')
  elsewhere = await furnish(world, 'hkg')
  token = await makeProgram(world, 'jhb')
  officer = await signInNameOf(world, home.officer)
  await refer(world, home, 'hkg') // with the consent that the examples of offering need
  await sealJournal(world)
})
afterAll(() => world.close())

type Sent = Pick<ApiExample, 'params' | 'query' | 'headers'> & { readonly body?: unknown }

async function send(route: ApiRoute, sent: Sent = {}, more: Record<string, string> = {}): Promise<Response> {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => sent.params?.[name] ?? 'tidak-ada')
  const query = new URLSearchParams(sent.query).toString()
  const multipart = route.bodyType === 'multipart/form-data'
  const body =
    sent.body === undefined ? null : multipart ? formOf(sent.body as object) : JSON.stringify(sent.body)
  return app.request(`/api/v1${path}${query ? `?${query}` : ''}`, {
    method: route.method.toUpperCase(),
    body: route.method === 'get' ? null : body,
    headers: {
      'x-forwarded-for': `198.51.100.${++visitor % 250}`,
      ...(multipart ? {} : { 'content-type': 'application/json' }),
      ...(route.access === 'public' ? {} : { authorization: `Bearer ${token}` }),
      ...sent.headers,
      ...more,
    },
  })
}

function formOf(fields: object): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    form.append(name, name === 'file' ? new File([PDF], String(value)) : String(value))
  return form
}

/** A fresh object for each example, so that one does not use up what the next needs. */
async function realThings(): Promise<Record<string, string>> {
  const key = newIdempotencyKey()
  const draft = { ...blankReport({ channel: 'api', language: 'id' }), place: known({ country: 'MY' }) }
  const made = await runAs(world.platform, reporterActor(world.platform, key), (ctx) =>
    receiveReport(ctx, draft, key),
  )
  const needId = await world.staff(home.officer, (ctx) =>
    addNeed(ctx, { code: home.caseCode, kind: 'documents', urgency: 'sedang', label: 'Surat' }),
  )
  const offer = { ...firstExample(byName('postReferralsPreview')).body, officer, caseCode: home.caseCode }
  const preview = await send(byName('postReferralsPreview'), {
    body: { ...offer, needId, toOrg: world.orgs.hkg },
  })
  const { seen } = (await preview.json()) as { readonly seen: string }
  const bytes = new TextEncoder().encode(`no,nama\n${key},Contoh`)
  const listId = await world.staff(home.boss, (ctx) =>
    startOldList(ctx, { bytes, format: 'csv', source: 'Buku kasus 2019' }),
  )
  // Programs are told of a list once its rows are being taken over.
  await world.root(`update app.list_imports set state = 'stopped', started_at = created_at where id = $1`, [
    listId,
  ])
  const receipt = makeReceipt(world.platform, {
    at: world.time.now,
    bodyId: made.deskId,
    reportId: made.reportId,
  })
  return {
    [EXAMPLE.key]: newIdempotencyKey(),
    [EXAMPLE.words]: made.code.words.join(' '),
    [EXAMPLE.pin]: made.code.pin,
    [EXAMPLE.reportId]: made.reportId,
    [EXAMPLE.caseCode]: home.caseCode,
    [EXAMPLE.taskForceId]: home.ids['taskForceId']!,
    [EXAMPLE.listId]: listId,
    [EXAMPLE.decisionId]: home.ids['decisionId']!,
    [EXAMPLE.networkId]: home.ids['networkId']!,
    [EXAMPLE.matchId]: home.ids['matchId']!,
    [EXAMPLE.referralCode]: (await refer(world, elsewhere, 'jhb')).code,
    [EXAMPLE.officer]: officer,
    [EXAMPLE.supervisor]: await signInNameOf(world, home.boss),
    [EXAMPLE.needId]: needId,
    [EXAMPLE.toOrg]: world.orgs.hkg,
    [EXAMPLE.seen]: seen,
    [EXAMPLE.receipt]: receipt.number,
    [EXAMPLE.signature]: receipt.signature,
  }
}

async function withReal(example: ApiExample): Promise<Sent> {
  const real = await realThings()
  const { answer: _, ...sent } = example
  let text = JSON.stringify(sent)
  for (const [invented, value] of Object.entries(real))
    text = text.replaceAll(`"${invented}"`, JSON.stringify(value))
  return JSON.parse(text) as Sent
}

const byName = (name: string): ApiRoute => apiRoutes.find((route) => operationIdOf(route) === name)!
const firstExample = (route: ApiRoute): ApiExample => Object.values(route.examples)[0]!

describe('the document', () => {
  it('is the committed one', () => {
    const committed = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as unknown
    expect(committed).toEqual(JSON.parse(JSON.stringify(describeApi())))
  })

  it('is served as OpenAPI 3.1 and names every address with its access and an example', async () => {
    const served = (await (await app.request('/api/v1/openapi.json')).json()) as ReturnType<
      typeof describeApi
    >
    expect(served.openapi).toBe('3.1.0')
    for (const route of apiRoutes) {
      const operation = served.paths?.[route.path]?.[route.method]
      expect(operation?.security).toEqual(route.access === 'public' ? [] : [{ program: route.access }])
      expect(Object.keys(route.examples).length).toBeGreaterThan(0)
    }
  })

  it('does not start with a route that declares no access', () => {
    const open = { ...apiRoutes[0]!, access: undefined } as unknown as ApiRoute
    expect(() => apiApp(world.platform, [open])).toThrow(/declares no access/)
    expect(() => apiApp(world.platform, [{ ...open, access: [] }])).toThrow(/declares no access/)
  })
})

describe('every example', () => {
  const examples = apiRoutes.flatMap((route) =>
    Object.entries(route.examples).map(([name, example]) => ({
      title: `${route.method} ${route.path}: ${name}`,
      route,
      example,
    })),
  )

  it.each(examples)('$title', async ({ route, example }) => {
    expect(route.answer.safeParse(example.answer).error?.issues ?? []).toEqual([])
    const response = await send(route, await withReal(example))
    const body = (await response.json()) as object
    expect([response.status, body]).toEqual([route.status ?? 200, expect.anything()])
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(Object.keys(body).toSorted()).toEqual(
      expect.arrayContaining(required(example.answer as object, body)),
    )
  })

  /** What the example shows and is always there: null and absent differ from case to case only where they may. */
  function required(shown: object, real: object): string[] {
    const optional = ['nextNews', 'errors']
    return Object.keys(shown).filter((name) => !optional.includes(name) || name in real)
  }
})

/** How each documented problem is brought about. */
const PROVOKE: Readonly<Record<number, (route: ApiRoute) => Promise<Response>>> = {
  400: async (route) =>
    app.request(`/api/v1${route.path.replaceAll(/\{\w+\}/g, 'x')}`, {
      method: 'POST',
      body: '{"',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    }),
  401: (route) => send(route, {}, { authorization: 'Bearer payung_nobody' }),
  403: async (route) => {
    if (route.access === 'public') return asSecondHolder(route)
    const weak = await makeProgram(world, 'jhb', ['figures:read'])
    return send(route, {}, { authorization: `Bearer ${weak}` })
  },
  404: async (route) => {
    const sent = await withReal(firstExample(route))
    const body = sent.body as Readonly<Record<string, unknown>> | undefined
    return send(route, {
      ...sent,
      ...(body && {
        body: { ...body, ...('pin' in body && { pin: '000000' }), ...('needId' in body && { needId: 'x' }) },
      }),
      ...(sent.params && { params: { iso: 'XX' } }),
    })
  },
  409: conflict,
  413: async (route) => send(route, { body: { file: 'x' } }, { 'content-length': String(30 * 1024 * 1024) }),
  415: (route) => send(route, { body: {} }, { 'content-type': 'text/plain' }),
  422: (route) =>
    send(route, {
      // An unknown question is not there at all; a known one refuses facts that it does not know.
      ...(route.path.startsWith('/conclusions') && { params: firstExample(route).params }),
      body: { surplus: 1 },
      query: { limit: 'x', page: 'x', country: 'xxx', after: 'x', sort: 'x' },
    }),
  429: async () => {
    const error = new TooManyError('track.too-many-tries', 8)
    return broken(error)
  },
}

/** A route that fails as said: the door in front of the real one is proved in its own test. */
async function broken(error: Error): Promise<Response> {
  const failing = { ...byName('postReceiptsCheck'), handle: () => Promise.reject(error) }
  return apiApp(world.platform, [failing]).request('/receipts/check', {
    method: 'POST',
    body: JSON.stringify({ number: 'x', signature: 'x' }),
    headers: { 'content-type': 'application/json' },
  })
}

async function asSecondHolder(route: ApiRoute): Promise<Response> {
  const { addSecondHolder } = await import('#src/modules/reports/index.ts')
  const key = newIdempotencyKey()
  const draft = blankReport({ channel: 'api', language: 'id' })
  const first = reporterActor(world.platform, key)
  await runAs(world.platform, first, (ctx) => receiveReport(ctx, draft, key))
  const second = await runAs(world.platform, first, (ctx) => addSecondHolder(ctx, 'satu'))
  const { body } = await withReal(firstExample(route))
  return send(route, { body: { ...(body as object), words: second.words.join(' '), pin: second.pin } })
}

async function conflict(route: ApiRoute): Promise<Response> {
  const sent = await withReal(firstExample(route))
  if (
    ['postReferralsCodeDecide', 'postMatchesIdJudge', 'postTaskForceTasksIdAnswer'].includes(
      operationIdOf(route),
    )
  )
    return send(route, { ...sent, body: { ...(sent.body as object), version: 99 } })
  if (operationIdOf(route) === 'postReferrals')
    return send(route, { ...sent, body: { ...(sent.body as object), seen: 'x' } })
  if (operationIdOf(route) === 'postReferralsPreview')
    return send(route, { ...sent, body: { ...(sent.body as object), toOrg: world.orgs.desa } })
  await send(route, sent)
  const other = await signInNameOf(world, home.boss)
  return send(route, { ...sent, body: { officer: other } })
}

describe('every documented problem', () => {
  const all = apiRoutes.flatMap((route) =>
    problemsOf(route).map((status) => ({ title: `${status} ${route.method} ${route.path}`, status, route })),
  )

  it.each(all)('$title', async ({ status, route }) => {
    const response = await PROVOKE[status]!(route)
    const body = ProblemSchema.parse(await response.json())
    expect([response.status, body.status]).toEqual([status, status])
    expect(response.headers.get('content-type')).toBe(PROBLEM_TYPE)
    if (status === 429) expect(response.headers.get('retry-after')).toBe('8')
    if (status === 422) expect(body.errors?.length).toBeGreaterThan(0)
  })

  it('says 503 when something is down, and 500 with a reference and nothing else for a defect', async () => {
    expect((await broken(new UnavailableError('mail.down'))).status).toBe(503)
    const defect = await broken(new Error('select * from rahasia'))
    const text = await defect.text()
    expect(defect.status).toBe(500)
    expect(text).not.toContain('rahasia')
    expect(ProblemSchema.parse(JSON.parse(text)).reference).toMatch(/^[0-9A-F]{10}$/)
  })

  it('speaks the language of the address, else of the reader, else Indonesian', async () => {
    const titleAt = async (path: string, language?: string): Promise<string> => {
      const response = await app.request(path, language ? { headers: { 'accept-language': language } } : {})
      return ProblemSchema.parse(await response.json()).title
    }
    expect(await titleAt('/api/v1/tidak-ada')).toBe('Tidak ditemukan')
    expect(await titleAt('/en/api/v1/tidak-ada')).toBe('Not found')
    expect(await titleAt('/api/v1/tidak-ada', 'fr, en;q=0.8, id;q=0.2')).toBe('Not found')
    expect(await titleAt('/api/v1/tidak-ada', 'id, en;q=0.8')).toBe('Tidak ditemukan')
  })
})
