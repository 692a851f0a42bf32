import { describe, expect, it } from 'vitest'
import { loadAdvocacy, readAdvocacy } from './advocacy-files.ts'
import { lawFile } from './law-source.ts'

const gapsFile = () => structuredClone(lawFile('law/gaps.json')) as { gaps: Record<string, unknown>[] }
const recommendations = () => lawFile('law/recommendations.json')

describe('the first entries of the register', () => {
  it('hold every gap of the legal notes and a recommendation of each of the five papers', () => {
    const { gaps, recommendations: all } = loadAdvocacy()
    for (const id of [
      'ban-without-penalty',
      'crime-abroad-wording',
      'individual-own-risk',
      'no-time-for-missions',
      'two-heads',
    ])
      expect(gaps.map((gap) => gap.id)).toContain(id)
    expect(new Set(all.map((each) => each.paper.number)).size).toBe(5)
    for (const id of [
      'j-ratify-c102',
      't-mlat',
      'i-zero-cost',
      'j-easier-social-security',
      'h-efficient-exchange',
      'm-village-regulation',
    ])
      expect(all.map((each) => each.id)).toContain(id)
  })

  it('have ids that stay and never meet', () => {
    const { gaps, recommendations: all } = loadAdvocacy()
    const ids = [...gaps, ...all].map((each) => each.uuid)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  })

  it('say of each known state where it stands', () => {
    for (const { state } of loadAdvocacy().recommendations)
      if (state !== null) expect(state.source.citation.length).toBeGreaterThan(3)
  })
})

describe('wrong entries', () => {
  const withLaw = (law: Record<string, unknown>) => {
    const file = gapsFile()
    file.gaps[0]!['law'] = {
      kind: 'silent',
      norm: null,
      instrument: null,
      article: null,
      searched: null,
      ...law,
    }
    return () => readAdvocacy(file, recommendations())
  }

  it('are refused: an article that the library does not have', () => {
    expect(withLaw({ kind: 'article', instrument: 'id-uu-18-2017', article: 'Pasal 999' })).toThrow(
      'no entry for',
    )
  })

  it('are refused: a norm that is none, or a silence of a norm that speaks', () => {
    expect(withLaw({ kind: 'norm', norm: 'nothing' })).toThrow('which is none')
    expect(withLaw({ kind: 'silent', norm: 'id-uu18-30-cost' })).toThrow('calls a norm that speaks silent')
  })

  it('are refused: a silence without where was searched', () => {
    expect(withLaw({})).toThrow('does not say where was searched')
  })
})
