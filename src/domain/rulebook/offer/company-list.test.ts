import { describe, expect, it } from 'vitest'
import { columnName, compareLists, guessMapping, headingsOf, readCompanyList } from './company-list.ts'
import type { Company } from './company-register.ts'
import { parseListDate } from './list-date.ts'

const LIST = [
  ['DAFTAR P3MI', '', '', '', ''],
  ['', '', '', '', ''],
  ['No', 'Nama Perusahaan', 'Nomor SIP3MI', 'Masa Berlaku', 'Status'],
  ['1', 'PT Contoh Satu', 'X/1', '12 Januari 2022 s.d. 12 Januari 2027', 'Aktif'],
  ['2', ' PT Contoh\nDua ', 'X/2', '31/12/2026', 'DICABUT'],
  ['', '', '', '', ''],
]

describe('the days of a list', () => {
  it('are read as lists write them, the day before the month', () => {
    const written = [
      '12/01/2027',
      '12-1-2027',
      '12.01.2027',
      '12 Januari 2027',
      '12 jan. 2027',
      '2027-01-12',
      '2027-01-12T00:00:00Z',
      '46399',
      '1 Februari 2022 s/d 12 Januari 2027',
      '01/02/2022 sampai dengan 12/01/2027',
    ]
    expect(written.map(parseListDate)).toEqual(written.map(() => '2027-01-12'))
    expect(['', '-', ' '].map(parseListDate)).toEqual([null, null, null])
  })

  it('are refused where they are none', () => {
    for (const wrong of [
      '30/02/2027',
      '01/13/2027',
      '12/01/27',
      '12 Foo 2027',
      'seumur hidup',
      '2027',
      '0/1/2027',
    ])
      expect(parseListDate(wrong), wrong).toBeUndefined()
  })
})

describe('a list of companies', () => {
  it('finds its headings below a title, and each row', () => {
    const mapping = guessMapping(LIST)
    expect(mapping).toEqual({ headerRow: 2, columns: { name: 1, licence: 2, validUntil: 3, state: 4 } })
    expect(readCompanyList(LIST, mapping)).toEqual({
      kind: 'list',
      companies: [
        { name: 'PT Contoh Satu', licence: 'X/1', state: 'active', validUntil: '2027-01-12' },
        { name: 'PT Contoh Dua', licence: 'X/2', state: 'revoked', validUntil: '2026-12-31' },
      ],
    })
  })

  it('remembers headings that nobody would guess', () => {
    const odd = [
      ['Pelaku usaha', 'Kode', 'S'],
      ['PT Contoh Satu', '1', 'aktif'],
    ]
    expect(guessMapping(odd).columns).toEqual({})
    const mapping = { headerRow: 0, columns: { name: 0, licence: 1, state: 2 } }
    expect(guessMapping(odd, headingsOf(odd, mapping))).toEqual(mapping)
  })

  it('names each wrong cell by row and column, and takes nothing in', () => {
    const read = readCompanyList(
      [
        ...LIST.slice(0, 4),
        ['3', '', 'X/3', '31/02/2027', 'Aktif'],
        ['4', '=HYPERLINK("x")', '', '', 'mungkin'],
        ['5', 'Contoh Satu, PT', 'x/1', '', 'Aktif'],
      ],
      guessMapping(LIST),
    )
    expect(
      read.kind === 'faults' && read.faults.map((each) => `${each.column}${each.row} ${each.fault}`),
    ).toEqual([
      'B5 name-missing',
      'D5 date-unreadable',
      'B6 formula',
      'C6 licence-missing',
      'E6 state-unknown',
      'B7 twice',
    ])
  })

  it('asks for what no column says', () => {
    const bare = { headerRow: 2, columns: { name: 1, licence: 2 } }
    expect(readCompanyList(LIST, bare)).toEqual({ kind: 'unmapped', missing: ['state'], doubled: false })
    const read = readCompanyList(LIST, { ...bare, everyState: 'active' })
    expect(read.kind === 'list' && read.companies.map((each) => [each.state, each.validUntil])).toEqual([
      ['active', null],
      ['active', null],
    ])
    expect(readCompanyList(LIST, { headerRow: 2, columns: { name: 1, licence: 1, state: 4 } })).toMatchObject(
      {
        doubled: true,
      },
    )
    expect(readCompanyList(LIST.slice(0, 3), guessMapping(LIST))).toEqual({ kind: 'empty' })
  })

  it('tells "tidak aktif" from "aktif"', () => {
    const states = [
      'Aktif',
      'Tidak Aktif',
      'non-aktif',
      'Dicabut',
      'Skorsing',
      'Kedaluwarsa',
      'Tidak berlaku',
    ]
    const read = readCompanyList(
      states.map((state, at) => [`PT Contoh ${at}`, 'x', state]),
      { headerRow: -1, columns: { name: 0, licence: 1, state: 2 } },
    )
    expect(read.kind === 'list' && read.companies.map((each) => each.state)).toEqual([
      'active',
      'inactive',
      'inactive',
      'revoked',
      'suspended',
      'expired',
      'expired',
    ])
  })

  it('says what is new, gone and changed beside an older one', () => {
    const company = (name: string, more: Partial<Company> = {}): Company => ({
      name,
      licence: '1',
      state: 'active',
      validUntil: null,
      ...more,
    })
    const before = [company('PT Tetap'), company('PT Lama'), company('PT Ubah')]
    const after = [company('Tetap, PT'), company('PT Baru'), company('PT Ubah', { state: 'revoked' })]
    const found = compareLists(before, after)
    expect(found.added.map((each) => each.name)).toEqual(['PT Baru'])
    expect(found.gone.map((each) => each.name)).toEqual(['PT Lama'])
    expect(found.changed.map((each) => [each.before.state, each.after.state])).toEqual([
      ['active', 'revoked'],
    ])
  })

  it('counts columns as a spreadsheet does', () => {
    expect([0, 25, 26, 39].map(columnName)).toEqual(['A', 'Z', 'AA', 'AN'])
  })
})
