/** What an officer typed on the wage sheet, as facts of the rulebook. Empty fields are left out, never zero. */
import { readFacts, type ReadFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import type { FormValues } from '#src/web/form-values.ts'
import { filledRows, rowField, type RowKind } from './wage-rows.ts'

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
  'wages.restDaysWorkedPerMonth': 'restDaysMonth',
  'wages.restDaysWorked': 'restDays',
  'wages.overtimeHoursPerMonth': 'overtimeHoursMonth',
  'wages.overtimeHours': 'overtimeHours',
  'work.hoursPerWeek': 'hoursPerWeek',
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

/** What the totals and the lines of the form say together; a sum said in both ways would be counted twice. */
export function factsIn(form: FormValues, country: string): ReadFacts {
  const twice = [
    ...(saidTwice(form, 'pay', TOTALS.pay) ? [{ field: 'wages.payments', code: 'said-twice' as const }] : []),
    ...(saidTwice(form, 'cut', TOTALS.cut)
      ? [{ field: 'wages.deductions', code: 'said-twice' as const }]
      : []),
  ]
  return twice.length > 0 ? { kind: 'faults', faults: twice } : typedFacts(form, country)
}

const TOTALS = {
  pay: ['paidWorker', 'paidOther'],
  cut: ['deductedLawful', 'deductedUnclear'],
} as const

function saidTwice(form: FormValues, kind: RowKind, totals: readonly string[]): boolean {
  return filledRows(form, kind).length > 0 && totals.some((name) => form.one(name) !== '')
}

function typedFacts(form: FormValues, country: string): ReadFacts {
  const { one } = form
  const currency = one('currency').toUpperCase()
  const money = (name: string) => (one(name) === '' ? undefined : { amount: numberIn(one(name)), currency })
  const count = (name: string) => (one(name) === '' ? undefined : numberIn(one(name)))
  const word = (name: string) => (one(name) === '' ? undefined : one(name))
  const listed = (name: string, more: Readonly<Record<string, string>>) => {
    const amount = money(name)
    return amount === undefined ? [] : [{ amount, ...more }]
  }
  const rows = <T>(kind: RowKind, make: (name: (field: string) => string) => T): readonly T[] =>
    filledRows(form, kind).map((number) => make((field) => rowField(kind, number, field)))
  const crew = rows('crew', (at) =>
    onlyGiven({
      code: word(at('code')),
      agent: word(at('agent')),
      from: word(at('from')),
      until: word(at('until')),
      monthly: money(at('monthly')),
      paid: money(at('paid')),
      deducted: money(at('deducted')),
      deductionLawful: word(at('lawful')),
    }),
  )
  return readFacts(
    withoutEmpty({
      migration: { destination: word('place') ?? (country === '' ? undefined : country) },
      work: { sector: word('sector'), hoursPerWeek: count('hoursPerWeek') },
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
        payments: [
          ...listed('paidWorker', { to: 'worker' }),
          ...listed('paidOther', { to: 'agency' }),
          ...rows('pay', (at) =>
            onlyGiven({ on: word(at('on')), amount: money(at('amount')), to: word(at('to')) }),
          ),
        ],
        deductions: [
          ...listed('deductedLawful', { lawful: 'yes' }),
          ...listed('deductedUnclear', { lawful: 'unknown' }),
          ...rows('cut', (at) =>
            onlyGiven({
              kind: word(at('kind')),
              amount: money(at('amount')),
              months: count(at('months')),
              lawful: word(at('lawful')),
            }),
          ),
        ],
        restDaysWorked: count('restDays'),
        restDaysWorkedPerMonth: count('restDaysMonth'),
        overtimeHours: count('overtimeHours'),
        overtimeHoursPerMonth: count('overtimeHoursMonth'),
        leaveDaysOwed: count('leaveDays'),
        foodGiven: word('foodGiven'),
        endPayments: money('endPayments'),
        counterClaim: money('counterClaim'),
        exchangeRate: count('rate'),
        exchangeRateOn: word('rateOn'),
        exchangeRateSource: word('rateSource'),
        crew: crew.length > 0 ? crew : undefined,
      },
    }),
  )
}

/** The field of the form that a fault of the facts belongs to. */
export function fieldOf(path: string, form?: FormValues): string {
  if (path.endsWith('.currency')) return 'currency'
  const row = /^wages\.(payments|deductions|crew)\.(\d+)\.([a-zA-Z]+)/.exec(path)
  if (row !== null && form !== undefined) return fieldOfRow(form, row)
  const found = Object.entries(FIELD_OF).find(([fact]) => path === fact || path.startsWith(`${fact}.`))
  return found?.[1] ?? 'from'
}

const KIND_OF: Readonly<Record<string, RowKind>> = { payments: 'pay', deductions: 'cut', crew: 'crew' }
const ROW_FIELD_OF: Readonly<Record<string, string>> = { deductionLawful: 'lawful' }

/** Either the totals or the lines are filled, so the place in the list leads to the line. */
function fieldOfRow(form: FormValues, [, list = '', at = '', field = '']: RegExpExecArray): string {
  const kind = KIND_OF[list] ?? 'crew'
  const number = filledRows(form, kind)[Number(at)]
  if (number !== undefined) return rowField(kind, number, ROW_FIELD_OF[field] ?? field)
  const totals = kind === 'cut' ? TOTALS.cut : TOTALS.pay
  return totals.filter((name) => form.one(name) !== '')[Number(at)] ?? totals[0]
}

function onlyGiven(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function withoutEmpty(groups: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  return Object.fromEntries(
    Object.entries(groups).map(([name, group]) => [
      name,
      Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined)),
    ]),
  )
}
