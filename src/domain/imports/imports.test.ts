import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lookups } from './coded.ts'
import { doubledUse } from './fields.ts'
import {
  checkMapping,
  columnsOf,
  fitMapping,
  guessHeadingRow,
  signatureOf,
  suggestMapping,
  type ListMapping,
} from './mapping.ts'
import { differencesOf, readOldList } from './read-list.ts'
import { readListDate, readNik, readOwnNumber, readPassport, readTelephones } from './values.ts'
import { HEADINGS, plainWord } from './words.ts'

const LOOKUPS: Lookups = {
  countries: new Map([
    ['my', 'MY'],
    ['malaysia', 'MY'],
    ['arab saudi', 'SA'],
  ]),
  regencies: new Map([['lombok timur', '52.03']]),
}
const TODAY = '2026-11-20'

function read(rows: readonly (readonly string[])[], more: Partial<ListMapping> = {}) {
  const headingRow = 0
  const columns = columnsOf(rows, headingRow)
  const mapping = { ...suggestMapping(columns), ...more }
  return readOldList({ rows, headingRow }, { columns, mapping, lookups: LOOKUPS, today: TODAY })
}

describe('the headings of an old list', () => {
  it('are found below a title, by the words we know', () => {
    const rows = [
      ['DAFTAR KASUS 2019'],
      [''],
      ['No', 'Nama', 'JK', 'Negara Tujuan'],
      ['1', 'Contoh', 'P', 'MY'],
    ]
    expect(guessHeadingRow(rows)).toBe(2)
  })

  it('suggest a field in Indonesian and English, and stay a note where they say nothing to us', () => {
    const columns = columnsOf([['NAMA_PMI', 'Date of birth', 'Upah tidak dibayar', 'Lain-lain'], []], 0)
    expect(Object.values(suggestMapping(columns).uses)).toEqual(['name', 'born', 'yes:UNPAID_WAGES', 'note'])
  })

  it('suggest what the anonymous yearly table of an agency holds, without a single name', () => {
    const head =
      'tahun,instansi,provinsi_asal,jk,kelompok_umur,negara_tujuan,sektor,jeratan_utang,dokumen_ditahan,kekerasan,upah_tidak_dibayar,hasil'
    const reading = read([
      head.split(','),
      '2021,Polri,NTT,P,25-34,MY,rumah tangga,,tidak,tidak,ya,dipulangkan'.split(','),
    ])
    const [row] = reading.rows
    expect(row?.told).toMatchObject({
      complained: '2021',
      sex: 'female',
      country: 'MY',
      sector: 'domestic-work',
      types: ['UNPAID_WAGES'],
      names: [],
    })
    expect(reading.unknown).toMatchObject([{ use: 'status', word: 'dipulangkan', times: 1 }])
    expect(row?.told.notes).toContainEqual({ heading: 'hasil', text: 'dipulangkan' })
  })

  it('never give two columns a field that one may hold', () => {
    const columns = columnsOf([['Nama', 'Nama', 'Nama PMI'], []], 0)
    expect(columns.map(({ key }) => key)).toEqual(['nama', 'nama #2', 'nama pmi'])
    expect(doubledUse(Object.values(suggestMapping(columns).uses))).toBeUndefined()
  })

  it('belong to one field each', () => {
    const words = Object.values(HEADINGS).flat()
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    expect(words.filter((word) => plainWord(word) !== word)).toEqual([])
  })

  it('have one signature in any order, and offer what was said before for the columns that are still there', () => {
    const one = columnsOf([['Nama', 'Kolom X'], []], 0)
    const two = columnsOf([['Kolom X', 'Nama'], []], 0)
    expect(signatureOf(one)).toBe(signatureOf(two))
    const before: ListMapping = {
      uses: { nama: 'other-name', 'kolom x': 'village' },
      values: { 'kolom x': { a: 'b' }, gone: { a: 'b' } },
      order: 'day-first',
    }
    expect(fitMapping(two, before)).toEqual({ ...before, values: { 'kolom x': { a: 'b' } } })
  })

  it('are refused when one field stands twice or none at all', () => {
    expect(checkMapping({ uses: { a: 'name', b: 'name' }, values: {} })).toBe('doubled')
    expect(checkMapping({ uses: { a: 'note', b: 'leave-out' }, values: {} })).toBe('nothing')
    expect(checkMapping({ uses: { a: 'name', b: 'note', c: 'note' }, values: {} })).toBeUndefined()
  })
})

describe('a cell of an old list', () => {
  it.each([
    ['belum ada', { kind: 'none-yet' }],
    ['-', { kind: 'empty' }],
    ['0000000000000000', { kind: 'empty' }],
    ['3201 0101 9001 0001', { kind: 'value', value: '3201010190010001' }],
    ['12345', { kind: 'fault', code: 'nik.length' }],
    ['lihat map', { kind: 'words' }],
  ])('reads %j as a NIK', (cell, said) => {
    expect(readNik(cell)).toEqual(said)
  })

  it.each([
    ['2019', '2019'],
    ['2019-04', '2019-04'],
    ['04/2019', '2019-04'],
    ['12 April 2019', '2019-04-12'],
    ['sekitar 2015', '2015~'],
    ['13/04/2019', '2019-04-13'],
    ['43567', '2019-04-12'],
  ])('reads %j as the date %s', (cell, date) => {
    expect(readListDate(cell, undefined)).toEqual({ kind: 'value', value: date })
  })

  it('asks whether the day or the month stands first, and keeps words as words', () => {
    expect(readListDate('03/04/2019', undefined)).toEqual({ kind: 'fault', code: 'date.ambiguous' })
    expect(readListDate('03/04/2019', 'day-first')).toEqual({ kind: 'value', value: '2019-04-03' })
    expect(readListDate('sebelum Ramadan', undefined)).toEqual({ kind: 'words' })
    expect(readListDate('31/02/2019', undefined)).toEqual({ kind: 'fault', code: 'date.no-such-day' })
  })

  it('takes a placeholder for no number of the body', () => {
    for (const cell of ['-', '0', '000', 'belum ada', 'xxx', 'N/A'])
      expect(readOwnNumber(cell)).toEqual({ kind: 'empty' })
    expect(readOwnNumber(' JHB / 12 ')).toEqual({ kind: 'value', value: 'JHB / 12' })
  })

  it('reads telephones and passports, and keeps what is neither', () => {
    expect(readTelephones('+44 7700 900001 / +44 7700 900002')).toMatchObject({ kind: 'value' })
    expect(readTelephones('tanya tetangga')).toEqual({ kind: 'words' })
    expect(readPassport('b 1234567')).toEqual({ kind: 'value', value: 'B1234567' })
    expect(readPassport('belum punya')).toEqual({ kind: 'none-yet' })
  })
})

describe('a row of an old list', () => {
  it('keeps an unknown word as it stands, counts it, and takes what a person said it means', () => {
    const rows = [
      ['Nama', 'Masalah'],
      ['Satu', 'gaji macet'],
      ['Dua', 'Gaji  macet; TPPO'],
    ]
    const first = read(rows)
    expect(first.unknown).toMatchObject([{ key: 'masalah', word: 'gaji macet', times: 2 }])
    expect(first.rows[1]?.told).toMatchObject({
      types: ['TPPO'],
      notes: [{ heading: 'Masalah', text: 'Gaji  macet; TPPO' }],
    })
    const said = read(rows, { values: { masalah: { 'gaji macet': 'UNPAID_WAGES' } } })
    expect(said.unknown).toEqual([])
    expect(said.rows.map(({ told }) => told.types)).toEqual([['UNPAID_WAGES'], ['UNPAID_WAGES', 'TPPO']])
  })

  it('that stays a word by a person’s choice is asked no more', () => {
    const rows = [
      ['Nama', 'Status'],
      ['Satu', 'arsip'],
    ]
    const { unknown, rows: read1 } = read(rows, { values: { status: { arsip: '' } } })
    expect(unknown).toEqual([])
    expect(read1[0]?.told.notes).toEqual([{ heading: 'Status', text: 'arsip' }])
  })

  it('with the own number of an earlier one is wrong and says where the first stands', () => {
    const { faults } = read([
      ['No kasus', 'Nama'],
      ['A 1', 'Satu'],
      ['-', 'Dua'],
      ['-', 'Tiga'],
      ['a-1', 'Empat'],
    ])
    expect(faults).toEqual([{ row: 5, at: 0, code: 'key.doubled', other: 2 }])
  })

  it('born after the complaint, or with a day to come, is wrong', () => {
    const { faults } = read([
      ['Nama', 'Tgl lahir', 'Tgl lapor'],
      ['Satu', '2020', '2019'],
      ['Dua', '1990', '2031-01-01'],
    ])
    expect(faults.map(({ row, code }) => [row, code])).toEqual([
      [2, 'date.order'],
      [3, 'date.future'],
    ])
  })

  it('tells nothing that says somebody is a victim, and differs only where it does', () => {
    const before = read([
      ['Nama', 'Negara'],
      ['Satu', 'Malaysia'],
    ]).rows[0]!.told
    const now = read([
      ['Nama', 'Negara'],
      ['Satu', 'Arab Saudi'],
    ]).rows[0]!.told
    expect(differencesOf(before, now)).toEqual(['country'])
    expect(Object.keys(now).join(' ')).not.toMatch(/victim|korban/)
  })

  it('is read whatever stands in it, and no cell that is not left out is lost', () => {
    const cell = fc.string({ maxLength: 30 })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), (body) => {
        const { rows } = read([['Nama', 'Masalah', 'Lain'], ...body])
        expect(rows.length).toBe(body.filter((row) => row.some((each) => each.trim() !== '')).length)
        for (const { row, told } of rows) {
          const note = (body[row - 2]?.[2] ?? '').trim()
          if (note !== '') expect(told.notes.map(({ text }) => text)).toContain(note)
        }
      }),
    )
  })
})
