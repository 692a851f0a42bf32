/** What claim sheets share: answers in and out of the form, empty ones left out and never read as no. */
import type { FactFault } from '#src/domain/rulebook/facts/read-facts.ts'
import type { ClaimValues } from '#src/modules/cases/index.ts'
import type { FormValues } from '#src/web/form-values.ts'
import type { FieldProblem, FormState } from '#src/web/ui/staff/frame.ts'
import type { Texts } from '#src/texts/texts.ts'
import { numberIn } from '../upah/wage-facts.ts'

/** The answers of known fields; what else was sent is not kept. */
export function valuesIn(form: FormValues, isField: (name: string) => boolean): ClaimValues {
  return Object.fromEntries(
    Object.entries(form.given)
      .filter(([name]) => isField(name))
      .map(([name, values]) => [name, values.filter((each) => each !== '')])
      .filter(([, values]) => values?.length !== 0),
  )
}

export function stateOf(values: ClaimValues, problems: readonly FieldProblem[] = []): FormState {
  return { values, problems }
}

/** Readers of one sheet: a word, a number, an amount; undefined for what is empty. */
export function readerOf(values: ClaimValues) {
  const word = (name: string): string | undefined => values[name]?.[0]
  return {
    word,
    all: (name: string): readonly string[] => values[name] ?? [],
    number: (name: string): number | undefined => {
      const text = word(name)
      return text === undefined ? undefined : numberIn(text)
    },
    money: (name: string, currencyField: string) => {
      const text = word(name)
      return text === undefined
        ? undefined
        : { amount: numberIn(text), currency: (word(currencyField) ?? '').toUpperCase() }
    },
  }
}

type Group = Readonly<Record<string, unknown>>

/** Leaves out what is empty, and groups in which nothing is left. */
export function withoutEmpty(groups: Readonly<Record<string, Group>>): Readonly<Record<string, Group>> {
  return Object.fromEntries(
    Object.entries(groups)
      .map(([name, group]) => [name, leavesOf(group)] as const)
      .filter(([, group]) => Object.keys(group).length > 0),
  )
}

export function leavesOf(group: Group): Group {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined))
}

export function problemsIn(
  t: Texts,
  faults: readonly FactFault[],
  fieldOf: (path: string) => string,
): readonly FieldProblem[] {
  const words = t.kerjaKlaim.fault
  const found = faults.map((each): FieldProblem => ({
    path: fieldOf(each.field),
    message: words[each.code] ?? words['general'] ?? '',
  }))
  return found.filter((each, at) => found.findIndex((other) => other.path === each.path) === at)
}

const LONGEST = 60
const LONGEST_NOTE = 4000

/** Answers too long to keep, and choices that the form does not offer. */
export function problemsOfValues(
  t: Texts,
  values: ClaimValues,
  offered: Readonly<Record<string, readonly string[]>>,
): readonly FieldProblem[] {
  const words = t.kerjaKlaim.fault
  return Object.entries(values).flatMap(([path, given]): readonly FieldProblem[] => {
    const longest = path === 'catatan' ? LONGEST_NOTE : LONGEST
    if (given.some((each) => each.length > longest)) return [{ path, message: words['too-long'] ?? '' }]
    const choices = offered[path]
    return choices !== undefined && given.some((each) => !choices.includes(each))
      ? [{ path, message: words['pick'] ?? '' }]
      : []
  })
}
