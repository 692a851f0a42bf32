/** What both claim sheets show the same way: who saved it, two versions, what it rests on, what to ask, who confirms. */
import type { Child } from 'hono/jsx'
import type { Conclusion, Entry } from '#src/domain/rulebook/conclusion.ts'
import { printScript } from '#src/web/ui/staff/assets.ts'
import { Button, ErrorSummary, Hidden, Notice, PrintButton } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { casePath } from '../case-head.tsx'
import type { ClaimWords } from './claim-words.ts'

export type Difference = { readonly label: string; readonly stored: string; readonly typed: string }

/** What every claim sheet is given. */
export type ClaimView = {
  readonly code: string
  readonly form: FormState
  /** The sheet that the writer saw; 0 when none was saved. */
  readonly version: number
  readonly kept?: { readonly by: string; readonly at: Date }
  /** What a colleague saved meanwhile. */
  readonly differences?: readonly Difference[]
  /** A reader without the right to write sees the sheet and no button. */
  readonly mayWrite: 'write' | 'read'
}

type SheetProps = {
  readonly frame: StaffFrame
  readonly view: ClaimView
  readonly path: '/bpjs' | '/biaya'
  readonly title: string
  readonly about: string
  /** The conclusion, above the form. */
  readonly found: Child
  readonly children?: Child
}

export function ClaimSheetPage({ frame, view, path, title, about, found, children }: SheetProps) {
  const words = frame.t.kerjaKlaim
  return (
    <StaffPage frame={frame} current="cases" title={title} form={view.form} scripts={[printScript().path]}>
      <Head
        title={title}
        crumbs={
          <a href={casePath(frame, view.code)} class="code">
            {view.code}
          </a>
        }
        context={about}
      />
      <PrintButton label={frame.t.kerjaUmum.print} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.differences && <Both frame={frame} differences={view.differences} />}
        <p class="small">{view.kept ? <Kept frame={frame} kept={view.kept} /> : words.notKept}</p>
        {found}
        <form method="post" action={casePath(frame, view.code, path)} class="stack fill-in">
          <Hidden values={{ version: String(view.version) }} />
          {children}
          {view.mayWrite === 'write' && (
            <p class="buttons">
              <Button kind="main">{words.save}</Button>
            </p>
          )}
        </form>
      </div>
    </StaffPage>
  )
}

function Kept({
  frame,
  kept,
}: {
  readonly frame: StaffFrame
  readonly kept: NonNullable<ClaimView['kept']>
}) {
  const [before = '', after = ''] = frame.t.kerjaKlaim.keptBy(kept.by, '|').split('|')
  return (
    <>
      {before}
      <When frame={frame} at={kept.at} />
      {after}
    </>
  )
}

function Both({
  frame,
  differences,
}: {
  readonly frame: StaffFrame
  readonly differences: readonly Difference[]
}) {
  const words = frame.t.kerjaKlaim
  return (
    <section class="panel">
      <Notice kind="care" lead={words.conflict} role="alert">
        {words.conflictHint}
      </Notice>
      {differences.length > 0 && (
        <Table
          caption={words.conflict}
          columns={[{ label: words.field }, { label: words.stored }, { label: words.typed }]}
        >
          {differences.map((each) => (
            <tr>
              <th scope="row">{each.label}</th>
              <td>{each.stored}</td>
              <td>{each.typed}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

type ConclusionProps = {
  readonly frame: StaffFrame
  readonly words: ClaimWords
  readonly conclusion: Conclusion
  /** Rules that the page already showed in their place. */
  readonly isTold: (rule: string) => boolean
}

/** The end of every conclusion: its rules, what speaks against it, what is missing, and who must confirm it. */
export function Explained({ frame, words, conclusion, isTold }: ConclusionProps) {
  const texts = frame.t.kerjaKlaim
  const untold = (entries: readonly Entry[]) => entries.filter((each) => !isTold(each.rule))
  return (
    <>
      <Entries title={texts.rules} frame={frame} entries={untold(conclusion.fired)} words={words} />
      <Entries title={texts.opposed} frame={frame} entries={untold(conclusion.against)} words={words} />
      {conclusion.nextQuestions.length > 0 && (
        <section>
          <h3>{texts.ask}</h3>
          <ul>
            {conclusion.nextQuestions.map((each) => (
              <li>{each[frame.lang]}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{texts.confirmTitle}</h3>
        <ul>
          {conclusion.confirmBy.map((each) => (
            <li>{texts.confirm[each]}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Entries(props: {
  readonly frame: StaffFrame
  readonly title: string
  readonly entries: readonly Entry[]
  readonly words: ClaimWords
}) {
  const { rule, cite } = props.words
  const lines = new Map(
    props.entries.map((each) => [`${rule(each.rule)} ${cite(each.citation).article}`, each] as const),
  )
  if (lines.size === 0) return null
  return (
    <section>
      <h3>{props.title}</h3>
      <ul>
        {[...lines.values()].map((each) => (
          <li>
            {rule(each.rule)} <Cite frame={props.frame} cite={cite(each.citation)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
