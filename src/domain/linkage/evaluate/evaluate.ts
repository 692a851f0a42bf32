import { chooseCuts } from '../cuts.ts'
import { linkTables, type Link } from '../link.ts'
import type { EditTable } from '../names/edit-weights.ts'
import { makeBooks, tableOf, type PersonTable } from '../person-table.ts'
import { recordOf, TASKS, type FileName, type Problem, type Row, type Task, type Told } from './files.ts'
import { scoreTask, type TaskScore } from './score.ts'

export type Folder = {
  readonly files: Readonly<Record<FileName, readonly Row[]>>
  readonly truth: ReadonlyMap<string, Told>
}

export type Evaluation =
  | { readonly ok: true; readonly tasks: readonly ({ readonly task: Task } & TaskScore)[] }
  | { readonly ok: false; readonly problem: Problem }

/** Links each pair of files as the product does, and only then reads the truth to score it. */
export function evaluateFolder(
  table: EditTable,
  folder: Folder,
  onTask: (task: Task) => void = () => undefined,
): Evaluation {
  const untold = firstUntold(folder)
  if (untold) return { ok: false, problem: untold }
  return {
    ok: true,
    tasks: TASKS.map((task) => {
      onTask(task)
      return { task, ...evaluateTask(table, folder, task) }
    }),
  }
}

function firstUntold(folder: Folder): Problem | undefined {
  for (const [file, rows] of Object.entries(folder.files))
    for (const [at, row] of rows.entries())
      if (!folder.truth.has(row['rec_id'] ?? ''))
        return { file, row: at + 2, what: `has a rec_id that truth.csv does not know: ${row['rec_id']}` }
  return undefined
}

function evaluateTask(edits: EditTable, folder: Folder, task: Task): TaskScore {
  const books = makeBooks(edits)
  const left = tableOf(folder.files[task.left].map(recordOf), books)
  const right = tableOf(folder.files[task.right].map(recordOf), books)
  return scoreLinks(folder, task, linkTables(books, left, right).links, left, right)
}

/** Only here is the truth read. */
export function scoreLinks(
  folder: Folder,
  task: Task,
  links: readonly Link[],
  left: PersonTable,
  right: PersonTable,
): TaskScore {
  const told = (file: FileName): readonly Told[] =>
    folder.files[file].map((row) => folder.truth.get(row['rec_id'] ?? '')!)
  const same = (a: number, b: number): boolean => a !== 0 && a === b
  return scoreTask({
    task,
    links,
    cuts: chooseCuts(links),
    left: told(task.left),
    right: told(task.right),
    sameNumber: (i, j) =>
      same(left.passport[i]!, right.passport[j]!) || same(left.phone[i]!, right.phone[j]!),
  })
}
