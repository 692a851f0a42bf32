import { describe, expect, it } from 'vitest'
import { aFrame } from '#src/web/ui/staff/frame.fixture.ts'
import { evidenceOf, factsIn, fieldOf, startOf } from './restitution-facts.ts'
import { restitutionPages, typed, TYPED } from './restitution.fixture.tsx'

const TODAY = '2026-11-20'

describe('what an officer fills in on the restitution sheet', () => {
  it('becomes facts: heads with their evidence, sums, reasons and days; what is empty is left out', () => {
    expect(factsIn(typed(TYPED), TODAY, 'yes')).toEqual({
      kind: 'facts',
      facts: {
        death: { died: 'yes' },
        loss: {
          isVictimOfTrafficking: 'yes',
          heads: [
            {
              head: 'lost-wealth-or-income',
              amount: { amount: 61_499_500, currency: 'IDR' },
              evidence: [{ what: '3. Slip gaji' }, { what: 'Lembar hitung upah' }, { what: 'Buku tabungan' }],
            },
            { head: 'suffering', amount: { amount: 10_000_000, currency: 'IDR' }, proven: 'no' },
          ],
          calculated: { amount: 71_499_500, currency: 'IDR' },
          claimed: { amount: 61_499_500, currency: 'IDR' },
          granted: { amount: 40_000_000, currency: 'IDR' },
          paid: { amount: 5_000_000, currency: 'IDR' },
          reasons: [
            { stage: 'calculated-claimed', reason: 'no-proof' },
            { stage: 'granted-paid', reason: 'no-assets' },
            { stage: 'granted-paid', reason: 'replaced-by-prison' },
          ],
          policeReportOn: '2025-03-04',
          finalJudgmentOn: '2026-10-20',
          judgmentToldOn: '2026-10-26',
        },
      },
    })
  })

  it.each([
    [{ ...TYPED, currency: [''] }, 'currency'],
    [{ ...TYPED, paid: ['-1'] }, 'paid'],
    [{ ...TYPED, 'sum-suffering': ['banyak'] }, 'sum-suffering'],
    [{ ...TYPED, finalJudgmentOn: ['2026-02-30'] }, 'finalJudgmentOn'],
  ])('points a fault at its field', (given, field) => {
    const read = factsIn(typed(given), TODAY, undefined)
    const heads = read.kind === 'faults' ? read.faults.map((each) => each.field) : []
    expect(heads.map(fieldOf)).toContain(field === 'sum-suffering' ? 'sum-suffering' : field)
  })

  it('begins with the pay of the kept wage sheet in rupiah, and never takes other money for rupiah', () => {
    const sheet = { version: 1, changedAt: new Date(0), by: 'x' }
    const own = { agreedTotal: ['61499.50'], agreedCurrency: ['MYR'] }
    expect(startOf({ ...sheet, values: { ...own, agreedRupiah: ['215248250'] } })).toEqual({
      currency: 'IDR',
      'sum-lost-wealth-or-income': '215248250',
    })
    expect(startOf({ ...sheet, values: own })).toEqual({ currency: 'IDR' })
    expect(startOf({ ...sheet, values: {} })).toEqual({ currency: 'IDR' })
    expect(startOf(undefined)).toEqual({ currency: 'IDR' })
  })

  it('offers the evidence of the case by its title, and none about health', () => {
    const piece = (number: number, kind: string, title: string) => ({ number, words: { kind, title } })
    const evidence = [piece(1, 'medical-paper', 'Visum'), piece(2, 'payslip', 'Slip gaji')]
    expect(evidenceOf({ evidence } as unknown as Parameters<typeof evidenceOf>[0])).toEqual(['2. Slip gaji'])
  })
})

describe.each(['id', 'en'] as const)('the restitution sheet in %s', (lang) => {
  const frame = aFrame(lang)
  const html = String(restitutionPages(frame)['restitution-counted'])
  const texts = frame.t.kerjaRestitusi

  it('shows each step from calculated to paid with what was lost and why', () => {
    expect(html).toContain(lang === 'id' ? 'IDR\u00a071.499.500' : 'IDR\u00a071,499,500')
    expect(html).toContain(
      lang === 'id' ? 'Pelaku tidak punya harta; Diganti kurungan' : 'No assets; Replaced by prison',
    )
    expect(html).toContain(
      lang === 'id' ? 'Berkurang tanpa alasan yang dicatat.' : 'Lost without a noted reason.',
    )
    expect(html).toContain(texts.right.yes)
  })

  it('shows the 14 days from the notice of the final judgment, missed, with the law behind it', () => {
    expect(html).toContain('9 Nov 2026')
    expect(html).toContain(lang === 'id' ? 'Lewat' : 'Missed')
    expect(html).toContain('UU 21/2007, Pasal 50')
  })

  it('says who kept it, and that a colleague kept another one', () => {
    expect(html).toContain('Rini W.')
    expect(html).toContain(texts.stale)
    expect(html).not.toMatch(/undefined|NaN|\[object|=&gt;/)
  })
})
