/** The sheet itself: heads of loss with their proof, the way from calculated to paid, and the terms that run. */
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { Funnel, StageLoss } from '#src/domain/rulebook/restitution/funnel.ts'
import type { RestitutionAnswer } from '#src/domain/rulebook/restitution/restitution.ts'
import { decimalsOf } from '#src/domain/rulebook/wages/money.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import type { ChapterWords } from '#src/web/chapter-words.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { RuleEntries } from '../rule-entries.tsx'

type Props = {
  readonly frame: StaffFrame
  readonly words: ChapterWords
  readonly conclusion: Conclusion<RestitutionAnswer>
}
type Answered = Omit<Props, 'conclusion'> & { readonly answer: RestitutionAnswer }

function moneyIn(frame: StaffFrame, currency: string, minor: number | null): string {
  if (minor === null) return frame.t.kerjaRestitusi.notKnown
  const digits = decimalsOf(currency)
  const shownDigits = minor % 10 ** digits === 0 ? 0 : digits
  const shown = new Intl.NumberFormat(frame.lang === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: shownDigits,
    maximumFractionDigits: shownDigits,
  }).format(minor / 10 ** digits)
  return `${currency}\u00a0${shown}`
}

function percentIn(frame: StaffFrame, share: number | null): string {
  if (share === null) return ''
  const shown = (share / 100).toLocaleString(frame.lang === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: 1,
  })
  return frame.t.kerjaRestitusi.percent(shown)
}

function Heads({ frame, words, answer }: Answered) {
  const texts = frame.t.kerjaRestitusi
  if (answer.heads.length === 0) return null
  return (
    <section>
      <h3>{texts.heads}</h3>
      <Table
        caption={texts.heads}
        columns={[
          { label: texts.head },
          { label: texts.proof },
          { label: texts.evidence },
          { label: texts.amount, align: 'num' },
        ]}
      >
        {answer.heads.map((each) => (
          <tr>
            <th scope="row">{words.rule(`head.${each.head}`)}</th>
            <td>{words.label('proof', each.proof)}</td>
            <td>{each.evidence.join('; ') || texts.none}</td>
            <td class="num">
              {each.sums.length === 0
                ? texts.notKnown
                : each.sums.map((sum) => moneyIn(frame, sum.currency, sum.amount)).join(' + ')}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

function Way({ frame, words, funnel }: Omit<Answered, 'answer'> & { readonly funnel: Funnel }) {
  const texts = frame.t.kerjaRestitusi
  const money = (minor: number | null) => moneyIn(frame, funnel.currency, minor)
  return (
    <section>
      <h3>{texts.way}</h3>
      <Table
        caption={texts.way}
        columns={[
          { label: texts.stage },
          { label: texts.before, align: 'num' },
          { label: texts.after, align: 'num' },
          { label: texts.lost, align: 'num' },
          { label: texts.why },
        ]}
      >
        {funnel.steps.map((step) => (
          <tr>
            <th scope="row">{words.label('stage', step.stage)}</th>
            <td class="num">
              <CellName of={texts.before} />
              {money(step.before)}
            </td>
            <td class="num">
              <CellName of={texts.after} />
              {money(step.after)}
            </td>
            <td class="num">
              <CellName of={texts.lost} />
              {money(step.lost)} {percentIn(frame, step.lostShare)}
            </td>
            <td>{whyOf(words, step)}</td>
          </tr>
        ))}
      </Table>
      <p>
        <strong>{texts.paidOf(money(funnel.paid), money(funnel.calculated))}</strong>{' '}
        {percentIn(frame, funnel.paidShare)}
      </p>
    </section>
  )
}

function whyOf(words: ChapterWords, step: StageLoss): string {
  return [
    ...step.reasons.map((reason) => words.label('reason', reason)),
    ...step.findings.map((finding) => words.label('finding', finding)),
  ].join('; ')
}

function Clocks({ frame, words, answer }: Answered) {
  const texts = frame.t.kerjaRestitusi
  if (answer.clocks.length === 0) return null
  const day = (date: string) => formatPartialDate(date, frame.lang)
  return (
    <section>
      <h3>{texts.clocks}</h3>
      <Table
        caption={texts.clocks}
        columns={[
          { label: texts.clock },
          { label: texts.from },
          { label: texts.due },
          { label: texts.state },
        ]}
      >
        {answer.clocks.map(({ rule, from, due, state }) => (
          <tr>
            <th scope="row">{words.rule(rule)}</th>
            <td>
              <CellName of={texts.from} />
              {day(from)}
            </td>
            <td>
              <CellName of={texts.due} />
              {due.earliest === due.latest
                ? day(due.latest)
                : texts.between(day(due.earliest), day(due.latest))}
            </td>
            <td>{words.label('state', state)}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

export function RestitutionSheet({ frame, words, conclusion }: Props) {
  const texts = frame.t.kerjaRestitusi
  const { answer, nextQuestions } = conclusion
  return (
    <section class="panel" aria-label={texts.sheet}>
      <h2>{texts.sheet}</h2>
      {typeof answer === 'string' ? (
        <p>{texts.notEnough}</p>
      ) : (
        <>
          <p>{texts.right[answer.right]}</p>
          <p>{texts.wayIs[answer.way]}</p>
          <Heads frame={frame} words={words} answer={answer} />
          {answer.funnel && <Way frame={frame} words={words} funnel={answer.funnel} />}
          <Clocks frame={frame} words={words} answer={answer} />
        </>
      )}
      <RuleEntries frame={frame} title={texts.rules} entries={conclusion.fired} words={words} />
      <RuleEntries frame={frame} title={texts.opposed} entries={conclusion.against} words={words} />
      {nextQuestions.length > 0 && (
        <section>
          <h3>{texts.ask}</h3>
          <ul>
            {nextQuestions.map((each) => (
              <li>{each[frame.lang]}</li>
            ))}
          </ul>
        </section>
      )}
      <p>{texts.confirm}</p>
    </section>
  )
}
