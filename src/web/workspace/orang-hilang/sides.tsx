/** Facts of one record, or of two beside each other. */
import type { Child } from 'hono/jsx'
import type { SideView } from '#src/modules/matches/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { When } from '#src/web/ui/staff/marks.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'

const FACTS = ['names', 'born', 'sex', 'district', 'village', 'numbers', 'documents'] as const
type Fact = (typeof FACTS)[number]

export function nameOf(frame: StaffFrame, side: SideView): string {
  return side.names[0] ?? frame.t.kerjaPencarian.nameless
}

function valueOf(frame: StaffFrame, side: SideView, fact: Fact): string {
  const words = frame.t.kerjaPencarian
  const value = side[fact]
  if (fact === 'sex') return words.sex[side.sex] ?? words.unknown
  if (fact === 'born' && side.born !== '') return formatPartialDate(side.born, frame.lang)
  const text = typeof value === 'string' ? value : value.join(', ')
  return text === '' ? words.unknown : text
}

/** Codes of the cases that the reader may open, or the report while it has none. */
export function Cases({ frame, side }: { readonly frame: StaffFrame; readonly side: SideView }) {
  const words = frame.t.kerjaPencarian
  if (side.kind === 'report' && side.cases.length === 0)
    return <a href={at(frame, `/kerja/masuk/${side.id}`)}>{words.report}</a>
  if (side.cases.length === 0) return <>{words.unknown}</>
  return (
    <>
      {side.cases.map((each, index) => (
        <>
          {index > 0 && ', '}
          <a class="code" href={at(frame, `/kerja/kasus/${each.code}/orang`)}>
            {each.code}
          </a>
        </>
      ))}
    </>
  )
}

export function OneRecord({ frame, side }: { readonly frame: StaffFrame; readonly side: SideView }) {
  const words = frame.t.kerjaPencarian
  return (
    <Pairs
      frame={frame}
      caption={words.person}
      pairs={[
        ...FACTS.map((fact): Pair => [words.facts[fact], valueOf(frame, side, fact)]),
        [words.facts.cases, <Cases frame={frame} side={side} />],
      ]}
    />
  )
}

export type Pair = readonly [label: string, value: Child]

/** Facts of one thing under each other, each with its name. */
export function Pairs(props: {
  readonly frame: StaffFrame
  readonly caption: string
  readonly pairs: readonly Pair[]
}) {
  const { fact, value } = props.frame.t.kerjaPencarian.col
  return (
    <Table
      caption={props.caption}
      columns={[
        { label: fact, quiet: 'quiet' },
        { label: value, quiet: 'quiet' },
      ]}
    >
      {props.pairs.map(([label, text]) => (
        <tr>
          <th scope="row">{label}</th>
          <td>{text}</td>
        </tr>
      ))}
    </Table>
  )
}

export function SideBySide(props: {
  readonly frame: StaffFrame
  readonly left: SideView
  readonly right: SideView
}) {
  const { frame, left, right } = props
  const words = frame.t.kerjaPencarian
  return (
    <Table
      caption={words.sideBySide}
      kind="pile"
      columns={[{ label: '', quiet: 'quiet' }, { label: words.left }, { label: words.right }]}
    >
      {FACTS.map((fact) => (
        <tr>
          <th scope="row">{words.facts[fact]}</th>
          <td>
            <CellName of={words.left} />
            {valueOf(frame, left, fact)}
          </td>
          <td>
            <CellName of={words.right} />
            {valueOf(frame, right, fact)}
          </td>
        </tr>
      ))}
      <tr>
        <th scope="row">{words.facts.cases}</th>
        {[left, right].map((side, index) => (
          <td>
            <CellName of={index === 0 ? words.left : words.right} />
            <Cases frame={frame} side={side} />
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{words.facts.since}</th>
        {[left, right].map((side, index) => (
          <td>
            <CellName of={index === 0 ? words.left : words.right} />
            {side.since === undefined ? words.unknown : <When frame={frame} at={side.since} />}
          </td>
        ))}
      </tr>
    </Table>
  )
}
