import { describe, expect, it } from 'vitest'
import { nameKey, relationsOf, resolveCitation } from '#src/domain/law/resolve-citation.ts'
import {
  ArticlesFile,
  checkLaw,
  ErrataFile,
  InstrumentsFile,
  LawInstrumentRecord,
  loadLaw,
  StatementsFile,
} from './law-files.ts'

const library = loadLaw()
const byId = new Map(library.instruments.map((each) => [each.id, each]))

describe('the law library', () => {
  it('holds every instrument that had to be added, each under its own name', () => {
    const names = [
      'UU 1/1979',
      'UU 24/2000',
      'UU 40/2004',
      'UU 1/2006',
      'UU 5/2009',
      'UU 14/2009',
      'UU 15/2009',
      'UU 6/2012',
      'UU 31/2014',
      'UU 12/2017',
      'Perpres 69/2008',
      'Perpres 22/2021',
      'Perpres 49/2023',
      'Perpres 90/2019',
      'Perpres 25/2020',
      'Perpres 164/2024',
      'Perpres 165/2024',
      'Perpres 166/2024',
      'Permen PPPA 8/2021',
      'ICESCR 1966',
      'VCLT 1969',
      'Konstitusi ISSA 1998',
    ]
    const missing = names.filter(
      (name) => resolveCitation(library, { instrument: name, article: '-' }).kind !== 'instrument',
    )
    expect(missing).toEqual([])
  })

  it('splits what once held several laws, and the old names still find the later one', () => {
    for (const each of library.instruments) expect(each.short).not.toMatch(/;| jo\. /)
    const joint = resolveCitation(library, {
      instrument: 'Perpres 69/2008 jo. 22/2021 jo. 49/2023',
      article: '-',
    })
    expect(joint.kind === 'instrument' && joint.instrument.id).toBe('id-perpres-49-2023')
    const former = resolveCitation(library, { instrument: 'id-uu-11-2020-84', article: '-' })
    expect(former.kind === 'instrument' && former.instrument.id).toBe('id-uu-11-2020')
  })

  it('calls nothing in force that another instrument repealed or replaced as a whole', () => {
    const ended = library.instruments.flatMap((each) =>
      each.relations
        .filter(({ kind, articles }) => (kind === 'repeals' || kind === 'replaces') && articles === null)
        .map(({ instrument }) => instrument),
    )
    const alive = ended.filter((id) =>
      byId.get(id)?.status.some(({ standing }) => standing === 'in-force' || standing === 'in-use'),
    )
    expect(alive).toEqual([])
    expect(ended).toContain('id-uu-39-2004')
  })

  it('names for each ratification of Indonesia the act that ratified, from both sides', () => {
    for (const each of library.instruments)
      for (const { state, nationalAct } of each.status) {
        if (state !== 'ID' || nationalAct === null) continue
        const acts = relationsOf(library, each.id).undergoes.filter(
          ({ relation }) => relation.kind === 'ratifies',
        )
        expect(acts.map(({ from }) => from)).toContain(nationalAct)
      }
  })

  it('has no exact day for what nobody read', () => {
    const days = library.instruments
      .filter((each) => each.confidence === 'unverified')
      .filter((each) => [each.adopted, each.inForce].some((fact) => fact?.confidence === 'verified'))
    expect(days).toEqual([])
  })

  it('says that nobody has checked a whole record yet', () => {
    expect(library.instruments.filter((each) => each.checkedBy !== null)).toEqual([])
  })

  it('tells each note and each error in Indonesian', () => {
    const silent = library.instruments.filter((each) => each.note !== null && each.note.id === null)
    expect(silent.map((each) => each.id)).toEqual([])
    expect(library.errata.length).toBeGreaterThanOrEqual(35)
  })

  it('holds no error in circulation as a law', () => {
    for (const wrong of ['PP 59/2019', 'PP 18/2018', 'UU 18/2007'])
      expect(library.instruments.some((each) => nameKey(each.short) === nameKey(wrong))).toBe(false)
  })
})

describe('a wrong file', () => {
  const [first] = library.instruments
  if (first === undefined) throw new Error('the library is empty')

  it('is refused for an unknown field, an impossible date, an unknown kind and a wrong article', () => {
    const refused = (change: object) => LawInstrumentRecord.safeParse({ ...first, ...change }).success
    expect(refused({})).toBe(true)
    expect(refused({ color: 'red' })).toBe(false)
    expect(refused({ kind: 'rumour' })).toBe(false)
    expect(refused({ signed: { on: '2020-13', confidence: 'secondary', source: null } })).toBe(false)
    expect(refused({ title: { id: null, en: null } })).toBe(false)
    expect(refused({ sources: [] })).toBe(false)
    const [article] = library.articles
    expect(ArticlesFile.safeParse({ header: library.headers.articles, articles: [article] }).success).toBe(
      true,
    )
    expect(
      ArticlesFile.safeParse({ header: library.headers.articles, articles: [{ ...article, article: 'VI' }] })
        .success,
    ).toBe(false)
  })

  it('stops the start with every fault', () => {
    const twin = { ...first, formerIds: [] }
    const wrong = { ...library, instruments: [...library.instruments, { ...twin, id: 'zz-twin' }] }
    expect(() => checkLaw(wrong)).toThrow(`zz-twin and ${first.id} are both called`)
    expect(() => checkLaw({ ...library, instruments: [] })).toThrow('is of an unknown instrument')
  })

  it('needs its header', () => {
    for (const file of [InstrumentsFile, StatementsFile, ErrataFile])
      expect(file.safeParse({ instruments: [], statements: [], errata: [] }).success).toBe(false)
  })
})
