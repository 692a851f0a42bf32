import { evaluateFolder, type Evaluation } from '#src/domain/linkage/evaluate/evaluate.ts'
import type { ScoreRow } from '#src/domain/linkage/evaluate/score.ts'
import { editTable } from '#src/domain/linkage/names/edit-weights.ts'
import { loadEditWeights } from '#src/platform/linkage-weights.ts'
import type { Command, Io } from './command.ts'
import { FolderError, readLinkageFolder, sentenceOf } from './linkage-folder.ts'

const USAGE = 'linkage evaluate <folder> [--json]'

export const linkageEvaluate: Command = {
  usage: USAGE,
  about: 'Precision and recall of the person linkage on a test folder with truth.csv.',
  async run(args, io) {
    const words = args.filter((word) => !word.startsWith('-'))
    const flags = args.filter((word) => word.startsWith('-'))
    const folder = words[0]
    if (folder === undefined || words.length > 1 || flags.some((flag) => flag !== '--json')) {
      io.err(`Usage: payung ${USAGE}`)
      return 2
    }
    try {
      const evaluation = await evaluate(folder, io)
      io.progress('')
      print(evaluation, flags.includes('--json'), io)
      return 0
    } catch (error) {
      if (!(error instanceof FolderError)) throw error
      io.err(error.message)
      return 1
    }
  },
}

type Done = Extract<Evaluation, { ok: true }>

async function evaluate(path: string, io: Io): Promise<Done> {
  const evaluation = evaluateFolder(
    editTable(loadEditWeights()),
    await readLinkageFolder(path),
    ({ left, right }) => {
      io.progress(`${left} > ${right}`)
    },
  )
  if (!evaluation.ok) throw new FolderError(sentenceOf(evaluation.problem))
  return evaluation
}

function print(evaluation: Done, asJson: boolean, io: Io): void {
  if (asJson) {
    io.out(
      JSON.stringify(
        evaluation.tasks.flatMap(({ rows }) => rows),
        null,
        1,
      ),
    )
    return
  }
  for (const { task, rows, falseOnBothSides } of evaluation.tasks) {
    io.out(`${task.left} > ${task.right}`)
    io.out('  group                 threshold  precision  recall     f1')
    for (const row of rows) io.out(lineOf(row))
    if (falseOnBothSides > 0)
      io.out(
        `  ${falseOnBothSides} more true pairs carry the same false identity on both sides: they agree, and are not counted as conflicting. ${countedIn(rows)}`,
      )
    io.out('')
  }
  io.out("* the product's own cut, chosen without the truth. - means that nothing can be said.")
}

/** The other way to count, so that nobody has to take ours on trust. */
function countedIn(rows: readonly ScoreRow[]): string {
  const all = rows.find((row) => row.chosen && row.atLeastOneFalse)?.atLeastOneFalse
  const said = (value: number | null | undefined): string => value?.toFixed(4) ?? '-'
  return `Counted in: precision ${said(all?.precision)}, recall ${said(all?.recall)}.`
}

function lineOf(row: ScoreRow): string {
  const number = (value: number | null): string => (value === null ? '-' : value.toFixed(4)).padEnd(9)
  return `${row.chosen ? '*' : ' '} ${row.group.padEnd(21)} ${row.threshold.toFixed(2).padEnd(10)} ${number(row.precision)}  ${number(row.recall)}  ${number(row.f1)}`.trimEnd()
}
