import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import type { Folder } from '#src/domain/linkage/evaluate/evaluate.ts'
import {
  FILE_NAMES,
  readRows,
  toldBy,
  TRUTH,
  type FileName,
  type Problem,
  type Row,
} from '#src/domain/linkage/evaluate/files.ts'

/** A file that cannot be scored, in one sentence. */
export class FolderError extends Error {}

/** The four files and the truth of a test folder; FolderError where one is not there or not as it should be. */
export async function readLinkageFolder(folder: string): Promise<Folder> {
  const files: Partial<Record<FileName, readonly Row[]>> = {}
  for (const name of FILE_NAMES) files[name] = await readTable(folder, name)
  const truth = toldBy(await readTable(folder, TRUTH))
  return { files: files as Record<FileName, readonly Row[]>, truth }
}

async function readTable(folder: string, name: FileName | typeof TRUTH): Promise<readonly Row[]> {
  const path = join(folder, `${name}.csv`)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new FolderError(
      code === 'ENOENT' || code === 'ENOTDIR' ? `${path} is not there.` : `${path} cannot be read (${code}).`,
    )
  }
  const parsed = readRows(name, cellsOf(path, bytes))
  if (!parsed.ok) throw new FolderError(sentenceOf(parsed.problem))
  return parsed.rows
}

function cellsOf(path: string, bytes: Uint8Array): readonly (readonly string[])[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FolderError(`${path} is no text in UTF-8.`)
  }
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1)
    throw new FolderError(`${path} has a quotation mark that never ends.`)
  return parseCsv(text, { delimiter: ',' }).map((row) => row.map((cell) => String(cell ?? '')))
}

export const sentenceOf = (problem: Problem): string =>
  `${problem.file}.csv${problem.row === undefined ? '' : `, row ${problem.row},`} ${problem.what}.`
