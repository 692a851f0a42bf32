/** What falls due in all agreements, and the forms, fields and models of cooperation. */
import { DUE_GROUPS, type DueGroup } from '#src/domain/agreements/agreement-calendar.ts'
import type { DueLine } from '#src/modules/agreements/index.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { TAB_OF } from './agreement-parts.tsx'
import { dayOr, titleOf, whatOf } from './agreement-words.ts'
import { AGREEMENTS } from './agreements-page.tsx'

export type CalendarView = { readonly groups: Readonly<Record<DueGroup, readonly DueLine[]>> }

export function CalendarPage({ frame, view }: { readonly frame: StaffFrame; readonly view: CalendarView }) {
  const words = frame.t.kerjaPerjanjian
  return (
    <StaffPage frame={frame} current="law" title={words.calendarTitle}>
      <LawHead frame={frame} section="agreements" title={words.calendarTitle} />
      <div class="body full">
        <p class="hint">{words.calendarHint}</p>
        {DUE_GROUPS.map((group) => (
          <section class="stack" aria-labelledby={`jatuh-${group}`}>
            <h2 id={`jatuh-${group}`}>{words.due[group]}</h2>
            <DueLines frame={frame} caption={words.due[group]} lines={view.groups[group]} />
          </section>
        ))}
      </div>
    </StaffPage>
  )
}

type LinesProps = { readonly frame: StaffFrame; readonly caption: string; readonly lines: readonly DueLine[] }

function DueLines({ frame, caption, lines }: LinesProps) {
  const words = frame.t.kerjaPerjanjian
  if (lines.length === 0) return <p>{words.calendarEmpty}</p>
  return (
    <Table
      caption={caption}
      columns={[
        { label: words.col.what },
        { label: words.col.due },
        { label: words.col.kind },
        { label: words.col.title },
      ]}
    >
      {lines.map((line) => (
        <tr>
          <th scope="row">
            <a href={at(frame, `${AGREEMENTS}/${line.slug}/${TAB_OF[line.kind]}`)}>
              {whatOf(frame, line.kind, line.content)}
            </a>
          </th>
          <td>
            <CellName of={words.col.due} />
            {dayOr(frame, line.dueOn)}
          </td>
          <td>{words.kind[line.kind]}</td>
          <td>{titleOf(frame, line)}</td>
        </tr>
      ))}
    </Table>
  )
}

export type CooperationLine = {
  readonly code: string
  readonly name: string
  readonly citation: string
  readonly confidence: 'verified' | 'secondary' | 'unverified'
  /** The agreements of this form, field or model. */
  readonly agreements: readonly { readonly slug: string; readonly title: string }[]
}
export type CooperationView = Readonly<Record<'forms' | 'fields' | 'models', readonly CooperationLine[]>>

export function CooperationPage(props: { readonly frame: StaffFrame; readonly view: CooperationView }) {
  const { frame, view } = props
  const words = frame.t.kerjaPerjanjian
  const lists = [
    [words.formsList, view.forms],
    [words.fieldsList, view.fields],
    [words.modelsList, view.models],
  ] as const
  return (
    <StaffPage frame={frame} current="law" title={words.formsTitle}>
      <LawHead frame={frame} section="agreements" title={words.formsTitle} />
      <div class="body full">
        <p class="hint">{words.formsHint}</p>
        {lists.map(([title, lines]) => (
          <section class="stack">
            <h2>{title}</h2>
            <ol>
              {lines.map((line, index) => (
                <li>
                  {index + 1}. {line.name}{' '}
                  <small>
                    {line.citation} · {words.confidence[line.confidence]}
                  </small>
                  {line.agreements.map((each) => (
                    <>
                      <br />
                      {words.used}: <a href={at(frame, `${AGREEMENTS}/${each.slug}`)}>{each.title}</a>
                    </>
                  ))}
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </StaffPage>
  )
}
