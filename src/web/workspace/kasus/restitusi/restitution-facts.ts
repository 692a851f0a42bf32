/** What an officer filled in on the restitution sheet, as facts of the rulebook. Empty fields are left out, never zero. */
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import { readFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import { STAGES } from '#src/domain/rulebook/restitution/funnel.ts'
import { HEADS } from '#src/domain/rulebook/restitution/heads.ts'
import type { CaseFile, ClaimSheet } from '#src/modules/cases/index.ts'
import type { FormValues } from '#src/web/form-values.ts'
import type { FormState } from '#src/web/ui/staff/frame.ts'
import { numberIn } from '../upah/wage-facts.ts'

export const SUMS = ['calculated', 'claimed', 'granted', 'paid'] as const

/** In the order in which they happen. */
export const DAYS = [
  'policeReportOn',
  'requestToLpskOn',
  'requestCheckedOn',
  'requestCompletedOn',
  'lpskDecisionOn',
  'finalJudgmentOn',
  'judgmentToldOn',
  'orderServedOn',
  'warnedOn',
  'orderToPayOn',
  'paidOn',
] as const

export const REASONS = [
  'no-proof',
  'not-claimed',
  'refused-by-judge',
  'replaced-by-prison',
  'no-assets',
  'cannot-be-found',
  'appeal',
  'settled',
  'other',
] as const

/** Papers about health are not named on a sheet that leaves the office. */
const NEVER_NAMED = ['medical-paper']

/** Titles of the case's own evidence, as they may stand on the sheet. */
export function evidenceOf(file: Pick<CaseFile, 'evidence'>): readonly string[] {
  return file.evidence.flatMap(({ number, words }) =>
    words === undefined || NEVER_NAMED.includes(words.kind)
      ? []
      : [`${number}. ${words.title}`.slice(0, 200)],
  )
}

/**
 * The empty sheet: rupiah, for that is what an Indonesian court grants, with the pay of the kept wage sheet where that
 * is in rupiah.
 */
export function startOf(wages: ClaimSheet | undefined): FormState['values'] {
  const sum = agreedIn(wages)
  const rupiah = sum?.currency === 'IDR' ? sum.total : sum?.rupiah
  return { currency: 'IDR', ...(rupiah === undefined ? {} : { 'sum-lost-wealth-or-income': rupiah }) }
}

/** What the kept wage sheet comes to; without a rate it stays in its own money and is only shown. */
export function agreedIn(wages: ClaimSheet | undefined) {
  const one = (name: string) => wages?.values[name]?.[0]
  const [total, currency, rupiah] = [one('agreedTotal'), one('agreedCurrency'), one('agreedRupiah')]
  return total === undefined || currency === undefined ? undefined : { total, currency, rupiah }
}

/** `died`: the heirs may claim; the case type says so. */
export function factsIn(form: FormValues, today: PlainDate, died: 'yes' | undefined) {
  const { one } = form
  const currency = one('currency').toUpperCase()
  const word = (name: string) => (one(name) === '' ? undefined : one(name))
  const money = (name: string) => (one(name) === '' ? undefined : { amount: numberIn(one(name)), currency })
  const heads = HEADS.flatMap((head) => {
    const amount = money(`sum-${head}`)
    const proven = word(`proven-${head}`)
    const evidence = [...form.all(`evidence-${head}`), ...linesOf(one(`other-${head}`))].map((what) => ({
      what,
    }))
    if (amount === undefined && proven === undefined && evidence.length === 0) return []
    return [withoutEmpty({ head, amount, proven, ...(evidence.length > 0 ? { evidence } : {}) })]
  })
  const reasons = STAGES.flatMap((stage) => form.all(`why-${stage}`).map((reason) => ({ stage, reason })))
  const sums = Object.fromEntries(SUMS.map((name) => [name, money(name)]))
  const days = Object.fromEntries(DAYS.map((name) => [name, word(name)]))
  const loss = { isVictimOfTrafficking: word('victim'), ...sums, ...days }
  return readFacts(
    {
      ...(died === undefined ? {} : { death: { died } }),
      loss: withoutEmpty({
        ...loss,
        heads: heads.length > 0 ? heads : undefined,
        reasons: reasons.length > 0 ? reasons : undefined,
      }),
    },
    today,
  )
}

/** The field of the form that a fault of the facts belongs to. */
export function fieldOf(path: string): string {
  if (path.endsWith('.currency')) return 'currency'
  const [, name = '', at = ''] = path.split('.')
  if (name === 'heads') return `sum-${HEADS[Number(at)] ?? HEADS[0]}`
  return name === 'isVictimOfTrafficking' ? 'victim' : name
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function withoutEmpty(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
