import { describe, expect, it } from 'vitest'
import { faultsOfLibrary } from './library-faults.ts'
import type { LawArticle, LawInstrument, LawLibrary, LawStatement } from './law-library.ts'
import { nameKey, relationsOf, resolveCitation } from './resolve-citation.ts'

const instrument = (id: string, more: Partial<LawInstrument> = {}): LawInstrument => ({
  id,
  formerIds: [],
  short: id.toUpperCase(),
  aliases: [],
  title: { id: 'Undang-Undang Contoh', en: null },
  kind: 'law',
  level: 'national',
  binding: { force: 'binding', note: null },
  states: ['ID'],
  parties: [],
  adopted: null,
  signed: null,
  inForce: null,
  status: [],
  relations: [],
  officialText: { url: null, how: 'none' },
  sources: [{ citation: 'contoh', url: null, readOn: null, confidence: 'unverified' }],
  confidence: 'unverified',
  checkedBy: null,
  checkedOn: null,
  topics: [],
  note: null,
  ...more,
})
const entry = (article: string, more: Partial<LawArticle> = {}): LawArticle => ({
  instrument: 'uu-1',
  article,
  state: 'not-read',
  summary: null,
  confidence: 'unverified',
  source: null,
  validFrom: null,
  validUntil: null,
  changedBy: [],
  ...more,
})
const statement: LawStatement = {
  id: 'no-agreement',
  short: 'Tanpa perjanjian',
  aliases: [],
  kind: 'no-agreement-found',
  states: ['ID'],
  says: { id: 'Tidak ditemukan.', en: 'Not found.' },
  searched: ['contoh'],
  searchedOn: '2026-11-20',
  instead: null,
  sources: [{ citation: 'contoh', url: null, readOn: null, confidence: 'secondary' }],
  confidence: 'secondary',
}
const library: LawLibrary = {
  instruments: [
    instrument('uu-1', { formerIds: ['uu-1-old'], aliases: ['UU 1/2020'] }),
    instrument('uu-2', {
      relations: [
        {
          kind: 'amends',
          instrument: 'uu-1',
          articles: 'Pasal 6',
          from: null,
          confidence: 'secondary',
          source: null,
        },
      ],
    }),
  ],
  articles: [entry('Pasal 6'), entry('Pasal 6 ayat (1) huruf j'), entry('Pasal 7')],
  statements: [statement],
  errata: [],
}
const articlesOf = (name: string, article: string) => {
  const found = resolveCitation(library, { instrument: name, article })
  return found.kind === 'instrument' ? found.articles.map((each) => each.article) : found
}

describe('resolveCitation', () => {
  it('finds the narrowest entry that holds the place', () => {
    expect(articlesOf('uu-1', 'Pasal 6 ayat (1) huruf j')).toEqual(['Pasal 6 ayat (1) huruf j'])
    expect(articlesOf('uu-1', '6(2)')).toEqual(['Pasal 6'])
    expect(articlesOf('uu-1', 'Pasal 6–7')).toEqual(['Pasal 6', 'Pasal 7'])
  })

  it('takes ids, former ids, short and other names, and the long way of writing a number', () => {
    for (const name of [
      'uu-1',
      'uu-1-old',
      'UU-1',
      'UU 1/2020',
      'UU No. 1 Tahun 2020',
      'uu nomor 1 tahun 2020',
    ])
      expect(articlesOf(name, '-')).toEqual([])
    expect(nameKey('UU  18 Tahun 2017')).toBe('uu 18/2017')
  })

  it('says what a statement is, and why a citation names nothing', () => {
    expect(resolveCitation(library, { instrument: 'no-agreement', article: '-' })).toEqual({
      kind: 'statement',
      statement,
    })
    expect(articlesOf('uu-9', '-')).toMatchObject({ why: 'unknown-instrument' })
    expect(articlesOf('uu-1', 'Pasal 8')).toMatchObject({ why: 'unknown-article', what: 'UU-1 8' })
    expect(articlesOf('uu-1', 'xx')).toMatchObject({ why: 'unreadable-article' })
  })

  it('tells a relation from both sides', () => {
    expect(relationsOf(library, 'uu-2').does).toHaveLength(1)
    expect(relationsOf(library, 'uu-1').undergoes).toMatchObject([
      { from: 'uu-2', relation: { kind: 'amends' } },
    ])
  })
})

describe('faultsOfLibrary', () => {
  const faults = (more: Partial<LawLibrary>) => faultsOfLibrary({ ...library, ...more })

  it('finds nothing wrong in a right one', () => {
    expect(faultsOfLibrary(library)).toEqual([])
  })

  it('refuses a name that stands twice, in whatever spelling', () => {
    const twin = instrument('uu-3', { aliases: ['UU Nomor 1 Tahun 2020'] })
    expect(faults({ instruments: [...library.instruments, twin] })).toEqual([
      'uu-3 and uu-1 are both called uu 1/2020',
    ])
  })

  it('refuses an article that stands twice, an unknown law and an empty window', () => {
    expect(faults({ articles: [entry('Pasal 6'), entry('Pasal 6')] })).toEqual(['uu-1 Pasal 6 stands twice'])
    expect(faults({ articles: [entry('Pasal 6', { instrument: 'uu-9' })] })).toHaveLength(1)
    expect(
      faults({ articles: [entry('Pasal 6', { validFrom: '2020-01-01', validUntil: '2020-01-01' })] }),
    ).toEqual(['uu-1 Pasal 6 has an empty window'])
    expect(faults({ articles: [entry('Pasal 6–7')] })).toEqual(['uu-1 Pasal 6–7 is not one article'])
  })

  it('refuses a summary from memory, one without a source, and "verified" that nobody read', () => {
    const summary = { id: 'Isi.', en: 'Content.' }
    expect(faults({ articles: [entry('Pasal 6', { summary, source: 'ingatan' })] })).toEqual([
      'uu-1 Pasal 6 is summed up from memory',
    ])
    expect(faults({ articles: [entry('Pasal 6', { summary, confidence: 'secondary' })] })).toEqual([
      'uu-1 Pasal 6 is summed up without a source',
    ])
    expect(faults({ articles: [entry('Pasal 6', { confidence: 'verified' })] })).toEqual([
      'uu-1 Pasal 6 is called verified, and nobody read it',
    ])
  })

  it('refuses a relation and an erratum that lead nowhere', () => {
    const [relation] = library.instruments[1]?.relations ?? []
    if (relation === undefined) throw new Error('no relation')
    const lost = instrument('uu-3', { relations: [{ ...relation, instrument: 'uu-9' }] })
    expect(faults({ instruments: [...library.instruments, lost] })).toEqual([
      'uu-3 leads to uu-9, which is no instrument',
    ])
    const words = { id: 'a', en: 'a' }
    const erratum = { id: 'e', where: words, said: words, right: words, confidence: 'secondary' as const }
    expect(
      faults({ errata: [{ ...erratum, basis: [{ instrument: 'uu-1', article: 'Pasal 99' }] }] }),
    ).toEqual(['e: unknown-article UU-1 99'])
  })
})
