/** One cell of the comparer on the public site: sign, word, why, and the article of each rule. */
import type { Cell } from '#src/domain/harmonisation/compare.ts'
import { VERDICTS, type Verdict } from '#src/domain/harmonisation/decide.ts'
import type { Need } from '#src/platform/law/harmonisation-files.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import { textsFor } from '#src/texts/texts.ts'
import { citationOf, forThePublic, reasonsOf, shownEntries } from '#src/web/comparison.ts'
import { href } from '#src/web/ui/href.ts'
import { lawPath } from '#src/web/law-path.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'

/** Sign and colour; the word beside it says the same. */
const SIGN: Readonly<Record<Verdict, string>> = {
  covered: 'rule',
  stronger: 'rule more',
  weaker: 'rule less',
  'in-conflict': 'rule clash',
  silent: 'rule none',
  empty: 'rule todo',
}

export function VerdictMark({ t, verdict }: Pick<PageFrame, 't'> & { readonly verdict: Verdict }) {
  return <strong class={SIGN[verdict]}>{t.harmonisasi.verdict[verdict]}</strong>
}

/** What the signs mean, with the sentence about silence always in sight. */
export function Legend({ t }: Pick<PageFrame, 't'>) {
  const words = t.harmonisasi
  return (
    <details>
      <summary>{words.legend}</summary>
      <ul class="plain">
        {VERDICTS.toReversed().map((verdict) => (
          <li>
            <VerdictMark t={t} verdict={verdict} /> {words.legendText[verdict]}
          </li>
        ))}
      </ul>
    </details>
  )
}

export type CellProps = {
  readonly frame: PageFrame
  readonly cell: Cell<Norm>
  readonly need: Need
  /** The page of the whole cell. */
  readonly whole: `/${string}`
}

const MOST_RULES = 2

export function CellView({ frame, cell, need, whole }: CellProps) {
  const { lang, t } = frame
  const words = t.harmonisasi
  const shown = shownEntries(cell, MOST_RULES)
  const more = cell.entries.length - shown.length
  return (
    <>
      <VerdictMark t={t} verdict={cell.verdict} />
      {cell.verdict !== 'covered' && <p>{reasonsOf(frame, cell, need).slice(0, MOST_RULES).join(' ')}</p>}
      {shown.map(({ norm }) => (
        <RuleLine frame={frame} norm={norm} />
      ))}
      <Marks frame={frame} cell={cell} />
      {more > 0 && (
        <p>
          <a href={href(lang, whole)}>{words.more(more)}</a>
        </p>
      )}
    </>
  )
}

/** What a rule says, and its article; a rule that nobody verified says so in its last words. */
export function RuleLine({ frame, norm }: { readonly frame: PageFrame; readonly norm: Norm }) {
  const { lang, t } = frame
  const shown = forThePublic(norm, (each) => textsFor(each).harmonisasi.numberLeftOut)
  return (
    <p>
      {shown.duty[lang]}{' '}
      <a
        href={href(lang, `/harmonisasi/norma/${norm.id}`)}
        aria-label={`${t.harmonisasi.details}: ${norm.id}`}
      >
        {t.harmonisasi.details}
      </a>
      <small class="cite">
        § <a href={href(lang, lawPath(norm.instrument, norm.article))}>{citationOf(norm)}</a>
        {norm.confidence !== 'verified' && ` (${t.harmonisasi.sure[norm.confidence]})`}
      </small>
    </p>
  )
}

function Marks({ frame, cell }: Pick<CellProps, 'frame' | 'cell'>) {
  const words = frame.t.harmonisasi
  const marks = cell.marks.filter((mark) => mark !== 'second-hand' && mark !== 'only-may')
  return marks.length === 0 ? <></> : <p class="small">{marks.map((mark) => words.mark[mark]).join(' · ')}</p>
}
