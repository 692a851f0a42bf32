import { describe, expect, it } from 'vitest'
import { partialDateOf } from '../kernel/partial-date.ts'
import { decideStage, STAGES, stagesAfter, type StageChange } from './pipeline.ts'

const CHANGE: StageChange = {
  from: 'talks',
  to: 'signed',
  on: '2022-04-01',
  reason: 'Ditandatangani di Jakarta.',
  before: partialDateOf('2022-01'),
  today: '2026-11-21',
}
const codes = (change: Partial<StageChange>) => {
  const decision = decideStage({ ...CHANGE, ...change })
  return decision.kind === 'allowed' ? [] : decision.problems.map(({ path, code }) => `${path} ${code}`)
}

describe('the way of an agreement', () => {
  it('goes from idea over talks and signature into force, review and end', () => {
    const way = ['idea', 'talks', 'signed', 'in-force', 'review', 'ended'] as const
    for (const [at, from] of way.slice(0, -1).entries()) expect(stagesAfter(from)).toContain(way[at + 1])
  })
  it('jumps over nothing: what was never signed is not in force', () => {
    expect(codes({ from: 'idea', to: 'in-force' })).toEqual(['to stage.not-from-here'])
    expect(codes({ to: 'in-force' })).toEqual(['to stage.not-from-here'])
    expect(codes({ from: 'idea', to: 'signed' })).toEqual(['to stage.not-from-here'])
  })
  it('leads from everywhere to the end, and back from there only through a review', () => {
    for (const stage of STAGES) if (stage !== 'ended') expect(stagesAfter(stage)).toContain('ended')
    expect(stagesAfter('ended')).toEqual(['review'])
  })
  it('never leads back to unclear or to the same stage', () => {
    for (const stage of STAGES) {
      expect(stagesAfter(stage)).not.toContain('unclear')
      expect(stagesAfter(stage)).not.toContain(stage)
    }
  })
  it('wants a reason, and a day that is a day', () => {
    expect(codes({ reason: ' ', on: '2022-02-30' })).toEqual(['on date.wrong', 'reason text.missing'])
    expect(codes({ to: 'perhaps' })).toEqual(['to stage.not-from-here'])
  })
  it('takes a month or no day, but no day to come and none before the last step', () => {
    expect(decideStage({ ...CHANGE, on: '' })).toMatchObject({ kind: 'allowed', on: null })
    expect(decideStage({ ...CHANGE, on: '2022-04' })).toMatchObject({ kind: 'allowed', on: '2022-04' })
    expect(codes({ on: '2026-11-22' })).toEqual(['on date.future'])
    expect(codes({ on: '2021-12-31' })).toEqual(['on stage.before-last'])
    expect(codes({ on: '2022' })).toEqual([])
  })
})
