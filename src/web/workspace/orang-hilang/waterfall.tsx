/** Why two records may be one person, in plain words; the weights stand behind a summary, for who asks for them. */
import type { Step } from '#src/modules/matches/index.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Table } from '#src/web/ui/staff/table.tsx'

type Props = { readonly frame: StaffFrame; readonly steps: readonly Step[]; readonly model: string }

const strongestFirst = (steps: readonly Step[]): readonly Step[] =>
  steps.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))

/** The strongest reasons in one line, for a list. */
export function shortReasons(frame: StaffFrame, steps: readonly Step[]): string {
  const words = frame.t.kerjaPencarian.step
  return strongestFirst(steps.filter((step) => step.weight > 0))
    .slice(0, 3)
    .map((step) => words[step.code])
    .join(' ')
}

export function Waterfall({ frame, steps, model }: Props) {
  const words = frame.t.kerjaPencarian
  const sorted = strongestFirst(steps)
  return (
    <section class="stack" aria-labelledby="mengapa">
      <h2 id="mengapa">{words.why}</h2>
      <Reasons frame={frame} title={words.speaksFor} steps={sorted.filter((step) => step.weight >= 0)} />
      <Reasons frame={frame} title={words.speaksAgainst} steps={sorted.filter((step) => step.weight < 0)} />
      <p class="note">{words.notCertain}</p>
      <details class="panel">
        <summary>{words.weights}</summary>
        <p>{words.weightsText(model)}</p>
        <Weights frame={frame} steps={sorted} />
      </details>
    </section>
  )
}

function Reasons(props: {
  readonly frame: StaffFrame
  readonly title: string
  readonly steps: readonly Step[]
}) {
  if (props.steps.length === 0) return <></>
  return (
    <>
      <h3>{props.title}</h3>
      <ul>
        {props.steps.map((step) => (
          <li>{props.frame.t.kerjaPencarian.step[step.code]}</li>
        ))}
      </ul>
    </>
  )
}

function Weights({ frame, steps }: Omit<Props, 'model'>) {
  const words = frame.t.kerjaPencarian
  const shown = (weight: number): string => new Intl.NumberFormat(frame.lang, FORMAT).format(weight)
  const sum = steps.reduce((all, step) => all + step.weight, 0)
  return (
    <Table
      caption={words.weights}
      kind="matrix"
      columns={[{ label: words.col.why }, { label: words.weight, align: 'num' }]}
    >
      {steps.map((step) => (
        <tr>
          <th scope="row">{words.step[step.code]}</th>
          <td class="num">{shown(step.weight)}</td>
        </tr>
      ))}
      <tr>
        <th scope="row">{words.total}</th>
        <td class="num">{shown(sum)}</td>
      </tr>
    </Table>
  )
}

const FORMAT = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const
