/** What the pages of the clause workbench share. */
import type { Clause } from '#src/domain/clauses/clause-text.ts'
import type { DiffPart } from '#src/domain/clauses/word-diff.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { InvalidInputError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import type { StaffReq } from '#src/web/http.ts'
import { at, type FieldProblem, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Tabs } from '#src/web/ui/staff/lists.tsx'
import { frameOf } from '../staff-frame.ts'

export const CLAUSES = '/kerja/klausul'

export type Props<View> = { readonly frame: StaffFrame; readonly view: View }

/** The frame with what was just done. */
export function clauseFrame(req: StaffReq): StaffFrame {
  const lead = req.t.kerjaKlausul.done[req.c.req.query('kabar') ?? '']
  return frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
}

/** What stands against it, in words and at its field; other errors go to the error page. */
export function clauseProblems(req: StaffReq, error: unknown, anywhere: string): readonly FieldProblem[] {
  const words = req.t.kerjaKlausul
  if (error instanceof InvalidInputError)
    return error.problems.map(({ path, code }) => ({
      path,
      message: words.problem[code] ?? words.problemOther,
    }))
  if (error instanceof RefusedError || error instanceof StaleVersionError)
    return [{ path: anywhere, message: words.problem[error.code] ?? words.problemOther }]
  throw error
}

export const statusOf = (error: unknown): 409 | 422 => (error instanceof StaleVersionError ? 409 : 422)

export const mayEdit = (frame: Pick<StaffFrame, 'who'>): boolean =>
  may(frame.who.roles.filter(isRole), 'clause.edit')

export function ClauseTabs({
  frame,
  here,
}: {
  readonly frame: StaffFrame
  readonly here: 'texts' | 'compare' | 'village'
}) {
  const words = frame.t.kerjaKlausul
  const paths = { texts: '', compare: '/banding', village: '/perdes' } as const
  return (
    <Tabs
      label={frame.t.kerjaHukum.sections.clauses}
      links={(['texts', 'compare', 'village'] as const).map((tab) => ({
        label: words.tabs[tab],
        href: at(frame, `${CLAUSES}${paths[tab]}`),
        ...(tab === here && { current: 'current' as const }),
      }))}
    />
  )
}

export function labelOf(frame: Pick<StaffFrame, 't'>, clause: Pick<Clause, 'label' | 'key'>): string {
  if (clause.label !== '') return clause.label
  return clause.key.startsWith('pembuka') ? frame.t.kerjaKlausul.opening : clause.key
}

/** Lines stay lines; the direction of the script is the browser's to find. */
export function Words({ text }: { readonly text: string }) {
  return (
    <p class="words" dir="auto">
      {text}
    </p>
  )
}

/** One side of a difference, with words where others see colours. */
export function MarkedWords(props: {
  readonly frame: Pick<StaffFrame, 't'>
  readonly parts: readonly DiffPart[]
  readonly side: 'left' | 'right' | 'both'
}) {
  const words = props.frame.t.kerjaKlausul
  const hidden = { left: 'new', right: 'gone', both: undefined }[props.side]
  return (
    <p class="words" dir="auto">
      {props.parts
        .filter((part) => part.kind !== hidden)
        .map((part) => {
          if (part.kind === 'same' || part.text.trim() === '') return part.text
          const [start, end] =
            part.kind === 'gone' ? [words.goneStart, words.goneEnd] : [words.newStart, words.newEnd]
          const inner = (
            <>
              <span class="hidden"> {start} </span>
              {part.text}
              <span class="hidden"> {end} </span>
            </>
          )
          return part.kind === 'gone' ? <del>{inner}</del> : <ins>{inner}</ins>
        })}
    </p>
  )
}
