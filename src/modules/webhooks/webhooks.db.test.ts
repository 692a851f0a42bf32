import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sealer } from '#src/platform/audit/chain-queries.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { makeReferableCase } from '../../../test/support/referral-world.ts'
import { addWebhook, readWebhooks, redeliver, runWebhooks, signWebhook, stopWebhook } from './index.ts'

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string }

describe('webhooks', () => {
  let world: TestPlatform
  let admin: StaffActor
  let server: Server
  let address: string
  let heard: Heard[] = []
  let answer = 204
  beforeAll(async () => {
    world = await makeTestPlatform()
    admin = await world.as('organisation-admin', 'jhb')
    server = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        heard.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
        response.writeHead(answer).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kabar`
  })
  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await world.close()
  })
  beforeEach(() => {
    heard = []
    answer = 204
  })

  const happen = async (): Promise<string> => {
    const { code } = await makeReferableCase(world, await world.as('intake-officer', 'jhb'))
    await sealer.tick(world.platform)
    return code
  }
  const add = () => world.staff(admin, (ctx) => addWebhook(ctx, { name: 'Papan pantau', address }))

  it('tells what happened after it was made: signed, in codes, to be checked by anybody who has the secret', async () => {
    await happen()
    const { id, secret } = await add()
    await runWebhooks(world.platform)
    expect(heard).toEqual([])
    const code = await happen()
    await runWebhooks(world.platform)
    const events = heard.map((each) => JSON.parse(each.body) as Record<string, unknown>)
    expect(events.map((event) => event['type'])).toContain('id.payung.case.opened')
    const one = heard[events.findIndex((event) => event['type'] === 'id.payung.case.opened')]!
    expect(JSON.parse(one.body)).toMatchObject({
      specversion: '1.0',
      datacontenttype: 'application/json',
      data: { subjectKind: 'case', caseCode: code },
    })
    expect(one.headers['content-type']).toContain('application/cloudevents+json')
    const signed = {
      id: String(one.headers['webhook-id']),
      at: Number(one.headers['webhook-timestamp']),
      body: one.body,
    }
    expect(one.headers['webhook-signature']).toBe(signWebhook(secret.replace('whsec_', ''), signed))
    expect(heard.map((each) => each.body).join()).not.toMatch(/Sulastri|Rekaan|dibayar|kronologi/i)
    await world.staff(admin, (ctx) => stopWebhook(ctx, id))
    heard = []
    await happen()
    await runWebhooks(world.platform)
    expect(heard).toEqual([])
  })

  it('tries again while the program is down, once it is up tells each event, and sends one again when asked', async () => {
    await add()
    await runWebhooks(world.platform)
    answer = 500
    await happen()
    await runWebhooks(world.platform)
    const count = heard.length
    expect(count).toBeGreaterThan(0)
    await runWebhooks(world.platform)
    expect(heard.length).toBe(count)
    answer = 204
    heard = []
    world.time.advance(3600_000)
    await runWebhooks(world.platform)
    expect(heard.length).toBe(count)
    expect(new Set(heard.map((each) => each.headers['webhook-id'])).size).toBe(count)
    const { deliveries } = await world.staff(admin, readWebhooks)
    expect(new Set(deliveries.map((each) => each.state))).toEqual(new Set(['delivered']))
    heard = []
    await world.staff(admin, (ctx) => redeliver(ctx, deliveries[0]!.id))
    await runWebhooks(world.platform)
    expect(heard.map((each) => each.headers['webhook-id'])).toEqual([deliveries[0]!.event_id])
  })

  it('tells nothing of a protected case, nor of another body', async () => {
    const other = await world.as('organisation-admin', 'hkg')
    await world.staff(other, (ctx) => addWebhook(ctx, { name: 'Lain', address }))
    await runWebhooks(world.platform)
    const { code } = await makeReferableCase(world, await world.as('intake-officer', 'jhb'))
    await world.root(`update app.cases set protected = true, protected_because = 'other' where code = $1`, [
      code,
    ])
    await world.root(`update app.case_files set protected = true where code = $1`, [code])
    await sealer.tick(world.platform)
    heard = []
    await runWebhooks(world.platform)
    expect(heard.map((each) => each.body).join()).not.toContain(code)
    const seen = await world.staff(other, readWebhooks)
    expect(seen.webhooks.map((each) => each.name)).toEqual(['Lain'])
    const bodies = await world.root('select distinct org_id from app.journal where id = any ($1)', [
      seen.deliveries.map((each) => each.event_id),
    ])
    expect(bodies).toEqual([{ org_id: world.orgs.hkg }])
  })

  it('refuses addresses inside the machine’s own network and what is no address', async () => {
    for (const bad of [
      'http://169.254.169.254/latest',
      'http://10.0.0.1/',
      'ftp://x.example',
      'kabar',
      'http://example.org/',
      'https://user:pw@example.org/',
    ])
      await expect(
        world.staff(admin, (ctx) => addWebhook(ctx, { name: 'Papan', address: bad })),
      ).rejects.toMatchObject({
        problems: [{ path: 'address', code: 'webhook.address' }],
      })
  })
})
