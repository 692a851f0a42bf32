/** A cell of the grid: word, why, and each deciding rule with its article. */
import type { Cell, CellMark } from '#src/domain/harmonisation/compare.ts'
import { VERDICTS, type Verdict } from '#src/domain/harmonisation/decide.ts'
import type { Need } from '#src/platform/law/harmonisation-files.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import { citationOf, reasonsOf, shownEntries } from '#src/web/comparison.ts'
import { lawPath } from '#src/web/law-path.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'

const SIGN: Readonly<Record<Verdict, string>> = {
  covered: 'rule',
  stronger: 'rule more',
  weaker: 'rule less',
  'in-conflict': 'rule clash',
  silent: 'rule none',
  empty: 'rule todo',
}
/** Marks that ask for a person's work stand out; the others are small print. */
const LOUD: readonly CellMark[] = ['not-verified', 'one-reader']
/** The reason or the citation says these already. */
const SAID: readonly CellMark[] = ['second-hand', 'only-may']
const MOST_RULES = 2

export function Verdict({ frame, verdict }: { readonly frame: StaffFrame; readonly verdict: Verdict }) {
  return <span class={SIGN[verdict]}>{frame.t.harmonisasi.verdict[verdict]}</span>
}

export function Key({ frame }: { readonly frame: StaffFrame }) {
  const words = frame.t.harmonisasi
  return (
    <p class="key" id="arti">
      {VERDICTS.toReversed().map((verdict) => (
        <span class={SIGN[verdict]}>
          {words.verdict[verdict]}: {words.legendText[verdict]}
        </span>
      ))}
      <strong>{words.silence}</strong>
    </p>
  )
}

export function StaffCell(props: {
  readonly frame: StaffFrame
  readonly cell: Cell<Norm>
  readonly need: Need
  /** The column as people know it: on a telephone it stands beside the cell. */
  readonly column: string
  /** Every rule of the cell. */
  readonly whole: `/${string}`
}) {
  const { frame, cell, need } = props
  const words = frame.t.harmonisasi
  const shown = shownEntries(cell, MOST_RULES)
  const more = cell.entries.length - shown.length
  const small = cell.marks.filter((mark) => !LOUD.includes(mark) && !SAID.includes(mark))
  return (
    <td data-label={props.column}>
      <Verdict frame={frame} verdict={cell.verdict} />
      {cell.verdict !== 'covered' && cell.verdict !== 'empty' && (
        <p>{reasonsOf(frame, cell, need).slice(0, MOST_RULES).join(' ')}</p>
      )}
      {cell.verdict === 'empty' && cell.entries.length > 0 && <p>{reasonsOf(frame, cell, need)[0]}</p>}
      {shown.map(({ norm }) => (
        <RuleLine frame={frame} norm={norm} />
      ))}
      {LOUD.filter((mark) => cell.marks.includes(mark)).map((mark) => (
        <StateTag tone="wait">{words.mark[mark]}</StateTag>
      ))}
      {small.length > 0 && <small>{small.map((mark) => words.mark[mark]).join(' · ')}</small>}
      {more > 0 && (
        <p>
          <a href={at(frame, props.whole)}>{words.more(more)}</a>
        </p>
      )}
    </td>
  )
}

export function RuleLine({ frame, norm }: { readonly frame: StaffFrame; readonly norm: Norm }) {
  const { lang, t } = frame
  return (
    <p>
      {norm.duty[lang]} <a href={at(frame, `/harmonisasi/norma/${norm.id}`)}>{t.harmonisasi.details}</a>
      <br />
      <a class="cite" href={at(frame, lawPath(norm.instrument, norm.article))}>
        {citationOf(norm)}
      </a>
      {norm.confidence !== 'verified' && <small> ({t.harmonisasi.sure[norm.confidence]})</small>}
    </p>
  )
}
