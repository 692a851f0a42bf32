/** The crew of a vessel: a line for each person by code, then the sums of the group and of each agent. */
import type { Crew, CrewSheet, CrewTotal } from '#src/domain/rulebook/wages/crew.ts'
import { decimalsOf } from '#src/domain/rulebook/wages/money.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { moneyOf, numberWords, rangeWords } from './wage-numbers.ts'

type Props = { readonly frame: StaffFrame; readonly crew: Crew }

const PARTS_IN_MONTH = 30

function moneyIn(frame: StaffFrame, currency: string | null) {
  return moneyOf(frame, currency ?? '', decimalsOf(currency ?? ''))
}

function Member({ frame, sheet }: { readonly frame: StaffFrame; readonly sheet: CrewSheet }) {
  const texts = frame.t.kerjaUpah
  const money = moneyIn(frame, sheet.currency)
  const months = (parts: number) => numberWords(frame, parts / PARTS_IN_MONTH, 2)
  return (
    <tr>
      <th scope="row">{sheet.code === '' ? texts.noCode : sheet.code}</th>
      <td>{sheet.agent ?? ''}</td>
      <td>{sheet.time && texts.unit['thirtieths-of-a-month'](rangeWords(frame, sheet.time, months))}</td>
      <td class="num">
        <CellName of={texts.crewField.monthly} />
        {sheet.monthly === null ? texts.unknown : money(sheet.monthly)}
      </td>
      <td class="num">
        <CellName of={texts.crewField.paid} />
        {sheet.currency === null ? '' : money(sheet.paid)}
      </td>
      <td class="num">
        <CellName of={texts.crewField.deducted} />
        {sheet.currency === null ? '' : rangeWords(frame, sheet.deducted, money)}
      </td>
      <td class="num">
        <CellName of={texts.total} />
        {sheet.total === null
          ? sheet.missing.map((each) => texts.crewMissing[each]).join(' ')
          : rangeWords(frame, sheet.total, money)}
      </td>
    </tr>
  )
}

function Total({
  frame,
  total,
  label,
}: {
  readonly frame: StaffFrame
  readonly total: CrewTotal
  readonly label: string
}) {
  return (
    <li>
      {label}: <strong>{rangeWords(frame, total.total, moneyIn(frame, total.currency))}</strong>{' '}
      {frame.t.kerjaUpah.people(total.people)}
    </li>
  )
}

export function WageCrew({ frame, crew }: Props) {
  const texts = frame.t.kerjaUpah
  return (
    <section>
      <h3>{texts.crew}</h3>
      <Table
        caption={texts.crew}
        columns={[
          { label: texts.crewField.code },
          { label: texts.crewField.agent },
          { label: texts.quantity },
          { label: texts.crewField.monthly, align: 'num' },
          { label: texts.crewField.paid, align: 'num' },
          { label: texts.crewField.deducted, align: 'num' },
          { label: texts.total, align: 'num' },
        ]}
      >
        {crew.sheets.map((sheet) => (
          <Member frame={frame} sheet={sheet} />
        ))}
      </Table>
      <ul>
        {crew.group.map((total) => (
          <Total frame={frame} total={total} label={texts.group} />
        ))}
        {crew.byAgent.map((total) => (
          <Total frame={frame} total={total} label={total.agent ?? texts.noAgent} />
        ))}
      </ul>
      {crew.notCounted > 0 && <p>{texts.crewNotCounted(crew.notCounted)}</p>}
    </section>
  )
}
