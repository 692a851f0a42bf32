/** The sheets themselves: one table for each scenario, then the published cases beside them, by month. */
import type { Range } from '#src/domain/rulebook/wages/money.ts'
import type { Scenario } from '#src/domain/rulebook/wages/scenarios.ts'
import type { SheetLine } from '#src/domain/rulebook/wages/sheet.ts'
import type { WagesAnswer } from '#src/domain/rulebook/wages/wages-answer.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Table } from '#src/web/ui/staff/table.tsx'
import type { ChapterWords } from '#src/web/chapter-words.ts'
import { WageCrew } from './wage-crew.tsx'
import { moneyOf, numberWords, rangeWords } from './wage-numbers.ts'

type Props = { readonly frame: StaffFrame; readonly answer: WagesAnswer; readonly words: ChapterWords }

const PARTS_IN = {
  'thirtieths-of-a-month': 30,
  'hundredths-of-a-day': 100,
  'hundredths-of-an-hour': 100,
  sum: 1,
}

function Line({
  frame,
  line,
  scenario,
  words,
}: {
  readonly frame: StaffFrame
  readonly line: SheetLine
  readonly scenario: Scenario
  readonly words: ChapterWords
}) {
  const money = moneyOf(frame, scenario.currency ?? '', scenario.decimals)
  const count = (value: number) => numberWords(frame, value / PARTS_IN[line.unit], 2)
  return (
    <tr>
      <th scope="row">{words.label('line', line.line)}</th>
      <td>{line.quantity && frame.t.kerjaUpah.unit[line.unit](rangeWords(frame, line.quantity, count))}</td>
      <td class="num">{line.rate === null ? '' : money(line.rate)}</td>
      <td class="num">
        {line.amount
          ? rangeWords(frame, line.amount, money)
          : words.label('why', line.why ?? 'rate-not-known')}
      </td>
    </tr>
  )
}

function Sums({
  frame,
  answer,
  scenario,
}: {
  readonly frame: StaffFrame
  readonly answer: WagesAnswer
  readonly scenario: Scenario
}) {
  const words = frame.t.kerjaUpah
  const money = moneyOf(frame, scenario.currency ?? '', scenario.decimals)
  const rows: readonly (readonly [string, Range | null, (value: number) => string])[] = [
    [words.total, scenario.total, money],
    [words.perMonth, scenario.perMonth, money],
    [words.inRupiah(answer.rate?.on ?? ''), scenario.rupiah, moneyOf(frame, 'IDR', 0)],
  ]
  return (
    <>
      {rows.map(
        ([label, range, inWords]) =>
          range && (
            <tr>
              <th scope="row">{label}</th>
              <td />
              <td />
              <td class="num">
                <strong>{rangeWords(frame, range, inWords)}</strong>
              </td>
            </tr>
          ),
      )}
    </>
  )
}

function ScenarioSheet({ frame, answer, words, scenario }: Props & { readonly scenario: Scenario }) {
  const texts = frame.t.kerjaUpah
  const title = words.label('basis', scenario.basis)
  return (
    <section>
      <h3>{title}</h3>
      {scenario.why !== null ? (
        <p>{words.label('why', scenario.why)}</p>
      ) : (
        <Table
          caption={title}
          columns={[
            { label: texts.line },
            { label: texts.quantity },
            { label: texts.rateColumn, align: 'num' },
            { label: texts.amount, align: 'num' },
          ]}
        >
          {scenario.lines.map((line) => (
            <Line frame={frame} line={line} scenario={scenario} words={words} />
          ))}
          <Sums frame={frame} answer={answer} scenario={scenario} />
        </Table>
      )}
      {scenario.findings.map((finding) => (
        <p>{words.label('finding', finding)}</p>
      ))}
    </section>
  )
}

export function WageSheets({ frame, answer, words }: Props) {
  const texts = frame.t.kerjaUpah
  const { comparisons } = answer
  return (
    <>
      <p>
        <strong class="code">{texts.checkIs(answer.check)}</strong>
      </p>
      <p>{texts.mode[answer.mode]}</p>
      {answer.scenarios.map((scenario) => (
        <ScenarioSheet frame={frame} answer={answer} words={words} scenario={scenario} />
      ))}
      {answer.crew && <WageCrew frame={frame} crew={answer.crew} />}
      {answer.limits.length > 0 && (
        <section>
          <h3>{texts.limits}</h3>
          <ul>
            {answer.limits.map(({ id }) => (
              <li>{words.rule(id)}</li>
            ))}
          </ul>
        </section>
      )}
      {comparisons && (
        <section>
          <h3>{texts.compare}</h3>
          <ul>
            {comparisons.cases.map((each) => (
              <li>
                {texts[each.kind](each.months)}: {moneyOf(frame, comparisons.currency, 2)(each.perMonth)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
