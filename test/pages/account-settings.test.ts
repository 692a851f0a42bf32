import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApp } from '#src/web/app.ts'
import { ROLES } from '#src/domain/disclosure/roles.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { giveCredentials, TEST_PASSWORD } from '../support/sign-in.ts'

describe('settings of accounts', () => {
  let world: TestPlatform
  let app: Hono
  let admin: StaffActor
  let supervisor: StaffActor
  beforeAll(async () => {
    world = await makeTestPlatform()
    app = makeApp(world.platform)
    admin = await world.as('organisation-admin', 'jhb')
    supervisor = await world.as('supervisor', 'jhb')
  })
  afterAll(() => world.close())

  const get = async (actor: StaffActor, path: string) =>
    app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  const post = async (
    actor: StaffActor,
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { cookie: await world.cookieOf(actor), 'sec-fetch-site': 'same-origin', ...headers },
    })
  const invitation = {
    displayName: 'Dewi Uji',
    signInName: 'dewi.uji',
    email: 'dewi@example.test',
    language: 'id',
    roles: 'caseworker',
  }

  it.each(ROLES)('lets a %s see the parts that the role opens, and no other', async (role) => {
    const actor = await world.as(role, 'jhb')
    expect((await get(actor, '/kerja/pengaturan')).status).toBe(200)
    expect((await get(actor, '/kerja/saya')).status).toBe(200)
    const status = async (path: string) => (await get(actor, path)).status
    const admins = ['organisation-admin', 'installation-admin'].includes(role)
    expect(await status('/kerja/pengaturan/akun')).toBe(admins ? 200 : 403)
    expect(await status('/kerja/pengaturan/peran')).toBe(admins || role === 'supervisor' ? 200 : 403)
    expect(await status('/kerja/pengaturan/klien')).toBe(
      role === 'organisation-admin' || role === 'supervisor' ? 200 : 403,
    )
    expect(await status('/kerja/pengaturan/organisasi')).toBe(role === 'installation-admin' ? 200 : 403)
  })

  it('invites, shows the link once, and lets a second person confirm the role', async () => {
    const made = await post(admin, '/kerja/pengaturan/akun', invitation)
    expect(made.status).toBe(200)
    expect(await made.text()).toMatch(/http:\/\/localhost:3000\/petugas\/pasang\/[\w-]{43}/)
    expect(await (await get(admin, '/kerja/pengaturan/akun')).text()).not.toContain('/petugas/pasang/')
    const html = await (await get(supervisor, '/kerja/pengaturan/peran')).text()
    expect(html).toContain('Dewi Uji')
    const id = /pengaturan\/peran\/([0-9a-f-]{36})"/.exec(html)?.[1]
    expect((await post(supervisor, `/kerja/pengaturan/peran/${id}`, { hasil: 'setuju' })).status).toBe(200)
    const rows = await world.root(
      `select r.confirmed_by from app.staff_roles r join app.staff s on s.id = r.staff_id where s.sign_in_name = 'dewi.uji'`,
    )
    expect(rows).toEqual([{ confirmed_by: supervisor.staffId }])
  })

  it('keeps what was typed and says at the field what is wrong', async () => {
    const answer = await post(admin, '/kerja/pengaturan/akun', { ...invitation, signInName: 'dewi.uji' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="Dewi Uji"')
    expect(html).toContain('Nama masuk ini sudah dipakai.')
  })

  it('tells the second person why, and stores the reason sealed', async () => {
    const person = await world.hire('jhb', ['caseworker'])
    const asked = await post(admin, '/kerja/pengaturan/peran', {
      person: person.staffId,
      role: 'restricted-reader-care',
      change: 'give',
      why: 'psikolog baru di meja ini',
    })
    expect(asked.status).toBe(200)
    expect(await (await get(supervisor, '/kerja/pengaturan/peran')).text()).toContain(
      'psikolog baru di meja ini',
    )
    const [row] = await world.root(
      'select reason_sealed from app.staff_roles where staff_id = $1 and reason_sealed is not null',
      [person.staffId],
    )
    expect(String(row?.['reason_sealed'])).not.toContain('psikolog')
  })

  it('closes an account and answers a wrong address plainly', async () => {
    const leaver = await world.hire('jhb', ['caseworker'])
    const cookie = await world.cookieOf(leaver)
    expect((await app.request('/kerja/saya', { headers: { cookie } })).status).toBe(200)
    expect((await post(admin, `/kerja/pengaturan/akun/${leaver.staffId}/tutup`, {})).status).toBe(200)
    expect((await app.request('/kerja/saya', { headers: { cookie } })).status).toBe(401)
    expect((await post(admin, '/kerja/pengaturan/akun/bukan-id/tutup', {})).status).toBe(404)
  })

  it('shows the key of a program once', async () => {
    const made = await post(admin, '/kerja/pengaturan/klien', { name: 'Sistem mitra', scopes: 'cases:read' })
    expect(await made.text()).toMatch(/payung_[\w-]{43}/)
    expect(await (await get(admin, '/kerja/pengaturan/klien')).text()).not.toMatch(/payung_[\w-]{43}/)
    const html = await (await get(supervisor, '/kerja/pengaturan/klien')).text()
    const id = /pengaturan\/klien\/([0-9a-f-]{36})"/.exec(html)?.[1]
    expect((await post(supervisor, `/kerja/pengaturan/klien/${id}`, { hasil: 'setuju' })).status).toBe(200)
  })

  it('adds an organisation with its places', async () => {
    const installation = await world.as('installation-admin', 'pusat')
    const fields = {
      slug: 'kbri-uji',
      kind: 'mission',
      nameId: 'KBRI Uji',
      nameEn: 'Embassy',
      shortName: 'KBRI Uji',
      codePrefix: 'KBU',
      timeZone: 'Asia/Riyadh',
      country: 'SA',
      takesReports: 'yes',
      coverage: 'SA',
    }
    expect(
      (await post(installation, '/kerja/pengaturan/organisasi', { ...fields, timeZone: 'Mars' })).status,
    ).toBe(422)
    expect((await post(installation, '/kerja/pengaturan/organisasi', fields)).status).toBe(200)
  })

  it('changes one’s own language and password', async () => {
    const officer = await world.hire('jhb', ['caseworker'])
    await giveCredentials(world, officer)
    expect((await post(officer, '/kerja/saya/bahasa', { language: 'en' })).status).toBe(200)
    const fields = {
      current: TEST_PASSWORD,
      password: 'sungai lambat tujuh tiang',
      again: 'sungai lambat tujuh tiang',
    }
    expect((await post(officer, '/kerja/saya/sandi', { ...fields, current: 'salah' })).status).toBe(422)
    expect((await post(officer, '/kerja/saya/sandi', fields)).status).toBe(200)
  })

  it('refuses a passkey that no device made', async () => {
    expect((await post(supervisor, '/kerja/saya/kunci-sandi', { jawaban: '{}', label: 'x' })).status).toBe(
      422,
    )
  })

  it('refuses a form of another site', async () => {
    expect(
      (await post(admin, '/kerja/pengaturan/akun', invitation, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403)
  })
})
