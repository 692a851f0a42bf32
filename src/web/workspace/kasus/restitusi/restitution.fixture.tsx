/** The restitution sheet with invented sums, for the page tests. */
import { concludeRestitution } from '#src/domain/rulebook/restitution/restitution.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { chapterWords } from '#src/web/chapter-words.ts'
import type { FormValues } from '#src/web/form-values.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { factsIn } from './restitution-facts.ts'
import { RestitutionPage } from './restitution-page.tsx'

export const TYPED: Readonly<Record<string, readonly string[]>> = {
  victim: ['yes'],
  currency: ['IDR'],
  'sum-lost-wealth-or-income': ['61.499.500'],
  'evidence-lost-wealth-or-income': ['3. Slip gaji'],
  'other-lost-wealth-or-income': ['Lembar hitung upah\nBuku tabungan'],
  'sum-suffering': ['10.000.000'],
  'proven-suffering': ['no'],
  calculated: ['71.499.500'],
  claimed: ['61.499.500'],
  granted: ['40.000.000'],
  paid: ['5.000.000'],
  'why-calculated-claimed': ['no-proof'],
  'why-granted-paid': ['no-assets', 'replaced-by-prison'],
  policeReportOn: ['2025-03-04'],
  finalJudgmentOn: ['2026-10-20'],
  judgmentToldOn: ['2026-10-26'],
}

export function typed(given: FormValues['given']): FormValues {
  return { given, one: (name) => given[name]?.[0] ?? '', all: (name) => given[name] ?? [] }
}

export function restitutionPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const read = factsIn(typed(TYPED), '2026-11-20', undefined)
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
  const view = {
    code: 'JHB-2026-0001',
    words: chapterWords('restitution', frame.lang),
    evidence: ['3. Slip gaji', '4. Foto tempat kerja'],
    version: 0,
    pay: 'MYR 61.499,50',
  }
  const found = concludeRestitution(read.facts, loadRulebook(), '2026-11-20')
  const kept = { by: 'Rini W.', at: frame.now }
  return {
    restitution: <RestitutionPage frame={frame} view={{ ...view, form: EMPTY_FORM }} />,
    'restitution-counted': (
      <RestitutionPage
        frame={frame}
        view={{ ...view, form: { values: TYPED, problems: [] }, found, version: 2, kept, stale: 'stale' }}
      />
    ),
  }
}
