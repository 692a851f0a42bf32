// The clause workbench over HTTP: a hostile text is only text, two editors never overwrite each other, and files say what the page says.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { brotliCompressSync } from 'node:zlib'
import { readXlsx } from 'hucre/xlsx'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { readDocxText, readPdfText } from '../support/read-documents.ts'

let world: TestPlatform
let app: Hono
let drafter: StaffActor
let colleague: StaffActor
let officer: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  drafter = await world.as('law-drafter', 'jhb')
  colleague = await world.hire('jhb', ['law-drafter'])
  officer = await world.as('caseworker', 'hkg')
})
afterAll(() => world.close())

const ROOM = '/kerja/klausul'
type Fields = Readonly<Record<string, string | readonly string[] | Blob>>

async function ask(actor: StaffActor | undefined, path: string, init: RequestInit = {}) {
  const headers = {
    ...(actor && { cookie: await world.cookieOf(actor) }),
    'sec-fetch-site': 'same-origin',
  }
  const response = await app.request(path, { ...init, headers })
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    status: response.status,
    to: response.headers.get('location') ?? '',
    type: response.headers.get('content-type') ?? '',
    bytes,
    text: bytes.toString('utf8'),
  }
}

function post(actor: StaffActor, path: string, fields: Fields) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const each of Array.isArray(value) ? (value as readonly string[]) : [value as string | Blob])
      body.append(name, each)
  return ask(actor, path, { method: 'POST', body })
}

const TEXT = {
  title: 'Nota kesepahaman contoh',
  kind: 'mou',
  language: 'id',
  parties: '',
  source: 'rapat contoh',
  sourceDay: '2026-03-03',
  standing: 'draft',
  note: '',
  text: 'Pasal 1\nUpah dibayar tiap bulan.\nPasal 2\nPekerja libur satu hari.',
  do: 'save',
}

async function make(more: Fields = {}): Promise<string> {
  const answer = await post(drafter, `${ROOM}/baru`, { ...TEXT, ...more })
  expect(answer.status, answer.text.slice(0, 2000)).toBe(303)
  return answer.to.replace(/\?.*/, '')
}

describe('a text in the workbench', () => {
  it('is shown cut before it is kept, and the lines of the cut can be moved', async () => {
    const look = await post(drafter, `${ROOM}/baru`, { ...TEXT, do: 'look' })
    expect(look.status).toBe(200)
    expect(look.text).toContain('Naskah terpotong menjadi 2 bagian')
    expect(look.text).toContain('=== Pasal 1\nUpah dibayar')
    const path = await make({ text: '=== Satu\nisi\n=== Dua\nisi lain' })
    expect((await ask(drafter, path)).text).toContain('<h3>Satu</h3>')
  })

  it('stays plain text, however hostile, in both languages', async () => {
    const path = await make({
      title: '<img src=x onerror=alert(1)>',
      text: 'Pasal 1\n<script>alert(1)</script>\u202Egnp.\u202C \u200Bupah',
    })
    for (const page of [path, `/en${path}`, `${path}/pasal/pasal-1`, `${path}/matriks`, ROOM]) {
      const { text, status } = await ask(drafter, page)
      expect(status).toBe(200)
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img src=x')
      expect(text).not.toMatch(/[\u202E\u200B]/)
    }
  })

  it('tells that a paste is too long beside its field, and refuses a body without end', async () => {
    const long = await post(drafter, `${ROOM}/baru`, { ...TEXT, text: 'upah layak '.repeat(190_000) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('Naskah terlalu panjang')
    expect((await post(drafter, `${ROOM}/baru`, { ...TEXT, text: 'a'.repeat(5_000_000) })).status).toBe(413)
  }, 30_000)

  it('takes a file of plain words, shows it first, and refuses a picture', async () => {
    const file = (content: BlobPart, name: string) => new File([content], name)
    const read = await post(drafter, `${ROOM}/baru`, {
      ...TEXT,
      text: '',
      file: file('Pasal 1\nSatu.', 'a.txt'),
    })
    expect(read.status).toBe(200)
    expect(read.text).toContain('=== Pasal 1')
    const picture = await post(drafter, `${ROOM}/baru`, {
      ...TEXT,
      file: file(new Uint8Array([137, 80, 78, 71, 0, 255]), 'a.txt'),
    })
    expect(picture.status).toBe(422)
    expect(picture.text).toContain('Berkas tidak bisa dibaca')
  })

  it('never lets the second of two editors overwrite the first', async () => {
    const path = await make()
    const next = { ...TEXT, seen: '1' }
    expect((await post(drafter, `${path}/versi`, { ...next, text: 'Pasal 1\nTiap minggu.' })).status).toBe(
      303,
    )
    const late = await post(colleague, `${path}/versi`, { ...next, text: 'Pasal 1\nTiap hari.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Tiap hari.')
    expect((await ask(drafter, path)).text).toContain('Tiap minggu.')
    expect((await ask(drafter, `${path}?versi=1`)).text).toContain('tiap bulan.')
    expect((await ask(drafter, `${path}?versi=9`)).status).toBe(404)
  })

  it('is read by every member of staff, written by drafters, and closed to visitors', async () => {
    const path = await make()
    expect((await ask(officer, path)).status).toBe(200)
    expect((await ask(officer, `${ROOM}/baru`)).status).toBe(403)
    expect((await post(officer, `${ROOM}/baru`, TEXT)).status).toBe(403)
    expect((await ask(undefined, path)).status).toBe(401)
  })
})

describe('two texts', () => {
  it('stand side by side with words for who sees no colours, and as files', async () => {
    const left = await make({ title: 'Naskah kiri contoh' })
    const right = await make({
      title: 'Naskah kanan contoh',
      text: 'Pasal 1\nUpah dibayar tiap minggu.\nPasal 9\nPaspor disimpan pekerja.',
    })
    const choose = (await ask(drafter, `${ROOM}/banding`)).text
    const idOf = (title: string) => new RegExp(`<option value="([^"]+)">${title}`).exec(choose)?.[1]
    const query = `?kiri=${idOf('Naskah kiri contoh')}&kanan=${idOf('Naskah kanan contoh')}`
    for (const [prefix, gone] of [
      ['', 'dihapus:'],
      ['/en', 'removed:'],
    ] as const) {
      const { text } = await ask(officer, `${prefix}${ROOM}/banding${query}`)
      expect(text).toContain(`<del><span class="hidden"> ${gone} </span>bulan`)
      expect(text).toContain('Pasal 9')
    }
    const docx = await ask(officer, `${ROOM}/banding/unduh/docx${query}`)
    expect(readDocxText(docx.bytes)).toContain('[dihapus: bulan]')
    const pdf = await ask(officer, `${ROOM}/banding/unduh/pdf${query}`)
    expect(readPdfText(pdf.bytes)).toContain('[dihapus: bulan]')
    expect((await ask(officer, `${ROOM}/banding/unduh/exe${query}`)).status).toBe(404)
    expect(left).not.toBe(right)
  })
})

describe('a clause', () => {
  it('takes a wording whose law is in the library and puts the chosen one into the next draft', async () => {
    const path = await make()
    const clause = `${path}/pasal/pasal-1`
    const wording = { wording: 'Upah lewat bank.', reason: 'bukti', takenFrom: '' }
    const wrong = await post(drafter, `${clause}/rumusan`, {
      ...wording,
      instrument: 'UU 18/2017',
      article: 'Pasal 999',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Pasal ini tidak ada di pustaka hukum')
    expect(wrong.text).toContain('Upah lewat bank.')
    await post(drafter, `${clause}/rumusan`, { ...wording, instrument: 'UU 18/2017', article: 'Pasal 42' })
    const page = (await ask(drafter, clause)).text
    expect(page).toContain('/hukum/id-uu-18-2017/42')
    const choose = /action="([^"]+\/pilih)"/.exec(page)?.[1] ?? ''
    expect((await post(drafter, choose, {})).status).toBe(303)
    expect((await ask(drafter, `${path}/versi`)).text).toContain('=== Pasal 1\nUpah lewat bank.')
  })

  it('gathers the comments of bodies into the table, with answers and files', async () => {
    const path = await make()
    const clause = `${path}/pasal/pasal-2`
    expect(
      (await post(officer, `${clause}/tanggapan`, { comment: '=1+1 <b>libur</b> harus dibayar' })).status,
    ).toBe(303)
    expect((await ask(officer, clause)).text).not.toContain('/jawab')
    const page = (await ask(drafter, clause)).text
    const action = /action="([^"]+\/jawab)"/.exec(page)?.[1] ?? ''
    const id = action.split('/').at(-2)
    const refused = await post(drafter, action, { [`state-${id}`]: 'refused', [`answer-${id}`]: '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tulis alasan.')
    const done = await post(drafter, action, {
      [`state-${id}`]: 'partly',
      [`answer-${id}`]: 'masuk lampiran',
    })
    expect(done.status).toBe(303)
    const table = (await ask(officer, `/en${path}/matriks`)).text
    expect(table).toContain('Partly accepted')
    expect(table).toContain('&lt;b&gt;libur')
    const xlsx = await ask(officer, `${path}/matriks/unduh/xlsx`)
    const book = await readXlsx(new Uint8Array(xlsx.bytes))
    expect(JSON.stringify(book.sheets[0]?.rows)).toContain('=1+1 <b>libur</b> harus dibayar')
    expect(readDocxText((await ask(officer, `${path}/matriks/unduh/docx`)).bytes)).toContain('masuk lampiran')
  })
})

describe('a village regulation', () => {
  it('begins from the template, which holds all five duties and the money', async () => {
    const start = (await ask(drafter, `${ROOM}/baru?templat=perdes`)).text
    const text = /<textarea[^>]*name="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(start)?.[1] ?? ''
    expect(text).toContain('=== Pasal 10')
    const path = await make({ kind: 'village-regulation', text })
    const check = (await ask(drafter, `${path}/desa`)).text
    expect(check.match(/class="tag done"/g)).toHaveLength(6)
    expect(check).toContain('tidak berarti melanggar hukum')
  })

  it('says what was not found and lets a person decide otherwise', async () => {
    const path = await make({
      kind: 'village-regulation',
      text: 'Pasal 1\nDesa menyampaikan lowongan kerja kepada warga.',
    })
    const page = (await ask(officer, `/en${path}/desa`)).text
    expect(page).toContain('Not found')
    expect(page).not.toContain('<form method="post"')
    const wrong = await post(drafter, `${path}/desa`, { topic: 'papers', 'finding-papers': 'covered' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Pilih pasal tempat tugas ini ditulis.')
    const fields = {
      topic: 'papers',
      'finding-papers': 'covered',
      'clauses-papers': ['pasal-1'],
      'note-papers': 'ya',
    }
    expect((await post(drafter, `${path}/desa`, fields)).status).toBe(303)
    expect((await ask(officer, `${path}/desa`)).text).toContain('Temuan orang')
    expect((await ask(officer, `${await make()}/desa`)).status).toBe(404)
  })
})

describe('the page for villages', () => {
  it('is light, needs no account, and gives the template with the names filled in', async () => {
    for (const path of ['/desa', '/en/desa']) {
      const { text, status } = await ask(undefined, path)
      expect(status).toBe(200)
      expect(brotliCompressSync(text).length).toBeLessThan(14 * 1024)
      expect(text).toContain('/hukum/id-uu-18-2017/42')
    }
    const query = '?desa=Wukirsari%20%3Cb%3E&nomor=3&tahun=20261'
    const docx = readDocxText((await ask(undefined, `/desa/templat.docx${query}`)).bytes)
    expect(docx).toContain('Peraturan Desa Wukirsari b Nomor 3 Tahun 2026')
    expect(docx).toContain('Ini templat, bukan hukum')
    const plain = await ask(undefined, '/en/desa/templat.txt')
    expect(plain.type).toContain('text/plain')
    expect(plain.text).toContain('Peraturan Desa ................ Nomor')
    expect(plain.text).not.toMatch(/\{\w+\}/)
  })
})
