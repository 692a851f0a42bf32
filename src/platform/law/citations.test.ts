import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { citationFault, citationFaultsIn, placedCitations } from '#src/domain/law/citation-faults.ts'
import { citationsIn } from '#src/domain/law/citations-in-text.ts'
import { nameKey, namesOf, resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { loadNorms } from '../norms.ts'
import { loadReference } from '../reference.ts'
import { loadRulebookTexts } from '../rulebook.ts'
import { loadStandardSteps } from '../standard-steps.ts'
import { loadLaw } from './law-files.ts'

const library = loadLaw()
const ROOT = new URL('../../../', import.meta.url)

/** The program's own sources without tests, made-up examples and comments: what can reach a screen or a letter. */
const SOURCES = filesBelow('src/')
  .filter((name) => /\.tsx?$/.test(name))
  .filter((name) => !/\.test\.tsx?$|\.fixtures?\.tsx?$|fixtures\.tsx$|generated/.test(name))
const SEEDS = filesBelow('seeds/')
  .filter((name) => name.endsWith('.json'))
  // The errors in circulation quote laws that do not exist.
  .filter((name) => name !== 'seeds/reference/law/errata.json')

describe('every citation printed anywhere resolves to an entry of the law library', () => {
  it.each(SEEDS)('%s', (name) => {
    const content: unknown = JSON.parse(textOf(name))
    const sentences = stringsIn(content).flatMap((text) =>
      faultsInText(text, `${name} "${text.slice(0, 60)}"`),
    )
    expect([...citationFaultsIn(library, content, name), ...sentences]).toEqual([])
  })

  it('the sentences of every screen and letter, in both languages, and every law the program names', () => {
    const found = SOURCES.flatMap((name) => faultsInText(withoutComments(textOf(name)), name))
    expect(found).toEqual([])
  })

  it('every article that the program writes as a reference', () => {
    const faults = SOURCES.flatMap((name) =>
      [...withoutComments(textOf(name)).matchAll(/\barticle\(\s*'([^']+)',\s*'([^']+)'/g)].flatMap(
        ([, instrument = '', place = '']) =>
          citationFault(library, { instrument, article: place }, name) ?? [],
      ),
    )
    expect(faults).toEqual([])
  })

  it('what the loaders give to the program: chapters, steps and norms', () => {
    const all = [loadRulebookTexts().chapters, loadStandardSteps(), loadNorms()]
    expect(all.flatMap((each) => citationFaultsIn(library, each, 'loaded'))).toEqual([])
    expect(placedCitations(all, 'all').length).toBeGreaterThan(900)
  })

  it('the ground of each competence of a body: a law, a mandate, or a source that is named as one', () => {
    const names = new Set([...library.instruments, ...library.statements].flatMap(namesOf).map(nameKey))
    const grounds = loadReference().agencies.flatMap((each) => each.competences.map(({ basis }) => basis))
    const without = grounds.filter(
      (basis) =>
        citationsIn(basis).length === 0 &&
        !basis.split('; ').some((part) => names.has(nameKey(part))) &&
        !/^(?:seed paper|general knowledge|own mandate)/.test(basis),
    )
    expect(without).toEqual([])
  })
})

describe('no citation is surer than the library', () => {
  const read = (instrument: string, article: string) => {
    const found = resolveCitation(library, { instrument, article })
    return found.kind !== 'instrument' || found.articles.every((each) => each.state !== 'not-read')
  }

  it('calls verified only the articles that somebody read', () => {
    const all = [loadRulebookTexts().chapters, loadStandardSteps(), loadNorms()]
    const unread = placedCitations(all, '').filter(
      ({ instrument, article, confidence }) => confidence === 'verified' && !read(instrument, article),
    )
    expect(unread.map(({ at, instrument, article }) => `${at}: ${instrument}, ${article}`)).toEqual([])
  })

  it('nor do the references in the program, where nothing else is said', () => {
    const unread = SOURCES.flatMap((name) =>
      [...withoutComments(textOf(name)).matchAll(/\barticle\(\s*'([^']+)',\s*'([^']+)'\)/g)]
        .filter(([, instrument = '', place = '']) => !read(instrument, place))
        .map(([whole]) => `${name}: ${whole}`),
    )
    expect(unread).toEqual([])
  })
})

describe('a wrong or missing citation is refused with its place', () => {
  it('an instrument that does not exist', () => {
    expect(citationFault(library, { instrument: 'PP 59/2019', article: '-' }, 'letter 4')).toBe(
      'letter 4 cites PP 59/2019, -: the library has no instrument PP 59/2019',
    )
  })

  it('an article without an entry', () => {
    const rule = { id: 'rule.x', versions: [{ instrument: 'id-uu-18-2017', article: 'Pasal 999' }] }
    expect(citationFaultsIn(library, [rule], 'chapter')).toEqual([
      'chapter rule.x cites id-uu-18-2017, Pasal 999: the library has no entry for UU 18/2017 999',
    ])
  })

  it('an article that nobody can read', () => {
    expect(citationFault(library, { instrument: 'UU 18/2017', article: 'sixth' }, 'here')).toContain(
      'nobody can read the article',
    )
  })

  it('a sentence with the year of a paper of the seed', () => {
    expect(faultsInText('Dasar: PP 59/2019 Pasal 4.', 'surat')).toHaveLength(1)
  })
})

describe('what a reader meets', () => {
  it('never takes a statement for an agreement', () => {
    for (const id of ['id-sg-practice', 'id-hk-practice']) {
      const found = resolveCitation(library, { instrument: id, article: '-' })
      expect(found.kind === 'statement' && found.statement.kind).toBe('no-agreement-found')
      expect(library.instruments.some((each) => each.id === id)).toBe(false)
    }
  })

  it('finds UU 21/2007 Pasal 2 with the day on which it ended and what ended it', () => {
    const found = resolveCitation(library, { instrument: 'UU 21/2007', article: 'Pasal 2' })
    const [entry] = found.kind === 'instrument' ? found.articles : []
    expect([entry?.validUntil, entry?.changedBy[0]?.instrument]).toEqual(['2026-01-02', 'id-uu-1-2023'])
  })

  it('has every short name once, and no instrument that nobody can cite', () => {
    const shorts = library.instruments.map((each) => nameKey(each.short))
    expect(new Set(shorts).size).toBe(shorts.length)
    for (const { id, short } of library.instruments)
      expect(resolveCitation(library, { instrument: short, article: '-' })).toMatchObject({
        kind: 'instrument',
        instrument: { id },
      })
  })
})

function faultsInText(text: string, place: string): readonly string[] {
  return citationsIn(text).flatMap((each) => citationFault(library, each, place) ?? [])
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(new URL(folder, ROOT), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}${entry.name}/`) : [`${folder}${entry.name}`],
  )
}

function textOf(name: string): string {
  return readFileSync(new URL(name, ROOT), 'utf8')
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((each: unknown) => stringsIn(each))
}
