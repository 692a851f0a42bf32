import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, readFields } from './entry-fields.ts'
import type { Json } from './release.ts'

const ENTRY = {
  id: 'a',
  note: null,
  amount: 12,
  sure: true,
  title: { id: 'Judul', en: null },
  list: ['x', 'y'],
  versions: [{ from: '2020', to: null }],
  none: [],
}

describe('an entry of the law as a form', () => {
  it('gives each part of a sentence its own field, and a list a word a line', () => {
    expect(fieldsOf(ENTRY).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'id text',
      'note text',
      'amount number',
      'sure flag',
      'title.id text',
      'title.en text',
      'list lines',
      'versions json',
      'none lines',
    ])
  })

  it('keeps the type of each field, and an emptied text knows nothing', () => {
    const given = { note: 'baru', amount: '13.5', sure: 'false', list: 'z\r\n w ', 'title.en': 'Title' }
    expect(readFields(ENTRY, given)).toEqual({
      kind: 'entry',
      entry: {
        ...ENTRY,
        note: 'baru',
        amount: 13.5,
        sure: false,
        list: ['z', 'w'],
        title: { id: 'Judul', en: 'Title' },
      },
    })
    expect(readFields({ ...ENTRY, note: 'x' }, { note: '', amount: '' })).toEqual({
      kind: 'entry',
      entry: { ...ENTRY, note: null, amount: null },
    })
  })

  it('lets something with parts stand where nothing stood', () => {
    expect(readFields({ parameter: null }, { parameter: '{"value": 3}' })).toEqual({
      kind: 'entry',
      entry: { parameter: { value: 3 } },
    })
  })

  it('names every field that cannot be read', () => {
    expect(readFields(ENTRY, { amount: 'banyak', sure: 'mungkin', versions: '[{"from":' })).toEqual({
      kind: 'faults',
      fields: ['amount', 'sure', 'versions'],
    })
  })

  it('takes no field that the entry does not have', () => {
    expect(readFields(ENTRY, { evil: 'x', 'title.evil': 'x' })).toEqual({ kind: 'entry', entry: ENTRY })
  })

  it('gives back the same entry when nothing was touched, whatever line ends the form sends', () => {
    const entry = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue({ maxDepth: 3 }))
    fc.assert(
      fc.property(entry, (value) => {
        const given = Object.fromEntries(
          fieldsOf(value as Json).map((field) => [field.name, ` ${field.value.replaceAll('\n', '\r\n')}`]),
        )
        expect(readFields(value as Json, given)).toEqual({ kind: 'entry', entry: value })
      }),
    )
  })
})
