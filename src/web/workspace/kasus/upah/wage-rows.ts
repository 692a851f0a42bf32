/** Lines of the wage sheet that come several times: payments, deductions, and one line for each of the crew. */
import type { FormValues } from '#src/web/form-values.ts'
import type { FormState } from '#src/web/ui/staff/frame.ts'

export const ROW_FIELDS = {
  pay: ['on', 'amount', 'to'],
  cut: ['kind', 'amount', 'months', 'lawful'],
  crew: ['code', 'agent', 'from', 'until', 'monthly', 'paid', 'deducted', 'lawful'],
} as const
export type RowKind = keyof typeof ROW_FIELDS

/** A large fishing vessel has fewer Indonesian crew than this. */
const MOST_ROWS = 80
/** Empty lines that stand ready below what is filled in. */
const SPARE: Readonly<Record<RowKind, number>> = { pay: 2, cut: 2, crew: 3 }

export function rowField(kind: RowKind, number: number, field: string): string {
  return `${kind}-${number}-${field}`
}

/** Numbers of the lines in which something stands. */
export function filledRows(form: Pick<FormValues, 'one'>, kind: RowKind): readonly number[] {
  return allRows().filter((number) =>
    ROW_FIELDS[kind].some((field) => form.one(rowField(kind, number, field)) !== ''),
  )
}

/** The lines that the form shows: those filled in and a few more. */
export function shownRows({ values }: FormState, kind: RowKind): readonly number[] {
  const one = (name: string) => [values[name] ?? ''].flat()[0] ?? ''
  const last = Math.max(0, ...filledRows({ one }, kind))
  return allRows().slice(0, last + SPARE[kind])
}

function allRows(): readonly number[] {
  return Array.from({ length: MOST_ROWS }, (_, at) => at + 1)
}
