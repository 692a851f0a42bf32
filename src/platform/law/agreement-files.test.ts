import { describe, expect, it } from 'vitest'
import { AGREEMENT_TYPES } from '#src/domain/agreements/codes.ts'
import { faultsOfAgreement, loadAgreementFile, type AgreementRecord } from './agreement-files.ts'
import { loadLaw } from './law-files.ts'

const { agreements, forms, fields, models } = loadAgreementFile()
const TODAY = '2026-11-21'
const OCS = agreements.find(({ id }) => id === 'id-my-mou-2022') as AgreementRecord
const faults = (changes: Partial<AgreementRecord>) => faultsOfAgreement({ ...OCS, ...changes }, TODAY)

describe('the delivered agreements', () => {
  it('have every bilateral instrument of the library, and nothing that was searched and not found', () => {
    const known = new Set(agreements.map(({ instrument }) => instrument))
    const bilateral = loadLaw().instruments.filter(({ level }) => level === 'bilateral')
    expect(bilateral.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([])
    const statements = new Set(loadLaw().statements.map(({ id }) => id))
    expect(
      agreements.filter(({ id, instrument }) => statements.has(id) || statements.has(instrument ?? '')),
    ).toEqual([])
  })

  it('call nothing signed that is only announced, and say unclear where no source tells', () => {
    const stage = new Map(agreements.map((each) => [each.id, each.stage]))
    expect(stage.get('id-sa-2025')).toBe('talks')
    expect(stage.get('id-kr-crew-mou')).toBe('unclear')
    for (const { type } of agreements) expect(AGREEMENT_TYPES).toContain(type)
  })

  it('give every duty who owes it, who answers for it and a day to look at it again', () => {
    const duties = agreements.flatMap(({ items }) => items.filter(({ kind }) => kind === 'duty'))
    expect(duties.length).toBeGreaterThan(10)
    for (const { content } of duties)
      expect(content).toMatchObject({
        owedBy: expect.any(String) as string,
        responsible: expect.any(String) as string,
        checkOn: expect.any(String) as string,
      })
  })

  it('know the ten forms, four fields and three models with their source', () => {
    expect([forms.length, fields.length, models.length]).toEqual([10, 4, 3])
    for (const { citation } of [...forms, ...fields, ...models]) expect(citation).not.toBe('')
  })
})

describe('a wrong agreement', () => {
  it('is refused with every fault', () => {
    expect(faults({})).toEqual([])
    expect(faults({ states: ['ID'] })).toContain('has fewer than two parties')
    expect(faults({ stage: 'in-force' })).toContain('its last step is not its stage')
    expect(faults({ steps: OCS.steps.toReversed(), stage: 'talks' })).toContain(
      'no step leads from signed to talks',
    )
    expect(faults({ steps: [...OCS.steps, ...OCS.steps] })).toContain('has a key twice')
  })

  it('may name neither an unknown instrument, nor an article that is not there, nor a statement', () => {
    expect(faults({ instrument: 'id-xx-1' })).toContain('unknown-instrument: id-xx-1')
    expect(faults({ instrument: 'id-sg-practice' })).toContain('id-sg-practice is no agreement')
    const duty = OCS.items[0]!
    const items = [{ ...duty, content: { ...duty.content, article: 'Pasal 99' } }]
    expect(faults({ items }).join()).toContain('unknown-article')
    expect(faults({ items: [{ ...duty, content: { ...duty.content, state: 'perhaps' } }] })).toContain(
      'ocs.state: code.wrong',
    )
  })
})
