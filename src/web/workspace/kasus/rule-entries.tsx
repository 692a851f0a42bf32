/** The rules a conclusion rests on, or those against it, each with its law. */
import type { Entry } from '#src/domain/rulebook/conclusion.ts'
import type { ChapterWords } from '#src/web/chapter-words.ts'
import { citeView } from '#src/web/workspace/cite-view.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite } from '#src/web/ui/staff/marks.tsx'

export function RuleEntries(props: {
  readonly frame: StaffFrame
  readonly title: string
  readonly entries: readonly Entry[]
  readonly words: ChapterWords
}) {
  if (props.entries.length === 0) return null
  return (
    <section>
      <h3>{props.title}</h3>
      <ul>
        {props.entries.map(({ rule, citation }) => (
          <li>
            {props.words.rule(rule)} <Cite frame={props.frame} cite={citeView(props.frame, citation)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
