/** What changed in one entry of the law, part by part. */
import { sameJson, type Difference, type Json, type JsonObject } from '#src/domain/law/release.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Table } from '#src/web/ui/staff/table.tsx'

type Part = { readonly name: string; readonly before: Json; readonly after: Json }

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
  const parts = partsOf(before, after)
  return (
    <>
      {before === null && <p class="under">{words.added}</p>}
      {after === null && <p class="under">{words.gone}</p>}
      <Table
        caption={words.difference}
        columns={[{ label: words.part }, { label: words.before }, { label: words.after }]}
      >
        {parts.map((part) => (
          <tr>
            <th scope="row">
              <code>{part.name}</code>
            </th>
            <td data-label={words.before}>{shown(frame, part.before)}</td>
            <td data-label={words.after}>{shown(frame, part.after)}</td>
          </tr>
        ))}
      </Table>
    </>
  )
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

function shown(frame: StaffFrame, value: Json) {
  if (value === null) return <small>{frame.t.kerjaPustaka.none}</small>
  if (typeof value === 'string') return <>{value}</>
  return <code>{JSON.stringify(value)}</code>
}

/** Every property that differs; all of them for an entry that is new or gone. */
function partsOf(before: Json, after: Json): readonly Part[] {
  const olds = objectOf(before)
  const news = objectOf(after)
  return [...new Set([...Object.keys(olds), ...Object.keys(news)])]
    .map((name) => ({ name, before: olds[name] ?? null, after: news[name] ?? null }))
    .filter((part) => !sameJson(part.before, part.after))
}

function objectOf(value: Json): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}
