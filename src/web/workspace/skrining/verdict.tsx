/** What the answers come to, beside the sheet: the system proposes, people decide. */
import type { ScreeningOutcome } from '#src/domain/screening/lifecycle.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Notice } from '#src/web/ui/staff/form.tsx'
import { Cite, Glyph, type IconName } from '#src/web/ui/staff/marks.tsx'
import type { ElementName, VerdictView } from './verdict-view.ts'

type Answer = VerdictView['answer']
const CLASS: Record<Answer, string> = {
  yes: 'answer',
  no: 'answer no',
  unclear: 'answer unclear',
  'not-enough-facts': 'answer unclear',
}
const ICON: Record<Answer, IconName> = {
  yes: 'bahaya',
  no: 'centang',
  unclear: 'tanya',
  'not-enough-facts': 'tanya',
}

function AnswerBox({ frame, answer }: { readonly frame: StaffFrame; readonly answer: Answer }) {
  const words = frame.t.kerjaSkrining
  return (
    <p class={CLASS[answer]}>
      <Glyph name={ICON[answer]} />
      {answer === 'not-enough-facts' ? words.notEnough : words.outcome[answer]}
    </p>
  )
}

function Reasons(props: {
  readonly title: string
  readonly kind: 'for' | 'against' | 'missing' | 'next'
  readonly lines: readonly string[]
  readonly empty?: string
}) {
  if (props.lines.length === 0 && props.empty === undefined) return null
  return (
    <section>
      <h3>{props.title}</h3>
      {props.lines.length === 0 ? (
        <p class="small">{props.empty}</p>
      ) : (
        <ul class={`reasons ${props.kind}`}>
          {props.lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

const PART_ICON: Record<'met' | 'not-met' | 'not-known', IconName> = {
  met: 'centang',
  'not-met': 'silang',
  'not-known': 'tanya',
}

function Elements({ frame, verdict }: { readonly frame: StaffFrame; readonly verdict: VerdictView }) {
  const words = frame.t.kerjaSkrining
  return (
    <dl class="parts">
      {(Object.keys(words.element) as ElementName[]).map((name) => (
        <div>
          <dt>{words.element[name]}</dt>
          <dd>
            <Glyph name={PART_ICON[verdict.elements[name]]} />
            {words.met[verdict.elements[name]]}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function Verdict(props: {
  readonly frame: StaffFrame
  readonly verdict: VerdictView
  readonly agreed: ScreeningOutcome | undefined
}) {
  const { frame, verdict } = props
  const words = frame.t.kerjaSkrining
  return (
    <aside class="verdict" aria-labelledby="kesimpulan">
      <div>
        <h2 id="kesimpulan">{props.agreed ? words.together : words.provisional}</h2>
        {props.agreed && (
          <>
            <AnswerBox frame={frame} answer={props.agreed} />
            <h3>{words.proposal}</h3>
          </>
        )}
        <AnswerBox frame={frame} answer={verdict.answer} />
        <p class="small">{words.personDecides}</p>
        <Elements frame={frame} verdict={verdict} />
        <Reasons title={words.supports} kind="for" lines={verdict.supports} empty={words.nothing} />
        <Reasons title={words.speaksAgainst} kind="against" lines={verdict.against} empty={words.nothing} />
        <Reasons title={words.childReadings} kind="next" lines={verdict.child} />
        <Reasons
          title={words.missing}
          kind="missing"
          lines={[...verdict.missing, ...(verdict.missingMore > 0 ? [words.more(verdict.missingMore)] : [])]}
        />
        <Reasons title={words.next} kind="next" lines={verdict.next} />
        <Reasons title={words.ilo11} kind="next" lines={verdict.ilo11} />
        {verdict.consentCite !== undefined && (
          <Notice kind="plain" icon="info" lead={words.consent}>
            <Cite frame={frame} cite={{ article: verdict.consentCite }} />
          </Notice>
        )}
        <section>
          <h3>{words.basis}</h3>
          <p>
            {verdict.cites.map((cite) => (
              <>
                <Cite frame={frame} cite={{ article: cite.article }} />
                {cite.sure === 'unverified' && <small> ({words.unverified})</small>}{' '}
              </>
            ))}
          </p>
          <p>
            <a href={at(frame, '/aturan/trafficking')}>{words.rulebook}</a>
          </p>
        </section>
      </div>
    </aside>
  )
}
