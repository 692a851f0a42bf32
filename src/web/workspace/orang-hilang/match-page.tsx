/** Two records beside each other, why they were proposed, and what an officer judges. */
import type { JudgementLine, OpenedMatch, SideView } from '#src/modules/matches/index.ts'
import { Button, ErrorSummary, Hidden, optionsOf, Radios, TextArea } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { PLACE } from './list-pages.tsx'
import { Cases, nameOf, SideBySide } from './sides.tsx'
import { Waterfall } from './waterfall.tsx'

export type MatchView = OpenedMatch & {
  readonly form: FormState
  readonly mayDecide?: 'may-decide'
}

type Props = { readonly frame: StaffFrame; readonly view: MatchView }

export function MatchPage({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  const { match, form } = view
  return (
    <StaffPage frame={frame} current="search" title={words.verdict[match.verdict]} form={form}>
      <Head
        title={words.verdict[match.verdict]}
        crumbs={<a href={at(frame, `${PLACE}?bagian=sama`)}>{words.title}</a>}
        context={words.verdictText[match.verdict]}
        tags={<StateTag tone="plain">{words.state[match.state]}</StateTag>}
      />
      <div class="body full">
        <ErrorSummary frame={frame} form={form} />
        <section class="stack" aria-labelledby="berdampingan">
          <h2 id="berdampingan">{words.sideBySide}</h2>
          <SideBySide frame={frame} left={match.left} right={match.right} />
        </section>
        <Waterfall frame={frame} steps={match.steps} model={match.modelVersion} />
        <Together frame={frame} sides={view.together} />
        {view.mayDecide !== undefined && <Decide frame={frame} view={view} />}
        <History frame={frame} lines={view.history} />
      </div>
    </StaffPage>
  )
}

function Decide({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  const { match, form } = view
  const { undone: _, ...choices } = words.judged
  const action = at(frame, `${PLACE}/sama/${match.id}`)
  return (
    <section class="stack" aria-labelledby="keputusan">
      <h2 id="keputusan">{words.decide}</h2>
      <p>{words.decideHint}</p>
      <form method="post" action={action} class="stack fill-in">
        <Hidden values={{ version: String(match.version) }} />
        <Radios form={form} name="judged" label={words.judgement} options={optionsOf(choices)} />
        <TextArea form={form} name="reason" label={words.reason} hint={words.reasonHint} />
        <p class="buttons">
          <Button kind="main">{words.save}</Button>
          {match.state !== 'open' && (
            <Button name="undo" value="undo">
              {words.undo}
            </Button>
          )}
        </p>
      </form>
    </section>
  )
}

function Together({ frame, sides }: { readonly frame: StaffFrame; readonly sides: readonly SideView[] }) {
  const words = frame.t.kerjaPencarian
  if (sides.length === 0) return <></>
  return (
    <section class="stack" aria-labelledby="bersama">
      <h2 id="bersama">{words.together}</h2>
      <p>{words.togetherText}</p>
      <ul>
        {sides.map((side) => (
          <li>
            {nameOf(frame, side)} (<Cases frame={frame} side={side} />)
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ frame, lines }: { readonly frame: StaffFrame; readonly lines: readonly JudgementLine[] }) {
  const words = frame.t.kerjaPencarian
  return (
    <section class="stack" aria-labelledby="riwayat">
      <h2 id="riwayat">{words.history}</h2>
      {lines.length === 0 ? (
        <p>{words.noHistory}</p>
      ) : (
        <ol>
          {lines.map((line) => (
            <li>
              <strong>{words.judged[line.judged]}</strong>. {line.by}, <When frame={frame} at={line.at} />
              {line.reason !== '' && <p class="under">{line.reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
