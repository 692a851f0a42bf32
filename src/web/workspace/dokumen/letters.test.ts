import { describe, expect, it } from 'vitest'
import { linesOf, type Letter, type LetterKind } from '#src/domain/letters/letter.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { makeDocx } from '#src/platform/documents/docx.ts'
import { makePdf } from '#src/platform/documents/pdf.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import type { SheetView } from '#src/web/ui/staff/referral-parts.tsx'
import { readDocxText, readPdfText } from '../../../../test/support/read-documents.ts'
import { authorityLetter, chronologyLetter, referralLetter, requestLetter } from './case-letters.ts'
import { MAKING } from './letter.fixture.ts'
import type { Making } from './letter-parts.ts'
import { LetterPreview } from './letter-preview.tsx'
import { refundLetter, wagesLetter } from './money-letters.ts'

const SHEET: SheetView = {
  title: 'Rujukan: Tempat aman',
  fromTo: 'Yayasan Contoh → Lembaga Contoh',
  code: 'R-0412',
  date: '20 November 2026',
  lines: [
    { label: 'Kasus', text: 'JHB-2026-0412' },
    { label: 'Nama', text: 'Suparmi' },
    { label: '', text: 'Sri', unverified: 'unverified' },
    { label: 'Dasar', text: '', cites: [{ article: 'UU 21/2007 Ps 51' }] },
  ],
  seal: 'abcd ef01',
}
const MAKE: Readonly<Record<LetterKind, (m: Making) => Letter>> = {
  chronology: chronologyLetter,
  authority: authorityLetter,
  request: requestLetter,
  referral: (m) => referralLetter(m, SHEET),
  refund: (m) => refundLetter(m, loadRulebook()),
  wages: (m) => wagesLetter(m, loadRulebook()),
}
const text = (letter: Letter): string => linesOf(letter).join('\n')
const codeOf = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error instanceof InvalidInputError
      ? error.problems.map((each) => `${each.path}: ${each.code}`).join()
      : error
  }
}

describe.each(['id', 'en'] as const)('letters in %s', (lang) => {
  it.each(Object.keys(MAKE) as LetterKind[])('%s says the same as page, PDF and DOCX', async (kind) => {
    const letter = MAKE[kind](MAKING(lang))
    const [pdf, docx] = [
      readPdfText(await makePdf(letter, MAKING(lang).now)),
      readDocxText(await makeDocx(letter)),
    ]
    const page: unknown = LetterPreview({ letter })
    const html = String(page)
    for (const words of [
      'JHB-2026-0412',
      'Rini Wulandari',
      lang === 'id' ? 'Yayasan Contoh' : 'Example Foundation',
    ])
      for (const shown of [pdf, docx, html]) expect(shown).toContain(words)
    expect(html).toContain(`lang="${lang}"`)
    expect(text(letter)).not.toMatch(/undefined|\[object|NaN|=>/)
    expect(text(letter)).not.toMatch(/ilegal|illegal|kabur\b|!/i)
  })
})

describe('the chronology', () => {
  it('orders events, keeps rough dates and own words, and sets contradictions side by side', () => {
    const letter = chronologyLetter(MAKING('id'))
    const all = text(letter)
    expect(all.indexOf('Ditawari kerja')).toBeLessThan(all.indexOf('Berangkat dari desa'))
    expect(all).toContain('kira-kira April 2019, kata orangnya: “sebelum puasa”')
    expect(all).toContain('Sumber: orang itu sendiri. Keyakinan: cukup yakin.')
    const beside = letter.blocks.find((block) => block.kind === 'beside')
    expect(beside?.kind === 'beside' && beside.versions.map((version) => version.text)).toEqual([
      'Mei 2019: Paspor diambil majikan pada hari pertama.',
      'Juni 2019: Paspor disimpan pekerja sendiri.',
    ])
  })

  it('carries only what was chosen', () => {
    const all = text(chronologyLetter(MAKING('id', { sebut: [], bagian: [], kejadian: ['e1'] })))
    for (const absent of [
      'kira-kira 1998',
      'Sukamaju',
      'C0000000',
      'Foto perjanjian',
      'Paspor',
      'tidak dipilih',
    ])
      expect(all).not.toContain(absent)
  })
})

describe('the power of attorney', () => {
  it('names giver, attorney and powers, and marks articles that nobody read', () => {
    const all = text(authorityLetter(MAKING('id')))
    expect(all).toContain('KTA 0042')
    expect(all).toContain('menagih upah')
    expect(all).not.toContain('membuat laporan kepada kepolisian')
    expect(all).toContain('KUH Perdata Pasal 1792 (belum diverifikasi)')
  })

  it('lets a guardian sign for somebody', () => {
    const all = text(authorityLetter(MAKING('id', { pemberi: ['p2'] })))
    expect(all).toContain('bertindak untuk dan atas nama Suparmi binti Kasan')
  })

  it('wants an attorney and a power, and knows only persons of the case', () => {
    expect(codeOf(() => authorityLetter(MAKING('id', { 'kuasa-nama': [''] })))).toBe('kuasa-nama: needed')
    expect(codeOf(() => authorityLetter(MAKING('id', { wewenang: ['x'] })))).toBe('wewenang: needed')
    expect(codeOf(() => authorityLetter(MAKING('id', { pemberi: ['x'] })))).toBe('pemberi: unknownChoice')
  })
})

describe('the request', () => {
  it.each([
    ['data', 'UU 27/2022'],
    ['visit', 'Konvensi Wina 1963 Pasal 36 (belum diverifikasi)'],
    ['exit-clearance', 'UU 37/1999 Pasal 21'],
    ['fine-waiver', 'UU 21/2007 Pasal 18'],
    ['restitution', 'UU 21/2007 Pasal 48'],
    ['restitution', 'UU 31/2014 Pasal 7A'],
  ])('for %s cites %s', (aim, cited) => {
    expect(text(requestLetter(MAKING('id', { tujuan: [aim] })))).toContain(cited)
  })

  it('goes to somebody', () => {
    expect(codeOf(() => requestLetter({ ...MAKING('id'), to: [] }))).toBe('kepada: needed')
    expect(codeOf(() => requestLetter(MAKING('id', { tujuan: ['x'] })))).toBe('tujuan: needed')
  })
})

describe('the referral letter', () => {
  it('is the sheet, line by line, with its seal', () => {
    const all = text(referralLetter(MAKING('id'), SHEET))
    for (const words of ['R-0412', 'Suparmi\nSri (belum dipastikan)', 'UU 21/2007 Ps 51', 'abcd ef01'])
      expect(all).toContain(words)
    expect(all).not.toContain('Sukamaju')
  })
})

describe('the refund demand', () => {
  it('takes off what came back already, and asks for nothing when all of it came back', () => {
    const all = text(refundLetter(MAKING('id', { 'sudah-kembali': ['500,50'] }), loadRulebook()))
    expect(all).toContain('MYR 1.000,00')
    const back = (given: string) =>
      codeOf(() => refundLetter(MAKING('id', { 'sudah-kembali': [given] }), loadRulebook()))
    expect(back('1.500,50')).toBe('sudah-kembali: nothingLeft')
    expect(back('semua')).toBe('sudah-kembali: amount')
  })

  it('adds up what was given and cites articles 30, 72 (a) and 86 (a)', () => {
    const [id, en] = [
      text(refundLetter(MAKING('id'), loadRulebook())),
      text(refundLetter(MAKING('en'), loadRulebook())),
    ]
    expect(id).toContain('MYR 1.500,50')
    expect(en).toContain('MYR 1,500.50')
    for (const cited of [
      'UU 18/2017 Pasal 30 ayat (1)',
      'UU 18/2017 Pasal 72 huruf a',
      'UU 18/2017 Pasal 86 huruf a',
    ])
      expect(id).toContain(cited)
    expect(en).toContain('UU 18/2017 art. 30(1)')
  })

  it('does not guess at an amount, a currency or a missing line', () => {
    expect(codeOf(() => refundLetter(MAKING('id', { 'jumlah-1': ['lima'] }), loadRulebook()))).toBe(
      'jumlah-1: amount',
    )
    expect(codeOf(() => refundLetter(MAKING('id', { 'mata-uang': ['Rp'] }), loadRulebook()))).toBe(
      'mata-uang: currency',
    )
    expect(
      codeOf(() =>
        refundLetter(
          MAKING('id', { 'biaya-1': [''], 'jumlah-1': [''], 'biaya-2': [''], 'jumlah-2': [''] }),
          loadRulebook(),
        ),
      ),
    ).toBe('biaya-1: needed')
  })
})

describe('a fee that the rulebook knows', () => {
  it('is said to be forbidden where it is, with its rule', () => {
    const all = text(refundLetter(MAKING('id', { 'jenis-biaya-1': ['agency-fee'] }), loadRulebook()))
    expect(all).toContain('tidak boleh dibebankan')
    expect(all).toContain('Jasa perusahaan: Pelatihan')
  })

  it('is not asked back where it may fall on the worker, and nothing is claimed of a fee in own words', () => {
    const own = MAKING('id', { 'jenis-biaya-1': ['medical-psych-home'], 'kapan-1': ['2020-06-01'] })
    const there = { ...own, facts: { ...own.facts, country: 'SG' } }
    expect(codeOf(() => refundLetter(there, loadRulebook()))).toBe('jenis-biaya-1: mayCharge')
    const all = text(refundLetter(MAKING('id'), loadRulebook()))
    expect(all).not.toContain('tidak boleh dibebankan')
    expect(codeOf(() => refundLetter(MAKING('id', { 'jenis-biaya-1': ['x'] }), loadRulebook()))).toBe(
      'jenis-biaya-1: unknownChoice',
    )
  })
})

describe('the wage sheet', () => {
  it('prints the count of the rulebook with its check code', () => {
    const all = text(wagesLetter(MAKING('id'), loadRulebook()))
    expect(all).toContain('MYR 12.000,00')
    expect(all).toContain('MYR 11.500,00')
    expect(all).toMatch(/Kode cek hitungan [0-9a-f]{8}/)
    expect(all).toContain('UU 18/2017 Pasal 6 ayat (1)')
  })

  it('says an Indonesian article the English way in an English sheet', () => {
    const all = text(wagesLetter(MAKING('en'), loadRulebook()))
    expect(all).toContain('UU 18/2017 art. 6(1)')
    expect(all).not.toMatch(/Pasal|ayat|huruf/)
  })

  it('says that too little is known instead of a figure', () => {
    const all = text(
      wagesLetter(MAKING('id', { dari: [''], sampai: [''], 'upah-sepakat': [''] }), loadRulebook()),
    )
    expect(all).toContain('Keterangan belum cukup untuk menghitung')
  })

  it('refuses a date or a country that does not exist', () => {
    expect(codeOf(() => wagesLetter(MAKING('id', { dari: ['2022-02-31'] }), loadRulebook()))).toBe(
      'dari: date',
    )
    expect(codeOf(() => wagesLetter(MAKING('id', { negara: ['Malaysia'] }), loadRulebook()))).toBe(
      'negara: unknownChoice',
    )
  })
})
