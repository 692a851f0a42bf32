import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, LONGEST_TEXT, markedText, splitText, textFault } from './clause-text.ts'
import { alignClauses, compareTexts } from './compare-texts.ts'
import { diffWords, patch } from './word-diff.ts'

const words = fc
  .array(fc.constantFrom('upah', 'dibayar', 'tiap', 'bulan', '.', '\n', ' ', '薪', '水', '٣', 'é', '<b>'), {
    maxLength: 60,
  })
  .map((list) => list.join(' '))
const text = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 200 }))

describe('the difference of two texts', () => {
  it('leads from the first text to the second, whatever they say', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(patch(a, diffWords(a, b))).toBe(b)
      }),
      { numRuns: 500 },
    )
  })

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(text, (a) => {
        expect(diffWords(a, a).every((part) => part.kind === 'same')).toBe(true)
      }),
    )
  })

  it('counts the same number of changed words from either side', () => {
    const size = (a: string, b: string) =>
      diffWords(a, b)
        .filter((part) => part.kind === 'same')
        .reduce((sum, part) => sum + part.text.length, 0)
    const plain = fc.array(fc.constantFrom('a', 'b'), { maxLength: 30 }).map((list) => list.join('-'))
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(size(a, b)).toBe(size(b, a))
      }),
      { numRuns: 300 },
    )
  })

  it('refuses to patch another text', () => {
    expect(patch('lain', diffWords('satu dua', 'satu tiga'))).toBeUndefined()
  })

  it('marks the words that changed and no others', () => {
    expect(diffWords('Upah dibayar tiap bulan.', 'Upah dibayar tiap minggu.')).toEqual([
      { kind: 'same', text: 'Upah dibayar tiap ' },
      { kind: 'gone', text: 'bulan' },
      { kind: 'new', text: 'minggu' },
      { kind: 'same', text: '.' },
    ])
    expect(diffWords('每月支付工资', '每周支付工资')[1]).toEqual({ kind: 'gone', text: '月' })
  })

  it('ends soon on texts that share nothing, and says that all was replaced', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ')
    const [a, b] = [many('a'), many('b')]
    expect(patch(a, diffWords(a, b))).toBe(b)
  }, 15_000)
})

const DRAFT = `PERATURAN CONTOH\n\nBAB I\nUMUM\n\nPasal 1\nUpah dibayar tiap bulan.\nPasal 5 berlaku juga.\n\nBAB II\nHAK\n\nPasal 2\n1. Libur satu hari.\n2. Libur dibayar.`

describe('cutting a text', () => {
  it('begins an article only where a heading stands alone', () => {
    const clauses = splitText(DRAFT)
    expect(clauses.map((clause) => clause.label)).toEqual(['', 'Pasal 1', 'Pasal 2'])
    expect(clauses[1]!.body).toContain('Pasal 5 berlaku juga.')
    expect(clauses[2]!.body).toBe('BAB II\nHAK\n1. Libur satu hari.\n2. Libur dibayar.')
  })

  it('knows articles in English and a row of numbers', () => {
    expect(splitText('Article 1. Wages\nPaid monthly.\nARTICLE 2A\nRest.').map((each) => each.label)).toEqual(
      ['Article 1', 'ARTICLE 2A'],
    )
    expect(splitText('Kontrak\n1. Upah.\n2. Libur.\n1. bukan\n3. Pulang.').map((each) => each.label)).toEqual(
      ['', '1.', '2.', '3.'],
    )
  })

  it('lets the drafter cut by hand, and reads back what it shows', () => {
    const clauses = splitText('=== Satu\nisi\n=== Dua\nPasal 3\nisi lain')
    expect(clauses.map((each) => each.label)).toEqual(['Satu', 'Dua'])
    for (const each of [DRAFT, 'tanpa pasal sama sekali'])
      expect(splitText(markedText(splitText(cleanText(each).text)))).toEqual(splitText(cleanText(each).text))
  })

  it('gives every article a name of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Pasal 1', 'Pasal 2', '=== !!', '=== ', 'isi', '1. a')),
        (lines) => {
          const keys = splitText(lines.join('\n')).map((each) => each.key)
          expect(new Set(keys).size).toBe(keys.length)
          expect(keys.every((key) => /^[a-z0-9-]+$/.test(key))).toBe(true)
        },
      ),
    )
  })

  it('takes out what nobody sees, counts it, and keeps letters written from the right', () => {
    const { text: clean, removed } = cleanText('up\u200Bah\u202E \u0000aman\uFEFF\r\nالأجر')
    expect(clean).toBe('upah aman\nالأجر')
    expect(removed).toBe(4)
  })

  it('refuses a text that is empty or too long', () => {
    expect(textFault('', splitText(''))).toBe('empty')
    const long = 'a '.repeat(LONGEST_TEXT)
    expect(textFault(long, splitText(long))).toBe('too-long')
  })
})

describe('two texts side by side', () => {
  const left = splitText('Pasal 1\nUpah dibayar tiap bulan.\nPasal 2\nPekerja libur satu hari tiap minggu.')
  const right = splitText(
    'Pasal 1\nParis tunduk aturan baru bersama.\nPasal 2\nUpah dibayar tiap bulan.\nPasal 3\nPekerja libur dua hari tiap minggu.',
  )

  it('follows the words when an article came between', () => {
    const rows = compareTexts(left, right)
    expect(rows.map((row) => [row.left?.label, row.right?.label, row.state, row.by])).toEqual([
      [undefined, 'Pasal 1', 'only-right', undefined],
      ['Pasal 1', 'Pasal 2', 'same', 'words'],
      ['Pasal 2', 'Pasal 3', 'changed', 'words'],
    ])
  })

  it('shows every article of both texts once', () => {
    const clauses = fc
      .array(words, { maxLength: 8 })
      .map((bodies) => bodies.map((body, at) => ({ key: `pasal-${at + 1}`, label: `Pasal ${at + 1}`, body })))
    fc.assert(
      fc.property(clauses, clauses, (a, b) => {
        const rows = compareTexts(a, b)
        expect(rows.flatMap((row) => row.left?.key ?? [])).toEqual(a.map((each) => each.key))
        expect(rows.flatMap((row) => row.right?.key ?? []).toSorted()).toEqual(
          b.map((each) => each.key).toSorted(),
        )
        expect(alignClauses(a, a)).toEqual(new Map(a.map((_, at) => [at, at])))
      }),
    )
  })
})
