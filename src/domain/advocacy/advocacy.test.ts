import { describe, expect, it } from 'vitest'
import { GAP_STATES, gapStateNeedsReason, nextGapStates } from './gap.ts'
import { nextProposalStates, PROPOSAL_STATES } from './proposal.ts'
import { privateWordIn } from './private-words.ts'

describe('the states of a gap', () => {
  it('never lead to themselves, and leave no state without a way on', () => {
    for (const state of GAP_STATES) {
      expect(nextGapStates(state)).not.toContain(state)
      expect(nextGapStates(state).length).toBeGreaterThan(0)
    }
  })

  it('ask for a sentence where something ends or comes back', () => {
    expect(gapStateNeedsReason('open', 'set-aside')).toBe('needs-reason')
    expect(gapStateNeedsReason('solved', 'open')).toBe('needs-reason')
    expect(gapStateNeedsReason('open', 'proposed')).toBe('no-reason')
  })

  it('reach every state from the first', () => {
    const seen = new Set<string>(['open'])
    for (let time = 0; time < GAP_STATES.length; time++)
      for (const state of GAP_STATES)
        if (seen.has(state)) for (const next of nextGapStates(state)) seen.add(next)
    expect([...seen].toSorted()).toEqual([...GAP_STATES].toSorted())
  })
})

describe('the states of a proposal', () => {
  it('let a draft be sent or withdrawn only, and end in an answer that can be taken up again', () => {
    expect(nextProposalStates('draft')).toEqual(['sent', 'withdrawn'])
    for (const state of PROPOSAL_STATES) {
      expect(nextProposalStates(state)).not.toContain(state)
      expect(nextProposalStates(state).length).toBeGreaterThan(0)
    }
  })
})

describe('words that name one person', () => {
  it.each([
    ['hubungi +44 7700 900123', 'number'],
    ['NIK 3201 0000 0000 0001', 'number'],
    ['telepon 07700-900-456 malam hari', 'number'],
    ['(020) 7946-0958', 'number'],
    ['paspor C1234567 ditahan', 'passport'],
    ['AB 1234567', 'passport'],
    ['tulis ke uji@contoh.test', 'mail'],
    ['lihat JHB-2026-0001', 'case-code'],
  ])('are seen in “%s”', (text, found) => {
    expect(privateWordIn(text)).toBe(found)
  })

  it.each([
    'UU 18/2017 Pasal 30 ayat (1) tidak memuat sanksi.',
    'Biaya Rp 15.000.000 dan RM 2,500 diminta sejak 2019-04-12.',
    'Antara 2019–2023 dan 2019, 2020, 2021 tidak ada jawaban.',
    'Tiga surat dalam 60 hari, 14 badan, Permen P2MI 23/2025.',
  ])('are not seen in “%s”', (text) => {
    expect(privateWordIn(text)).toBeUndefined()
  })
})
