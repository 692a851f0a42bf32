import { describe, expect, it } from 'vitest'
import { asWritten, nearestWord, searchPlan } from '#src/domain/law/search-words.ts'
import { loadLaw } from './law-files.ts'

const STATES = new Map([
  ['hong kong', 'HK'],
  ['malaysia', 'MY'],
])
const plan = (words: string) => searchPlan(loadLaw(), STATES, words)

describe('what a person means who types a few words', () => {
  it.each([
    ['UU 18 2017', 'UU 18/2017'],
    ['uu no. 18 tahun 2017 pasal 30 ayat 1', 'UU 18/2017 Pasal 30 ayat (1)'],
    ['undang-undang nomor 18 tahun 2017', 'UU 18/2017'],
    ['pasal 30 uu 18/2017', 'UU 18/2017 Pasal 30'],
    ['konvensi ILO 189', 'C189'],
    ['c-189', 'C189'],
    ['UU PPMI', 'UU 18/2017'],
    ['peraturan pemerintah 59 tahun 2021', 'PP 59/2021'],
  ])('reads %s as %s', (typed, written) => {
    expect(asWritten(typed)).toBe(written)
  })

  it('finds the law that is named, however it is typed, and what else is asked', () => {
    expect(plan('biaya uu 18 2017').cited).toEqual({ instrument: 'id-uu-18-2017', article: '-' })
    expect(plan('biaya uu 18 2017').groups[0]).toContain('ongkos')
    expect(plan('icrmw').cited?.instrument).toBe('un-icrmw-1990')
    expect(plan('pasal 30 uu tppo').cited).toEqual({ instrument: 'id-uu-21-2007', article: '30' })
  })

  it('reads a State in the words, and leaves out what says nothing', () => {
    expect(plan('Hong Kong minimum wage')).toEqual({
      states: ['HK'],
      groups: [expect.arrayContaining(['minimum']), expect.arrayContaining(['wage', 'upah', 'gaji'])],
    })
    expect(plan('apakah gaji saya boleh dipotong').groups).toHaveLength(2)
    expect(plan('apakah boleh').groups).toHaveLength(2)
  })

  it('leads to laws that the library has', () => {
    const ids = new Set(loadLaw().instruments.map((each) => each.id))
    for (const word of ['TPPO', 'saksi', 'kekerasan seksual', 'bpjs', 'abk'])
      expect(ids, word).toContain(plan(word).leads)
    for (const word of ['UU PPMI', 'UU TPPO', 'UU TPKS', 'UU PDP', 'UU Imigrasi', 'UU Desa', 'CMW'])
      expect(ids, word).toContain(plan(word).cited?.instrument)
  })
})

describe('a word that is spelled otherwise', () => {
  const known = new Set(['restitusi', 'perdagangan', 'paspor', 'upah'])

  it('becomes the known word that is one letter away, two in a long one', () => {
    expect(nearestWord(known, 'resitusi')).toBe('restitusi')
    expect(nearestWord(known, 'perdgangn')).toBe('perdagangan')
    expect(nearestWord(known, 'pasopr')).toBe('paspor')
  })

  it('stays as it is when it is known, short, a number, or near nothing', () => {
    for (const word of ['upah', 'upha', '18/2017', 'rembulan']) expect(nearestWord(known, word)).toBe(word)
  })
})
