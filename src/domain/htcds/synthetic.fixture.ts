/** Invented records with every kind of value, the same on each run. */
import { chanceFrom, type Chance } from '../demo/chance.ts'
import { plainDate } from '../kernel/partial-date.ts'
import { FIELD_NAMES, fieldOf, type FieldName } from './model-data.ts'
import { codesOf } from './names.ts'
import type { CountryNames, HtcdsRecord, HtcdsValue } from './record.ts'

export const COUNTRIES: CountryNames = [
  { iso: 'ID', names: ['Indonesia'] },
  { iso: 'MY', names: ['Malaysia'] },
  { iso: 'SG', names: ['Singapore', 'Singapura'] },
  { iso: 'SA', names: ['Saudi Arabia', 'Arab Saudi'] },
  { iso: 'MM', names: ['Myanmar (Burma)', 'Myanmar'] },
]

const WORDS = [
  'Siti',
  'Bunga',
  'Cahaya',
  'Laut & Darat',
  'O’Brien',
  '=1+1',
  'a;b',
  '<b>',
  '中文',
  'D\'Angelo, "x"',
]

export function syntheticRecords(count: number): readonly HtcdsRecord[] {
  const chance = chanceFrom('htcds')
  return Array.from({ length: count }, () => oneOf(chance))
}

function oneOf(chance: Chance): HtcdsRecord {
  const values: Partial<Record<FieldName, HtcdsValue>> = { prs_FirstName: chance.pick(WORDS) }
  const others: Partial<Record<FieldName, readonly string[]>> = {}
  for (const field of FIELD_NAMES) {
    if (fieldOf(field).status === 'deprecated' || !chance.happens(0.7)) continue
    const value = valueFor(field, chance)
    if (value !== undefined) values[field] = value
    if (fieldOf(field).list && Array.isArray(value) && value.includes('Other') && chance.happens(0.5))
      others[field] = ['Dijanjikan sekolah']
  }
  return {
    values,
    others,
    extensions: chance.happens(0.2) ? ['x_RestrictsMovement'] : [],
    repeats: chance.happens(0.2) ? [{ hte_Description: 'Pindah kapal' }] : [],
  }
}

function valueFor(field: FieldName, chance: Chance): HtcdsValue | undefined {
  const { list, kind, form } = fieldOf(field)
  const some = (all: readonly string[]): readonly string[] =>
    all.filter((each) => chance.happens(each === 'Other' ? 0.2 : 0.3)).slice(0, 6)
  if (kind === 'many') {
    const chosen = some(list ? codesOf(list) : COUNTRIES.map(({ iso }) => iso))
    return chosen.length > 0 ? chosen : undefined
  }
  if (list) return chance.pick(codesOf(list))
  if (form === 'country') return chance.pick(COUNTRIES).iso
  if (form === 'language') return chance.pick(['id', 'jav', 'en'])
  if (form === 'phone') return `+447700900${chance.whole(100, 999)}`
  switch (kind) {
    case 'date':
      return plainDate(chance.whole(1950, 2026), chance.whole(1, 12), chance.whole(1, 28))
    case 'checkbox':
      return chance.happens(0.5)
    case 'number':
    case 'geolocation':
      return chance.whole(0, 40)
    default:
      return `${chance.pick(WORDS)} ${chance.pick(WORDS)} ${chance.whole(1, 999)}`
  }
}
