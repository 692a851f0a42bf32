/** Step 4: what would happen, row by row, before anything is stored. */
import type { CaseType } from '#src/domain/cases/case-types.ts'
import { Button, ButtonLink, Notice, Radios } from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import type { DryRow } from '#src/modules/imports/index.ts'
import { OLD_LISTS } from './lists-page.tsx'
import { BackTo, StepForm, StepPage, type StepView } from './step-parts.tsx'

export type CheckListView = StepView & {
  readonly rows: number
  readonly counts: Readonly<Record<DryRow['becomes'], number>>
  readonly first: readonly {
    readonly row: number
    readonly name: string
    readonly noNik: boolean
    readonly types: readonly CaseType[]
    readonly country: string
    readonly when: string
    readonly kept: number
    readonly becomes: DryRow['becomes']
  }[]
  /** Already in words. */
  readonly faults: readonly { readonly where: string; readonly written: string; readonly why: string }[]
  readonly faultsLeft: number
  readonly differs: readonly {
    readonly row: number
    readonly code: string
    readonly field: string
    readonly before: string
    readonly after: string
  }[]
  readonly differsLeft: number
  readonly known: string
}

type Props = { readonly frame: StaffFrame; readonly view: CheckListView }

const KINDS = ['made', 'same', 'differs', 'touched', 'left'] as const

export function CheckListPage({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  return (
    <StepPage frame={frame} view={view} step="check" title={words.checkTitle}>
      <p>
        <strong>{words.checkLead}</strong> {words.totals(view.rows)}
      </p>
      <ul>
        {KINDS.filter((kind) => view.counts[kind] > 0).map((kind) => (
          <li>
            {words.becomes[kind]}: <strong>{view.counts[kind]}</strong>
          </li>
        ))}
      </ul>
      {view.faults.length > 0 && <Faults frame={frame} view={view} />}
      {view.differs.length > 0 && <Differs frame={frame} view={view} />}
      <First frame={frame} view={view} />
      <Go frame={frame} view={view} />
      <div class="buttons">
        <BackTo frame={frame} view={view} to="columns" />
        <BackTo frame={frame} view={view} to="values" />
      </div>
    </StepPage>
  )
}

function Go({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  const count = view.counts.made + view.counts.same + view.counts.differs + view.counts.touched
  if (count === 0) return <p>{words.nothing}</p>
  return (
    <StepForm frame={frame} view={view} to="mulai">
      <p>{words.goLead}</p>
      <p class="small">
        {words.closedLead} {words.urgencyLead}
      </p>
      <Radios
        form={{ ...EMPTY_FORM, values: { known: view.known } }}
        name="known"
        label={words.knownLabel}
        options={[
          { value: 'skip', label: words.known.skip },
          { value: 'update', label: words.known.update },
        ]}
      />
      <p class="buttons">
        <Button kind="main">{words.go(count)}</Button>
      </p>
    </StepForm>
  )
}

function Faults({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  return (
    <section aria-labelledby="salah">
      <Notice kind="care" lead={words.faultsTitle(view.counts.left)}>
        {words.faultsLead}
      </Notice>
      <h2 id="salah" class="hidden">
        {words.faultsTitle(view.counts.left)}
      </h2>
      <ul>
        {view.faults.map(({ where, written, why }) => (
          <li>
            <strong>{where}</strong> {why} {written !== '' && <small>“{written}”</small>}
          </li>
        ))}
      </ul>
      {view.faultsLeft > 0 && <p>{words.more(view.faultsLeft)}</p>}
      <p class="buttons">
        <ButtonLink href={at(frame, `${OLD_LISTS}/${view.id}/salah`)}>{words.errorFile}</ButtonLink>
      </p>
    </section>
  )
}

function Differs({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  return (
    <section aria-labelledby="beda">
      <h2 id="beda">{words.differsTitle(view.counts.differs + view.counts.touched)}</h2>
      <Table
        caption={words.differsTitle(view.counts.differs)}
        columns={[
          { label: words.differsCol.row },
          { label: words.differsCol.code },
          { label: words.differsCol.field },
          { label: words.differsCol.before },
          { label: words.differsCol.after },
        ]}
      >
        {view.differs.map(({ row, code, field, before, after }) => (
          <tr>
            <th scope="row">{row}</th>
            <td>
              <a class="code" href={at(frame, `/kerja/kasus/${code}`)}>
                {code}
              </a>
            </td>
            <td>{field}</td>
            <td>
              <CellName of={words.differsCol.before} />
              {before === '' ? words.nothingThere : before}
            </td>
            <td>
              <CellName of={words.differsCol.after} />
              {after === '' ? words.nothingThere : after}
            </td>
          </tr>
        ))}
      </Table>
      {view.differsLeft > 0 && <p>{words.more(view.differsLeft)}</p>}
    </section>
  )
}

function First({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  const { caseType } = frame.t.kerjaKode
  return (
    <section aria-labelledby="pertama">
      <h2 id="pertama">{words.firstCases}</h2>
      <Table
        caption={words.firstCases}
        columns={[
          { label: words.caseCol.row },
          { label: words.caseCol.person },
          { label: words.caseCol.about },
          { label: words.caseCol.place },
          { label: words.caseCol.when },
          { label: words.caseCol.becomes },
        ]}
      >
        {view.first.map((each) => (
          <tr>
            <th scope="row">{each.row}</th>
            <td>
              {each.name === '' ? words.noName : each.name}
              {each.noNik && <small> {words.noneYetNik}</small>}
            </td>
            <td>
              <CellName of={words.caseCol.about} />
              {each.types.length === 0 ? words.noType : each.types.map((type) => caseType[type]).join(', ')}
              {each.kept > 0 && <small> {words.keptWords(each.kept)}</small>}
            </td>
            <td>
              <CellName of={words.caseCol.place} />
              {each.country}
            </td>
            <td>
              <CellName of={words.caseCol.when} />
              {each.when}
            </td>
            <td>
              <CellName of={words.caseCol.becomes} />
              {words.becomes[each.becomes]}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
