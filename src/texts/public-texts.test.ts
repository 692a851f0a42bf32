import { describe, expect, it } from 'vitest'
import { textsFor } from './texts.ts'

const PUBLIC_AREAS = [
  'bahaya',
  'halaman',
  'keluarga',
  'langkahKasus',
  'kode',
  'lacak',
  'lapor',
  'situs',
] as const

function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/(?<=[.?])\s+/)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentencesIn)
  return []
}

describe.each(['id', 'en'] as const)('public texts in %s', (lang) => {
  const sentences = PUBLIC_AREAS.flatMap((area) => sentencesIn(textsFor(lang)[area]))

  it('says nothing with an exclamation mark and leaves nothing empty', () => {
    expect(sentences.filter((sentence) => sentence.includes('!') || sentence.trim() === '')).toEqual([])
  })

  it('keeps sentences short enough to be read aloud on a bad line', () => {
    const longest = lang === 'id' ? 12 : 16
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > longest)).toEqual([])
  })
})

it('never calls a person illegal, nor leaving an abusive house running away', () => {
  const words = PUBLIC_AREAS.flatMap((area) => sentencesIn(textsFor('id')[area])).join(' ')
  expect(words).not.toMatch(/ilegal|kabur/i)
})
