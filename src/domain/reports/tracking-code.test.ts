import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_WORDS, DRAWN_WORDS } from './code-words.ts'
import {
  canonicalCode,
  checkWordMatches,
  makeTrackingCode,
  parseTrackingCode,
  readPin,
  readTrackingCode,
  TRACKING_CODE_BYTES,
  understandWord,
  type TrackingCode,
} from './tracking-code.ts'
import { editDistance, soundOfWord } from '../kernel/word-sound.ts'

const bytes = fc.uint8Array({ minLength: TRACKING_CODE_BYTES, maxLength: 64 }).filter((all) => all[5] !== 255)
const codes = bytes.map(makeTrackingCode)

describe('the code words', () => {
  it('are at least 600, each once, easy to say', () => {
    expect(CODE_WORDS.length).toBeGreaterThanOrEqual(600)
    expect(new Set(CODE_WORDS).size).toBe(CODE_WORDS.length)
    for (const word of CODE_WORDS) {
      expect(word).toMatch(/^[a-z]{4,10}$/)
      expect(word.replace(/[ao][iu]$/, 'a').match(/[aiueo]/g)!.length, word).toBeGreaterThanOrEqual(2)
    }
  })

  it('never sound alike: two letters of sound lie between any two', () => {
    const sounds = CODE_WORDS.map(soundOfWord)
    const alike = sounds.flatMap((sound, at) =>
      sounds
        .slice(0, at)
        .flatMap((other, before) =>
          editDistance(sound, other, 2) < 2 ? [`${CODE_WORDS[at]} ~ ${CODE_WORDS[before]}`] : [],
        ),
    )
    expect(alike).toEqual([])
  })

  it('name no weapon, no misery, and no common name of a person', () => {
    const forbidden = [
      'pisau',
      'parang',
      'tali',
      'racun',
      'mati',
      'paku',
      'melati',
      'intan',
      'dewi',
      'bandung',
      'tikus',
      'susu',
    ]
    expect(CODE_WORDS.filter((word) => forbidden.includes(word))).toEqual([])
  })

  it('keep their order for ever: codes that people hold depend on it', () => {
    const fold = (sum: number, letter: string) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0
    expect([...CODE_WORDS.slice(0, DRAWN_WORDS).join(' ')].reduce(fold, 7)).toBe(2_636_006_486)
  })

  it('are drawn from a power of two, and code and PIN carry at least 55 bits', () => {
    expect(Number.isInteger(Math.log2(DRAWN_WORDS))).toBe(true)
    expect(CODE_WORDS.length).toBeGreaterThanOrEqual(DRAWN_WORDS)
    expect(4 * Math.log2(DRAWN_WORDS) + Math.log2(1_000_000)).toBeGreaterThanOrEqual(55)
  })
})

describe('tracking code', () => {
  it('is made of five listed words and six digits, the same for the same bytes', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        const code = makeTrackingCode(some)
        expect(code.words).toHaveLength(5)
        for (const word of code.words) expect(CODE_WORDS.slice(0, DRAWN_WORDS)).toContain(word)
        expect(code.pin).toMatch(/^\d{6}$/)
        expect(checkWordMatches(code.words)).toBe(true)
        expect(makeTrackingCode(Uint8Array.from(some))).toEqual(code)
      }),
    )
  })

  it('draws every word and digit about equally often', () => {
    const drawn = new Map<string, number>()
    const digits = new Map<string, number>()
    let state = 12345
    const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24
    for (let round = 0; round < 20_000; round += 1) {
      const code = makeTrackingCode(Uint8Array.from({ length: TRACKING_CODE_BYTES }, next))
      for (const word of code.words.slice(0, 4)) drawn.set(word, (drawn.get(word) ?? 0) + 1)
      for (const digit of code.pin) digits.set(digit, (digits.get(digit) ?? 0) + 1)
    }
    expect(drawn.size).toBe(DRAWN_WORDS)
    expect(Math.max(...drawn.values())).toBeLessThan((20_000 * 4 * 1.6) / DRAWN_WORDS)
    for (const count of digits.values()) expect(Math.abs(count - 12_000)).toBeLessThan(800)
  })

  it('refuses too few bytes, and passes over an unfair PIN', () => {
    expect(() => makeTrackingCode(new Uint8Array(28))).toThrow()
    const unfair = new Uint8Array(TRACKING_CODE_BYTES)
    unfair.set([255, 255, 255, 255, 0, 0, 0, 7], 5)
    expect(makeTrackingCode(unfair).pin).toBe('000007')
  })

  it('is understood as people say it', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const spellings = [
          code.words.join(' '),
          code.words.join(', ').toUpperCase(),
          code.words.map((word, at) => `${at + 1}. ${word}`).join('\n'),
          `kode saya: ${code.words.join(' - ')} dan`.replace(/ dan$/, ''),
          code.words.map((word) => word.replace('u', 'oe')).join(' '),
        ]
        for (const spoken of spellings) {
          expect(parseTrackingCode(spoken, `${code.pin.slice(0, 3)} ${code.pin.slice(3)}`)).toEqual(code)
        }
      }),
    )
  })

  it('understands a word with one wrong letter when only one word fits, and never another listed word', () => {
    expect(understandWord('sendoq')).toBe('sendok')
    expect(understandWord('cermen')).toBe('cermin')
    expect(understandWord('zzzz')).toBeUndefined()
    for (const word of CODE_WORDS) expect(understandWord(word)).toBe(word)
  })

  it('finds any one wrong word and any two words that changed places', () => {
    const place = fc.integer({ min: 0, max: 4 })
    fc.assert(
      fc.property(
        codes,
        place,
        place,
        fc.integer({ min: 0, max: DRAWN_WORDS - 1 }),
        (code, at, other, index) => {
          const wrong: string[] = [...code.words]
          wrong[at] = CODE_WORDS[index]!
          expect(checkWordMatches(wrong)).toBe(wrong[at] === code.words[at])
          const swapped: string[] = [...code.words]
          swapped[at] = code.words[other]!
          swapped[other] = code.words[at]!
          expect(checkWordMatches(swapped)).toBe(code.words[at] === code.words[other])
        },
      ),
    )
  })

  it('says what could not be read, from the word list alone', () => {
    const code = makeTrackingCode(Uint8Array.from({ length: TRACKING_CODE_BYTES }, (_, at) => at * 7))
    const [first, ...rest] = code.words
    const problem = (spoken: string, pin = code.pin) => readTrackingCode(spoken, pin)
    expect(problem(rest.join(' '))).toMatchObject({ problem: 'too-few-words' })
    expect(problem(`${code.words.join(' ')} sendok`)).toMatchObject({ problem: 'too-many-words' })
    expect(problem(`xyzzyx ${rest.join(' ')}`)).toMatchObject({ problem: 'unknown-word', at: 1 })
    expect(problem([...rest, first].join(' '))).toMatchObject({ problem: 'words-do-not-belong' })
    expect(problem(code.words.join(' '), '12345')).toMatchObject({ problem: 'pin' })
    expect(readPin('12 o4-56')).toBe('120456')
  })

  it('has one canonical spelling', () => {
    const code: TrackingCode = { words: ['a', 'b', 'c', 'd', 'e'], pin: '000123' }
    expect(canonicalCode(code)).toBe('a b c d e 000123')
  })
})
