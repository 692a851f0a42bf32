import { describe, expect, it } from 'vitest'
import {
  CHANNELS_OF,
  GROUND_BASIS,
  ITEMS_OF,
  missingItems,
  moveFaults,
  nextStates,
  REFUSAL_GROUNDS,
  REQUEST_KINDS,
  REQUEST_STATES,
  type Checklist,
  type RequestState,
} from './codes.ts'

const ON = '2026-11-20'

describe('a request to another State', () => {
  it('is not checked while an item of its list is missing', () => {
    const request = { kind: 'mutual-assistance', state: 'draft', checklist: {} } as const
    expect(moveFaults(request, 'checked', { ground: undefined, on: ON })).toEqual([
      { path: 'state', code: 'mla.items-missing' },
    ])
    const checklist: Checklist = Object.fromEntries(
      ITEMS_OF['mutual-assistance'].map((item) => [item, { state: 'present', note: '' }]),
    )
    expect(missingItems('mutual-assistance', checklist)).toEqual([])
    expect(moveFaults({ ...request, checklist }, 'checked', { ground: undefined, on: ON })).toEqual([])
  })

  it('passes the central authority, and a police channel does not', () => {
    expect(nextStates('mutual-assistance', 'checked')).toEqual(['draft', 'at-central-authority', 'withdrawn'])
    expect(nextStates('police', 'checked')).toEqual(['draft', 'sent-abroad', 'withdrawn'])
  })

  it('reaches every state of every kind from a draft', () => {
    for (const kind of REQUEST_KINDS) {
      const reached = new Set<string>(['draft'])
      for (const from of reached) for (const to of nextStates(kind, from as RequestState)) reached.add(to)
      const never = kind === 'police' ? ['at-central-authority'] : []
      expect(REQUEST_STATES.filter((state) => !reached.has(state))).toEqual(never)
    }
  })

  it('is refused on a ground of the closed list only, with the day', () => {
    const request = { kind: 'extradition', state: 'sent-abroad', checklist: {} } as const
    expect(moveFaults(request, 'refused', { ground: undefined, on: '' })).toEqual([
      { path: 'ground', code: 'mla.ground-missing' },
      { path: 'on', code: 'mla.day-missing' },
    ])
    expect(moveFaults(request, 'refused', { ground: 'death-penalty', on: ON })).toEqual([])
  })

  it('calls no ground read that nobody read', () => {
    for (const ground of REFUSAL_GROUNDS)
      expect(GROUND_BASIS[ground]?.confidence ?? 'unverified').toBe('unverified')
    expect(CHANNELS_OF.extradition).not.toContain('interpol')
  })
})
