import { MENTION_KINDS, type Mention, type MentionKind } from '../mention.ts'

// mentions.csv and truth.csv of a test folder, as rows of text.

export const FILES = ['mentions', 'truth'] as const
export type FileName = (typeof FILES)[number]

export const COLUMNS: Readonly<Record<FileName, readonly string[]>> = {
  mentions: ['case_id', 'agency', 'date', 'kind', 'role', 'value'],
  truth: ['case_id', 'syndicate'],
}

const KIND_WORDS: Readonly<Record<string, MentionKind>> = {
  ...Object.fromEntries(MENTION_KINDS.map((kind) => [kind, kind])),
  nama: 'person',
  orang: 'person',
  name: 'person',
  hp: 'telephone',
  telepon: 'telephone',
  telp: 'telephone',
  wa: 'telephone',
  phone: 'telephone',
  rekening: 'account',
  alamat: 'address',
  perusahaan: 'company',
  paspor: 'document',
  passport: 'document',
  ktp: 'document',
  nik: 'document',
  pnr: 'booking',
  tiket: 'booking',
  kendaraan: 'vehicle',
  plat: 'vehicle',
  nopol: 'vehicle',
}

export type Problem = { readonly file: FileName; readonly row?: number; readonly what: string }
export type Parsed<T> =
  { readonly ok: true; readonly rows: T } | { readonly ok: false; readonly problem: Problem }

type Row = Readonly<Record<string, string>>

/** Cells to rows by the names of the columns. Row numbers count the heading as 1, as a spreadsheet does. */
function rowsOf(file: FileName, cells: readonly (readonly string[])[]): Parsed<readonly Row[]> {
  const wrong = (what: string, row?: number): Parsed<never> => ({
    ok: false,
    problem: { file, what, ...(row !== undefined && { row }) },
  })
  const heading = cells[0]?.map((cell) => cell.trim().replace(/^\uFEFF/, ''))
  if (heading === undefined || heading.every((cell) => cell === '')) return wrong('is empty')
  const lacking = COLUMNS[file].filter((column) => !heading.includes(column))
  if (lacking.length > 0) return wrong(`lacks the column ${lacking.join(', ')}`)
  const rows: Row[] = []
  for (const [at, row] of cells.slice(1).entries()) {
    if (row.length === 1 && row[0]?.trim() === '') continue
    if (row.length !== heading.length)
      return wrong(`has ${row.length} cells where the heading has ${heading.length}`, at + 2)
    const named: Record<string, string> = {}
    heading.forEach((column, k) => (named[column] = row[k]?.trim() ?? ''))
    if (named['case_id'] === '') return wrong('has no case_id', at + 2)
    rows.push(named)
  }
  return rows.length === 0 ? wrong('has no rows') : { ok: true, rows }
}

export function readMentions(cells: readonly (readonly string[])[]): Parsed<readonly Mention[]> {
  const parsed = rowsOf('mentions', cells)
  if (!parsed.ok) return parsed
  return {
    ok: true,
    rows: parsed.rows.flatMap((row) => {
      const kind = KIND_WORDS[row['kind']!.toLowerCase()]
      // A kind that this version does not know proves nothing; the file itself is counted by the truth.
      if (kind === undefined) return []
      return [
        {
          file: row['case_id']!,
          agency: row['agency']!,
          date: row['date']!,
          kind,
          role: row['role']!,
          value: row['value']!,
        },
      ]
    }),
  }
}

/** The group of every file as the truth has it; empty: in none. Read to score alone. */
export function readTruth(cells: readonly (readonly string[])[]): Parsed<ReadonlyMap<string, string>> {
  const parsed = rowsOf('truth', cells)
  if (!parsed.ok) return parsed
  const told = new Map<string, string>()
  for (const [at, row] of parsed.rows.entries()) {
    if (told.has(row['case_id']!))
      return {
        ok: false,
        problem: { file: 'truth', row: at + 2, what: `repeats the case_id ${row['case_id']!}` },
      }
    told.set(row['case_id']!, row['syndicate']!)
  }
  return { ok: true, rows: told }
}
