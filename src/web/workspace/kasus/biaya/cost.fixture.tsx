/** The fee claim with invented costs, for the page tests. */
import type { ClaimValues } from '#src/modules/cases/index.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { stateOf } from '../klaim/claim-form.ts'
import { claimWords } from '../klaim/claim-words.ts'
import { costFound } from './cost-found.ts'
import { CostPage } from './cost-page.tsx'
import type { CostView } from './cost-view.ts'

export const COSTS: ClaimValues = {
  negara: ['HK'],
  pekerjaan: ['housekeeper'],
  'jenis-1': ['agency-fee'],
  'jumlah-1': ['18000000'],
  'uang-1': ['idr'],
  'tanggal-1': ['2024-03-12'],
  'oleh-1': ['p3mi'],
  'bayar-1': ['yes'],
  'bukti-1': ['yes'],
  'jenis-2': ['sponsor-or-broker-fee'],
  'jumlah-2': ['2.500.000'],
  'uang-2': ['IDR'],
  'tanggal-2': ['2024-02'],
  'oleh-2': ['sponsor-or-broker'],
  'bayar-2': ['yes'],
  'bukti-2': ['no'],
  'jenis-3': ['passport-first'],
  'jumlah-3': ['350000'],
  'uang-3': ['IDR'],
  'jenis-5': ['training'],
  kembali: ['1000000'],
  'uang-kembali': ['IDR'],
  utang: ['15600'],
  cicilan: ['2600'],
  'uang-utang': ['HKD'],
  gaji: ['4990'],
  'uang-gaji': ['HKD'],
  agunan: ['house'],
}

export function costView(frame: StaffFrame, values: ClaimValues, more: Partial<CostView> = {}): CostView {
  const found = costFound(values, '2026-11-20')
  return {
    code: 'JHB-2026-0412',
    form: stateOf(values),
    version: 0,
    mayWrite: 'write',
    values,
    words: claimWords(frame, 'placement-cost'),
    countries: [{ value: 'HK', label: 'Hong Kong' }],
    ...(found && { found }),
    ...more,
  }
}

export function costPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const kept = { by: 'Rini W.', at: minutes(-90) }
  const pages: Readonly<Record<string, CostView>> = {
    'cost-empty': costView(frame, {}),
    'cost-claim': costView(frame, COSTS, { version: 1, kept }),
    'cost-read': costView(frame, COSTS, { kept, mayWrite: 'read' }),
    'cost-wrong': costView(
      frame,
      { ...COSTS, 'jumlah-1': ['-5'] },
      {
        form: stateOf(COSTS, [
          { path: 'jumlah-1', message: frame.t.kerjaKlaim.fault['negative-amount'] ?? '' },
        ]),
      },
    ),
  }
  return Object.fromEntries(
    Object.entries(pages).map(([name, view]) => [name, <CostPage frame={frame} view={view} />]),
  )
}
