// The line between two installations is cut, slowed, repeated, reordered, forged. Nothing is lost, nothing is doubled, and
// nothing is accepted that the partner did not sign.
import { randomBytes, randomUUID } from 'node:crypto'
import { CompactEncrypt, CompactSign, importJWK } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { refreshPartners, rotateOwnKeys, runExchange } from '#src/modules/exchange/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { sealMessage, type Claims } from '#src/platform/exchange/envelope.ts'
import { installationId, ownKeys, type OwnKeys } from '#src/platform/exchange/own-keys.ts'
import { makeTwoInstallations, type Fate, type TwoInstallations } from '../support/two-installations.ts'
import { act, countsAt, deliveries, offerAcross, receivedAt, sentAt } from './across.ts'

const MINUTE = 60_000
const POST = 'POST'

describe('the line between two installations', () => {
  let both: TwoInstallations
  let ofA: OwnKeys
  let ofB: OwnKeys
  beforeAll(async () => {
    both = await makeTwoInstallations()
    ofA = await ownKeys(both.a.platform, 1)
    ofB = await ownKeys(both.b.platform, 1)
  })
  afterAll(() => both.close())
  afterEach(() => {
    both.a.line.fate = () => 'pass'
    both.b.line.fate = () => 'pass'
  })

  /** The line keeps failing until told otherwise. */
  const breakLine = (fate: Fate): void => {
    for (const each of [both.a, both.b])
      each.line.fate = (passing) => (passing.method === POST ? fate : 'pass')
  }
  const refusals = async (): Promise<readonly string[]> =>
    (await both.b.root('select why from app.exchange_refusals order by created_at, id')).map((row) =>
      String(row['why']),
    )
  const claims = (change: Partial<Claims> = {}): Claims => ({
    version: 1,
    iss: installationId(both.a.platform),
    aud: installationId(both.b.platform),
    iat: Math.floor(both.a.time.now.getTime() / 1000),
    jti: randomUUID(),
    type: 'referral.state',
    thread: randomUUID(),
    step: 1,
    body: { state: 'accepted', reason: null },
    ...change,
  })

  it('loses nothing when it is cut, and says exactly what has not arrived', async () => {
    breakLine('cut')
    const sent = await offerAcross(both)
    await runExchange(both.a.platform)
    await expect(receivedAt(both, sent)).rejects.toThrow('0 referrals came')
    expect(await deliveries(both.a, sent)).toEqual([
      { kind: 'referral.offered', state: 'waiting', answer: null },
    ])
    const [row] = await both.a.root(
      `select last_error, attempts, next_try_at > $1 as later from app.exchange_messages where state = 'waiting'`,
      [both.a.time.now],
    )
    expect(row).toEqual({ last_error: 'unreachable', attempts: 1, later: true })
    both.b.line.fate = () => 'pass'
    both.a.line.fate = () => 'pass'
    await runExchange(both.a.platform)
    expect((await deliveries(both.a, sent))[0]!.state).toBe('waiting')
    both.advance(MINUTE)
    await both.settle()
    expect((await deliveries(both.a, sent))[0]!.state).toBe('acknowledged')
    expect((await receivedAt(both, sent)).state).toBe('requested')
  })

  it('takes the same message once, however often it comes, and answers the same each time', async () => {
    breakLine('twice')
    const sent = await offerAcross(both)
    await both.settle()
    const before = await countsAt(both.b)
    both.b.line.fate = () => 'pass'
    const all = both.b.line.seen.filter((each) => each.method === POST)
    const first = await both.b.line.inject(all.at(-1)!.body)
    both.advance(MINUTE)
    const again = await both.b.line.inject(all.at(-1)!.body)
    expect(first.status).toBe(202)
    expect(again).toEqual(first)
    for (const each of all) expect((await both.b.line.inject(each.body)).status).toBe(202)
    await both.settle()
    expect(await countsAt(both.b)).toEqual(before)
    expect((await receivedAt(both, sent)).state).toBe('requested')
  })

  it('sends again when only the answer was lost, and doubles nothing', async () => {
    const before = await countsAt(both.b)
    breakLine('lose-answer')
    const sent = await offerAcross(both)
    await runExchange(both.a.platform)
    expect((await deliveries(both.a, sent))[0]!.state).toBe('waiting')
    breakLine('pass')
    both.advance(MINUTE)
    await both.settle()
    expect((await deliveries(both.a, sent))[0]).toMatchObject({ state: 'acknowledged', answer: 'applied' })
    expect((await countsAt(both.b))['referrals']).toBe(before['referrals']! + 1)
  })

  it('believes nobody on the line who says that it arrived', async () => {
    for (const lie of ['OK', '{"ok":true}', both.b.line.seen.at(-1)?.body ?? ''])
      for (const answer of [200, 202]) {
        breakLine({ answer, body: lie })
        const sent = await offerAcross(both)
        await runExchange(both.a.platform)
        expect((await deliveries(both.a, sent))[0]!.state).toBe('waiting')
        breakLine('pass')
        both.advance(2 * MINUTE)
        await both.settle()
        expect((await deliveries(both.a, sent))[0]!.state).toBe('acknowledged')
      }
  })

  it('follows no redirect', async () => {
    breakLine({ answer: 307, body: '' })
    const sent = await offerAcross(both)
    await runExchange(both.a.platform)
    const [row] = await both.a.root(`select last_error from app.exchange_messages where state = 'waiting'`)
    expect(row).toEqual({ last_error: 'http-307' })
    breakLine('pass')
    both.advance(MINUTE)
    await both.settle()
    expect((await deliveries(both.a, sent))[0]!.state).toBe('acknowledged')
  })

  it('holds what came too early until what is missing has come', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    await act(both, sent, { action: 'accept' })
    const held: string[] = []
    both.a.line.fate = (passing) => {
      if (passing.method === POST) held.push(passing.body)
      return 'cut'
    }
    await runExchange(both.b.platform)
    await act(both, sent, { action: 'start' })
    await runExchange(both.b.platform)
    await act(both, sent, { action: 'hold', reason: 'waiting-for-papers' })
    await runExchange(both.b.platform)
    expect(held).toHaveLength(3)
    both.a.line.fate = () => 'pass'
    for (const body of held.toReversed()) expect((await both.a.line.inject(body)).status).toBe(202)
    await both.settle()
    expect(await sentAt(both, sent)).toMatchObject({ state: 'on-hold', needState: 'on-hold' })
    const verbs = await both.a.root(
      `select verb from app.journal where subject_id = $1 and verb like 'referral.%' order by created_at, id`,
      [sent.referralId],
    )
    expect(verbs.map((row) => row['verb'])).toEqual([
      'referral.requested',
      'referral.accepted',
      'referral.in-progress',
      'referral.on-hold',
    ])
    both.advance(10 * MINUTE)
    await both.settle()
    expect((await deliveries(both.b, sent)).map((each) => each.state)).toEqual(Array(3).fill('acknowledged'))
  })

  it('arrives whatever chance does to each single message', async () => {
    let seed = 7
    const chance = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647
    const fates: readonly Fate[] = ['pass', 'cut', 'lose-answer', 'twice', { answer: 502, body: 'no' }]
    for (const each of [both.a, both.b])
      each.line.fate = (passing) =>
        passing.method === POST ? fates[Math.floor(chance() * fates.length)]! : 'pass'
    const before = await countsAt(both.b)
    const many = [await offerAcross(both), await offerAcross(both), await offerAcross(both)]
    const deeds = [
      { action: 'accept' },
      { action: 'reject', reason: 'capacity' },
      { action: 'accept-part', restWords: 'Surat ke perekrut' },
    ] as const
    const beat = async (rounds: number): Promise<void> => {
      for (let round = 0; round < rounds; round += 1) {
        await runExchange(both.a.platform)
        await runExchange(both.b.platform)
        both.advance(2 * MINUTE)
      }
    }
    await beat(12)
    for (const [index, sent] of many.entries()) await act(both, sent, deeds[index]!)
    await beat(12)
    breakLine('pass')
    both.advance(120 * MINUTE)
    await both.settle()
    expect((await countsAt(both.b))['referrals']).toBe(before['referrals']! + 3)
    const states: string[] = []
    for (const sent of many) states.push((await sentAt(both, sent)).state)
    expect(states).toEqual(['accepted', 'rejected', 'accepted'])
    const split = await both.a.root('select owner_org from app.needs where split_from = $1', [
      many[2]!.needId,
    ])
    expect(split).toEqual([{ owner_org: both.a.orgs.jhb }])
    for (const sent of many)
      for (const where of [both.a, both.b])
        for (const each of await deliveries(where, sent)) expect(each.state).toBe('acknowledged')
  })

  it('refuses every forgery with the same words, changes nothing, and leaves a trace', async () => {
    const before = await countsAt(both.b)
    const stranger = await ownKeys(
      { secrets: { master: { current: 1, keys: new Map() }, installation: randomBytes(32) } },
      1,
    )
    const known = (await both.b.root('select id from app.exchange_received limit 1'))[0]!['id']
    const unsigned = await new CompactEncrypt(
      Buffer.from(
        `${Buffer.from('{"alg":"none","typ":"payung-exchange+jws"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims())).toString('base64url')}.`,
      ),
    )
      .setProtectedHeader({
        alg: 'ECDH-ES+A256KW',
        enc: 'A256GCM',
        typ: 'payung-exchange+jwe',
        kid: ofB.opening.kid,
      })
      .encrypt(await importJWK({ ...ofB.opening.jwk }, 'ECDH-ES+A256KW'))
    const signedOnly = await new CompactSign(Buffer.from(JSON.stringify(claims())))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'payung-exchange+jws', kid: ofA.signing.kid })
      .sign(ofA.signing.key)
    const good = await sealMessage(claims(), ofA.signing, ofB.opening.jwk)
    const pretend = { ...stranger.signing, kid: ofA.signing.kid }
    const forged: readonly (readonly [string, string])[] = [
      ['not-sealed', 'surat'],
      ['not-sealed', signedOnly],
      ['not-signed', unsigned],
      ['not-sealed', `${good.slice(0, -4)}AAAA`],
      ['unknown-key', await sealMessage(claims(), stranger.signing, ofB.opening.jwk)],
      ['bad-signature', await sealMessage(claims(), pretend, ofB.opening.jwk)],
      ['not-for-us', await sealMessage(claims(), ofA.signing, stranger.opening.jwk)],
      ['not-for-us', await sealMessage(claims({ aud: randomUUID() }), ofA.signing, ofB.opening.jwk)],
      ['wrong-issuer', await sealMessage(claims({ iss: randomUUID() }), ofA.signing, ofB.opening.jwk)],
      [
        'from-the-future',
        await sealMessage(claims({ iat: claims().iat + 3600 }), ofA.signing, ofB.opening.jwk),
      ],
      [
        'too-old',
        await sealMessage(claims({ iat: claims().iat - 40 * 24 * 3600 }), ofA.signing, ofB.opening.jwk),
      ],
      [
        'unknown-kind',
        await sealMessage(claims({ type: 'referral.anything' }), ofA.signing, ofB.opening.jwk),
      ],
      ['number-used', await sealMessage(claims({ jti: String(known) }), ofA.signing, ofB.opening.jwk)],
      ['bad-shape', await sealMessage({ ...claims(), version: 2 as never }, ofA.signing, ofB.opening.jwk)],
    ]
    const seen = (await refusals()).length
    for (const [, body] of forged)
      expect(await both.b.line.inject(body)).toEqual({ status: 400, body: '{"error":"refused"}' })
    expect((await refusals()).slice(seen)).toEqual(forged.map(([why]) => why))
    const traces = await both.b.root(
      `select details->>'why' as why from app.audit_log where verb = 'exchange.refused'`,
    )
    expect(traces.map((row) => row['why'])).toEqual(expect.arrayContaining(forged.map(([why]) => why)))
    await both.settle()
    expect(await countsAt(both.b)).toEqual(before)
  })

  it('lets nobody knock without end, and still hears the partner', async () => {
    both.advance(11 * MINUTE)
    let last = 400
    for (let knock = 0; knock < 40 && last === 400; knock += 1) last = (await both.b.line.inject('x')).status
    expect(last).toBe(429)
    const count = (await refusals()).length
    await both.b.line.inject('x')
    expect((await refusals()).length).toBe(count)
    both.advance(11 * MINUTE)
    const sent = await offerAcross(both)
    await both.settle()
    expect((await receivedAt(both, sent)).state).toBe('requested')
  })

  it('refuses a message that is too large unread', async () => {
    both.advance(11 * MINUTE)
    const answer = await both.b.line.inject('x'.repeat(600 * 1024))
    expect(answer).toEqual({ status: 400, body: '{"error":"refused"}' })
  })

  it('goes on when a partner changes its keys, and takes the new ones only from the old ones', async () => {
    const waiting = await offerAcross(both)
    breakLine('cut')
    await runExchange(both.a.platform)
    await runAs(both.b.platform, { kind: 'job', name: 'test' }, rotateOwnKeys)
    await runAs(both.a.platform, { kind: 'job', name: 'test' }, rotateOwnKeys)
    breakLine('pass')
    const later = await offerAcross(both)
    both.advance(2 * MINUTE)
    for (let round = 0; round < 4; round += 1) {
      for (const each of [both.a, both.b]) {
        await runExchange(each.platform)
        await refreshPartners(each.platform)
      }
      both.advance(2 * MINUTE)
    }
    await both.settle()
    for (const sent of [waiting, later]) expect((await receivedAt(both, sent)).state).toBe('requested')
    const impostor = await ownKeys(
      { secrets: { master: { current: 1, keys: new Map() }, installation: randomBytes(32) } },
      1,
    )
    both.b.line.fate = (passing) =>
      passing.method === POST
        ? 'pass'
        : {
            answer: 200,
            body: JSON.stringify({ signed: { payload: '', signatures: [] }, kid: impostor.signing.kid }),
          }
    both.advance(25 * 60 * MINUTE)
    await refreshPartners(both.a.platform)
    const keys = await both.a.root('select count(*)::int as n from app.partner_keys where kid = $1', [
      impostor.signing.kid,
    ])
    expect(keys).toEqual([{ n: 0 }])
  })
})
