/** Who counted first, who counted again, and whether they agree. */
import { formatInstant } from '#src/texts/dates.ts'
import type { ChapterWords } from '#src/web/chapter-words.ts'
import { Notice } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { CREW_BASIS, differencesOf, type Count, type CountedTotal, type Difference } from './wage-counts.ts'
import { moneyOf, rangeWords } from './wage-numbers.ts'

export type RecountView = {
  readonly first: Count
  readonly second?: Count
  /** The reader counted neither: counts from the evidence, without the first sums before the eyes. */
  readonly blind?: 'blind'
}

type Props = { readonly frame: StaffFrame; readonly words: ChapterWords; readonly recount: RecountView }

export function WageRecount({ frame, words, recount: { first, second, blind } }: Props) {
  const texts = frame.t.kerjaUpah
  const who = (count: Count) =>
    texts.countedBy(count.name, formatInstant(new Date(count.at), frame.zone, frame.lang))
  return (
    <section class="panel" aria-label={texts.recount}>
      <h2>{texts.recount}</h2>
      <ul>
        <li>{texts.first(who(first))}</li>
        <li>{second === undefined ? texts.noSecond : texts.second(who(second))}</li>
      </ul>
      {blind && <p>{texts.blind}</p>}
      {second !== undefined && (
        <Compared frame={frame} words={words} differences={differencesOf(first, second)} />
      )}
    </section>
  )
}

function Compared(props: {
  readonly frame: StaffFrame
  readonly words: ChapterWords
  readonly differences: readonly Difference[]
}) {
  const { frame, words, differences } = props
  const texts = frame.t.kerjaUpah
  if (differences.length === 0) return <Notice kind="good" lead={texts.sameTotal} role="status" />
  const label = (basis: string) => (basis === CREW_BASIS ? texts.crew : words.label('basis', basis))
  const sum = (total: CountedTotal | undefined) =>
    total === undefined
      ? texts.notCounted
      : rangeWords(frame, total, moneyOf(frame, total.currency, total.decimals))
  return (
    <>
      <Notice kind="care" lead={texts.otherTotal} role="status" />
      <Table
        caption={texts.otherTotal}
        columns={[
          { label: texts.basis },
          { label: texts.firstSum, align: 'num' },
          { label: texts.secondSum, align: 'num' },
          { label: texts.difference, align: 'num' },
        ]}
      >
        {differences.map(({ basis, first, second }) => (
          <tr>
            <th scope="row">{label(basis)}</th>
            <td class="num">
              <CellName of={texts.firstSum} />
              {sum(first)}
            </td>
            <td class="num">
              <CellName of={texts.secondSum} />
              {sum(second)}
            </td>
            <td class="num">
              <CellName of={texts.difference} />
              {first && second ? sum(gapOf(first, second)) : ''}
            </td>
          </tr>
        ))}
      </Table>
    </>
  )
}

function gapOf(first: CountedTotal, second: CountedTotal): CountedTotal {
  const gaps = [Math.abs(second.min - first.min), Math.abs(second.max - first.max)]
  return { ...first, min: Math.min(...gaps), max: Math.max(...gaps) }
}
