/** What an officer typed on the wage sheet, as facts of the rulebook. Empty fields are left out, never zero. */
import { readFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import type { FormValues } from '#src/web/form-values.ts'

/** Field of the form for each path of the facts that it fills. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'wages.from': 'from',
  'wages.until': 'until',
  'wages.monthsUnpaid': 'months',
  'contract.signedOn': 'signedOn',
  'wages.promisedMonthly': 'promised',
  'wages.agreedMonthly': 'agreed',
  'wages.marketMonthly': 'market',
  'wages.payments': 'paidWorker',
  'wages.deductions': 'deductedLawful',
  'wages.restDaysWorked': 'restDays',
  'wages.overtimeHours': 'overtimeHours',
  'contract.overtimeHourly': 'overtimeHourly',
  'wages.leaveDaysOwed': 'leaveDays',
  'wages.endPayments': 'endPayments',
  'wages.counterClaim': 'counterClaim',
  'wages.exchangeRate': 'rate',
  'wages.exchangeRateOn': 'rateOn',
}

/** `1.500`, `1500`, `1500,50` and `1500.5`; anything else is no number and is said so. */
export function numberIn(text: string): number {
  const plain = text.replaceAll(/\s/g, '')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN
}

export function factsIn(form: FormValues, country: string) {
  const { one } = form
  const currency = one('currency').toUpperCase()
  const money = (name: string) => (one(name) === '' ? undefined : { amount: numberIn(one(name)), currency })
  const count = (name: string) => (one(name) === '' ? undefined : numberIn(one(name)))
  const word = (name: string) => (one(name) === '' ? undefined : one(name))
  const listed = (name: string, more: Readonly<Record<string, string>>) => {
    const amount = money(name)
    return amount === undefined ? [] : [{ amount, ...more }]
  }
  return readFacts(
    withoutEmpty({
      migration: { destination: word('place') ?? (country === '' ? undefined : country) },
      work: { sector: word('sector') },
      contract: {
        exists: word('contract'),
        signedOn: word('signedOn'),
        overtimeHourly: money('overtimeHourly'),
      },
      wages: {
        currency: currency === '' ? undefined : currency,
        from: word('from'),
        until: word('until'),
        monthsUnpaid: count('months'),
        promisedMonthly: money('promised'),
        agreedMonthly: money('agreed'),
        marketMonthly: money('market'),
        marketSource: word('marketSource'),
        payments: [...listed('paidWorker', { to: 'worker' }), ...listed('paidOther', { to: 'agency' })],
        deductions: [
          ...listed('deductedLawful', { lawful: 'yes' }),
          ...listed('deductedUnclear', { lawful: 'unknown' }),
        ],
        restDaysWorked: count('restDays'),
        overtimeHours: count('overtimeHours'),
        leaveDaysOwed: count('leaveDays'),
        foodGiven: word('foodGiven'),
        endPayments: money('endPayments'),
        counterClaim: money('counterClaim'),
        exchangeRate: count('rate'),
        exchangeRateOn: word('rateOn'),
        exchangeRateSource: word('rateSource'),
      },
    }),
  )
}

/** The field of the form that a fault of the facts belongs to. */
export function fieldOf(path: string): string {
  if (path.endsWith('.currency')) return 'currency'
  const found = Object.entries(FIELD_OF).find(([fact]) => path === fact || path.startsWith(`${fact}.`))
  return found?.[1] ?? 'from'
}

function withoutEmpty(groups: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  return Object.fromEntries(
    Object.entries(groups).map(([name, group]) => [
      name,
      Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined)),
    ]),
  )
}
