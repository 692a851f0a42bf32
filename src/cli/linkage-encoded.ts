import { randomBytes } from 'node:crypto'
import { editTable } from '#src/domain/linkage/names/edit-weights.ts'
import { evaluateEncoded, type EncodedScore } from '#src/domain/linkage/private/evaluate-encoded.ts'
import { keyedCodes } from '#src/platform/linkage-hash.ts'
import { loadEditWeights } from '#src/platform/linkage-weights.ts'
import type { Command, Io } from './command.ts'
import { FolderError, readLinkageFolder, sentenceOf } from './linkage-folder.ts'

const USAGE = 'linkage encoded <folder> [--json]'
const KEY_BYTES = 32

/** What the comparison of two agencies from codes alone finds, beside the clear text, and what an attack on it finds. */
export const linkageEncoded: Command = {
  usage: USAGE,
  about: 'The linkage of two agencies from codes alone, beside the clear text, and an attack on it.',
  async run(args, io) {
    const words = args.filter((word) => !word.startsWith('-'))
    const flags = args.filter((word) => word.startsWith('-'))
    const folder = words[0]
    if (folder === undefined || words.length > 1 || flags.some((flag) => flag !== '--json')) {
      io.err(`Usage: payung ${USAGE}`)
      return 2
    }
    try {
      const tasks = await evaluate(folder, io)
      io.progress('')
      if (flags.includes('--json')) io.out(JSON.stringify(tasks.map(flat), null, 1))
      else print(tasks, io)
      return 0
    } catch (error) {
      if (!(error instanceof FolderError)) throw error
      io.err(error.message)
      return 1
    }
  },
}

async function evaluate(path: string, io: Io): Promise<readonly EncodedScore[]> {
  const evaluation = evaluateEncoded(
    editTable(loadEditWeights()),
    await readLinkageFolder(path),
    keyedCodes(randomBytes(KEY_BYTES)),
    ({ left, right }) => {
      io.progress(`${left} > ${right}`)
    },
  )
  if (!evaluation.ok) throw new FolderError(sentenceOf(evaluation.problem))
  return evaluation.tasks
}

const flat = ({ task, clear, encoded, attack }: EncodedScore): object => ({
  left: task.left,
  right: task.right,
  f1_clear: clear,
  f1_encoded: encoded,
  reidentified_with_other_file: attack.otherFile,
  reidentified_with_same_file: attack.sameFile,
  reidentified_plain_fields: attack.plainFields,
})

function print(tasks: readonly EncodedScore[], io: Io): void {
  const f1 = (value: number | null): string => (value === null ? '-' : value.toFixed(4)).padEnd(9)
  const share = (value: number): string => `${(value * 100).toFixed(2)} %`.padEnd(12)
  io.out('task                    F1 clear  F1 codes  attack: other file  same file   plain fields')
  for (const { task, clear, encoded, attack } of tasks)
    io.out(
      `${`${task.left} > ${task.right}`.padEnd(24)}${f1(clear)} ${f1(encoded)} ${share(attack.otherFile)}        ${share(attack.sameFile)}${share(attack.plainFields)}`.trimEnd(),
    )
  io.out('')
  io.out(
    'Attack: share of the left records named rightly by aligning frequencies, by somebody without the key who holds',
  )
  io.out(
    "the other agency's file, or the very same file. Plain fields: the same attack on words hashed one by one.",
  )
}
