import { describe, expect, it } from 'vitest'
import { textsFor } from '#src/texts/texts.ts'
import { aFrame } from '#src/web/ui/staff/frame.fixture.ts'
import { costFacts, costFieldOf, costLines, costProblems, isCostField, shownLines } from './cost-facts.ts'
import { costFound } from './cost-found.ts'
import { CostPage } from './cost-page.tsx'
import { COSTS, costView } from './cost.fixture.tsx'
import { refundForm } from './refund-form.ts'

const TODAY = '2026-11-20'

function html(lang: 'id' | 'en', values = COSTS): string {
  const frame = aFrame(lang)
  return `${CostPage({ frame, view: costView(frame, values) }) as unknown as string}`
}

describe('the lines of a fee claim', () => {
  it('are those in which something stands; some empty ones are shown', () => {
    expect(costLines(COSTS)).toEqual([1, 2, 3, 5])
    expect(costLines({ 'uang-1': ['IDR'] })).toEqual([])
    expect(shownLines({})).toEqual([1, 2, 3])
    expect(shownLines(COSTS)).toHaveLength(7)
    expect(shownLines({ 'jenis-10': ['other'] })).toHaveLength(10)
  })

  it('become facts, with unknown left out', () => {
    expect(costFacts({ 'jenis-2': ['training'], 'jumlah-2': ['1.500'], 'uang-2': ['myr'] })).toEqual({
      kind: 'facts',
      facts: { cost: { items: [{ item: 'training', amount: { amount: 1500, currency: 'MYR' } }] } },
    })
  })

  it.each([
    [{ ...COSTS, 'jumlah-5': ['-1'], 'uang-5': ['IDR'] }, 'jumlah-5'],
    [{ ...COSTS, 'jumlah-2': ['dua juta'] }, 'jumlah-2'],
    [{ ...COSTS, 'uang-3': ['rupiah'] }, 'uang-3'],
    [{ ...COSTS, 'tanggal-1': ['2024-02-30'] }, 'tanggal-1'],
    [{ ...COSTS, 'oleh-1': ['polisi'] }, 'oleh-1'],
    [{ ...COSTS, gaji: ['x'] }, 'gaji'],
    [{ ...COSTS, 'uang-utang': ['?'] }, 'uang-utang'],
    [{ ...COSTS, agunan: ['kapal'] }, 'agunan'],
  ])('point a fault at its field', (values, field) => {
    const read = costFacts(values)
    expect(read.kind === 'faults' && read.faults.map((each) => costFieldOf(each.field, values))).toContain(
      field,
    )
  })

  it('ask what a sum was for, and keep known fields only', () => {
    expect(costProblems({ 'jumlah-4': ['5'] })).toEqual([{ path: 'jenis-4', code: 'kind' }])
    expect(isCostField('jenis-10')).toBe(true)
    expect(['jenis-11', 'version', 'nama'].some(isCostField)).toBe(false)
  })
})

describe('the conclusion', () => {
  it('judges each cost for itself, in the order it was written', () => {
    const found = costFound(COSTS, TODAY)
    expect(found?.lines.map(({ line, judged }) => [line, judged.mayCharge])).toEqual([
      [1, 'may-not'],
      [2, 'may-not'],
      [3, 'unclear'],
      [5, 'may-not'],
    ])
    expect(found?.lines.every(({ because }) => because.length > 0)).toBe(true)
  })

  it('fills the refund letter with what was paid and may not be asked, and nothing else', () => {
    expect(refundForm(textsFor('id'), COSTS, TODAY)).toEqual({
      'mata-uang': 'IDR',
      negara: 'HK',
      pekerjaan: 'housekeeper',
      'sudah-kembali': '1000000',
      'jenis-biaya-1': 'agency-fee',
      'jumlah-1': '18000000',
      'kapan-1': '2024-03-12',
      'bukti-1': 'ada bukti',
      'jenis-biaya-2': 'sponsor-or-broker-fee',
      'jumlah-2': '2.500.000',
      'kapan-2': '2024-02',
      'bukti-2': 'tanpa bukti',
    })
    expect(refundForm(textsFor('id'), { 'jenis-1': ['training'] }, TODAY)).toEqual({})
  })
})

describe.each(['id', 'en'] as const)('the fee claim in %s', (lang) => {
  const { biaya: words, confirm } = aFrame(lang).t.kerjaKlaim
  const number = (text: string): string => (lang === 'id' ? text : text.replaceAll('.', ','))

  it('shows verdict, basis and day for each cost, the sum to ask back and the debt trap', () => {
    const page = html(lang)
    expect(page).toContain('UU 18/2017, Pasal 30 ayat (1)')
    expect(page).toContain(words.verdicts.unclear)
    expect(page).toContain(number('Rp\u00A019.500.000'))
    expect(page).toContain(words.trapLevel.red)
    expect(page).toContain(words.share(53))
    expect(page).toContain(words.monthsToPay(6))
    expect(page).toContain(confirm['labour-attache'])
  })

  it('says that it cannot conclude from nothing', () => {
    expect(html(lang, {})).toContain(aFrame(lang).t.kerjaKlaim.notEnough)
  })

  it('never calls a cost allowed', () => {
    const allowed = lang === 'id' ? />Boleh</ : />Allowed</
    expect(html(lang)).not.toMatch(allowed)
  })
})
