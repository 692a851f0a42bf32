import { describe, expect, it } from 'vitest'
import { readFacts } from '../rulebook/facts/read-facts.ts'
import {
  answerTo,
  factsOf,
  isSheetAnswer,
  isSheetQuestion,
  partOf,
  proofsFor,
  questionsOf,
  sentencesOf,
  SHEET_PARTS,
  sheetOf,
  yesWithoutProof,
  type Proof,
  type SheetStep,
} from './sheet.ts'

const told = (path: string, side: Proof['side'], words: string): Proof => ({
  path,
  side,
  words,
  source: { kind: 'told', by: 'tetangga' },
})
const step = (answers: SheetStep['answers'], proofs: readonly Proof[] = []): SheetStep => ({
  answers,
  proofs,
})

describe('the sheet of a screening', () => {
  it('asks the 24 parts of act, means and purpose, the 67 indicators, and consent and payment beside', () => {
    const all = SHEET_PARTS.flatMap(questionsOf)
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((path) => path.startsWith('indicators.'))).toHaveLength(67)
    expect(all).toHaveLength(24 + 67 + 2)
    expect(all.every(isSheetQuestion)).toBe(true)
    expect(isSheetQuestion('elements.act.everything')).toBe(false)
    for (const part of SHEET_PARTS)
      expect(questionsOf(part).map(partOf)).toEqual(questionsOf(part).map(() => part))
  })

  it('keeps every piece of evidence, also the contrary, and lets the newest answer count', () => {
    const path = 'elements.means.confinement'
    const sheet = sheetOf([
      step({ [path]: 'yes' }, [told(path, 'for', 'Saya dikunci.')]),
      step({ [path]: 'unknown' }, [told(path, 'against', 'Dia ikut ke pasar.')]),
    ])
    expect(answerTo(sheet, path)).toBe('unknown')
    expect(proofsFor(sheet, path, 'for').map((proof) => proof.words)).toEqual(['Saya dikunci.'])
    expect(proofsFor(sheet, path, 'against').map((proof) => proof.words)).toEqual(['Dia ikut ke pasar.'])
  })

  it('never takes what nobody asked for a no', () => {
    expect(answerTo(sheetOf([]), 'elements.act.transport')).toBe('not-asked')
    expect(isSheetAnswer('not-asked')).toBe(true)
    expect(isSheetAnswer('maybe')).toBe(false)
  })

  it('names each yes that rests on nothing', () => {
    const sheet = sheetOf([
      step({ 'elements.act.transport': 'yes', 'elements.means.fraud': 'yes', 'elements.paid': 'yes' }, [
        told('elements.means.fraud', 'for', 'Katanya gaji RM 900.'),
        told('elements.act.transport', 'against', 'Ia naik bis sendiri.'),
      ]),
    ])
    expect(yesWithoutProof(sheet)).toEqual(['elements.act.transport'])
  })

  it('becomes facts that the rulebook reads, with the sentences for and against', () => {
    const path = 'elements.means.fraud'
    const facts = factsOf(
      sheetOf([
        { ...step({ [path]: 'yes' }, [told(path, 'for', 'Katanya RM 900.')]), happened: '2019-04~' as never },
      ]),
      { person: { born: '1994' as never } },
    )
    expect(readFacts(facts).kind).toBe('facts')
    expect(facts.asOf).toBe('2019-04~')
    expect(facts.elements?.means?.fraud).toEqual({
      answer: 'yes',
      evidence: ['Katanya RM 900.'],
      contrary: [],
    })
    expect(facts.elements?.act?.transport).toEqual({ answer: 'not-asked', evidence: [], contrary: [] })
  })

  it('numbers the sentences of a text', () => {
    expect(sentencesOf('Bu Tin jemput saya. Naik bis ke Batam!\nTerus kapal malam')).toEqual([
      'Bu Tin jemput saya.',
      'Naik bis ke Batam!',
      'Terus kapal malam',
    ])
    expect(sentencesOf(' \n ')).toEqual([])
  })
})
