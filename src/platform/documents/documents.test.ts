import { describe, expect, it } from 'vitest'
import type { Letter, LetterBlock } from '#src/domain/letters/letter.ts'
import { readDocxText, readPdfText, readZip } from '../../../test/support/read-documents.ts'
import { makeDocx } from './docx.ts'
import { makePdf } from './pdf.ts'
import { changesInWinAnsi, toWinAnsi } from './win-ansi.ts'

const NOW = new Date('2026-11-20T04:00:00Z')
const BLOCKS: readonly LetterBlock[] = [
  { kind: 'heading', text: 'Judul bagian' },
  { kind: 'paragraph', text: 'Kalimat pertama.' },
  { kind: 'facts', rows: [{ label: 'Lahir', text: 'kira-kira 1998' }] },
  { kind: 'list', items: ['butir satu', 'butir dua'] },
  {
    kind: 'table',
    caption: 'Judul tabel',
    head: ['Biaya', 'Jumlah'],
    rows: [['Pelatihan', 'IDR 5.000.000']],
    foot: ['Seluruhnya', 'IDR 5.000.000'],
    widths: [0.6, 0.4],
    amounts: [1],
  },
  {
    kind: 'beside',
    title: 'Berbeda',
    versions: [
      { who: 'Pekerja', text: 'Paspor diambil.' },
      { who: 'Majikan', text: 'Paspor disimpan sendiri.' },
    ],
  },
  { kind: 'note', text: 'Catatan kaki.' },
  { kind: 'sign', parties: [{ role: 'Pemberi Kuasa', name: 'Suparmi' }] },
]

const letter = (more: Partial<Letter> = {}): Letter => ({
  kind: 'request',
  language: 'id',
  from: 'Yayasan Contoh',
  title: 'Surat Permohonan',
  facts: [{ label: 'Nomor', text: 'JHB-2026-0412' }],
  to: ['Kepada Yth.', 'Kantor Imigrasi Contoh'],
  blocks: BLOCKS,
  footer: 'Dibuat untuk uji.',
  ...more,
})
const WORDS = [
  'Yayasan Contoh',
  'Surat Permohonan',
  'JHB-2026-0412',
  'Kantor Imigrasi Contoh',
  'Judul bagian',
  'Kalimat pertama.',
  'kira-kira 1998',
  'butir dua',
  'Judul tabel',
  'IDR 5.000.000',
  'Paspor diambil.',
  'Paspor disimpan sendiri.',
  'Catatan kaki.',
  'Pemberi Kuasa',
  'Dibuat untuk uji.',
]

describe('a letter as PDF', () => {
  it('opens as PDF and says every word of the letter', async () => {
    const bytes = await makePdf(letter(), NOW)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const text = readPdfText(bytes)
    for (const words of WORDS) expect(text).toContain(words)
  })

  it('can be read aloud: language, title, headings, lists, tables with headers', async () => {
    const plain = (await makePdf(letter({ language: 'en' }), NOW)).toString('latin1')
    expect(plain).toContain('/Marked true')
    expect(plain).toContain('/Lang (en-GB)')
    expect(plain).toContain('/DisplayDocTitle true')
    for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Caption'])
      expect(plain).toMatch(new RegExp(`/S /${tag}\\b`))
    expect(plain).toContain('/Scope /Column')
  })

  it('goes on over pages and cuts nothing of a long account', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `kata${index}`).join(' ')
    const versions = [1, 2].map((number) => ({ who: `Saksi ${number}`, text: `${long} akhir${number}` }))
    const bytes = await makePdf(
      letter({
        blocks: [
          { kind: 'facts', rows: [{ label: 'Mei 2019', text: `${long} tamat` }] },
          { kind: 'beside', title: 'Berbeda', versions },
        ],
      }),
      NOW,
    )
    const text = readPdfText(bytes)
    for (const word of ['kata450', 'kata899', 'tamat', 'akhir1', 'akhir2']) expect(text).toContain(word)
  })

  it('says so when its fonts lack a letter, and never puts another in its place', async () => {
    const bytes = await makePdf(letter({ to: ['Nguyễn Thị Đào', '陳'] }), NOW)
    const text = readPdfText(bytes)
    expect(text).toContain('Nguyen Thi Dào')
    expect(text).toContain('Sebagian huruf tidak tersedia')
    expect(readPdfText(await makePdf(letter(), NOW))).not.toContain('Sebagian huruf')
  })
})

describe('a letter as DOCX', () => {
  it('opens as DOCX and says every word of the letter', async () => {
    const bytes = await makeDocx(letter())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    const text = readDocxText(bytes)
    for (const words of WORDS) expect(text).toContain(words)
  })

  it('has real headings, header rows and its language', async () => {
    const parts = readZip(await makeDocx(letter({ language: 'en' })))
    const xml = parts.get('word/document.xml')?.toString() ?? ''
    expect(xml).toContain('w:val="Heading1"')
    expect(xml).toContain('w:val="Heading2"')
    expect(xml).toContain('<w:tblHeader')
    expect(parts.get('word/styles.xml')?.toString()).toContain('w:val="en-GB"')
  })

  it('keeps letters that the PDF cannot show, and names nobody in its properties', async () => {
    const bytes = await makeDocx(letter({ to: ['Nguyễn Thị Đào 陳'] }))
    expect(readDocxText(bytes)).toContain('Nguyễn Thị Đào 陳')
    const properties = readZip(bytes).get('docProps/core.xml')?.toString() ?? ''
    expect(properties).toContain('<dc:creator>Payung</dc:creator>')
    expect(properties).not.toMatch(/Nguy|JHB-2026/)
  })
})

describe('letters of the standard fonts', () => {
  it('are kept where the font has them', () => {
    expect(toWinAnsi('Rp 5.000 – “José” è Müller €')).toBe('Rp 5.000 – “José” è Müller €')
    expect(changesInWinAnsi('Rp 5.000 – “José”')).toBe(false)
  })

  it('lose their marks, or become a question mark, and that is known', () => {
    expect(toWinAnsi('Șerban → 陳')).toBe('Serban -> ?')
    expect(changesInWinAnsi('Șerban')).toBe(true)
    expect(changesInWinAnsi('陳')).toBe(true)
  })
})
