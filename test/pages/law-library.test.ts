import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRelease } from '#src/modules/law/index.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { lawFiles, shippedLawFiles, useLawFiles } from '#src/platform/law/law-source.ts'
import { entryAt, type JsonObject } from '#src/domain/law/release.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const NORM = { file: 'norms.json', collection: 'norms', key: 'id-uu18-30-cost' }

let world: TestPlatform
let app: ReturnType<typeof makeApp>
let author: string
let reader: string
let officer: string
beforeAll(async () => {
  world = await makeTestPlatform()
  await loadRelease(world.platform)
  app = makeApp(world.platform)
  const cookie = async (actor: StaffActor) => world.cookieOf(actor)
  author = await cookie(await world.as('law-drafter', 'jhb'))
  reader = await cookie(await world.hire('hkg', ['law-drafter']))
  officer = await cookie(await world.as('caseworker', 'jhb'))
})
afterAll(async () => {
  useLawFiles(shippedLawFiles())
  await world.close()
})

const get = async (cookie: string, path: string) => {
  const response = await app.request(path, { headers: { cookie } })
  return { status: response.status, text: await response.text() }
}
const post = async (cookie: string, path: string, fields: Readonly<Record<string, string>>) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const response = await app.request(path, {
    method: 'POST',
    body,
    headers: { cookie, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}
const isi = `/kerja/pustaka/isi?berkas=${NORM.file}&daftar=${NORM.collection}&isi=${NORM.key}`
const seenIn = (html: string) =>
  (html.match(/name="seen" value="([^"]*)"/)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
const form = async (changes: Readonly<Record<string, string>>) => ({
  berkas: NORM.file,
  daftar: NORM.collection,
  key: NORM.key,
  seen: seenIn((await get(author, isi)).text),
  reason: 'Dibaca lagi di lembaran negara.',
  ...changes,
})

describe('the law library for its drafters', () => {
  it('lets a drafter sign what he read, which changes nothing but the readers', async () => {
    const sent = await post(author, '/kerja/pustaka/isi', await form({ baca: 'ya' }))
    expect(sent.status).toBe(303)
    const shown = (await get(reader, sent.to)).text
    expect(shown).toContain('<th scope="row">Pembaca pertama</th>')
    expect(shown).not.toContain('<th scope="row">Catatan</th>')
    await post(author, `${sent.to.split('?')[0]}/tarik`, {})
  })

  it('finds entries of every file, and tells an officer but lets him change nothing', async () => {
    expect((await get(officer, '/kerja/pustaka?q=biaya+penempatan')).text).toContain('id-uu18-30-cost')
    expect((await get(officer, '/kerja/pustaka?berkas=rulebook/wages.json')).text).toContain('rules')
    const shown = await get(officer, isi)
    expect(shown.status).toBe(200)
    expect(shown.text).not.toContain('name="reason"')
    expect((await post(officer, '/kerja/pustaka/isi', await form({}))).status).toBe(403)
    expect((await post(officer, '/kerja/pustaka/terbitan', { label: 'x' })).status).toBe(403)
  })

  it('refuses a wrong citation at its place and keeps what was typed', async () => {
    const refused = await post(
      author,
      '/kerja/pustaka/isi',
      await form({ 'isi.article': 'Pasal 30 ayat', 'isi.notes': 'ketikan saya' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('ketikan saya')
    expect(
      (
        await post(
          author,
          '/kerja/pustaka/isi',
          await form({ 'isi.parameter.value': 'x', 'isi.parameter.asOf': '{"a"' }),
        )
      ).text,
    ).toContain('tidak bisa dibaca')
    expect(
      (await post(author, '/kerja/pustaka/isi', await form({ reason: '', 'isi.notes': 'x' }))).status,
    ).toBe(422)
    expect((await post(author, '/kerja/pustaka/isi', await form({}))).text).toContain(
      'Belum ada yang berubah',
    )
  })

  it('takes an edit through two people into a release, and no other way', async () => {
    const sent = await post(author, '/kerja/pustaka/isi', await form({ 'isi.notes': 'Catatan baru.' }))
    expect(sent.status, sent.text.match(/role="alert".*?<\/ul>/s)?.[0]).toBe(303)
    const path = sent.to.split('?')[0]!
    const read = (await get(reader, path)).text
    expect(read).toContain('<th scope="row">Catatan</th>')
    expect(read, 'changed words are marked, and no part is shown as data').toMatch(/<ins>.*Catatan.*<\/ins>/s)
    expect(read).not.toContain('{&quot;')
    expect((await get(author, path)).text).not.toContain('value="confirmed"')
    expect((await post(author, `${path}/putuskan`, { decision: 'confirmed' })).status).toBe(422)
    expect((await post(reader, `${path}/putuskan`, { decision: 'refused', why: '' })).status).toBe(422)
    expect((await post(reader, `${path}/putuskan`, { decision: 'confirmed', why: '' })).status).toBe(303)
    expect((await post(reader, `${path}/putuskan`, { decision: 'confirmed', why: '' })).status).toBe(409)
    expect((entryAt(lawFiles(), NORM) as JsonObject)['notes']).not.toBe('Catatan baru.')
    const next = (await get(reader, '/kerja/pustaka/terbitan')).text
    expect(next.replaceAll(/<span class="hidden">.*?<\/span>|<[^>]*>/gs, '')).toContain('Catatan baru.')
    expect((await post(reader, '/kerja/pustaka/terbitan', { label: '../evil', note: '' })).status).toBe(422)
    expect((await post(reader, '/kerja/pustaka/terbitan', { label: '2026.12', note: 'uji' })).status).toBe(
      303,
    )
    expect((entryAt(lawFiles(), NORM) as JsonObject)['notes']).toBe('Catatan baru.')
    expect((await post(author, `${path}/tarik`, {})).status).toBe(422)
    expect((entryAt(lawFiles(), NORM) as JsonObject)['secondReader']).toBeTruthy()
    expect((await get(author, `/harmonisasi/norma/${NORM.key}`)).text).not.toContain(
      'Pembaca kedua: belum ada.',
    )
  })

  it('gives a release away and takes one in, compared before it counts', async () => {
    const releases = (await get(author, '/kerja/pustaka/terbitan')).text
    const id = releases.match(/<th scope="row">\s*2026\.12.*?terbitan\/([0-9a-f-]{36})\/unduh/s)?.[1]
    const bundle = (await get(author, `/kerja/pustaka/terbitan/${id}/unduh`)).text
    expect(JSON.parse(bundle)).toMatchObject({ format: 'payung-law-release', label: '2026.12' })
    const upload = async (text: string) => {
      const body = new FormData()
      body.append('file', new File([text], 'x.json', { type: 'application/json' }))
      const response = await app.request('/kerja/pustaka/terbitan/impor', {
        method: 'POST',
        body,
        headers: { cookie: author, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
      })
      return {
        status: response.status,
        text: await response.text(),
        to: response.headers.get('location') ?? '',
      }
    }
    expect((await upload('{"a":1}')).status).toBe(422)
    expect((await upload(bundle.replace('Catatan baru.', 'Catatan jahat.'))).text).toContain(
      'berubah di jalan',
    )
    const stored = await upload(bundle)
    expect(stored.status).toBe(303)
    expect((await get(author, stored.to)).text).toContain('Tidak ada perbedaan.')
  })

  it('says not found for what is no entry, no edit and no release', async () => {
    for (const path of [
      '/kerja/pustaka/isi?berkas=norms.json&daftar=norms&isi=tidak-ada',
      '/kerja/pustaka/suntingan/00000000-0000-0000-0000-000000000000',
      '/kerja/pustaka/suntingan/x',
      '/kerja/pustaka/terbitan/00000000-0000-0000-0000-000000000000',
      '/kerja/pustaka/terbitan/00000000-0000-0000-0000-000000000000/unduh',
    ])
      expect((await get(author, path)).status, path).toBe(404)
  })
})
