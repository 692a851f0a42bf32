/** The wage sheet with invented sums: a fishing crew counted by two officers, for the page tests. */
import { concludeWages } from '#src/domain/rulebook/wages/wages.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { chapterWords } from '#src/web/chapter-words.ts'
import type { FormValues } from '#src/web/form-values.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { countOf } from './wage-counts.ts'
import { factsIn } from './wage-facts.ts'
import { WagePage } from './wage-page.tsx'

export function formWith(values: Readonly<Record<string, string>>): FormValues {
  const one = (name: string) => values[name] ?? ''
  return { one, all: (name) => (values[name] === undefined ? [] : [one(name)]), given: {} }
}

const TYPED = {
  currency: 'USD',
  from: '2023-01~',
  until: '2023-12-31',
  contract: 'no',
  agreed: '450',
  'pay-1-on': '2023-05',
  'pay-1-amount': '900',
  'pay-1-to': 'family',
  'cut-1-kind': 'placement-debt',
  'cut-1-amount': '100',
  'cut-1-lawful': 'no',
  'crew-1-code': 'A1',
  'crew-1-agent': 'P',
  'crew-1-monthly': '450',
  'crew-1-paid': '1000',
  'crew-2-code': 'A2',
  rate: '15.500',
  rateOn: '2026-11-01',
}

export function wagePages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const read = factsIn(formWith(TYPED), 'TW')
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
  const conclusion = concludeWages(read.facts, loadRulebook(), '2024-06-01')
  if (typeof conclusion.answer === 'string') throw new Error(conclusion.answer)
  const at = frame.now.toISOString()
  const first = countOf(conclusion.answer, { staffId: 'a', name: 'Rini W.', at })
  const totals = first.totals.map((each) => ({ ...each, min: each.min - 4500 }))
  const second = { ...first, staffId: 'b', name: 'Budi S.', totals }
  const words = chapterWords('wages', frame.lang)
  const form = { values: TYPED, problems: [] }
  const view = { code: 'JHB-2026-0001', form, countries: [], words, version: 1 }
  return {
    wages: <WagePage frame={frame} view={{ ...view, recount: { first, blind: 'blind' } }} />,
    'wages-counted': (
      <WagePage
        frame={frame}
        view={{
          ...view,
          found: { conclusion, compared: 'alone' },
          recount: { first, second },
          stale: 'stale',
        }}
      />
    ),
    'wages-agreed': <WagePage frame={frame} view={{ ...view, recount: { first, second: first } }} />,
  }
}
