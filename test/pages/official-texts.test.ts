// A text comes to a law by two people, and only then to the public.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { currentRelease, exportRelease, importRelease, loadRelease } from '#src/modules/law/index.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { LARGEST_OFFICIAL_TEXT } from '#src/platform/files/inspect-official-text.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const LAW = 'id-uu-18-2017'
const WORDS = 'Naskah uji. Bukan naskah hukum.\n'
const FIELDS = {
  instrument: LAW,
  language: 'id',
  kind: 'gazette',
  source: 'Situs uji',
  url: 'https://example.org/naskah',
  retrievedOn: '2026-11-01',
}

let world: TestPlatform
let app: ReturnType<typeof makeApp>
let first: StaffActor
let second: StaffActor
let cookies: Readonly<Record<'first' | 'second' | 'officer', string>>
beforeAll(async () => {
  world = await makeTestPlatform()
  await loadRelease(world.platform)
  app = makeApp(world.platform)
  first = await world.as('law-drafter', 'jhb')
  second = await world.hire('hkg', ['law-drafter'])
  cookies = {
    first: await world.cookieOf(first),
    second: await world.cookieOf(second),
    officer: await world.cookieOf(await world.as('caseworker', 'jhb')),
  }
})
afterAll(() => world.close())

type Who = keyof typeof cookies | 'visitor'
const get = async (who: Who, path: string) => {
  const response = await app.request(path, { headers: who === 'visitor' ? {} : { cookie: cookies[who] } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, text: new TextDecoder().decode(bytes) }
}
const post = async (
  who: keyof typeof cookies,
  path: string,
  fields: Readonly<Record<string, string | File>>,
) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const response = await app.request(path, {
    method: 'POST',
    body,
    headers: { cookie: cookies[who], origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}
const file = (content: BlobPart = WORDS, name = 'naskah.txt') => new File([content], name)
const bring = (who: keyof typeof cookies, more: Readonly<Record<string, string | File>> = {}) =>
  post(who, '/kerja/pustaka/naskah', { ...FIELDS, file: file(), ...more })
const idOf = (to: string) => /naskah\/([0-9a-f-]{36})/.exec(to)?.[1] ?? ''
const rows = (where = 'true') => world.root(`select * from app.law_texts where ${where}`)

describe('an official text of a law', () => {
  it('is brought by a drafter only, into a law of the library, with every field right', async () => {
    expect((await get('visitor', '/kerja/pustaka/naskah')).status).toBe(401)
    expect((await get('officer', '/kerja/pustaka/naskah')).text).not.toContain('name="retrievedOn"')
    expect((await bring('officer')).status).toBe(403)
    for (const [wrong, says] of [
      [{ instrument: 'uu-palsu' }, 'Pilih aturan dari daftar'],
      [{ kind: 'example' }, 'Pilih naskah apa ini'],
      [{ language: 'xx' }, 'Pilih bahasanya'],
      [{ source: '' }, 'dari mana naskah diambil'],
      [{ url: 'javascript:alert(1)' }, 'Tautan harus mulai'],
      [{ retrievedOn: '2027-01-01' }, 'tidak sesudah hari ini'],
      [{ retrievedOn: '2026-02-30' }, 'tidak sesudah hari ini'],
      [{ file: '' }, 'Pilih berkasnya dulu'],
      [{ file: file('<svg onload="x"/>', 'naskah.pdf') }, 'Jenis berkas ini tidak diterima'],
      [{ file: file('%PDF-1.7\n<< /S /JavaScript >>\n%%EOF', 'a.pdf') }, 'memuat program'],
      [{ file: file(new Uint8Array(LARGEST_OFFICIAL_TEXT + 1)) }, 'lebih besar dari 8 MB'],
    ] as const) {
      const answer = await bring('first', wrong)
      expect(answer.status, says).toBe(422)
      expect(answer.text).toContain(says)
    }
    expect(await rows()).toEqual([])
  })

  it('stays hidden from the public until another person has read it', async () => {
    const sent = await bring('first')
    expect(sent.status, sent.text.slice(0, 400)).toBe(303)
    const id = idOf(sent.to)
    const open = `/hukum/${LAW}/naskah/${id}`
    const nothing = await get('visitor', `/hukum/${LAW}/naskah/${crypto.randomUUID()}`)
    const hidden = await get('visitor', open)
    expect([hidden.status, nothing.status]).toEqual([404, 404])
    expect(hidden.text).toBe(nothing.text)
    expect((await get('visitor', `/hukum/${LAW}`)).text).not.toContain('Naskah terlampir')
    const path = `/kerja/pustaka/naskah/${id}`
    expect((await get('first', path)).text).not.toContain('/baca"')
    expect((await get('officer', path)).text).not.toContain('/baca"')
    expect((await get('officer', `${path}/unduh`)).text).toBe(WORDS)
    expect((await post('officer', `${path}/baca`, { version: '1' })).status).toBe(403)
    const own = await post('first', `${path}/baca`, { version: '1' })
    expect(own.status).toBe(422)
    expect(own.text).toContain('tidak boleh menjadi pembaca kedua')
    expect((await post('second', `${path}/baca`, { version: '7' })).status).toBe(409)
    expect((await post('second', `${path}/baca`, { version: '1' })).status).toBe(303)
    expect((await post('second', `${path}/baca`, { version: '1' })).status).toBe(409)
    const shown = (await get('visitor', `/hukum/${LAW}`)).text
    for (const words of ['Naskah terlampir', 'Situs uji', '1 November 2026', 'Dibaca dua orang', open])
      expect(shown).toContain(words)
    expect((await get('visitor', `/en/hukum/${LAW}`)).text).toContain('Read by two people')
    const given = await get('visitor', open)
    expect(given.text).toBe(WORDS)
    expect(given.headers.get('content-disposition')).toBe('attachment; filename="id-uu-18-2017-id.txt"')
    expect(given.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(given.headers.get('x-content-type-options')).toBe('nosniff')
    expect(given.headers.get('content-security-policy')).toContain('sandbox')
    expect((await get('visitor', `/hukum/id-uu-6-2012/naskah/${id}`)).status).toBe(404)
    const listed = JSON.parse((await get('visitor', `/api/v1/law/instruments/${LAW}/texts`)).text)
    expect(listed.texts).toEqual([expect.objectContaining({ id, file: open, kind: 'gazette' })])
  })

  it('is kept once under a law, in the journal with codes only', async () => {
    const again = await bring('second')
    expect(again.status).toBe(422)
    expect(again.text).toContain('sudah ada pada aturan ini')
    const entries = await world.root(
      `select verb, details from app.journal where subject_kind = 'law-text' order by created_at, id`,
    )
    expect(entries.map((each) => each['verb'])).toEqual(['law.text-proposed', 'law.text-confirmed'])
    expect(entries[0]!['details']).toEqual({ instrument: LAW, mediaType: 'text/plain' })
  })

  it('goes along with a release and waits at the other place for a second reader', async () => {
    const text = await runAs(world.platform, first, async (ctx) => {
      const release = await currentRelease(ctx)
      return (await exportRelease(ctx, release!.id))!.text
    })
    expect(JSON.parse(text)).toMatchObject({ version: 2, texts: [{ instrument: LAW, source: 'Situs uji' }] })
    const other = await makeTestPlatform()
    try {
      await loadRelease(other.platform)
      const there = await other.as('law-drafter', 'jhb')
      const take = (bundle: string) => runAs(other.platform, there, (ctx) => importRelease(ctx, bundle))
      const changed = JSON.parse(text)
      changed.texts[0].file = Buffer.from('Naskah lain.').toString('base64')
      await expect(take(JSON.stringify(changed))).rejects.toThrow('law.bundle-changed')
      const alone = JSON.parse(text)
      alone.texts[0].file = null
      expect((await take(JSON.stringify(alone))).texts).toEqual({ taken: 0, there: 0, missing: 1 })
      expect((await take(text)).texts).toEqual({ taken: 1, there: 0, missing: 0 })
      expect((await take(text)).texts).toEqual({ taken: 0, there: 1, missing: 0 })
      const [row] = await other.root(
        'select state, uploader, encode(sha256, $1) as hash from app.law_texts',
        ['hex'],
      )
      expect(row).toMatchObject({
        state: 'proposed',
        uploader: there.staffId,
        hash: JSON.parse(text).texts[0].sha256,
      })
    } finally {
      await other.close()
    }
  })

  it('is withdrawn with a reason, then gone for the public and kept for staff', async () => {
    const [row] = await rows(`state = 'confirmed'`)
    const id = String(row!['id'])
    const path = `/kerja/pustaka/naskah/${id}`
    expect((await post('officer', `${path}/tarik`, { version: '2', reason: 'salah' })).status).toBe(403)
    expect((await post('second', `${path}/tarik`, { version: '2', reason: '' })).status).toBe(422)
    expect((await post('second', `${path}/tarik`, { version: '1', reason: 'salah' })).status).toBe(409)
    expect(
      (await post('second', `${path}/tarik`, { version: '2', reason: 'Bukan naskah ini.' })).status,
    ).toBe(303)
    expect((await get('visitor', `/hukum/${LAW}/naskah/${id}`)).status).toBe(404)
    expect((await get('visitor', `/hukum/${LAW}`)).text).not.toContain('Naskah terlampir')
    expect((await get('first', path)).text).toContain('Bukan naskah ini.')
    expect((await post('second', `${path}/baca`, { version: '3' })).status).toBe(409)
    expect((await bring('first')).status).toBe(303)
  })

  it('cannot be confirmed by its uploader, changed or shown early even by hand in the database', async () => {
    const [row] = await rows(`state = 'proposed'`)
    const id = String(row!['id'])
    const refused = (actor: Parameters<typeof runAs>[1], statement: string) =>
      runAs(world.platform, actor, async (ctx) => {
        const done = await sql.raw(statement).execute(ctx.tx)
        return Number(done.numAffectedRows ?? done.rows.length)
      }).catch((error: { readonly code?: string }) => error.code)
    const confirm = (reader: StaffActor) =>
      `update app.law_texts set state = 'confirmed', reader = '${reader.staffId}', reader_org = '${reader.orgId}', read_at = now() where id = '${id}'`
    expect(await refused(first, confirm(first))).toMatch(/42501|23514/)
    expect(await refused(first, confirm(second))).toBe('42501')
    expect(await refused(second, `update app.law_texts set bytes = 'x' where id = '${id}'`)).toBe('42501')
    await expect(world.root(confirm(first))).rejects.toMatchObject({ code: '23514' })
    await expect(world.root(`update app.law_texts set bytes = 'x' where id = '${id}'`)).rejects.toMatchObject(
      {
        code: '23514',
      },
    )
    expect(await refused({ kind: 'public' }, 'select id, bytes from app.law_texts')).toBe(0)
    expect(await refused({ kind: 'public' }, 'select uploader from app.law_texts')).toBe('42501')
  })
})
