/** The answers of the fee claim: one line for each cost, and the debt. */
import { readFacts, type ReadFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import type { CaseFile, ClaimValues } from '#src/modules/cases/index.ts'
import { leavesOf, readerOf, withoutEmpty } from '../klaim/claim-form.ts'

/** Lines that a sheet may hold; the refund letter takes as many. */
export const MOST_COSTS = 10

/** Field of a line, without its number, for each part of a cost. */
const PART_FIELDS = {
  item: 'jenis',
  amount: 'jumlah',
  currency: 'uang',
  on: 'tanggal',
  chargedBy: 'oleh',
  paid: 'bayar',
  receipt: 'bukti',
  borneByEmployer: 'ditanggung',
} as const

export type CostPart = keyof typeof PART_FIELDS

export const costField = (part: CostPart, line: number): string => `${PART_FIELDS[part]}-${line}`

const GENERAL: Readonly<Record<string, string>> = {
  'migration.destination': 'negara',
  'work.occupation': 'pekerjaan',
  'contract.months': 'lama-kontrak',
  'cost.refunded': 'kembali',
  'cost.loan': 'utang',
  'cost.loanMonthly': 'cicilan',
  'cost.loanMonths': 'lama-cicil',
  'cost.collateral': 'agunan',
  'cost.monthlyPay': 'gaji',
}

/** The currency field beside each sum. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  kembali: 'uang-kembali',
  utang: 'uang-utang',
  cicilan: 'uang-utang',
  gaji: 'uang-gaji',
}

const ALL_FIELDS: readonly string[] = [
  ...Object.values(GENERAL),
  ...Object.values(CURRENCY_OF),
  ...linesUpTo(MOST_COSTS).flatMap((line) =>
    (Object.keys(PART_FIELDS) as CostPart[]).map((part) => costField(part, line)),
  ),
]

export function isCostField(name: string): boolean {
  return ALL_FIELDS.includes(name)
}

function linesUpTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at + 1)
}

/** Numbers of the lines in which something stands besides a currency. */
export function costLines(values: ClaimValues): readonly number[] {
  return linesUpTo(MOST_COSTS).filter((line) =>
    (Object.keys(PART_FIELDS) as CostPart[]).some(
      (part) => part !== 'currency' && values[costField(part, line)] !== undefined,
    ),
  )
}

/** The lines to show: what is filled in, and some empty ones. */
export function shownLines(values: ClaimValues): readonly number[] {
  const last = costLines(values).at(-1) ?? 0
  return linesUpTo(Math.min(MOST_COSTS, Math.max(last + 2, 3)))
}

/** `only` narrows the sheet to one of its lines, to judge that cost alone. */
export function costFacts(values: ClaimValues, only?: number): ReadFacts {
  const { word, number, money, all } = readerOf(values)
  const lines = costLines(values).filter((line) => only === undefined || line === only)
  const sum = (field: string) => money(field, CURRENCY_OF[field] ?? '')
  return readFacts(
    withoutEmpty({
      migration: { destination: word('negara') },
      work: { occupation: word('pekerjaan') },
      contract: { months: number('lama-kontrak') },
      cost: {
        items: lines.length === 0 ? undefined : lines.map((line) => itemOf(values, line)),
        refunded: sum('kembali'),
        loan: sum('utang'),
        loanMonthly: sum('cicilan'),
        loanMonths: number('lama-cicil'),
        collateral: all('agunan').length === 0 ? undefined : all('agunan'),
        monthlyPay: sum('gaji'),
      },
    }),
  )
}

function itemOf(values: ClaimValues, line: number) {
  const { word, money } = readerOf(values)
  const said = (part: CostPart) => word(costField(part, line))
  return leavesOf({
    item: said('item'),
    amount: money(costField('amount', line), costField('currency', line)),
    on: said('on'),
    chargedBy: said('chargedBy'),
    paid: said('paid'),
    receipt: said('receipt'),
    borneByEmployer: said('borneByEmployer'),
  })
}

/** The field of the form that a fault of the facts belongs to. */
export function costFieldOf(path: string, values: ClaimValues): string {
  const [, at, rest = ''] = /^cost\.items\.(\d+)\.?(.*)$/.exec(path) ?? []
  if (at !== undefined) {
    const line = costLines(values)[Number(at)] ?? 1
    if (rest.endsWith('currency')) return costField('currency', line)
    const part = (Object.keys(PART_FIELDS) as CostPart[]).find((each) => rest.startsWith(each)) ?? 'item'
    return costField(part, line)
  }
  const field = Object.entries(GENERAL).find(([fact]) => path === fact || path.startsWith(`${fact}.`))?.[1]
  if (field === undefined) return costField('item', 1)
  return path.endsWith('.currency') ? (CURRENCY_OF[field] ?? field) : field
}

/** A sum without a thing it was for is no cost: nobody guesses what it was. */
export function costProblems(values: ClaimValues) {
  return costLines(values)
    .filter((line) => values[costField('item', line)] === undefined)
    .map((line) => ({ path: costField('item', line), code: 'kind' }))
}

export function costFirst(file: CaseFile): ClaimValues {
  return file.row.country === null ? {} : { negara: [file.row.country] }
}
