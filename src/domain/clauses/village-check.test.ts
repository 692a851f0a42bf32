import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from './clause-text.ts'
import { checkVillageText, VILLAGE_TOPICS } from './village-check.ts'

const SIGNALS = [
  { topic: 'papers', groups: [['surat'], ['membantu', 'melayani']] },
  { topic: 'budget', groups: [['apbdes'], ['dibebankan']] },
] as const
const check = (text: string) => checkVillageText(splitText(text), SIGNALS, [])
const of = (text: string, topic: 'papers' | 'budget') => check(text).find((each) => each.topic === topic)!

describe('the check of a village regulation', () => {
  it('proposes where all that must be said stands in one sentence', () => {
    expect(of('Pasal 1\nDesa membantu surat warga.', 'papers')).toMatchObject({
      proposal: 'covered',
      places: [{ clause: 'pasal-1', words: ['surat', 'membantu'] }],
    })
  })

  it('is unclear about a half, a denial, and a thing that is only allowed', () => {
    expect(of('Pasal 1\nSurat warga disimpan.', 'papers').proposal).toBe('unclear')
    expect(of('Pasal 1\nDesa tidak membantu surat warga.', 'papers').proposal).toBe('unclear')
    expect(of('Pasal 1\nDesa dapat membantu surat warga.', 'papers').proposal).toBe('unclear')
    expect(of('Pasal 1\nDesa membantu.\nPasal 2\nSurat.', 'papers').proposal).toBe('unclear')
  })

  it('finds nothing where nothing is, and never decides', () => {
    expect(of('Pasal 1\nLain.', 'budget').proposal).toBe('not-found')
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = check(text)
        expect(found.map((each) => each.topic)).toEqual([...VILLAGE_TOPICS])
        expect(found.every((each) => each.decided === undefined)).toBe(true)
      }),
    )
  })

  it('lets what a person said stand beside its own proposal, the latest word first', () => {
    const said = (finding: 'covered' | 'unclear') => ({
      topic: 'papers' as const,
      finding,
      clauses: ['pasal-1'],
    })
    const found = checkVillageText(splitText('Pasal 1\nLain.'), SIGNALS, [said('unclear'), said('covered')])
    expect(found.find((each) => each.topic === 'papers')).toMatchObject({
      proposal: 'not-found',
      decided: { finding: 'covered' },
    })
  })
})
