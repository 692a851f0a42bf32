import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApp } from '#src/web/app.ts'
import { inviteStaff } from '#src/modules/accounts/index.ts'
import { totpCode, totpStepAt } from '#src/platform/auth/totp.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { Secret } from 'otpauth'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { giveCredentials, TEST_PASSWORD } from '../support/sign-in.ts'

const hiddenOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

describe('the sign-in pages', () => {
  let world: TestPlatform
  let app: Hono
  let officer: StaffActor
  let person: Awaited<ReturnType<typeof giveCredentials>>
  beforeAll(async () => {
    world = await makeTestPlatform()
    app = makeApp(world.platform)
    officer = await world.as('caseworker', 'jhb')
    person = await giveCredentials(world, officer)
  })
  afterAll(() => world.close())

  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  const signIn = async (next?: string) => {
    world.time.advance(60_000)
    const first = await post('/petugas', {
      name: person.name,
      password: TEST_PASSWORD,
      ...(next ? { next } : {}),
    })
    const html = await first.text()
    return post('/petugas/langkah-kedua', {
      ticket: hiddenOf(html, 'ticket'),
      next: hiddenOf(html, 'next'),
      code: person.code(),
    })
  }

  it('answers every workspace address without a session with 401 and the sign-in page', async () => {
    for (const path of ['/kerja', '/kerja/kasus', '/kerja/tidak-ada', '/en/kerja/rujukan?saring=x']) {
      const answer = await app.request(path)
      expect(answer.status, path).toBe(401)
      const html = await answer.text()
      expect(html).toContain('name="password"')
      expect(hiddenOf(html, 'next')).toBe(path)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('keeps what was sent after the session ended, for the same person and nobody else', async () => {
    const cookie = (await signIn()).headers.get('set-cookie')!.split(';')[0]!
    world.time.advance(60 * 60_000)
    const typed = { language: 'en', current: 'rahasia', catatan: 'Kalimat panjang "yang" ditulis <lama>.' }
    const late = await post('/kerja/saya/bahasa', typed, { cookie })
    expect(late.status).toBe(401)
    const html = await late.text()
    expect(html).not.toContain('Kalimat panjang')
    const simpanan = hiddenOf(html, 'simpanan')
    expect(simpanan).not.toBe('')
    const enter = async (as: typeof person): Promise<string> => {
      world.time.advance(60_000)
      const step = await (await post('/petugas', { name: as.name, password: TEST_PASSWORD, simpanan })).text()
      const done = await post('/petugas/langkah-kedua', {
        ticket: hiddenOf(step, 'ticket'),
        simpanan: hiddenOf(step, 'simpanan'),
        code: as.code(),
      })
      return done.text()
    }
    const again = await enter(person)
    expect(again).toContain('action="/kerja/saya/bahasa"')
    expect(again).toContain('Kalimat panjang &quot;yang&quot; ditulis &lt;lama&gt;.')
    expect(again).not.toContain('rahasia')
    const other = await giveCredentials(world, await world.hire('jhb', ['caseworker']))
    expect(await enter(other)).not.toContain('Kalimat panjang')
  })

  it('says that it could not keep what is too large, and keeps nothing of another site', async () => {
    const cookie = (await signIn()).headers.get('set-cookie')!.split(';')[0]!
    world.time.advance(60 * 60_000)
    const large = await (await post('/kerja/saya/bahasa', { catatan: 'a'.repeat(60_000) }, { cookie })).text()
    expect(hiddenOf(large, 'simpanan')).toBe('')
    expect(large).toContain('terlalu besar')
    const foreign = await (
      await post('/kerja/saya/bahasa', { catatan: 'x' }, { cookie, 'sec-fetch-site': 'cross-site' })
    ).text()
    expect(hiddenOf(foreign, 'simpanan')).toBe('')
  })

  it('goes where the person wanted, with a cookie that scripts and other sites cannot use', async () => {
    const answer = await signIn('/kerja/kasus?saring=darurat')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/kerja/kasus?saring=darurat')
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^payung=[\w-]{43}; /)
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part)
  })

  it('never goes to another site', async () => {
    const elsewhere = [
      'https://jahat.example',
      '//jahat.example',
      '/kerja//jahat.example',
      '/kerja\\@jahat',
      'javascript:alert(1)',
      '/lapor',
    ]
    for (const next of elsewhere) expect((await signIn(next)).headers.get('location')).toBe('/kerja')
  })

  it('says the same words for a wrong password and an unknown name, and gives the password never back', async () => {
    const body = async (name: string) => {
      const answer = await post('/petugas', { name, password: 'bukan kata sandinya' })
      expect(answer.status).toBe(422)
      return (await answer.text()).replaceAll(name, 'NAMA')
    }
    const known = await body(person.name)
    expect(known).toBe(await body('tidak.ada'))
    expect(known).not.toContain('bukan kata sandinya')
    expect(known).toContain('aria-invalid')
  })

  it('keeps the half sign-in on a wrong code and says what to do', async () => {
    const first = await post('/petugas', { name: person.name, password: TEST_PASSWORD })
    const ticket = hiddenOf(await first.text(), 'ticket')
    const wrong = await post('/petugas/langkah-kedua', { ticket, code: '12' })
    expect(wrong.status).toBe(422)
    expect(wrong.headers.get('set-cookie')).toBeNull()
    world.time.advance(60_000)
    const held = hiddenOf(await wrong.text(), 'ticket')
    expect((await post('/petugas/langkah-kedua', { ticket: held, code: person.code() })).status).toBe(303)
  })

  it('refuses a form that another site sends', async () => {
    const foreign = { origin: 'https://jahat.example', 'sec-fetch-site': 'cross-site' }
    expect((await post('/petugas', { name: person.name, password: TEST_PASSWORD }, foreign)).status).toBe(403)
    const cookie = (await signIn()).headers.get('set-cookie')!.split(';')[0]!
    expect((await post('/petugas/keluar', {}, { cookie, ...foreign })).status).toBe(403)
  })

  it('signs out: the cookie goes, and the old one opens nothing', async () => {
    const cookie = (await signIn()).headers.get('set-cookie')!.split(';')[0]!
    const out = await post('/petugas/keluar', {}, { cookie, 'sec-fetch-site': 'same-origin' })
    expect(out.status).toBe(200)
    expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/)
    const again = await app.request('/kerja', { headers: { cookie } })
    expect(again.status).toBe(401)
    expect(await again.text()).toContain('Sesi Anda berakhir')
  })

  it('shows no code of the demonstration outside the demonstration', async () => {
    const first = await post('/petugas', { name: person.name, password: TEST_PASSWORD })
    expect(await first.text()).not.toContain('Peragaan: kode')
  })

  it('sets up an account from a link, in the language of the link', async () => {
    const admin = await world.as('organisation-admin', 'jhb')
    const sari = {
      displayName: 'Sari Uji',
      signInName: 'sari.uji',
      email: 'sari@example.test',
      language: 'en',
    }
    const { token } = await world.staff(admin, (ctx) => inviteStaff(ctx, { person: sari, roles: [] }))
    const html = await (await app.request(`/en/petugas/pasang/${token}`)).text()
    expect(html).toContain('data:image/svg+xml;base64,')
    const key = /class="code">([A-Z2-7 ]+)</.exec(html)?.[1] ?? ''
    const seed = new Uint8Array(Secret.fromBase32(key.replaceAll(' ', '')).buffer)
    const fields = { token, password: 'sungai lambat tujuh tiang', again: 'sungai lambat tujuh tiang' }
    const wrong = await post('/petugas/pasang', { ...fields, code: 'x' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).not.toContain('sungai')
    const code = totpCode(seed, totpStepAt(world.time.now))
    expect((await post('/petugas/pasang', { ...fields, code })).status).toBe(200)
    expect((await app.request(`/petugas/pasang/${token}`)).status).toBe(404)
  })

  it('shows the code in the demonstration, and the next one when it was used', async () => {
    const demo = await makeTestPlatform({ demo: true })
    try {
      const demoApp = makeApp(demo.platform)
      const actor = await demo.as('caseworker', 'jhb')
      await demo.root('update app.organisations set demo = true')
      const holder = await giveCredentials(demo, actor)
      const send = (path: string, fields: Record<string, string>) =>
        demoApp.request(path, { method: 'POST', body: new URLSearchParams(fields) })
      const first = async () =>
        (await send('/petugas', { name: holder.name, password: TEST_PASSWORD })).text()
      const html = await first()
      expect(html).toContain(holder.code())
      const second = await send('/petugas/langkah-kedua', {
        ticket: hiddenOf(html, 'ticket'),
        code: holder.code(),
      })
      expect(second.status).toBe(303)
      expect(await first()).toContain(holder.code(1))
    } finally {
      await demo.close()
    }
  })
})
