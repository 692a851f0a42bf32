import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCaseType } from '../cases/case-types.ts'
import { compareUrgency } from '../cases/urgency.ts'
import { known, unknown } from '../kernel/answer.ts'
import { partialDateOf } from '../kernel/partial-date.ts'
import { blankReport, DANGERS, WHAT_HAPPENED, type ReportDraft } from './report.ts'
import { suggestTriage } from './triage.ts'
import { WORD_SIGNALS, WORDS_LEXICON } from './words-lexicon.ts'

const calm: ReportDraft = { ...blankReport({ channel: 'web', language: 'id' }), danger: known('no') }
const report = (facts: Partial<ReportDraft>): ReportDraft => ({ ...calm, ...facts })
const signals = (draft: ReportDraft) => suggestTriage(draft).reasons.map((reason) => reason.signal)
const allWords = WORDS_LEXICON.flatMap((entry) => Object.values(entry.words).flat())

const drafts: fc.Arbitrary<ReportDraft> = fc
  .record({
    what: fc.uniqueArray(fc.constantFrom(...WHAT_HAPPENED)),
    danger: fc.oneof(fc.constantFrom(...DANGERS).map(known), fc.constant(unknown('does-not-know'))),
    story: fc
      .array(fc.constantFrom(...allWords, 'tidak', 'saya', 'di rumah', '.', ','), { maxLength: 12 })
      .map((w) => w.join(' ')),
  })
  .map(report)

describe('triage suggestion', () => {
  it.each([
    ['nothing wrong, a question', {}, 'rendah'],
    ['nothing asked at all', { danger: unknown('not-asked') }, 'sedang'],
    ['unpaid wages, at home, no danger', { what: ['gaji'] }, 'sedang'],
    ['in danger now', { danger: known('now') }, 'darurat'],
    ['locked in and beaten', { what: ['kunci', 'pukul'] }, 'darurat'],
    ['detained', { what: ['ditahan'] }, 'tinggi'],
    ['a family looking for somebody', { about: 'seeking-family' }, 'tinggi'],
    ['suicidal words in Javanese', { story: 'Aku wis ora kuat, pengin mati wae' }, 'darurat'],
    ['threatened, in Sundanese', { story: 'abdi diancam ku dunungan' }, 'tinggi'],
    ['not let out, in Sasak', { story: 'ndeq kanggo sugul leq bale' }, 'tinggi'],
    ['unpaid, in Malay', { story: 'majikan tak bayar gaji 3 bulan' }, 'sedang'],
    ['a child by the number', { story: 'adik saya umur 16 mau dibawa ke luar negeri' }, 'darurat'],
    ['ransom', { story: 'mereka minta tebusan 50 juta' }, 'darurat'],
    ['stretched letters', { story: 'tolong jempuuut saya' }, 'tinggi'],
    ['a question about insurance', { story: 'mau tanya klaim BPJS' }, 'rendah'],
  ] as [string, Partial<ReportDraft>, string][])('reads %s as it is', (_, facts, urgency) => {
    expect(suggestTriage(report(facts)).urgency).toBe(urgency)
  })

  it('hears a denial only when it stands right before the word', () => {
    expect(signals(report({ story: 'Saya tidak dipukul.' }))).toEqual([])
    expect(signals(report({ story: 'Saya tidak pernah dipukul.' }))).toEqual([])
    expect(signals(report({ story: 'Saya tidak tahan dipukul.' }))).toEqual(['word-beaten'])
    expect(signals(report({ story: 'Bukan hanya dipukul, juga dikunci.' }))).toEqual([
      'word-beaten',
      'word-locked-in',
    ])
    expect(signals(report({ story: 'Saya tidak digaji.' }))).toEqual(['word-wages'])
    expect(suggestTriage(report({ story: 'tidak dipukul' })).highlights[0]?.sense).toBe('denied')
  })

  it('shows where each word stands in the story as written', () => {
    const story = 'Énak? Tidak. Majikan DIPUKULI teman saya'
    for (const match of suggestTriage(report({ story })).highlights) {
      expect(story.slice(match.start, match.end)).toBe(match.word)
    }
    expect(suggestTriage(report({ story })).highlights.map((match) => match.word)).toEqual(['DIPUKULI'])
  })

  it('flags a person who may have been a child at departure, and one who may be a child now', () => {
    const born = known(partialDateOf('2009'))
    const draft = report({ born, departed: known(partialDateOf('2024')) })
    expect(signals(draft)).toEqual(['child-at-departure'])
    const now = suggestTriage(draft, partialDateOf('2026-11-21'))
    expect(now.urgency).toBe('darurat')
    expect(now.caseTypes.map((each) => each.type)).toContain('CHILD')
  })

  it('says why each case type is suggested', () => {
    const triage = suggestTriage(report({ what: ['gaji'], story: 'gaji belum dibayar' }))
    expect(triage.caseTypes[0]).toEqual({ type: 'UNPAID_WAGES', because: ['what:gaji', 'word-wages'] })
  })

  it('never lowers the urgency when a danger is added', () => {
    fc.assert(
      fc.property(
        drafts,
        fc.constantFrom(...WHAT_HAPPENED),
        fc.constantFrom(...allWords),
        (draft, what, word) => {
          const before = suggestTriage(draft).urgency
          const more = [
            { ...draft, danger: known('now' as const) },
            { ...draft, what: [...draft.what, what] },
            { ...draft, story: `${draft.story}. ${word}` },
          ]
          for (const each of more)
            expect(compareUrgency(suggestTriage(each).urgency, before)).toBeLessThanOrEqual(0)
        },
      ),
    )
  })

  it('never lowers the urgency when "no danger" turns into "unknown"', () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom('not-asked', 'does-not-know', 'will-not-say'), (draft, why) => {
        const no = suggestTriage({ ...draft, danger: known('no') }).urgency
        expect(
          compareUrgency(suggestTriage({ ...draft, danger: unknown(why) }).urgency, no),
        ).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('does not depend on the order of what was chosen', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const turned = { ...draft, what: [...draft.what].reverse() }
        expect(suggestTriage(turned)).toEqual(suggestTriage(draft))
      }),
    )
  })

  it.each([
    ['paspor saya ditahan', 'word-papers-held'],
    ['pasport saya di tahan agen', 'word-papers-held'],
    ['passport aku sama majikan diambil', 'word-papers-held'],
    ['My passport was confiscated', 'word-papers-held'],
    ['di sekap tiga hari', 'word-hostage'],
    ['sy di pukuli majikan', 'word-beaten'],
    ['saya dapat pukul dari bos', 'word-beaten'],
    ['side tekurung leq bale', 'word-locked-in'],
    ['help me they lock us', 'word-locked-in'],
    ['majikan memperkosa saya', 'word-sexual'],
    ['dijebak jadi psk', 'word-sexual'],
    ['dia mau membunuh saya', 'word-threat-to-life'],
    ['adik saya masih 16 tahun', 'word-child'],
    ['she is only 15 years old', 'word-child'],
    ['besok mau dipindah ke kongsi lain', 'word-ransom-or-sale'],
    ['dua orang menjual mereka', 'word-ransom-or-sale'],
  ])('reads the way people write: %s', (story, signal) => {
    expect(signals(report({ story, danger: known('no') }))).toContain(signal)
  })

  it.each([
    'paspor saya tidak ditahan',
    'paspor saya aman, tidak pernah di tahan',
    'tidak di pukul',
    'masih 20 tahun',
    'my passport was never taken',
    'Perampokan yang direncanakan di sebuah kafe di kawasan TKI Bandung.',
  ])('hears a no, and no danger where there is none: %s', (story) => {
    expect(signals(report({ story, danger: known('no') }))).toEqual([])
  })

  it('takes no voice for a missing person', () => {
    const types = (story: string) => suggestTriage(report({ story })).caseTypes.map((each) => each.type)
    expect(types('saya tidak boleh pegang HP')).toEqual(['NO_COMMUNICATION'])
    expect(types('tidak ada kabar sejak 2010')).toContain('MISSING')
  })

  it('stays quick on a long and strange text', () => {
    const started = performance.now()
    suggestTriage(report({ story: 'a'.repeat(10_000) + ' ' + 'dipuk '.repeat(2_000) }))
    suggestTriage(report({ story: 'paspor   aaaaaaaaaaaa '.repeat(900) + 'p'.repeat(5_000) }))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('the word list', () => {
  it('is written the way the search reads, and every entry is found', () => {
    for (const entry of WORDS_LEXICON) {
      for (const word of Object.values(entry.words).flat()) {
        expect(word).toMatch(/^[a-z0-9' …-]+$/)
        expect(signals(report({ story: `kata ${word.replace('… ', '')} kata` })), word).toContain(
          entry.signal,
        )
      }
      for (const type of entry.caseTypes) expect(isCaseType(type)).toBe(true)
    }
  })

  it('has an entry for each signal', () => {
    expect(new Set(WORDS_LEXICON.map((entry) => entry.signal))).toEqual(new Set(WORD_SIGNALS))
  })
})
