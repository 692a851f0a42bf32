import { describe, expect, it } from 'vitest'
import { fieldsOf, readFields } from './entry-fields.ts'

const ENTRY = {
  id: 'a',
  note: null,
  amount: 12,
  sure: true,
  title: { id: 'Judul', en: null },
  list: ['x', 'y'],
}

describe('an entry of the law as a form', () => {
  it('gives back the same entry when nothing was touched, whatever line ends the form sends', () => {
    const given = Object.fromEntries(
      fieldsOf(ENTRY).map((field) => [field.name, ` ${field.value.replaceAll('\n', '\r\n')}`]),
    )
    expect(readFields(ENTRY, given)).toEqual({ kind: 'entry', entry: ENTRY })
    expect(readFields(ENTRY, {})).toEqual({ kind: 'entry', entry: ENTRY })
  })

  it('keeps the type of each field, and an emptied text knows nothing', () => {
    const read = readFields(ENTRY, { id: 'a', note: 'baru', amount: '13.5', sure: 'false', list: '["z"]' })
    expect(read).toEqual({
      kind: 'entry',
      entry: { ...ENTRY, note: 'baru', amount: 13.5, sure: false, list: ['z'] },
    })
    expect(readFields({ ...ENTRY, note: 'x' }, { note: '', amount: '' })).toEqual({
      kind: 'entry',
      entry: { ...ENTRY, note: null, amount: null },
    })
  })

  it('names every field that cannot be read', () => {
    expect(readFields(ENTRY, { amount: 'banyak', sure: 'mungkin', title: '{"id":' })).toEqual({
      kind: 'faults',
      fields: ['amount', 'sure', 'title'],
    })
  })

  it('takes no field that the entry does not have', () => {
    expect(readFields(ENTRY, { evil: 'x' })).toEqual({ kind: 'entry', entry: ENTRY })
  })
})
