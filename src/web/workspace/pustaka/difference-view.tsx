/** What changed in one entry of the law, part by part, in the words and parts of the form that edits it. */
import { diffWords } from '#src/domain/clauses/word-diff.ts'
import { fieldsOf } from '#src/domain/law/entry-fields.ts'
import { sameJson, type Difference, type Json, type JsonObject } from '#src/domain/law/release.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Table } from '#src/web/ui/staff/table.tsx'
import { MarkedWords } from '../klausul/clause-parts.tsx'
import { fieldLabel } from './entry-pages.tsx'

type Part = { readonly name: string; readonly before: string; readonly after: string }

export function DifferenceTable({
  frame,
  before,
  after,
}: {
  readonly frame: StaffFrame
  readonly before: Json
  readonly after: Json
}) {
  const words = frame.t.kerjaPustaka
  return (
    <>
      {before === null && <p class="under">{words.added}</p>}
      {after === null && <p class="under">{words.gone}</p>}
      <Table
        caption={words.difference}
        columns={[{ label: words.part }, { label: words.before }, { label: words.after }]}
      >
        {partsOf(before, after).map((part) => (
          <tr>
            <th scope="row">{fieldLabel(frame, part.name)}</th>
            <td data-label={words.before}>
              <Side frame={frame} part={part} side="left" />
            </td>
            <td data-label={words.after}>
              <Side frame={frame} part={part} side="right" />
            </td>
          </tr>
        ))}
      </Table>
    </>
  )
}

/** One side; what differs in it is marked, unless the other side has nothing to differ from. */
function Side({
  frame,
  part,
  side,
}: {
  readonly frame: StaffFrame
  readonly part: Part
  readonly side: 'left' | 'right'
}) {
  const text = side === 'left' ? part.before : part.after
  if (text === '') return <small>{frame.t.kerjaPustaka.none}</small>
  if (part.before === '' || part.after === '') return <p class="words">{text}</p>
  return <MarkedWords frame={frame} parts={diffWords(part.before, part.after)} side={side} />
}

const MOST_SHOWN = 40

/** A whole release against another: the first entries in full, the rest as a number. */
export function Differences({
  frame,
  differences,
}: {
  readonly frame: StaffFrame
  readonly differences: readonly Difference[]
}) {
  const words = frame.t.kerjaPustaka
  if (differences.length === 0) return <p>{words.same}</p>
  const left = differences.length - MOST_SHOWN
  return (
    <>
      {differences.slice(0, MOST_SHOWN).map(({ file, key, before, after }) => (
        <section>
          <h3>
            <code>{key}</code> <small>{file}</small>
          </h3>
          <DifferenceTable frame={frame} before={before} after={after} />
        </section>
      ))}
      {left > 0 && <p>{words.more(left)}</p>}
    </>
  )
}

/** Every field that differs, all of them for an entry that is new or gone; a change that no form shows stands as data. */
function partsOf(before: Json, after: Json): readonly Part[] {
  const olds = objectOf(before)
  const news = objectOf(after)
  return namesOf(olds, news).flatMap((whole) => {
    const was = olds[whole] ?? null
    const is = news[whole] ?? null
    if (sameJson(was, is)) return []
    const shown = fieldsThatDiffer({ [whole]: was }, { [whole]: is })
    return shown.length > 0
      ? shown
      : [{ name: whole, before: JSON.stringify(was), after: JSON.stringify(is) }]
  })
}

function fieldsThatDiffer(before: JsonObject, after: JsonObject): readonly Part[] {
  const olds = Object.fromEntries(fieldsOf(before).map((field) => [field.name, field.value]))
  const news = Object.fromEntries(fieldsOf(after).map((field) => [field.name, field.value]))
  return namesOf(olds, news)
    .map((name) => ({ name, before: olds[name] ?? '', after: news[name] ?? '' }))
    .filter((part) => part.before !== part.after)
}

function namesOf(one: object, other: object): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
}

function objectOf(value: Json): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}
