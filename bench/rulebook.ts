/**
 * Trafficking with its whole explanation: the rulebook against the same rules in json-rules-engine and in zen-engine
 * with trace, in one run over the same cases. Every engine must come to the same row of the table, or nothing is
 * measured.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ZenEngine } from '@gorules/zen-engine'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { concludeAll } from '../src/domain/rulebook/conclude.ts'
import type { Facts } from '../src/domain/rulebook/facts/facts.ts'
import { readFacts } from '../src/domain/rulebook/facts/read-facts.ts'
import { concludeTrafficking } from '../src/domain/rulebook/trafficking/trafficking.ts'
import type { IndicatorRow } from '../src/domain/rulebook/trafficking/indicator-table.ts'
import { chapterOn } from '../src/domain/rulebook/rulebook.ts'
import { loadRulebook } from '../src/platform/rulebook.ts'
import type { Row } from './server.ts'

const AS_OF = '2025-06-01'
const GOAL_PER_SECOND = 200_000
const GOAL_RATIO = 10
/** Cases of the table in which every indicator was answered, so that every engine can decide them. */
const CASES = join(import.meta.dirname, '../test/expert/trafficking/decision-table.json')
const FIRST_CASES = 11

type Flat = Readonly<Record<string, string>>
type Rate = { readonly perSecond: number }
const DIMENSIONS = [
  'deceptiveRecruitment',
  'coerciveRecruitment',
  'exploitation',
  'coercionAtDestination',
] as const
type Counted = (typeof DIMENSIONS)[number]

export async function benchRulebook(rounds: number): Promise<readonly Row[]> {
  const rulebook = loadRulebook()
  const rows = chapterOn(rulebook, 'trafficking', AS_OF).text.tables['indicators'] as readonly IndicatorRow[]
  const cases = readCases()
  const flat = cases.map((facts) => flatten(facts, rows))
  const json = jsonRulesEngine(rows)
  const zen = zenDecision(rows)
  await checkSameRows(cases, flat, json, zen)

  const ours = rateOf(rounds * 100, (at) => {
    concludeTrafficking(cases[at % cases.length] ?? {}, rulebook, AS_OF)
  })
  const everything = rateOf(rounds * 4, (at) => {
    concludeAll(cases[at % cases.length] ?? {}, rulebook, AS_OF)
  })
  const theirJson = await rateOfAsync(rounds, async (at) => void (await json(flat[at % flat.length] ?? {})))
  const theirZen = await rateOfAsync(rounds, async (at) => void (await zen(flat[at % flat.length] ?? {})))
  return [
    row('explained screenings a second', ours, 'goal', { perSecond: GOAL_PER_SECOND }, 1),
    row('explained screenings a second', ours, 'json-rules-engine', theirJson, GOAL_RATIO),
    row('explained screenings a second', ours, 'zen-engine with trace', theirZen, GOAL_RATIO),
    row(
      'cases with every question a second',
      everything,
      'json-rules-engine, trafficking alone',
      theirJson,
      1,
    ),
  ]
}

function readCases(): readonly Facts[] {
  const given = JSON.parse(readFileSync(CASES, 'utf8')) as readonly { readonly facts: unknown }[]
  return given.slice(0, FIRST_CASES).map(({ facts }) => {
    const read = readFacts(facts)
    if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
    return read.facts
  })
}

/** The others read flat facts; the work of flattening is not charged to them. */
function flatten(facts: Facts, rows: readonly IndicatorRow[]): Flat {
  const given = facts.indicators as Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
  return Object.fromEntries(
    rows.map(({ path }) => {
      const [dimension = '', name = ''] = path.split('.')
      return [keyOf(path), given?.[dimension]?.[name] ?? 'unknown']
    }),
  )
}

function keyOf(path: string): string {
  return path.replace('.', '_')
}

/** Each indicator, each dimension by its strengths, and each row of the table are rules with an event. */
function jsonRulesEngine(rows: readonly IndicatorRow[]): (facts: Flat) => Promise<readonly string[]> {
  const engine = new Engine()
  for (const { path } of rows)
    engine.addRule({
      name: path,
      priority: 10,
      conditions: { all: [{ fact: keyOf(path), operator: 'equal', value: 'yes' }] },
      event: { type: `indicator:${path}` },
    })
  for (const dimension of DIMENSIONS) {
    for (const strength of ['strong', 'medium', 'weak'] as const)
      engine.addFact(`${dimension}_${strength}`, async (_params, almanac) => {
        const among = rows.filter((row) => row.path.startsWith(`${dimension}.`) && row.adult === strength)
        const answers = await Promise.all(among.map((row) => almanac.factValue<string>(keyOf(row.path))))
        return answers.filter((answer) => answer === 'yes').length
      })
    engine.addRule({
      name: dimension,
      priority: 5,
      conditions: positive(dimension),
      event: { type: `dimension:${dimension}` },
      onSuccess: (_event, almanac) => almanac.addRuntimeFact(dimension, true),
      onFailure: (_event, almanac) => almanac.addRuntimeFact(dimension, false),
    })
  }
  for (const rule of tableRules()) engine.addRule(rule)
  return async (facts) => (await engine.run(facts)).events.map((event) => event.type)
}

function positive(dimension: Counted): RuleProperties['conditions'] {
  const least = (strength: string, value: number) => ({
    fact: `${dimension}_${strength}`,
    operator: 'greaterThanInclusive',
    value,
  })
  return {
    any: [
      least('strong', 2),
      { all: [least('strong', 1), { any: [least('medium', 1), least('weak', 1)] }] },
      least('medium', 3),
      { all: [least('medium', 2), least('weak', 1)] },
    ],
  }
}

function tableRules(): readonly RuleProperties[] {
  const is = (fact: Counted, value: boolean) => ({ fact, operator: 'equal', value })
  const noMeans = [is('deceptiveRecruitment', false), is('coerciveRecruitment', false)]
  const rule = (name: string, ...all: NonNullable<unknown>[]) =>
    ({ name, priority: 1, conditions: { all }, event: { type: `row:${name}` } }) as RuleProperties
  return [
    rule('not-a-victim', ...noMeans, is('exploitation', false), is('coercionAtDestination', false)),
    rule('exploited-migrant', ...noMeans, is('exploitation', true), is('coercionAtDestination', false)),
    rule(
      'deception-and-exploitation',
      is('deceptiveRecruitment', true),
      is('coerciveRecruitment', false),
      is('exploitation', true),
      is('coercionAtDestination', false),
    ),
    rule(
      'trafficking-forced-labour',
      { any: [is('deceptiveRecruitment', true), is('coerciveRecruitment', true)] },
      is('exploitation', true),
      is('coercionAtDestination', true),
    ),
  ]
}

/** A table of indicators, expressions that count, and the decision table. */
function zenDecision(rows: readonly IndicatorRow[]): (facts: Flat) => Promise<readonly string[]> {
  const position = { x: 0, y: 0 }
  const counting = DIMENSIONS.flatMap((dimension) => [
    ...(['strong', 'medium', 'weak'] as const).map((strength) => {
      const among = rows.filter((row) => row.path.startsWith(`${dimension}.`) && row.adult === strength)
      const list = among.map((row) => keyOf(row.path)).join(', ')
      return { key: `${dimension}_${strength}`, value: `count([${list}], # == 'yes')` }
    }),
    { key: dimension, value: positiveZen(dimension) },
  ])
  const content = {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position },
      {
        id: 'indicators',
        name: 'indicators',
        type: 'decisionTableNode',
        position,
        content: {
          hitPolicy: 'collect',
          inputField: null,
          outputPath: 'fired',
          passThrough: true,
          outputs: [{ id: 'o', field: 'rule', name: 'rule' }],
          ...indicatorTable(rows),
        },
      },
      {
        id: 'count',
        name: 'count',
        type: 'expressionNode',
        position,
        content: { passThrough: true, expressions: counting.map((each) => ({ id: each.key, ...each })) },
      },
      {
        id: 'row',
        name: 'row',
        type: 'expressionNode',
        position,
        content: { passThrough: true, expressions: [ROW_ZEN] },
      },
      { id: 'out', name: 'out', type: 'outputNode', position },
    ],
    edges: [
      ['in', 'indicators'],
      ['indicators', 'count'],
      ['count', 'row'],
      ['row', 'out'],
    ].map(([sourceId, targetId]) => ({ id: `${sourceId}-${targetId}`, sourceId, targetId, type: 'edge' })),
  }
  const decision = new ZenEngine().createDecision(content)
  return async (facts) => {
    const { result } = (await decision.evaluate(facts, { trace: true })) as {
      readonly result: { readonly row: string; readonly fired: readonly { readonly rule: string }[] }
    }
    return [...result.fired.map((each) => `indicator:${each.rule}`), `row:${result.row}`]
  }
}

function indicatorTable(rows: readonly IndicatorRow[]) {
  return {
    inputs: rows.map(({ path }) => ({ id: keyOf(path), field: keyOf(path), name: path })),
    rules: rows.map(({ path }) => ({ _id: path, [keyOf(path)]: "'yes'", o: `'${path}'` })),
  }
}

function positiveZen(dimension: Counted): string {
  const [strong, medium, weak] = ['strong', 'medium', 'weak'].map((each) => `$.${dimension}_${each}`)
  return `${strong} >= 2 or (${strong} >= 1 and ${medium} + ${weak} >= 1) or ${medium} >= 3 or (${medium} >= 2 and ${weak} >= 1)`
}

const MEANS_ZEN = '(deceptiveRecruitment or coerciveRecruitment)'
const ROW_ZEN = {
  id: 'row',
  key: 'row',
  value: [
    `not exploitation and not coercionAtDestination and not ${MEANS_ZEN} ? 'not-a-victim'`,
    `exploitation and not coercionAtDestination and not ${MEANS_ZEN} ? 'exploited-migrant'`,
    `exploitation and not coercionAtDestination and not coerciveRecruitment ? 'deception-and-exploitation'`,
    `exploitation and coercionAtDestination and ${MEANS_ZEN} ? 'trafficking-forced-labour'`,
    `'not-listed'`,
  ].join(' : '),
}

async function checkSameRows(
  cases: readonly Facts[],
  flat: readonly Flat[],
  json: (facts: Flat) => Promise<readonly string[]>,
  zen: (facts: Flat) => Promise<readonly string[]>,
): Promise<void> {
  for (const [at, facts] of cases.entries()) {
    const { fired, against } = concludeTrafficking(facts, loadRulebook(), AS_OF)
    const ours = [...fired, ...against]
      .map((entry) => entry.rule)
      .find((rule) => rule.startsWith('ilo-ec.table.'))
    const wanted = ours?.replace('ilo-ec.table.', 'row:')
    const rowIn = (events: readonly string[]) =>
      events.find((event) => event.startsWith('row:')) ?? 'row:not-listed'
    const found = [rowIn(await json(flat[at] ?? {})), rowIn(await zen(flat[at] ?? {}))]
    if (found.some((each) => each !== wanted))
      throw new Error(`case ${at}: the engines differ: ${wanted}, ${found.join(', ')}`)
  }
}

const SLICES = 8

/** The best of several slices, the same for every engine: other programs on the machine slow one slice, not all. */
function rateOf(times: number, work: (at: number) => void): Rate {
  const each = Math.ceil(times / SLICES)
  const rates = Array.from({ length: SLICES }, () => {
    const start = performance.now()
    for (let at = 0; at < each; at += 1) work(at)
    return (each * 1000) / (performance.now() - start)
  })
  return { perSecond: Math.max(...rates) }
}

async function rateOfAsync(times: number, work: (at: number) => Promise<void>): Promise<Rate> {
  const each = Math.ceil(times / SLICES)
  const rates: number[] = []
  for (let slice = 0; slice < SLICES; slice += 1) {
    const start = performance.now()
    for (let at = 0; at < each; at += 1) await work(at)
    rates.push((each * 1000) / (performance.now() - start))
  }
  return { perSecond: Math.max(...rates) }
}

function row(what: string, measured: Rate, name: string, baseline: Rate, goal: number): Row {
  const ratio = measured.perSecond / baseline.perSecond
  return {
    what,
    measured: Math.round(measured.perSecond).toLocaleString('en'),
    baseline: `${name}: ${Math.round(baseline.perSecond).toLocaleString('en')}`,
    ratio: `${ratio.toFixed(1)}×`,
    goal: `≥ ${goal}×`,
    reached: ratio >= goal,
  }
}
