import type { EditTable } from '../names/edit-weights.ts'
import { namesByChance } from '../model/train.ts'
import { makeBooks, NOWHERE, tableOf, type Books, type PersonTable } from '../person-table.ts'
import { evaluateFolder, scoreLinks, type Folder } from '../evaluate/evaluate.ts'
import { recordOf, TASKS, type FileName, type Problem, type Task } from '../evaluate/files.ts'
import type { TaskScore } from '../evaluate/score.ts'
import { alignByFrequency, tokensOf } from './attack.ts'
import { encodeRow, saltRecord, type EncodedRecord, type KeyedHash, type Salting } from './encode.ts'
import { candidatePairs, firstRound } from './first-round.ts'
import { linkEncoded } from './link-encoded.ts'

export type EncodedScore = {
  readonly task: Task
  /** F1 at the product's own cut, from the clear text and from codes. */
  readonly clear: number | null
  readonly encoded: number | null
  /** Shares of the left records that the attack of `alignByFrequency` names rightly. */
  readonly attack: {
    /** The attacker holds the other agency's file in clear. */
    readonly otherFile: number
    /** The worst that can be: he holds the very file whose tokens he attacks. */
    readonly sameFile: number
    /** The same worst case against plain keyed fields, which this exchange does not use: the attack does work. */
    readonly plainFields: number
  }
}

/** What the key of the pair of agencies gives; the domain never sees the key. */
export type Keyed = {
  readonly hash: KeyedHash
  readonly saltingFor: (salt: string) => Salting
}

export type EncodedEvaluation =
  | { readonly ok: true; readonly tasks: readonly EncodedScore[] }
  | { readonly ok: false; readonly problem: Problem }

/** Links each pair of files in clear and from codes, attacks the codes, and reads the truth only to score. */
export function evaluateEncoded(
  edits: EditTable,
  folder: Folder,
  keyed: Keyed,
  onTask: (task: Task) => void = () => undefined,
): EncodedEvaluation {
  const clear = evaluateFolder(edits, folder)
  if (!clear.ok) return clear
  return {
    ok: true,
    tasks: TASKS.map((task) => {
      onTask(task)
      const score = clear.tasks.find((each) => each.task === task)!
      return { task, clear: chosenF1(score), ...evaluateTask(edits, folder, task, keyed) }
    }),
  }
}

const chosenF1 = ({ rows }: TaskScore): number | null =>
  rows.find((row) => row.group === 'all' && row.chosen)?.f1 ?? null

type Side = { readonly books: Books; readonly table: PersonTable }

/** Each side reads its own file alone, with books of its own. */
function sideOf(edits: EditTable, folder: Folder, file: FileName): Side {
  const books = makeBooks(edits)
  return { books, table: tableOf(folder.files[file].map(recordOf), books) }
}

function evaluateTask(
  edits: EditTable,
  folder: Folder,
  task: Task,
  keyed: Keyed,
): Pick<EncodedScore, 'encoded' | 'attack'> {
  const left = sideOf(edits, folder, task.left)
  const right = sideOf(edits, folder, task.right)
  const first = {
    left: firstRound(keyed.hash, left.books, left.table),
    right: firstRound(keyed.hash, right.books, right.table),
  }
  const leftRow = encodedOnce(left, keyed.hash)
  const rightRow = encodedOnce(right, keyed.hash)
  const { links } = linkEncoded({
    ...first,
    candidates: candidatePairs(first.left, first.right),
    names: namesByChance(right.books, right.table),
    pair: ({ left: i, right: j }) => {
      const salting = keyed.saltingFor(`${i} ${j}`)
      return { left: saltRecord(leftRow(i), salting), right: saltRecord(rightRow(j), salting) }
    },
  })
  return {
    encoded: chosenF1(scoreLinks(folder, task, links, left.table, right.table)),
    attack: attackTask(edits, folder, task, keyed),
  }
}

function encodedOnce({ books, table }: Side, hash: KeyedHash): (row: number) => EncodedRecord {
  const known = new Map<number, EncodedRecord>()
  return (row) => {
    const record = known.get(row) ?? encodeRow(hash, books, table, row)
    known.set(row, record)
    return record
  }
}

const asText: KeyedHash = (text) => text

/** The attack alone: only the first round is needed for it, because the codes of two pairs cannot be aligned at all. */
export function attackTask(
  edits: EditTable,
  folder: Folder,
  task: Task,
  keyed: Keyed,
): EncodedScore['attack'] {
  const left = sideOf(edits, folder, task.left)
  const right = sideOf(edits, folder, task.right)
  const tokens = tokensOf(firstRound(keyed.hash, left.books, left.table))
  const personOf = (file: FileName, row: number): string | undefined =>
    folder.truth.get(folder.files[file][row]?.['rec_id'] ?? '')?.person
  const share = (guesses: readonly number[], file: FileName): number =>
    guesses.filter((guess, at) => guess >= 0 && personOf(file, guess) === personOf(task.left, at)).length /
    Math.max(1, guesses.length)
  const facts = ({ books, table }: Side): readonly (readonly string[])[] =>
    tokensOf(firstRound(asText, books, table))
  const fields = plainFields(left)
  return {
    otherFile: share(alignByFrequency(tokens, facts(right)), task.right),
    sameFile: share(alignByFrequency(tokens, facts(left)), task.left),
    plainFields: share(
      alignByFrequency(
        fields.map((record) => record.map(keyed.hash)),
        fields,
      ),
      task.left,
    ),
  }
}

/** What a simpler exchange would give away: every word of the name, year, day and place, each hashed alone. */
function plainFields({ books, table }: Side): readonly (readonly string[])[] {
  return Array.from({ length: table.size }, (_, at) => [
    ...Array.from(
      table.tokens.flat.slice(table.tokens.starts[at], table.tokens.starts[at + 1]),
      (packed) => `name ${books.names.words[packed >> 2]}`,
    ),
    ...(table.year[at] === 0 ? [] : [`year ${table.year[at]}`]),
    ...(table.month[at] === 0 ? [] : [`day ${table.month[at]}-${table.day[at]}`]),
    ...(table.place[at] === NOWHERE ? [] : [`place ${books.places.words[table.place[at]!]}`]),
  ])
}
