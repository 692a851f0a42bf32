/** What a contract must say at least (UU 18/2017 art 15 (2) a–g), and what is wrong with this one. */
import { factAt, isGiven, yesNoAt } from '../fact-at.ts'
import type { Gather } from '../gather.ts'

export type ContractTerm = {
  /** Letter of article 15 (2); the chapter's rule is `term.<this>`. */
  readonly term: string
  readonly state: 'present' | 'missing' | 'unknown'
  /** Parts of the term that are certainly missing. */
  readonly lacks: readonly string[]
}

interface TermRow {
  readonly term: string
  readonly facts: readonly string[]
}

const CONCERNS: readonly (readonly [rule: string, fact: string, when: 'yes' | 'no'])[] = [
  ['contract.none', 'contract.exists', 'no'],
  ['contract.unsigned', 'contract.signedByWorker', 'no'],
  ['contract.not-understood', 'contract.understood', 'no'],
  ['contract.not-endorsed', 'contract.endorsedByMission', 'no'],
  ['contract.changed', 'contract.changedWithoutConsent', 'yes'],
  ['contract.deductions', 'contract.deductions', 'yes'],
  ['contract.no-return', 'contract.returnTicketByEmployer', 'no'],
]

export function concernsOf(g: Gather): readonly string[] {
  return CONCERNS.filter(([, fact, when]) => yesNoAt(g.facts, fact) === when).map(([rule, fact]) => {
    g.fire(rule, fact)
    return rule
  })
}

/** Empty when nobody has seen a contract; a term of which a part is not known is not called missing. */
export function termsOf(g: Gather): readonly ContractTerm[] {
  const rows = g.chapter.text.tables['terms'] as readonly TermRow[]
  const seen = rows.some(({ facts }) => facts.some((name) => isGiven(factAt(g.facts, `contract.${name}`))))
  if (!seen && yesNoAt(g.facts, 'contract.exists') !== 'yes') return []
  g.fire('contract.minimum', 'contract.exists')
  return rows.map((row) => termOf(g, row))
}

function termOf(g: Gather, { term, facts }: TermRow): ContractTerm {
  const paths = facts.map((name) => `contract.${name}`)
  const lacks = facts.filter((name) => yesNoAt(g.facts, `contract.${name}`) === 'no')
  if (lacks.length > 0) {
    g.oppose(`term.${term}`, ...paths)
    return { term, state: 'missing', lacks }
  }
  const open = paths.filter((path) => yesNoAt(g.facts, path) === undefined)
  g.lack(...open)
  if (open.length > 0) return { term, state: 'unknown', lacks }
  g.fire(`term.${term}`, ...paths)
  return { term, state: 'present', lacks }
}
