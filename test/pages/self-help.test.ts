import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemoList } from '#src/modules/companies/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: ReturnType<typeof makeApp>
beforeAll(async () => {
  world = await makeTestPlatform({ demo: true })
  app = makeApp(world.platform)
})
afterAll(() => world.close())

type Fields = readonly (readonly [string, string])[]

async function get(path: string): Promise<string> {
  const response = await app.request(path)
  expect(response.status, path).toBe(200)
  return response.text()
}

async function post(
  path: string,
  fields: Fields,
): Promise<{ readonly status: number; readonly html: string }> {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  const response = await app.request(path, { method: 'POST', body })
  return { status: response.status, html: await response.text() }
}

/** What the page carries along, without the question that it asks. */
function carried(html: string): Fields {
  return [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    (match) => [match[1] ?? '', match[2] ?? ''] as const,
  )
}

describe('the self-help pages', () => {
  it('lead from the first question to an answer, with everything answered so far, and back again', async () => {
    const steps: readonly Fields[] = [
      [['negara', 'HK']],
      [['kerja', 'housekeeper']],
      [
        ['untuk', 'agency-fee'],
        ['untuk', 'ticket-out'],
      ],
      [
        ['rp-agency-fee', 'Rp 18.000.000'],
        ['rp-ticket-out', '6500000'],
      ],
      [['oleh', 'sponsor-or-broker']],
      [
        ['tahun-minta', '2025'],
        ['bulan-minta', '3'],
      ],
      [['bayar', 'yes']],
      [],
      [],
    ]
    let html = await get('/biaya')
    for (const answers of steps) {
      const next = await post('/biaya', [...carried(html), ...answers, ['go', 'next']])
      expect(next.status).toBe(200)
      html = next.html
    }
    expect(html).toContain('Berhenti. Tanya dulu.')
    expect(html).toContain('Rp\u00a024.500.000')
    expect(html).toContain('Sponsor atau calo')
    expect(html).toContain('Orang perseorangan tidak boleh menempatkan PMI. Berlaku sejak 22 November 2017.')
    expect(html).toContain('Maret 2025')
    const back = await post('/biaya', [...carried(html), ['go', 'back']])
    expect(back.html).toContain('Pertanyaan 9 dari 9')
  })

  it('make a letter that asks the money back, with dotted lines for names, and store nothing', async () => {
    const answers: Fields = [
      ['negara', 'HK'],
      ['untuk', 'agency-fee'],
      ['rp-agency-fee', '18000000'],
    ]
    const paid: Fields = [...answers, ['bayar', 'yes']]
    const result = await post('/biaya', [...paid, ['step', '99'], ['go', 'next']])
    expect(result.html).toContain('action="/biaya/surat"')
    const letter = await post('/biaya/surat', carried(result.html.slice(result.html.indexOf('/biaya/surat'))))
    expect(letter.status).toBe(200)
    expect(letter.html).toContain('Saya minta Rp\u00a018.000.000 dikembalikan.')
    expect(letter.html).toContain('bekerja di Hong Kong')
    expect(letter.html).toContain('UU 18/2017, Pasal 30 ayat (1)')
    expect(letter.html).toContain('........')
    const english = await post('/en/biaya/surat', paid)
    expect(english.html).toContain('I ask you to pay back Rp\u00a018,000,000.')
    const unpaid = await post('/biaya', [...answers, ['bayar', 'no'], ['step', '99'], ['go', 'next']])
    expect(unpaid.html).not.toContain('/biaya/surat')
    expect((await post('/biaya/surat', [...answers, ['bayar', 'no']])).html).toContain(
      'Belum ada yang bisa diminta kembali.',
    )
  })

  it('answer by the rules of the day on which the money was asked, on both sides of a change', async () => {
    const on = async (year: string, month: string) =>
      (
        await post('/biaya', [
          ['negara', 'MY'],
          ['kerja', 'factory-worker'],
          ['untuk', 'passport-replacement'],
          ['oleh', 'p3mi'],
          ['tahun-minta', year],
          ['bulan-minta', month],
          ['step', '99'],
          ['go', 'next'],
        ])
      ).html
    expect(await on('2025', '8')).toContain('Apakah Pasal 30 berlaku mutlak untuk semua jabatan')
    const after = await on('2025', '9')
    expect(after).toContain('Biaya keperluan pribadi tidak lagi disebut biaya penempatan.')
    expect(after).toContain('Berlaku sejak 1 September 2025.')
    expect(after).not.toContain('Apakah Pasal 30 berlaku mutlak untuk semua jabatan')
    expect(await on('', '')).toContain('Kami pakai aturan hari ini.')
  })

  it('lead from a letter address without answers to the first question', async () => {
    const response = await app.request('/en/biaya/surat')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/en/biaya'])
  })

  it('pass over the amounts when nothing was chosen, and refuse words where a number belongs', async () => {
    const next = await post('/biaya', [
      ['step', '2'],
      ['go', 'skip'],
    ])
    expect(next.html).toContain('Pertanyaan 5 dari 9')
    const wrong = await post('/biaya', [
      ['step', '7'],
      ['gaji', 'lima juta'],
      ['go', 'next'],
    ])
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Tulis angka saja')
  })

  it('answer even when every question is skipped', async () => {
    for (const path of ['/biaya', '/tawaran', '/jaminan', '/gaji', '/langkah', '/en/biaya', '/en/langkah']) {
      await get(path)
      const result = await post(path, [
        ['step', '99'],
        ['go', 'next'],
      ])
      expect(result.status, path).toBe(200)
      expect(result.html.match(/<h1/g), path).toHaveLength(1)
    }
  })

  it('say that there is no list of companies where none was imported', async () => {
    const { html, status } = await post('/p3mi', [['nama', 'contoh karya mandiri']])
    expect(status).toBe(200)
    expect(html).toContain('Di sini belum ada daftar perusahaan.')
    expect(html).not.toContain('name="nama"')
  })

  it('look a company up', async () => {
    await loadDemoList(world.platform)
    const found = await post('/p3mi', [['nama', 'contoh karya mandiri']])
    expect(found.html).toContain('Izin masih berlaku.')
    expect(found.html).toContain('Daftar ini fiktif')
    const near = await post('/en/p3mi', [['nama', 'contoh karya mandira']])
    expect(near.html).toContain('PT Contoh Karya Mandiri')
    expect(near.html).toContain('That does not mean the company has no licence.')
  })

  it('ask the list in force about the company of an offer, and leave a near name open', async () => {
    const offer = async (name: string) => {
      const fields: Fields = [
        ['oleh', 'p3mi'],
        ['perusahaan', name],
        ['kontrak', 'yes'],
        ['step', '99'],
        ['go', 'next'],
      ]
      return (await post('/tawaran', fields)).html
    }
    const found = await offer('contoh bahari sentosa')
    expect(found).toContain('Izin masih berlaku.')
    expect(found).toContain('Daftar per 1 November 2026.')
    expect(await offer('zamrud khatulistiwa')).toContain('Belum tentu perusahaan tidak berizin.')
    expect(await offer('contoh bahari santosa')).toContain('PT Contoh Bahari Sentosa')
    const without = await offer('')
    expect(without).not.toContain('Daftar per')
  })

  it('put no answer into an address and set no cookie', async () => {
    const response = await app.request('/tawaran')
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await response.text()).toContain('<form method="post" action="/tawaran"')
  })
})
