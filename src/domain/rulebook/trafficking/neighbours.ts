/**
 * What stands next to trafficking and is told apart from it: people smuggling, a labour-rights case, irregular
 * stay. None of them lowers the answer; one person can be in two of them. Also the articles of the offence, and
 * why consent and payment do not count.
 */
import type { Entry, UsedFact } from '../conclusion.ts'
import { answered } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { entryOf, type Chapter } from '../rulebook.ts'
import type { TraffickingAnswer, Weighing } from './weighing.ts'

const IRREGULAR: ReadonlySet<string> = new Set(['permit-expired', 'other-visa', 'no-papers'])

export function neighbours(
  chapter: Chapter,
  facts: Facts,
  weighing: Weighing,
  answer: TraffickingAnswer,
  fired: Entry[],
): void {
  if (answer === 'yes') writeOffence(chapter, facts, fired)
  writeNoDefence(chapter, facts, fired)
  const smuggling = smugglingFacts(facts)
  if (smuggling.length > 0) fired.push(...entryOf(chapter, 'neighbour.smuggling', smuggling))
  const exploited = weighing.read.dimensions[3]?.lines ?? []
  // Rights at work are helped in any case; where trafficking is not shown they are what the case is about.
  if (answer !== 'yes' && exploited.length > 0)
    fired.push(
      ...entryOf(
        chapter,
        'neighbour.labour-rights',
        exploited.flatMap((line) => line.facts),
      ),
    )
  const status = facts.migration?.documentStatus
  if (status !== undefined && IRREGULAR.has(status))
    fired.push(
      ...entryOf(chapter, 'neighbour.irregular-stay', [{ fact: 'migration.documentStatus', value: status }]),
    )
  if (answered(facts.detention?.madeToBreakTheLaw) === 'yes')
    fired.push(
      ...entryOf(chapter, 'uu21.not-punished', [{ fact: 'detention.madeToBreakTheLaw', value: 'yes' }]),
    )
}

/** The article moved on 2 January 2026 (KUHP 455); taking citizens abroad (art 4) stayed. */
function writeOffence(chapter: Chapter, facts: Facts, fired: Entry[]): void {
  const { migration } = facts
  const abroad = migration?.place === 'abroad' || (migration?.destination ?? 'ID') !== 'ID'
  const used: readonly UsedFact[] =
    migration?.destination === undefined
      ? []
      : [{ fact: 'migration.destination', value: migration.destination }]
  fired.push(...entryOf(chapter, 'offence.trafficking', used))
  if (abroad) fired.push(...entryOf(chapter, 'offence.taken-abroad', used))
}

function writeNoDefence(chapter: Chapter, facts: Facts, fired: Entry[]): void {
  if (answered(facts.elements?.consented) === 'yes') {
    const used: readonly UsedFact[] = [{ fact: 'elements.consented', value: 'yes' }]
    fired.push(
      ...entryOf(chapter, 'uu21.consent-no-defence', used),
      ...entryOf(chapter, 'palermo.consent-irrelevant', used),
    )
  }
  if (answered(facts.elements?.paid) === 'yes')
    fired.push(...entryOf(chapter, 'uu21.payment-no-defence', [{ fact: 'elements.paid', value: 'yes' }]))
}

function smugglingFacts(facts: Facts): readonly UsedFact[] {
  const { migration } = facts
  if (answered(migration?.crossingWasOrganised) !== 'yes' && answered(migration?.crossingWasPaid) !== 'yes')
    return []
  return (['crossingWasOrganised', 'crossingWasPaid', 'relationEndedAfterCrossing'] as const).flatMap(
    (name) => {
      const value = answered(migration?.[name])
      return value === undefined ? [] : [{ fact: `migration.${name}`, value }]
    },
  )
}
