/**
 * Is this trafficking in persons? Two readings side by side: the elements of the law (act, means, purpose), and
 * the indicators of ILO and the European Commission with their table. A screening, never a finding about a person:
 * two people must agree on a yes or a no. Consent and payment lower nothing; age alone is never a yes.
 */
import type { PlainDate } from '../../kernel/partial-date.ts'
import { childhoodOf } from '../childhood.ts'
import type { Conclusion, Confirmer, Entry, UsedFact } from '../conclusion.ts'
import type { Facts } from '../facts/facts.ts'
import { chapterOn, entryOf, type Chapter, type Rulebook } from '../rulebook.ts'
import { askNext, missingFacts } from './ask-next.ts'
import { actOf, meansOf, purposeOf } from './elements.ts'
import { neighbours } from './neighbours.ts'
import { preparedTable, tableRowOf, type DimensionState, type TableRow } from './indicator-table.ts'
import type { TraffickingAnswer, Weighing } from './weighing.ts'
import { readIndicators, type ReadIndicators } from './read-indicators.ts'

const TWO_PEOPLE: readonly Confirmer[] = ['screener', 'second-screener']
const ONE_PERSON: readonly Confirmer[] = ['screener']

export function concludeTrafficking(
  facts: Facts,
  rulebook: Rulebook,
  asOf: PlainDate,
): Conclusion<'yes' | 'no'> {
  const chapter = chapterOn(rulebook, 'trafficking', asOf)
  const weighing = weigh(facts, chapter, asOf)
  const answer = answerOf(weighing)
  const fired: Entry[] = []
  const against: Entry[] = []
  writeElements(chapter, weighing, fired, against)
  writeChildRule(chapter, weighing, fired, against)
  writeTable(chapter, weighing, fired, against)
  writeHeadings(chapter, weighing.read, fired)
  neighbours(chapter, facts, weighing, answer, fired)
  for (const line of weighing.read.against) against.push(line)
  return {
    question: 'trafficking',
    asOf,
    answer,
    fired,
    against,
    missing: missingFacts(weighing, answer),
    nextQuestions: askNext(chapter, weighing, answer),
    confirmBy: answer === 'yes' || answer === 'no' ? TWO_PEOPLE : ONE_PERSON,
  }
}

function weigh(facts: Facts, chapter: Chapter, asOf: PlainDate): Weighing {
  const age = childhoodOf(facts, asOf)
  const read = readIndicators(facts, preparedTable(chapter), age.is === 'child' ? 'child' : 'adult')
  return {
    act: actOf(facts),
    means: meansOf(facts),
    purpose: purposeOf(facts),
    age,
    read,
    row: rowOf(read),
  }
}

function answerOf(weighing: Weighing): TraffickingAnswer {
  const { act, means, purpose, age, row } = weighing
  const excluded = act.is === 'not-met' || purpose.is === 'not-met'
  const law = wasDone(weighing) && means.is === 'met' && purpose.is === 'met'
  const child = wasDone(weighing) && isExploited(weighing)
  const table = row === 'trafficking-forced-labour' && wasDone(weighing)
  if (law || table || (child && age.is === 'child'))
    // The law's elements and the indicators contradict each other: a person looks.
    return excluded || (law && row === 'not-a-victim') ? 'unclear' : 'yes'
  if (child && age.is !== 'adult') return 'unclear'
  return noOf(weighing, excluded)
}

function noOf(weighing: Weighing, excluded: boolean): TraffickingAnswer {
  const { means, purpose, row, read, age } = weighing
  const anyElement = means.is === 'met' || purpose.is === 'met'
  if (row === 'not-a-victim') return anyElement ? 'unclear' : 'no'
  // Exploited without means at recruitment or coercion: a labour-rights case, unless the person was a child.
  if (row === 'exploited-migrant')
    return means.is === 'met' || age.is === 'child' || age.is === 'perhaps' ? 'unclear' : 'no'
  if (excluded && !anyElement && read.anyYes === 'none') return 'no'
  // Every means was denied and the person was an adult: what remains are rights at work.
  if (means.is === 'not-met' && age.is === 'adult' && read.anyYes === 'none') return 'no'
  if (excluded || row === 'not-listed' || row === 'deception-and-exploitation') return 'unclear'
  return read.anyYes === 'some' && anyElement ? 'unclear' : 'not-enough-facts'
}

/** What happens while somebody is recruited, moved or handed over shows that this was done. */
export function wasDone(weighing: Weighing): boolean {
  if (weighing.act.is !== 'not-known') return weighing.act.is === 'met'
  return [0, 1, 2].some((at) => stateAt(weighing.read, at) === 'positive')
}

export function isExploited(weighing: Weighing): boolean {
  return weighing.purpose.is === 'met' || stateAt(weighing.read, 3) === 'positive'
}

const STATE_NUMBER: Readonly<Record<DimensionState, number>> = { positive: 0, open: 1, negative: 2 }
const STATES: readonly DimensionState[] = ['positive', 'open', 'negative']

/** All 81 cases of the four dimensions, worked out once. */
const ROWS: readonly TableRow[] = Array.from({ length: 81 }, (_, at) =>
  tableRowOf({
    deception: STATES[Math.floor(at / 27)] ?? 'open',
    coercion: STATES[Math.floor(at / 9) % 3] ?? 'open',
    exploitation: STATES[Math.floor(at / 3) % 3] ?? 'open',
    coercionAtDestination: STATES[at % 3] ?? 'open',
  }),
)

function rowOf(read: ReadIndicators): TableRow {
  const at = numberAt(read, 0) * 27 + numberAt(read, 1) * 9 + numberAt(read, 3) * 3 + numberAt(read, 4)
  return ROWS[at] ?? 'open'
}

function numberAt(read: ReadIndicators, at: number): number {
  return STATE_NUMBER[stateAt(read, at)]
}

function stateAt(read: ReadIndicators, at: number): DimensionState {
  return read.dimensions[at]?.state ?? 'open'
}

/** Names of rules are put together once: making them anew for every conclusion is what would cost most. */
const ELEMENT_RULES = [
  ['act', 'uu21.act', 'palermo.act'],
  ['means', 'uu21.means', 'palermo.means'],
  ['purpose', 'uu21.purpose', 'palermo.purpose'],
] as const

function writeElements(chapter: Chapter, weighing: Weighing, fired: Entry[], against: Entry[]): void {
  for (const [name, law, protocol] of ELEMENT_RULES) {
    const element = weighing[name]
    if (element.facts.length === 0) continue
    const place = element.is === 'met' ? fired : against
    place.push(...entryOf(chapter, law, element.facts), ...entryOf(chapter, protocol, element.facts))
  }
}

/** Both readings of the child rule are shown: Palermo lifts the means, UU 21/2007 art 1 does not say so. */
function writeChildRule(chapter: Chapter, weighing: Weighing, fired: Entry[], against: Entry[]): void {
  const { age } = weighing
  if (age.is !== 'child' && age.is !== 'perhaps') return
  fired.push(...entryOf(chapter, 'palermo.child-without-means', age.facts))
  if (age.is === 'child') fired.push(...entryOf(chapter, 'uu21.child-offences', age.facts))
  if (weighing.means.is !== 'met') against.push(...entryOf(chapter, 'uu21.child-means-not-lifted', age.facts))
}

const ROW_RULES: Readonly<Record<Exclude<TableRow, 'open'>, string>> = {
  'not-a-victim': 'ilo-ec.table.not-a-victim',
  'exploited-migrant': 'ilo-ec.table.exploited-migrant',
  'deception-and-exploitation': 'ilo-ec.table.deception-and-exploitation',
  'trafficking-forced-labour': 'ilo-ec.table.trafficking-forced-labour',
  'not-listed': 'ilo-ec.table.not-listed',
}

function writeTable(chapter: Chapter, weighing: Weighing, fired: Entry[], against: Entry[]): void {
  const { read, row } = weighing
  const all: UsedFact[] = []
  for (const dimension of read.dimensions) {
    const { lines, state } = dimension
    if (lines.length === 0) continue
    const used: UsedFact[] = []
    for (const line of lines) {
      fired.push(line)
      const [fact] = line.facts
      if (fact === undefined) continue
      used.push(fact)
      if (state === 'positive') all.push(fact)
    }
    if (state !== 'open')
      (state === 'positive' ? fired : against).push(...entryOf(chapter, dimension.rule, used))
  }
  if (row === 'open') return
  const place = row === 'not-a-victim' || row === 'exploited-migrant' ? against : fired
  place.push(...entryOf(chapter, ROW_RULES[row], all))
}

/** The eleven indicators of forced labour stand beside, without weights, and change no answer. */
function writeHeadings(chapter: Chapter, read: ReadIndicators, fired: Entry[]): void {
  const { headingRules } = preparedTable(chapter)
  for (let at = 0; at < headingRules.length; at += 1) {
    const facts = read.headings[at]
    const rule = headingRules[at]
    if (facts !== undefined && rule !== undefined) fired.push(...entryOf(chapter, rule, facts))
  }
}
