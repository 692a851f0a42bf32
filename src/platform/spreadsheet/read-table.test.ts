import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { LARGEST_TABLE, readTable } from './read-table.ts'

const text = (words: string) => readTable(new TextEncoder().encode(words))
const rows = [
  ['Nama', 'SIP3MI', 'Masa berlaku'],
  ['PT Contoh Satu', 'X/1', '2027-01-12'],
]

async function workbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      { name: 'Tersembunyi', hidden: true, rows: [['rahasia']] },
      {
        name: 'Daftar',
        rows: [
          ['Nama', 'SIP3MI', 'Masa berlaku'],
          ['PT Contoh Satu', 'X/1', new Date(Date.UTC(2027, 0, 12))],
        ],
      },
    ],
  })
}

/** A ZIP with one entry whose directory tells these sizes. */
function zipTelling(unpacked: number): Uint8Array {
  const name = Buffer.from('xl/workbook.xml')
  const data = deflateRawSync(Buffer.alloc(1_000_000))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(unpacked, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(data.length, 20)
  entry.writeUInt32LE(unpacked, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + data.length, 16)
  return Buffer.concat([local, name, data, entry, name, end])
}

describe('reading a list from a file', () => {
  it('reads commas, semicolons, quotes, and lines within quotes', async () => {
    expect(await text('Nama,Izin\n"PT A, B","a ""1""\nb"\n')).toEqual({
      kind: 'table',
      rows: [
        ['Nama', 'Izin'],
        ['PT A, B', 'a "1"\nb'],
      ],
    })
    expect(await text('\uFEFFNama;Izin\r\n"PT A, B; C";1\r\n')).toEqual({
      kind: 'table',
      rows: [
        ['Nama', 'Izin'],
        ['PT A, B; C', '1'],
      ],
    })
  })

  it('reads the letters of Windows-1252 and of UTF-16 as Excel saves them', async () => {
    const old = await readTable(Uint8Array.from([...Buffer.from('Nama;Izin\nPT Caf'), 0xe9, 0x3b, 0x31]))
    expect(old.kind === 'table' && old.rows[1]?.[0]).toBe('PT Café')
    const wide = await readTable(Buffer.from('\uFEFFNama;Izin\nPT Café;1\n', 'utf16le'))
    expect(wide.kind === 'table' && wide.rows[1]?.[0]).toBe('PT Café')
  })

  it('reads the sheet that is shown, with its days as days', async () => {
    expect(await readTable(await workbook())).toEqual({ kind: 'table', rows })
  })

  it('refuses a formula and names its cell', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [['Nama'], ['x']],
          cells: new Map([['1,0', { formula: 'HYPERLINK("x")', type: 'formula', value: null }]]),
        },
      ],
    })
    expect(await readTable(bytes)).toEqual({ kind: 'refused', why: 'formula', cell: 'A2' })
  })

  it('refuses what is too big, also when it only becomes so', async () => {
    expect(await readTable(new Uint8Array(LARGEST_TABLE + 1))).toMatchObject({ why: 'too-big' })
    expect(await readTable(zipTelling(900_000_000))).toMatchObject({ why: 'too-big' })
    expect(await readTable(zipTelling(0xffffffff))).toMatchObject({ why: 'too-big' })
  })

  it('refuses a directory that tells smaller sizes than come out', async () => {
    expect(await readTable(zipTelling(100))).toMatchObject({ why: 'not-a-table' })
    expect(await readTable(zipTelling(0))).toMatchObject({ why: 'not-a-table' })
  })

  it('refuses what is no list', async () => {
    expect(await readTable(new Uint8Array())).toMatchObject({ why: 'empty' })
    expect(await text(' \n;;\n')).toMatchObject({ why: 'empty' })
    expect(await readTable(Buffer.from('PK\u0003\u0004junk'))).toMatchObject({ why: 'not-a-table' })
    expect(await readTable((await workbook()).slice(0, 900))).toMatchObject({ why: 'not-a-table' })
    expect(await readTable(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]))).toMatchObject({
      why: 'not-a-table',
    })
    expect(await readTable(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).toMatchObject({ why: 'old-excel' })
    expect(await text('Nama,Izin\n"PT A,1\nPT B,2\n')).toMatchObject({ why: 'open-quote' })
    expect(await text(`a,b\n${'x,y\n'.repeat(20_001)}`)).toMatchObject({ why: 'too-many-rows' })
    expect(await text('satu kalimat\nsaja\n')).toMatchObject({ why: 'not-a-table' })
    expect(await text(`${'x,'.repeat(60)}y\n`)).toMatchObject({ why: 'not-a-table' })
  })
})
