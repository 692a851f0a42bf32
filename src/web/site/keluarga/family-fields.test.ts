import { expect, it } from 'vitest'
import { decodeForm } from '#src/web/middleware/decode-form.ts'
import { checkFamilyForm, draftFromFamilyForm, readFamilyForm } from './family-fields.ts'

const form = (...entries: readonly (readonly [string, string])[]) => readFamilyForm(decodeForm(entries))

it('is content with one name and one place', () => {
  expect(checkFamilyForm(form(['names', 'Wati'], ['village', 'Desa Contoh']))).toEqual([])
  expect(checkFamilyForm(form(['names', 'Wati'], ['place.country', 'SA']))).toEqual([])
})

it('asks for a name and a place when they are missing', () => {
  expect(checkFamilyForm(form(['names', ' , '], ['place.country', 'unknown']))).toEqual([
    { field: 'names', code: 'no-name' },
    { field: 'village', code: 'no-place' },
  ])
})

it('reads approximate years and says which it cannot read', () => {
  const problems = checkFamilyForm(
    form(['names', 'A'], ['village', 'B'], ['born', '1996/1998'], ['departed', 'dulu']),
  )
  expect(problems).toEqual([{ field: 'departed', code: 'bad-date' }])
})

it('makes a report of a search, with what is unknown left unknown', () => {
  const draft = draftFromFamilyForm(
    form(
      ['names', 'Wati, Siti'],
      ['village', 'Desa Contoh'],
      ['born', '1997'],
      ['what', 'lost'],
      ['what', 'ditahan'],
    ),
    'id',
  )
  expect(draft).toMatchObject({
    about: 'seeking-family',
    names: ['Wati', 'Siti'],
    village: { known: true, value: 'Desa Contoh' },
    born: { known: true, value: '1997' },
    departed: { known: false, why: 'not-asked' },
    what: ['ditahan'],
    mayShare: {},
  })
})
