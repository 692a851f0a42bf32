import type { PersonRecord } from '../person-table.ts'

// The four files of a linkage test folder and its truth, as rows of text.

export const FILE_NAMES = ['pengaduan', 'deportasi', 'penempatan', 'paspor'] as const
export type FileName = (typeof FILE_NAMES)[number]
export const TRUTH = 'truth'

const ID = 'rec_id'

/** Columns that a file must have; others are read past. */
export const COLUMNS: Readonly<Record<FileName | typeof TRUTH, readonly string[]>> = {
  pengaduan: [
    ID,
    'nama',
    'jk',
    'tempat_lahir',
    'tgl_lahir',
    'desa',
    'kecamatan',
    'kabupaten',
    'no_paspor',
    'hp_keluarga',
  ],
  deportasi: [ID, 'nama', 'jk', 'tgl_lahir', 'daerah_asal'],
  penempatan: [
    ID,
    'nama',
    'jk',
    'tempat_lahir',
    'tgl_lahir',
    'nik',
    'desa',
    'kecamatan',
    'kabupaten',
    'no_paspor',
    'hp',
  ],
  paspor: [ID, 'nama', 'jk', 'tempat_lahir', 'tgl_lahir', 'no_paspor'],
  truth: [ID, 'person_id', 'n_given_tokens', 'false_identity'],
}

export type Task = {
  readonly left: FileName
  readonly right: FileName
  /** Do both files carry a passport or a telephone number? Without one there is no second verdict. */
  readonly sharesNumber: boolean
}

export const TASKS: readonly Task[] = [
  { left: 'pengaduan', right: 'paspor', sharesNumber: true },
  { left: 'deportasi', right: 'paspor', sharesNumber: false },
  { left: 'penempatan', right: 'paspor', sharesNumber: true },
  { left: 'pengaduan', right: 'penempatan', sharesNumber: true },
]

export type Row = Readonly<Record<string, string>>
export type Problem = { readonly file: string; readonly row?: number; readonly what: string }
export type Parsed =
  { readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly problem: Problem }

/** Cells to rows by the names of the columns. Row numbers count the heading as 1, as a spreadsheet does. */
export function readRows(file: FileName | typeof TRUTH, cells: readonly (readonly string[])[]): Parsed {
  const wrong = (what: string, row?: number): Parsed => ({ ok: false, problem: { file, what, row } })
  const heading = cells[0]?.map((cell) => cell.trim())
  if (heading === undefined) return wrong('is empty')
  const lacking = COLUMNS[file].filter((column) => !heading.includes(column))
  if (lacking.length > 0) return wrong(`lacks the column ${lacking.join(', ')}`)
  const rows: Row[] = []
  const seen = new Set<string>()
  for (const [at, row] of cells.slice(1).entries()) {
    if (row.length === 1 && row[0]?.trim() === '') continue
    if (row.length !== heading.length)
      return wrong(`has ${row.length} cells where the heading has ${heading.length}`, at + 2)
    const named = Object.fromEntries(heading.map((column, k) => [column, row[k]?.trim() ?? '']))
    const id = named[ID] ?? ''
    if (id === '') return wrong(`has no ${ID}`, at + 2)
    if (seen.has(id)) return wrong(`repeats the ${ID} ${id}`, at + 2)
    seen.add(id)
    rows.push(named)
  }
  return rows.length === 0 ? wrong('has no rows') : { ok: true, rows }
}

export function recordOf(row: Row): PersonRecord {
  return {
    name: row['nama'] ?? '',
    sex: row['jk'] ?? '',
    birth: row['tgl_lahir'] ?? '',
    places: [row['kabupaten'], row['daerah_asal'], row['tempat_lahir']].filter(
      (place) => place !== undefined && place !== '',
    ) as string[],
    district: row['kecamatan'] ?? '',
    village: row['desa'] ?? '',
    passport: row['no_paspor'] ?? '',
    nik: row['nik'] ?? '',
    phone: row['hp'] ?? row['hp_keluarga'] ?? '',
  }
}

/** What the truth says of one record. Read to score alone. */
export type Told = {
  readonly person: string
  readonly oneWord: boolean
  readonly falseIdentity: boolean
}

export function toldBy(rows: readonly Row[]): ReadonlyMap<string, Told> {
  return new Map(
    rows.map((row) => [
      row[ID] ?? '',
      {
        person: row['person_id'] ?? '',
        oneWord: row['n_given_tokens'] === '1',
        falseIdentity: row['false_identity'] === '1',
      },
    ]),
  )
}
