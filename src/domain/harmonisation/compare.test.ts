import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LawCertainty } from '../law/article-ref.ts'
import { changesBetween } from './changes.ts'
import { tableColumns, type Corridor } from './columns.ts'
import { compareRules, type Cell, type ComparedColumn, type CompareQuery } from './compare.ts'
import { conflictsOn } from './conflicts.ts'
import { VERDICTS, type Verdict } from './decide.ts'
import { MODALITIES, PAIR_RELATIONS, type ComparedNorm, type JudgedPair, type Measure } from './norm.ts'

const YEARS: Measure = { code: 'years', units: ['years'], better: 'higher', notFor: [] }
const FEE: Measure = { code: 'fee', units: ['months'], better: 'lower', notFor: [] }
const NEED = { code: 'minimum-age', measures: [YEARS, FEE] }
const HOME: ComparedColumn = {
  id: 'id',
  sources: [{ level: 'origin-national', jurisdiction: 'ID' }],
  against: null,
}
const AWAY: ComparedColumn = {
  id: 'my',
  sources: [{ level: 'destination-national', jurisdiction: 'MY' }],
  against: HOME,
}
const ON = '2026-11-21'
const QUERY: CompareQuery = { needs: [NEED], columns: [HOME, AWAY], on: ON }

function norm(id: string, fields: Partial<ComparedNorm> = {}): ComparedNorm {
  return {
    id,
    kind: 'norm',
    need: 'minimum-age',
    level: 'destination-national',
    jurisdiction: 'MY',
    modality: 'must',
    parameter: null,
    phases: ['before', 'during'],
    sector: 'all',
    undocumented: 'unknown',
    instrument: `act-${id}`,
    validFrom: '2000-01-01',
    validUntil: null,
    datesConfidence: null,
    confidence: 'verified',
    compareWith: [],
    ...fields,
  }
}
const home = (id: string, fields: Partial<ComparedNorm> = {}): ComparedNorm =>
  norm(id, { level: 'origin-national', jurisdiction: 'ID', ...fields })
const age = (value: number | string, unit = 'years') => ({ parameter: { value, unit } })
const silent = (id: string, fields: Partial<ComparedNorm> = {}): ComparedNorm =>
  norm(id, { kind: 'silent', modality: 'none', ...fields })

function cellOf(
  norms: readonly ComparedNorm[],
  query: Partial<CompareQuery> = {},
  pairs: readonly JudgedPair[] = [],
): Cell<ComparedNorm> {
  const { rows } = compareRules(norms, { ...QUERY, ...query }, { pairs })
  return rows[0]!.cells.at(-1)!
}
const pair = (against: string, compared: string, relation: JudgedPair['relation']): JudgedPair => ({
  against,
  compared,
  relation,
  reason: { id: 'Sebab.', en: 'Reason.' },
  firstReader: 'one',
  secondReader: null,
})

describe('a cell', () => {
  it('is empty where nothing was found, and silent only where a text was searched', () => {
    expect(cellOf([])).toMatchObject({
      verdict: 'empty',
      reasons: [{ code: 'nothing-found' }],
      certainty: null,
    })
    expect(cellOf([silent('s')])).toMatchObject({ verdict: 'silent', certainty: 'verified' })
  })

  it('measures numbers of the same unit only, and says so where it cannot', () => {
    expect(cellOf([home('h', age(18)), norm('m', age(21))]).verdict).toBe('stronger')
    expect(cellOf([home('h', age(18)), norm('m', age(16))]).verdict).toBe('weaker')
    expect(cellOf([home('h', age(18)), norm('m', age(18))]).verdict).toBe('covered')
    expect(cellOf([home('h', age(0, 'months')), norm('m', age(1, 'months'))]).verdict).toBe('weaker')
    for (const other of [age('21-45'), age(252, 'months'), {}])
      expect(cellOf([home('h', age(18)), norm('m', other)])).toMatchObject({
        verdict: 'covered',
        reasons: [{ code: 'cannot-be-measured' }],
      })
  })

  it('leaves out a number that has the same unit and another meaning', () => {
    const needs = [{ code: 'minimum-age', measures: [{ ...YEARS, notFor: ['m'] }] }]
    expect(cellOf([home('h', age(18)), norm('m', age(3))], { needs }).verdict).toBe('covered')
  })

  it('takes what people judged before what numbers say, and says that one reader judged', () => {
    const judged = cellOf([home('h', age(18)), norm('m', age(21))], {}, [pair('h', 'm', 'weaker')])
    expect(judged).toMatchObject({ verdict: 'weaker', marks: expect.arrayContaining(['one-reader']) })
    expect(judged.reasons).toEqual([{ code: 'judged-weaker', compared: 'm', against: 'h' }])
  })

  it('turns a judgement round when it is looked at from the other side', () => {
    expect(cellOf([home('h'), norm('m')], {}, [pair('m', 'h', 'weaker')]).verdict).toBe('stronger')
    expect(cellOf([home('h'), norm('m')], {}, [pair('m', 'h', 'separate')]).reasons).toEqual([
      { code: 'cannot-be-measured' },
    ])
  })

  it('is in conflict where one forbids what the other allows, only if the two were laid beside each other', () => {
    const forbids = home('h', { modality: 'must-not' })
    const allows = norm('m', { modality: 'may', compareWith: ['h'] })
    expect(cellOf([forbids, allows])).toMatchObject({ verdict: 'in-conflict', certainty: 'unverified' })
    expect(cellOf([forbids, { ...allows, compareWith: [] }]).verdict).toBe('weaker')
    expect(cellOf([norm('m', { kind: 'conflict' })])).toMatchObject({
      verdict: 'in-conflict',
      reasons: [{ code: 'conflict-recorded', compared: 'm' }],
    })
    const within = cellOf([norm('a'), norm('b')], {}, [pair('a', 'b', 'contradicts')])
    expect(within.reasons).toEqual([{ code: 'contradicts-within', compared: 'a', against: 'b' }])
  })

  it('does not let a rule for all except domestic workers cover a domestic worker, and shows it all the same', () => {
    const cell = cellOf([home('h'), norm('m', { sector: 'all except domestic' })], { sector: 'domestic' })
    expect(cell).toMatchObject({ verdict: 'empty', reasons: [{ code: 'other-sectors-only' }] })
    expect(cell.entries).toMatchObject([{ role: 'other-sector', norm: { id: 'm' } }])
    expect(cellOf([norm('m', { sector: 'all except domestic' })], { sector: 'fishing' }).verdict).toBe(
      'covered',
    )
  })

  it('does not let a rule for all reach workers whom its Act leaves out as a whole', () => {
    const scope = silent('scope', {
      need: 'domestic-worker-coverage',
      sector: 'domestic',
      instrument: 'the-act',
    })
    const rule = norm('m', { instrument: 'the-act' })
    const cell = cellOf([scope, rule], { sector: 'domestic' })
    expect(cell).toMatchObject({
      verdict: 'empty',
      reasons: [{ code: 'act-leaves-out', compared: 'scope' }],
      entries: [
        { role: 'decides', norm: { id: 'scope' } },
        { role: 'other-sector', norm: { id: 'm' } },
      ],
    })
    expect(cellOf([scope, rule], { sector: 'construction' }).verdict).toBe('covered')
  })

  it('is weaker for everybody when some workers are left out', () => {
    const cell = cellOf([
      home('h'),
      norm('m', { sector: 'all except domestic' }),
      silent('s', { sector: 'domestic' }),
    ])
    expect(cell).toMatchObject({ verdict: 'weaker', marks: expect.arrayContaining(['leaves-out-some']) })
    expect(cell.reasons.map((reason) => reason.code)).toContain('leaves-some-out')
  })

  it('is weaker where the other side has a duty and this one only a possibility', () => {
    expect(cellOf([home('h'), norm('m', { modality: 'may' })])).toMatchObject({
      verdict: 'weaker',
      reasons: [{ code: 'only-may' }],
      marks: ['only-may'],
    })
  })

  it('is never more than weaker when its words bind nobody', () => {
    const force = (instrument: string) => (instrument === 'act-m' ? 'not-binding' : 'binding')
    const { rows } = compareRules([home('h', age(18)), norm('m', age(21))], QUERY, { pairs: [], force })
    expect(rows[0]!.cells[1]).toMatchObject({ verdict: 'weaker' })
    expect(rows[0]!.cells[1]!.reasons.at(-1)).toEqual({ code: 'not-binding' })
  })

  it('marks a rule known from memory only, one for a programme, and one that leaves out people without papers', () => {
    expect(cellOf([norm('m', { confidence: 'unverified', validFrom: null })]).marks).toEqual([
      'not-verified',
      'start-not-read',
    ])
    expect(cellOf([norm('m', { sector: 'EPS sectors', undocumented: 'no' })]).marks).toEqual([
      'programme-only',
      'undocumented-left-out',
    ])
  })

  it('follows the phase that is asked for', () => {
    expect(cellOf([norm('m', { phases: ['after'] })], { phase: 'during' }).verdict).toBe('empty')
    expect(cellOf([norm('m', { phases: ['after'] })], { phase: 'after' }).verdict).toBe('covered')
  })
})

describe('the day', () => {
  const old = norm('old', { ...age(16), validUntil: '2020-01-01' })
  const now = norm('new', { ...age(21), validFrom: '2020-01-01' })

  it('selects the version that holds: the first day counts, the last does not', () => {
    const rules = [home('h', age(18)), old, now]
    expect(cellOf(rules, { on: '2019-12-31' }).entries.map((each) => each.norm.id)).toEqual(['old'])
    expect(cellOf(rules, { on: '2020-01-01' }).entries.map((each) => each.norm.id)).toEqual(['new'])
  })

  it('tells which cells changed between two days, and by which rule', () => {
    const changes = changesBetween(
      [home('h', age(18)), old, now],
      { needs: [NEED], columns: [HOME, AWAY] },
      { from: '2019-06-01', to: '2021-06-01' },
      { pairs: [] },
    )
    expect(changes).toMatchObject([
      {
        column: 'my',
        before: { verdict: 'weaker' },
        after: { verdict: 'stronger' },
        began: [{ id: 'new' }],
        ended: [{ id: 'old' }],
      },
    ])
  })
})

describe('conflicts', () => {
  it('lists what contradicts, and inside a country what is weaker, each once', () => {
    const rules = [
      home('a', { compareWith: ['b', 'm'] }),
      home('b', { level: 'implementing', compareWith: ['a'] }),
      norm('m', { compareWith: ['a'] }),
      norm('c', { kind: 'conflict' }),
    ]
    const found = conflictsOn(rules, ON, [pair('a', 'b', 'weaker'), pair('a', 'm', 'weaker')])
    expect(found).toMatchObject([
      { one: { id: 'c' }, relation: 'contradicts' },
      { one: { id: 'a' }, other: { id: 'b' }, relation: 'weaker', internal: true },
    ])
  })
})

describe('columns', () => {
  const corridor: Corridor = { id: 'malaysia', origin: 'ID', destination: 'MY', bilateral: ['ID-MY'] }

  it('holds everything against the origin, or the column that was asked for', () => {
    const held = (yardstick?: string) =>
      tableColumns('across', [corridor], yardstick).map((column) => [column.id, column.against?.id])
    expect(held()).toEqual([
      ['world', 'id'],
      ['asean', 'id'],
      ['id', undefined],
      ['my-agreement', 'id'],
      ['my', 'id'],
    ])
    expect(held('my').at(2)).toEqual(['id', 'my'])
    expect(held('xx')).toEqual(held())
  })

  it('holds rules against their statute and statutes against the conventions', () => {
    expect(tableColumns('down', [corridor]).map((column) => [column.id, column.against?.id])).toEqual([
      ['world', undefined],
      ['asean', 'world'],
      ['id-law', 'world'],
      ['id-rules', 'id-law'],
      ['my-agreement', 'world'],
      ['my-law', 'world'],
      ['my-rules', 'my-law'],
    ])
  })
})

const certainty = fc.constantFrom<LawCertainty>('verified', 'secondary', 'unverified')
const anyNorm = fc
  .record({
    kind: fc.constantFrom<ComparedNorm['kind']>('norm', 'norm', 'norm', 'silent', 'conflict'),
    abroad: fc.boolean(),
    modality: fc.constantFrom(...MODALITIES),
    value: fc.option(fc.integer({ min: 14, max: 25 }), { nil: null }),
    unit: fc.constantFrom('years', 'months', 'words'),
    sector: fc.constantFrom('all', 'domestic', 'all except domestic', 'EPS sectors', 'fishing/seafarers'),
    validFrom: fc.constantFrom(null, '1999-01-01', '2020-01-01', '2030-01-01'),
    validUntil: fc.constantFrom(null, '2040-01-01', '2025-01-01'),
    confidence: certainty,
    compareWith: fc.subarray(['n0', 'n1', 'n2', 'n3']),
  })
  .map(({ abroad, value, unit, kind, modality, ...rest }) => ({
    ...rest,
    kind,
    modality: kind === 'silent' ? ('none' as const) : modality,
    parameter: value === null ? null : { value, unit },
    ...(abroad ? {} : { level: 'origin-national' as const, jurisdiction: 'ID' }),
  }))
const anyNorms = fc
  .array(anyNorm, { maxLength: 7 })
  .map((all) => all.map((fields, at) => norm(`n${at}`, fields)))
const anyPairs = fc.uniqueArray(
  fc
    .tuple(fc.nat(6), fc.nat(6), fc.constantFrom(...PAIR_RELATIONS))
    .filter(([a, b]) => a < b)
    .map(([a, b, relation]) => pair(`n${a}`, `n${b}`, relation)),
  { selector: (each) => `${each.against} ${each.compared}` },
)
const anySector = fc.constantFrom(undefined, 'domestic' as const, 'fishing' as const)
const RANK: Readonly<Record<Verdict, number>> = {
  empty: 0,
  silent: 1,
  weaker: 2,
  covered: 3,
  stronger: 4,
  'in-conflict': -1,
}

describe('whatever the norms', () => {
  it('gives two drafters the same table: the order of the norms never matters', () => {
    fc.assert(
      fc.property(
        anyNorms.chain((norms) =>
          fc.tuple(fc.constant(norms), fc.shuffledSubarray(norms, { minLength: norms.length })),
        ),
        anyPairs,
        anySector,
        ([norms, other], pairs, sector) => {
          const query = { ...QUERY, sector }
          expect(compareRules(other, query, { pairs })).toEqual(compareRules(norms, query, { pairs }))
        },
      ),
    )
  })

  it('never reads silence as allowed: one more silent text turns nothing into covered or stronger', () => {
    fc.assert(
      fc.property(anyNorms, anyPairs, anySector, certainty, (norms, pairs, sector, confidence) => {
        const before = cellOf(norms, { sector }, pairs).verdict
        const after = cellOf([...norms, silent('more', { confidence })], { sector }, pairs).verdict
        if (after === 'covered' || after === 'stronger') expect(after).toBe(before)
        if (before === 'empty') expect(after).toBe('silent')
      }),
    )
  })

  it('never lowers a verdict for a stronger norm', () => {
    fc.assert(
      fc.property(anyNorms, anySector, (all, sector) => {
        const norms = all
          .map((each) => ({ ...each, compareWith: [] }))
          .filter((each) => each.kind !== 'conflict')
        const before = cellOf(norms, { sector }).verdict
        const after = cellOf([...norms, norm('more', age(99))], { sector }).verdict
        expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before])
      }),
    )
  })

  it('never makes a cell certain by a rule that stands on memory alone', () => {
    fc.assert(
      fc.property(anyNorms, anyPairs, anySector, (norms, pairs, sector) => {
        const cell = cellOf(norms, { sector }, pairs)
        const read = cellOf(
          norms.filter((each) => each.confidence !== 'unverified'),
          { sector },
          pairs,
        )
        if (cell.verdict !== read.verdict)
          expect(cell.certainty === 'unverified' || cell.verdict === 'empty').toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('cites a rule in every cell that is not empty, and only rules that hold on the day', () => {
    fc.assert(
      fc.property(anyNorms, anyPairs, anySector, (norms, pairs, sector) => {
        const cell = cellOf(norms, { sector }, pairs)
        expect(VERDICTS).toContain(cell.verdict)
        if (cell.verdict !== 'empty') expect(cell.entries.some((each) => each.role === 'decides')).toBe(true)
        for (const { norm: each } of cell.entries) {
          expect(each.validFrom === null || each.validFrom <= ON).toBe(true)
          expect(each.validUntil === null || each.validUntil > ON).toBe(true)
        }
      }),
    )
  })
})

it('holds an implementing rule against its statute and against the conventions', () => {
  const columns = tableColumns('down', [
    { id: 'malaysia', origin: 'ID', destination: 'MY', bilateral: ['ID-MY'] },
  ])
  const rules = [
    norm('treaty', { level: 'international', jurisdiction: 'ILO', ...age(18) }),
    norm('rule', { level: 'implementing', ...age(16) }),
  ]
  const { rows } = compareRules(rules, { ...QUERY, columns }, { pairs: [] })
  expect(rows[0]!.cells.at(-1)).toMatchObject({ column: 'my-rules', verdict: 'weaker' })
})
