import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import { editTable } from '#src/domain/linkage/names/edit-weights.ts'
import { addMention, fileNumber, makeCorpus } from '#src/domain/networks/corpus.ts'
import { FILES, readMentions, readTruth, type FileName } from '#src/domain/networks/evaluate/files.ts'
import type { Parsed } from '#src/domain/networks/evaluate/files.ts'
import { scoreNetworks, type NetworkScore } from '#src/domain/networks/evaluate/score.ts'
import { findNetworks } from '#src/domain/networks/find.ts'
import { loadEditWeights } from '#src/platform/linkage-weights.ts'
import type { Command, Io } from './command.ts'

const USAGE = 'networks evaluate <folder> [--json]'

/** A file that cannot be scored, in one sentence. */
class FolderError extends Error {}

export const networksEvaluate: Command = {
  usage: USAGE,
  about: 'Precision and recall of the joined files on a test folder with mentions.csv and truth.csv.',
  async run(args, io) {
    const words = args.filter((word) => !word.startsWith('-'))
    const flags = args.filter((word) => word.startsWith('-'))
    const folder = words[0]
    if (folder === undefined || words.length > 1 || flags.some((flag) => flag !== '--json')) {
      io.err(`Usage: payung ${USAGE}`)
      return 2
    }
    try {
      print(await evaluate(folder, io), flags.includes('--json'), io)
      return 0
    } catch (error) {
      if (!(error instanceof FolderError)) throw error
      io.err(error.message)
      return 1
    }
  },
}

/** The groups stand before the truth is opened: it can choose nothing. */
async function evaluate(folder: string, io: Io): Promise<NetworkScore> {
  const tables = await Promise.all(FILES.map((name) => cellsOf(folder, name)))
  const mentions = orStop(readMentions(tables[0]!))
  const corpus = makeCorpus(editTable(loadEditWeights()))
  for (const mention of mentions) addMention(corpus, mention)
  io.progress('mentions')
  const truth = orStop(readTruth(tables[1]!))
  const stranger = corpus.fileIds.find((id) => !truth.has(id))
  if (stranger !== undefined)
    throw new FolderError(`mentions.csv speaks of ${stranger}, that truth.csv does not know.`)
  // Files of which nothing is mentioned count among the files.
  for (const id of truth.keys()) fileNumber(corpus, id)
  const networks = findNetworks(corpus)
  io.progress('')
  return scoreNetworks(corpus, networks, truth)
}

function orStop<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.rows
  const { file, row, what } = parsed.problem
  throw new FolderError(`${file}.csv${row === undefined ? '' : `, row ${row},`} ${what}.`)
}

async function cellsOf(folder: string, name: FileName): Promise<readonly (readonly string[])[]> {
  const path = join(folder, `${name}.csv`)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const code = error.code ?? 'unknown'
    throw new FolderError(
      code === 'ENOENT' || code === 'ENOTDIR' ? `${path} is not there.` : `${path} cannot be read (${code}).`,
    )
  })
  const text = textOf(path, bytes)
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1)
    throw new FolderError(`${path} has a quotation mark that never ends.`)
  return parseCsv(text, { delimiter: ',' }).map((row) => row.map((cell) => String(cell ?? '')))
}

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FolderError(`${path} is no text in UTF-8.`)
  }
}

function print(score: NetworkScore, asJson: boolean, io: Io): void {
  if (asJson) {
    io.out(JSON.stringify(score, null, 1))
    return
  }
  const number = (value: number | null): string => (value === null ? '-' : value.toFixed(4))
  io.out('precision  recall  f1')
  io.out(`${number(score.precision)}     ${number(score.recall)}  ${number(score.f1)}`)
  io.out('')
  io.out(
    `${score.pairs_right} pairs of files are right, of ${score.pairs_found} found and ${score.pairs_true} true.`,
  )
  io.out(`${score.groups_found} groups; the largest has ${score.largest_group} files.`)
  io.out(`The largest group with a false pair has ${score.largest_false_group} files.`)
  io.out(`${score.bridges} bridges between groups are shown and not crossed.`)
  io.out('The groups are found without the truth. - means that nothing can be said.')
}
