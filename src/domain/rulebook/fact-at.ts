/** Facts by their path, as conclusions name them: `cost.items.0.amount`. */
import type { Plain } from './conclusion.ts'
import { answered, type Weighed, type YesNo } from './facts/facts-kit.ts'
import type { Facts } from './facts/facts.ts'

export function factAt(facts: Facts, path: string): Plain | undefined {
  let at: unknown = facts
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Readonly<Record<string, unknown>>)[name]
  }
  return at as Plain | undefined
}

/** True for a fact that was asked and answered. */
export function isGiven(value: unknown): value is Plain {
  return value !== undefined && value !== null && value !== 'unknown' && value !== 'not-asked'
}

export function yesNoAt(facts: Facts, path: string): 'yes' | 'no' | undefined {
  return answered(factAt(facts, path) as YesNo | Weighed | undefined)
}
