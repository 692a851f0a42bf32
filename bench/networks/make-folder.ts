/**
 * Writes a test folder for `payung networks evaluate`: mentions.csv and truth.csv of fictitious files.
 *   node --import tsx bench/networks/make-folder.ts <folder> <files> <groups> <seed>
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeMentions } from './make-mentions.ts'

const [folder = '', files = '200', groups = '4', seed = '1'] = process.argv.slice(2)
const made = makeMentions({ files: Number(files), groups: Number(groups), seed: Number(seed) })
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const lines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\n`).join('')

mkdirSync(folder, { recursive: true })
writeFileSync(
  join(folder, 'mentions.csv'),
  lines([['case_id', 'agency', 'date', 'kind', 'role', 'value'], ...made.mentions]),
)
writeFileSync(join(folder, 'truth.csv'), lines([['case_id', 'syndicate'], ...made.truth]))
