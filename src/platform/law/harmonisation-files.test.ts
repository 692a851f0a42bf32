import { describe, expect, it } from 'vitest'
import { tableColumns } from '#src/domain/harmonisation/columns.ts'
import { compareRules } from '#src/domain/harmonisation/compare.ts'
import { loadRulebook } from '../rulebook.ts'
import { loadNorms } from '../norms.ts'
import { faultsOfHarmonisation, loadHarmonisation } from './harmonisation-files.ts'

const data = loadHarmonisation()
const norms = loadNorms()
const EMPTY = ['nothing-found', 'other-sectors-only', 'act-leaves-out', 'no-duty-said']
const ON = '2026-11-21'

describe('the data of the comparer', () => {
  it('has the 33 needs of the norms in the order of the journeys, and the nine branches of C102', () => {
    expect(data.needs).toHaveLength(33)
    expect(data.groups[0]?.needs[0]?.code).toBe('wage-payment')
    expect(data.needs.flatMap((need) => need.c102Part ?? [])).toEqual([
      'II',
      'III',
      'IV',
      'V',
      'VI',
      'VII',
      'VIII',
      'IX',
      'X',
    ])
  })

  it('knows the seven corridors', () => {
    expect(data.corridors.map((corridor) => corridor.destination)).toEqual([
      'MY',
      'HK',
      'TW',
      'SA',
      'SG',
      'KR',
      'JP',
    ])
  })

  it('judges every pair that the norms lay beside each other, and names no second reader who was none', () => {
    const judged = new Set(data.pairs.map((pair) => [pair.against, pair.compared].toSorted().join(' ')))
    for (const norm of norms)
      for (const other of norm.compareWith) expect(judged).toContain([norm.id, other].toSorted().join(' '))
    expect(data.pairs.every((pair) => pair.secondReader === null)).toBe(true)
  })

  it('tells of a need, a unit, a pair or a corridor that leads nowhere', () => {
    const [corridor] = data.corridors
    const [pair] = data.pairs
    const faults = faultsOfHarmonisation(
      {
        ...data,
        needs: data.needs.filter((need) => need.code !== 'minimum-age'),
        pairs: [...data.pairs, { ...pair!, against: 'nowhere' }],
        corridors: [{ ...corridor!, bilateral: ['ID-XX'] }],
      },
      norms.map((norm) => (norm.id === 'my-age' ? { ...norm, sector: 'dancers' } : norm)),
    )
    expect(faults).toContain('a pair names the unknown nowhere')
    expect(faults).toContain('the corridor malaysia names ID-XX, of which there is no norm')
    expect(faults).toContain('my-age is for unknown people: dancers')
    expect(faults).toContain('my-age is about the unknown need minimum-age')
  })
})

describe.each(['across', 'down'] as const)('the table %s', (mode) => {
  const table = compareRules(
    norms,
    { needs: data.needs, columns: tableColumns(mode, data.corridors), on: ON, sector: 'domestic' },
    { pairs: data.pairs },
  )
  const cells = table.rows.flatMap((row) => row.cells)

  it('has a citation in every cell, or the cell is empty', () => {
    const { instruments } = loadRulebook()
    for (const cell of cells)
      if (cell.verdict === 'empty') expect(EMPTY).toContain(cell.reasons[0]?.code)
      else
        for (const { norm } of cell.entries) {
          expect(instruments.has(norm.instrument)).toBe(true)
          expect(norm.article).not.toBe('')
        }
  })

  it('is sure of no cell that stands on memory alone', () => {
    for (const cell of cells)
      if (cell.entries.length > 0 && cell.entries.every(({ norm }) => norm.confidence === 'unverified'))
        expect([cell.need, cell.column, cell.marks]).toEqual([
          cell.need,
          cell.column,
          expect.arrayContaining(cell.verdict === 'empty' ? [] : ['not-verified']),
        ])
  })
})

describe('what the table says', () => {
  const cellOf = (need: string, column: string, on = ON) =>
    compareRules(
      norms,
      { needs: data.needs, columns: tableColumns('across', data.corridors), on, sector: 'domestic' },
      { pairs: data.pairs },
    )
      .rows.find((row) => row.need === need)
      ?.cells.find((cell) => cell.column === column)

  it('shows the fee that Hong Kong allows as a conflict with the Indonesian ban', () => {
    expect(cellOf('placement-cost', 'hk')).toMatchObject({ verdict: 'in-conflict', certainty: 'verified' })
  })

  it('shows the Malaysian rest day as silent for domestic workers, not as allowed', () => {
    expect(cellOf('weekly-rest-day', 'my')).toMatchObject({ verdict: 'silent' })
  })

  it('does not give a Korean household worker the rest day of an Act that leaves her out', () => {
    expect(cellOf('weekly-rest-day', 'kr')).toMatchObject({
      verdict: 'empty',
      reasons: [{ code: 'act-leaves-out', compared: 'kr-lsa-11' }],
    })
  })

  it('shows the conflict inside Indonesian law only since the regulation of 2025', () => {
    expect(cellOf('placement-cost', 'id', '2024-01-01')?.verdict).toBe('covered')
    expect(cellOf('placement-cost', 'id')?.verdict).toBe('in-conflict')
  })

  it('measures Singapore’s minimum age of 23 as stronger than 18', () => {
    expect(cellOf('minimum-age', 'sg')).toMatchObject({ verdict: 'stronger', certainty: 'verified' })
  })
})
