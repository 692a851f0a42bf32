import { describe, expect, it } from 'vitest'
import { readFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import { decodeForm } from '#src/web/middleware/decode-form.ts'
import { textsFor } from '#src/texts/texts.ts'
import { ANSWERS, guidePages } from './guide-fixtures.tsx'
import { fieldsOf, GUIDE_NAMES, numberAt, readAnswers, wordsOf, wrongNumbers } from './guide.ts'
import { GUIDES } from './guides.ts'

const t = textsFor('id')
const frame = { lang: 'id', t, demo: true } as const

function drawn(name: string): string {
  return String((guidePages(frame, []) as Readonly<Record<string, unknown>>)[name])
}

describe('a guide', () => {
  it('makes facts that the schema knows from every single choice and from none', () => {
    for (const name of GUIDE_NAMES) {
      const guide = GUIDES[name]
      const clean = (answers: Parameters<typeof guide.facts>[0]) =>
        readFacts(JSON.parse(JSON.stringify(guide.facts(answers))))
      expect(clean({})).toMatchObject({ kind: 'facts' })
      expect(clean(ANSWERS[name])).toMatchObject({ kind: 'facts' })
      for (const step of guide.steps)
        for (const value of Object.keys(wordsOf(t, guide, step).options))
          expect(clean({ [step.id]: [value] }), `${name} ${step.id} ${value}`).toMatchObject({
            kind: 'facts',
          })
    }
  })

  it('takes only fields and choices that it asks for', () => {
    const tree = decodeForm([
      ['negara', 'HK'],
      ['kerja', 'spy'],
      ['untuk', 'training'],
      ['untuk', 'bribe'],
      ['rp-training', '7000'],
      ['rp-bribe', '1'],
      ['name', 'Siti'],
    ])
    expect(readAnswers(t, GUIDES.biaya, tree)).toEqual({
      negara: ['HK'],
      untuk: ['training'],
      'rp-training': ['7000'],
    })
  })

  it('reads money as people write it, and says when it is no number', () => {
    for (const text of ['Rp 18.000.000', '18,000,000', '18000000', 'rp18 000 000'])
      expect(numberAt({ x: [text] }, 'x')).toBe(18_000_000)
    for (const text of ['lima juta', '-5', '1e9', '9999999999999'])
      expect(numberAt({ x: [text] }, 'x')).toBeUndefined()
    const step = GUIDES.biaya.steps.find((each) => each.id === 'utang')
    expect(step && wrongNumbers(t, GUIDES.biaya, step, { gaji: ['lima'], potongan: ['5'] }, 2026)).toEqual([
      'gaji',
    ])
  })

  it('takes a year alone or with its month, and refuses a year to come and a thirteenth month', () => {
    const step = GUIDES.biaya.steps.find((each) => each.id === 'kapan')
    const wrong = (year: string, month: string) =>
      step && wrongNumbers(t, GUIDES.biaya, step, { 'tahun-minta': [year], 'bulan-minta': [month] }, 2026)
    expect(wrong('2025', '8')).toEqual([])
    expect(wrong('2027', '13')).toEqual(['tahun-minta', 'bulan-minta'])
    const on = (answers: Record<string, readonly string[]>) =>
      GUIDES.biaya.facts({ untuk: ['training'], ...answers }).cost?.items?.[0]?.on
    expect(on({ 'tahun-minta': ['2025'] })).toBe('2025')
    expect(on({ 'tahun-minta': ['2025'], 'bulan-minta': ['8'] })).toBe('2025-08')
    expect(on({ 'bulan-minta': ['8'] })).toBeUndefined()
    expect(on({ 'tahun-minta': ['2025'], 'bulan-minta': ['99'] })).toBeUndefined()
  })

  it('takes part payments, deductions, rest days and a missing contract into the count of pay', () => {
    const answers = { negara: ['MY'], kontrak: ['no'], diterima: ['1000'], potongan: ['0'], libur: ['12'] }
    expect(GUIDES.gaji.facts(answers)).toMatchObject({
      contract: { exists: 'no' },
      wages: { payments: [{ amount: { amount: 1000, currency: 'MYR' }, to: 'worker' }], restDaysWorked: 12 },
    })
    expect(GUIDES.gaji.facts(answers).wages?.deductions).toBeUndefined()
  })

  it('asks amounts only for what was chosen', () => {
    const step = GUIDES.biaya.steps[3]
    if (step === undefined) throw new Error('no step')
    expect(fieldsOf(t, GUIDES.biaya, step, {})).toEqual([])
    expect(fieldsOf(t, GUIDES.biaya, step, { untuk: ['training'] })).toEqual([
      { value: 'rp-training', label: 'Pelatihan' },
    ])
  })
})

describe('a result', () => {
  it('says stop to a fee that may not be asked, with both sums', () => {
    const page = drawn('biaya-hasil')
    expect(page).toContain('Berhenti. Tanya dulu.')
    expect(page).toContain('Rp\u00a031.500.000')
    expect(page).toContain('Rp\u00a033.000.000')
  })

  it('never calls an offer safe', () => {
    for (const name of ['tawaran-hasil', 'tawaran-hasil-kosong'])
      expect(drawn(name)).not.toMatch(/(?<!berarti )\baman\./i)
  })

  it('marks every amount that nobody has verified, and shows the conflict of Rp 85 million', () => {
    const page = drawn('jaminan-hasil')
    expect(page).toContain('Rp\u00a085.000.000 (belum diverifikasi)')
    expect(page).toContain('bertentangan')
    expect(page.match(/Rp\u00a0[\d.]+ \(belum diverifikasi\)/g)).toHaveLength(2)
  })

  it('explains that a name not found is not a company without licence', () => {
    expect(drawn('p3mi-tidak')).toContain('Belum tentu perusahaan tidak berizin.')
    expect(drawn('p3mi-habis')).toContain('Izin sudah habis.')
    expect(drawn('p3mi-tanpa-daftar')).not.toContain('<form')
  })
})
