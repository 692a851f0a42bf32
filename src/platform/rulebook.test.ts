import { describe, expect, it } from 'vitest'
import type { Citation } from '#src/domain/rulebook/conclusion.ts'
import { QUESTIONS } from '#src/domain/rulebook/questions.ts'
import { faultsOfRulebook } from '#src/domain/rulebook/rulebook-faults.ts'
import {
  chapterOn,
  citationIn,
  makeRulebook,
  type ChapterText,
  type Instrument,
  type RuleVersion,
} from '#src/domain/rulebook/rulebook.ts'
import { loadRulebookTexts } from './rulebook.ts'

const instruments: readonly Instrument[] = [{ id: 'id-uu-1', short: 'UU 1', title: 'UU 1' }]
const citation: Citation = {
  instrument: 'id-uu-1',
  article: 'Pasal 3 ayat (1)',
  source: 'UU 1',
  confidence: 'verified',
  validFrom: '2020-01-01',
  validUntil: null,
}
const chapterWith = (...versions: readonly RuleVersion[]): ChapterText => ({
  question: 'clocks',
  title: { id: 'a', en: 'b' },
  rules: [{ id: 'rule', says: { id: 'a', en: 'b' }, versions }],
  parameters: [],
  asks: {},
  tables: {},
})
const faults = (...versions: readonly RuleVersion[]) =>
  faultsOfRulebook(instruments, [chapterWith(...versions)])

describe('the data of the rulebook', () => {
  it('is right as it stands, and has a chapter for every question that is answered', () => {
    const { chapters } = loadRulebookTexts()
    expect(chapters.map((each) => each.question)).toEqual(expect.arrayContaining(Object.keys(QUESTIONS)))
  })

  it('refuses a rule without citation', () => {
    expect(faults()).toEqual(['clocks: rule has no citation'])
  })

  it('refuses an instrument that nobody listed', () => {
    expect(faults({ ...citation, instrument: 'id-uu-2' })).toEqual([
      'clocks: rule cites the unknown instrument id-uu-2',
    ])
  })

  it.each([
    'Pasal 30 ayat (1) huruf a',
    'Pasal 1 angka 1, angka 7',
    'Pasal 5, 6, 17',
    'Pasal 39 huruf f; Pasal 40 huruf b',
    'Pasal 72 huruf a jo. Pasal 86 huruf a',
    'Pasal 18–21, 24',
    'Pasal 7A',
    'art. 3(c)–(d)',
    's. 12(1)(f)',
    'Lampiran',
    'Bab XX',
    '-',
  ])('knows the form %s', (article) => {
    expect(faults({ ...citation, article, confidence: 'secondary' })).toEqual([])
  })

  it.each(['pasal 30', '30', 'Pasal', 'somewhere', 'Pasal 30 huruf 3', 'art 3', ''])(
    'refuses the form "%s"',
    (article) => {
      expect(faults({ ...citation, article, confidence: 'secondary' })).toHaveLength(1)
    },
  )

  it('refuses an overlap, a gap and an empty window, and takes what follows exactly', () => {
    const first = { ...citation, validUntil: '2023-01-01' }
    expect(faults(first, { ...citation, validFrom: '2022-12-31' })).toEqual([
      'clocks: rule overlaps at 2022-12-31',
    ])
    expect(faults(first, { ...citation, validFrom: '2023-01-02' })).toEqual([
      'clocks: rule has a gap from 2023-01-01',
    ])
    expect(faults({ ...citation, validUntil: '2020-01-01' })).toHaveLength(1)
    expect(faults(first, { ...citation, validFrom: '2023-01-01' })).toEqual([])
  })

  it('takes a start that nobody read as null with its reason, first of all versions only', () => {
    const startNotRead = { id: 'Belum dibaca.', en: 'Not read.' }
    const unread = { ...citation, validFrom: null }
    expect(faults({ ...unread, startNotRead })).toEqual([])
    expect(faults(unread)).toEqual(['clocks: rule has no start and no reason'])
    expect(faults({ ...citation, startNotRead })).toHaveLength(1)
    expect(
      faults({ ...unread, startNotRead, validUntil: '2020-01-01' }, { ...citation, validFrom: '2020-01-02' }),
    ).toEqual(['clocks: rule has a gap from 2020-01-01'])
    expect(faults({ ...citation, validUntil: '2023-01-01' }, { ...unread, startNotRead })).toEqual([
      'clocks: rule overlaps: a later version has no start',
    ])
    expect(faults({ ...citation, validFrom: '1970-01-01' })).toEqual([
      'clocks: rule hides behind 1970-01-01 that nobody read its start',
    ])
  })

  it('lets a rule without a read start hold on every day that is asked, and says so in the citation', () => {
    const rulebook = makeRulebook(instruments, [
      chapterWith(
        { ...citation, validFrom: null, startNotRead: { id: 'a', en: 'b' }, validUntil: '2023-01-01' },
        { ...citation, validFrom: '2023-01-01' },
      ),
    ])
    const on = (day: string) => citationIn(chapterOn(rulebook, 'clocks', day), 'rule')
    expect(on('1950-06-01')).toEqual({ ...citation, validFrom: null, validUntil: '2023-01-01' })
    expect(on('2022-12-31')?.validFrom).toBeNull()
    expect(on('2023-01-01')?.validFrom).toBe('2023-01-01')
  })

  it('refuses an empty amount without a reason, and something called verified without an article', () => {
    const chapter: ChapterText = {
      ...chapterWith({ ...citation, article: '-' }),
      parameters: [
        {
          id: 'fee',
          says: { id: 'a', en: 'b' },
          unit: 'IDR',
          versions: [{ ...citation, amount: null }],
        },
      ],
    }
    expect(faultsOfRulebook(instruments, [chapter])).toEqual([
      'clocks: rule is called verified without an article',
      'clocks: fee has no amount and no reason',
    ])
  })
})
