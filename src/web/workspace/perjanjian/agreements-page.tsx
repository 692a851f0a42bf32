/** The list of agreements, and the two places where none was found. */
import { AGREEMENT_SUBJECTS, AGREEMENT_TYPES } from '#src/domain/agreements/codes.ts'
import { STAGES, type Stage } from '#src/domain/agreements/pipeline.ts'
import type { LawStatement } from '#src/domain/law/law-library.ts'
import type { AgreementLine } from '#src/modules/agreements/index.ts'
import { Button, ButtonLink, Select, type Option } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, type Tone } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { dayOr, partiesOf, subjectsOf, titleOf } from './agreement-words.ts'

export const AGREEMENTS = '/kerja/perjanjian'

const TONE: Readonly<Record<Stage, Tone>> = {
  idea: 'plain',
  talks: 'run',
  signed: 'run',
  'in-force': 'done',
  review: 'wait',
  ended: 'stop',
  unclear: 'wait',
}

export function StageTag({ frame, stage }: { readonly frame: StaffFrame; readonly stage: Stage }) {
  return <StateTag tone={TONE[stage]}>{frame.t.perjanjian.stage[stage]}</StateTag>
}

export type AgreementsView = {
  readonly lines: readonly AgreementLine[]
  readonly total: number
  readonly paging?: PagingView
  /** Fields of the GET form: negara, jenis, keadaan, soal, jatuh. */
  readonly form: FormState
  readonly countries: readonly Option[]
  readonly files: { readonly csv: string; readonly xlsx: string }
  readonly practices: readonly LawStatement[]
  readonly mayEdit?: 'may-edit'
}
type Props = { readonly frame: StaffFrame; readonly view: AgreementsView }

export function AgreementsPage({ frame, view }: Props) {
  const words = frame.t.kerjaPerjanjian
  return (
    <StaffPage frame={frame} current="law" title={frame.t.kerjaHukum.sections.agreements}>
      <LawHead frame={frame} section="agreements" />
      <div class="body full">
        <p class="buttons">
          {view.mayEdit && (
            <ButtonLink href={at(frame, `${AGREEMENTS}/baru`)} kind="main">
              {words.add}
            </ButtonLink>
          )}
          <ButtonLink href={at(frame, `${AGREEMENTS}/kalender`)}>{words.calendar}</ButtonLink>
          <ButtonLink href={at(frame, `${AGREEMENTS}/bentuk`)}>{words.forms}</ButtonLink>
        </p>
        <FilterForm frame={frame} view={view} />
        <p>{words.count(view.total)}</p>
        {view.lines.length === 0 ? <Empty title={words.empty} /> : <Lines frame={frame} view={view} />}
        {view.paging && <Paging frame={frame} paging={view.paging} />}
        <p class="buttons">
          <ButtonLink href={view.files.csv}>{words.csv}</ButtonLink>
          <ButtonLink href={view.files.xlsx}>{words.xlsx}</ButtonLink>
        </p>
        <Practices frame={frame} practices={view.practices} />
      </div>
    </StaffPage>
  )
}

function FilterForm({ frame, view }: Props) {
  const words = frame.t.kerjaPerjanjian
  const codes = frame.t.perjanjian
  const options = (list: readonly string[], names: Readonly<Record<string, string>>): readonly Option[] =>
    list.map((value) => ({ value, label: names[value] ?? value }))
  const select = (name: string, label: string, list: readonly Option[]) => (
    <Select form={view.form} name={name} label={label} options={list} empty={words.all} />
  )
  return (
    <form action={at(frame, AGREEMENTS)} class="panel" aria-label={words.filter}>
      <div class="grid2">
        {select('negara', words.col.states, view.countries)}
        {select('jenis', words.col.type, options(AGREEMENT_TYPES, codes.type))}
        {select('soal', words.col.subjects, options(AGREEMENT_SUBJECTS, codes.subject))}
        {select('keadaan', words.col.stage, options(STAGES, codes.stage))}
        {select('jatuh', words.dueLabel, options(Object.keys(words.dueFilter), words.dueFilter))}
      </div>
      <p class="buttons">
        <Button>{words.show}</Button>
      </p>
    </form>
  )
}

function Lines({ frame, view }: Props) {
  const words = frame.t.kerjaPerjanjian
  const { col } = words
  return (
    <Table
      caption={frame.t.kerjaHukum.sections.agreements}
      columns={[
        { label: col.title },
        { label: col.stage },
        { label: col.duties },
        { label: col.breaches },
        { label: col.nextDue },
      ]}
    >
      {view.lines.map((line) => (
        <tr>
          <th scope="row">
            <a href={at(frame, `${AGREEMENTS}/${line.slug}`)}>{titleOf(frame, line.facts)}</a>
            <br />
            <small>
              {partiesOf(frame, line.facts)}. {subjectsOf(frame, line.facts.subjects)}
            </small>
          </th>
          <td>
            <StageTag frame={frame} stage={line.stage} />{' '}
            <small>
              {line.stage !== 'unclear' && dayOr(frame, line.since)}
              {line.waits && ` ${words.waits}`}
            </small>
          </td>
          <td>
            <CellName of={col.duties} />
            {line.duties}
            {line.openDuties > 0 && (
              <>
                <br />
                <StateTag tone="stop">{words.openCount(line.openDuties)}</StateTag>
              </>
            )}
            {line.unclearDuties > 0 && (
              <>
                <br />
                <small>{words.unclearCount(line.unclearDuties)}</small>
              </>
            )}
          </td>
          <td>
            <CellName of={col.breaches} />
            {line.breaches}
          </td>
          <td>
            <CellName of={col.nextDue} />
            {line.nextDue === null ? words.noDue : dayOr(frame, line.nextDue)}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Practices(props: { readonly frame: StaffFrame; readonly practices: readonly LawStatement[] }) {
  const { frame, practices } = props
  const words = frame.t.kerjaPerjanjian
  if (practices.length === 0) return <></>
  return (
    <section class="stack" id="tidak-ditemukan">
      <h2>{words.practice}</h2>
      <p class="hint">{words.practiceHint}</p>
      <ul>
        {practices.map((each) => (
          <li>
            {each.says[frame.lang]} <small>{each.instead?.[frame.lang]}</small>{' '}
            <a href={at(frame, `/hukum/${each.id}`)}>{frame.t.perjanjian.source}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
