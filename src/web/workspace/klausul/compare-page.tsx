/** Two texts side by side, article by article; below each other on a narrow screen. */
import type { ComparedClause } from '#src/domain/clauses/compare-texts.ts'
import { Button, Notice, Select } from '#src/web/ui/staff/form.tsx'
import { at, type FormState } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { CLAUSES, ClauseTabs, labelOf, MarkedWords, type Props } from './clause-parts.tsx'

export type SideView = { readonly id: string; readonly title: string; readonly language: string }
export type CompareView = {
  /** Fields: kiri, kanan. */
  readonly form: FormState
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly sides: { readonly left: SideView; readonly right: SideView } | undefined
  readonly rows: readonly ComparedClause[]
}

export function countRows(rows: readonly ComparedClause[], state: ComparedClause['state']): number {
  return rows.filter((row) => row.state === state).length
}

export function ComparePage({ frame, view }: Props<CompareView>) {
  const words = frame.t.kerjaKlausul
  return (
    <StaffPage frame={frame} current="law" title={words.compare}>
      <LawHead frame={frame} section="clauses" title={words.compare} />
      <ClauseTabs frame={frame} here="compare" />
      <div class="body full">
        <form action={at(frame, `${CLAUSES}/banding`)} class="panel fill-in" aria-label={words.compare}>
          <Select form={view.form} name="kiri" label={words.left} options={view.choices} empty="" />
          <Select form={view.form} name="kanan" label={words.right} options={view.choices} empty="" />
          <p class="hint">{words.compareHint}</p>
          <p class="buttons">
            <Button kind="main">{words.compare}</Button>
          </p>
        </form>
        {view.sides === undefined ? (
          <p>{words.compareNone}</p>
        ) : (
          <Compared frame={frame} view={view} sides={view.sides} />
        )}
      </div>
    </StaffPage>
  )
}

function Compared({
  frame,
  view,
  sides,
}: Props<CompareView> & { readonly sides: NonNullable<CompareView['sides']> }) {
  const words = frame.t.kerjaKlausul
  const { rows } = view
  const query = `?kiri=${sides.left.id}&kanan=${sides.right.id}`
  const path = at(frame, `${CLAUSES}/banding/unduh`)
  return (
    <>
      {sides.left.language !== sides.right.language && <Notice kind="care" lead={words.otherLanguage} />}
      <p>
        {words.summary(
          countRows(rows, 'same'),
          countRows(rows, 'changed'),
          countRows(rows, 'only-left'),
          countRows(rows, 'only-right'),
        )}
      </p>
      <p>
        {words.downloads}: <a href={`${path}/docx${query}`}>DOCX</a> · <a href={`${path}/pdf${query}`}>PDF</a>
      </p>
      <h2>
        {sides.left.title} / {sides.right.title}
      </h2>
      {rows.map((row) => (
        <Row frame={frame} row={row} sides={sides} />
      ))}
    </>
  )
}

const TONE = { same: 'plain', changed: 'run', 'only-left': 'wait', 'only-right': 'wait' } as const

function Row({
  frame,
  row,
  sides,
}: {
  readonly frame: Props<unknown>['frame']
  readonly row: ComparedClause
  readonly sides: NonNullable<CompareView['sides']>
}) {
  const words = frame.t.kerjaKlausul
  const names = [row.left, row.right].flatMap((clause) =>
    clause === undefined ? [] : [labelOf(frame, clause)],
  )
  const side = (clause: ComparedClause['left'], which: 'left' | 'right') => (
    <div>
      <p class="hint">
        {which === 'left' ? words.left : words.right}: {sides[which].title}
        {clause && `, ${labelOf(frame, clause)}`}
      </p>
      {clause === undefined ? (
        <p>{words.notHere}</p>
      ) : (
        <MarkedWords frame={frame} parts={row.parts} side={which} />
      )}
    </div>
  )
  return (
    <section class="clause">
      <h3>
        {[...new Set(names)].join(' → ')}{' '}
        <StateTag tone={TONE[row.state]}>{words.rowStates[row.state]}</StateTag>
      </h3>
      {row.by === 'words' && <p class="hint">{words.byWords}</p>}
      <div class="beside">
        {side(row.left, 'left')}
        {side(row.right, 'right')}
      </div>
    </section>
  )
}
