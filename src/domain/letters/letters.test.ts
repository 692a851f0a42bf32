import { describe, expect, it } from 'vitest'
import { partialDateOf } from '../kernel/partial-date.ts'
import { readAmount, totalOf } from './amounts.ts'
import { eventsOf, withoutShelters, type LetterEntry } from './letter-facts.ts'

const entry = (id: string, date: string, contradicts: string | null = null): LetterEntry => ({
  id,
  date: date === '' ? undefined : partialDateOf(date),
  dateWords: '',
  text: id,
  source: 'family',
  certainty: 'likely',
  sharedBy: '',
  contradicts,
})

describe('the events of a chronology', () => {
  it('stand in the order of their dates, and undated ones come last', () => {
    const events = eventsOf([entry('none', ''), entry('may', '2019-05'), entry('year', '2018')])
    expect(events.map((event) => event.entry.id)).toEqual(['year', 'may', 'none'])
  })

  it('keep what contradicts an event beside it', () => {
    const events = eventsOf([entry('a', '2019-05'), entry('b', '2019-06', 'a')])
    expect(events).toHaveLength(1)
    expect(events[0]?.against.map((each) => each.id)).toEqual(['b'])
  })

  it('keep an entry whose opposite was not chosen', () => {
    expect(eventsOf([entry('b', '2019-06', 'a')]).map((event) => event.entry.id)).toEqual(['b'])
  })
})

describe('the name of a safe house', () => {
  it('leaves every text, in any case, however deep it stands', () => {
    const letter = { blocks: [{ text: 'Tinggal di rumah aman melati (b) sejak Mei.' }], count: 2, none: null }
    expect(withoutShelters(letter, ['Rumah Aman Melati (B)', ''], '[tempat aman]')).toEqual({
      blocks: [{ text: 'Tinggal di [tempat aman] sejak Mei.' }],
      count: 2,
      none: null,
    })
  })

  it('is not looked for when it is too short to be a name', () => {
    expect(withoutShelters('ada di desa', ['di'], 'X')).toBe('ada di desa')
  })
})

describe('an amount as it is typed', () => {
  it.each([
    ['1.250.000', 125_000_000],
    ['1,250,000.50', 125_000_050],
    ['850,5', 85_050],
    ['1 500', 150_000],
    ['0', 0],
  ])('reads %s', (text, minor) => {
    expect(readAmount(text)).toBe(minor)
  })

  it.each(['', '-5', 'lima', '1.2.3', '1,,2', '12.5000', '1e9'])('does not guess at %j', (text) => {
    expect(readAmount(text)).toBeUndefined()
  })

  it('adds up exactly', () => {
    const lines = ['0,10', '0,20'].map((text) => ({ what: text, minor: readAmount(text) ?? 0 }))
    expect(totalOf(lines)).toBe(30)
  })
})
