/** The list of cases a person may see: filters in the address, a search, pages. */
import type { CaseType } from '#src/domain/cases/case-types.ts'
import type { CaseStatus } from '#src/domain/cases/lifecycle.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { Button, ButtonLink, optionsOf, Select, TextField, type Option } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { Clock, StateTag, UrgencyTag, type ClockView } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table, type Column } from '#src/web/ui/staff/table.tsx'

export const CASE_FILTERS = ['mine', 'org', 'referred', 'closed'] as const
export type CaseFilter = (typeof CASE_FILTERS)[number]

export const CASE_SORTS = ['code', 'urgency', 'next'] as const
export type CaseSort = (typeof CASE_SORTS)[number]

export type CaseRow = {
  readonly code: string
  readonly href: string
  /** The name as this reader may know it; empty for a case known by its code only. */
  readonly person: string
  readonly place: string
  readonly urgency: Urgency
  readonly types: readonly CaseType[]
  readonly state: CaseStatus
  readonly officer: string
  readonly next?: ClockView
}

export type CasesView = {
  readonly filter: CaseFilter
  readonly counts: Readonly<Partial<Record<CaseFilter, number>>>
  readonly sort: CaseSort
  readonly order: 'ascending' | 'descending'
  /** Address of this list sorted by a column, the other parts of the state kept. */
  readonly sortHref: Readonly<Record<CaseSort, string>>
  readonly countries: readonly Option[]
  /** Fields of the GET form: q, urgensi, jenis, negara. */
  readonly form: FormState
  readonly rows: readonly CaseRow[]
  readonly paging: PagingView
}

type Props = { readonly frame: StaffFrame; readonly view: CasesView }

function FindForm({ frame, view }: Props) {
  const words = frame.t.kerjaKasus
  return (
    <form action={at(frame, '/kerja/kasus')} class="panel" role="search">
      <input type="hidden" name="saring" value={view.filter} />
      <div class="grid2">
        <TextField form={view.form} name="q" label={words.find} hint={words.findHint} type="search" />
        <Select
          form={view.form}
          name="urgensi"
          label={words.urgency}
          options={optionsOf(frame.t.kerjaKode.urgency)}
          empty={words.any}
        />
        <Select
          form={view.form}
          name="jenis"
          label={words.type}
          options={optionsOf(frame.t.kerjaKode.caseType)}
          empty={words.any}
        />
        <Select
          form={view.form}
          name="negara"
          label={words.country}
          options={view.countries}
          empty={words.any}
        />
      </div>
      <p class="buttons">
        <Button>{words.show}</Button>
        <ButtonLink href={at(frame, `/kerja/kasus?saring=${view.filter}`)} kind="bare">
          {words.clear}
        </ButtonLink>
      </p>
    </form>
  )
}

function columns({ frame, view }: Props): readonly Column[] {
  const words = frame.t.kerjaKasus.col
  const sort = (column: CaseSort): Column['sort'] => ({
    href: view.sortHref[column],
    order: view.sort === column ? view.order : undefined,
  })
  return [
    { label: words.code, sort: sort('code') },
    { label: words.person },
    { label: words.urgency, sort: sort('urgency') },
    { label: words.state },
    { label: words.officer },
    { label: words.next, sort: sort('next') },
  ]
}

function CaseRowCells({ frame, row }: { readonly frame: StaffFrame; readonly row: CaseRow }) {
  const words = frame.t.kerjaKasus
  return (
    <tr>
      <th scope="row">
        <a href={row.href} class="code">
          {row.code}
        </a>
      </th>
      <td>
        {row.person} <small>{row.place}</small>
        <br />
        <small>{row.types.map((type) => frame.t.kerjaKode.caseType[type]).join(', ')}</small>
      </td>
      <td>
        <UrgencyTag frame={frame} urgency={row.urgency} />
      </td>
      <td>
        <StateTag tone={row.state === 'closed' ? 'done' : 'run'}>{words.state[row.state]}</StateTag>
      </td>
      <td>{row.officer}</td>
      <td>{row.next && <Clock frame={frame} clock={row.next} />}</td>
    </tr>
  )
}

export function CasesPage({ frame, view }: Props) {
  const words = frame.t.kerjaKasus
  return (
    <StaffPage frame={frame} current="cases" title={words.list}>
      <Head title={words.list} context={words.listContext(view.paging.total)} />
      <Filters
        label={words.listFilters}
        links={CASE_FILTERS.filter((filter) => view.counts[filter] !== undefined).map((filter) => ({
          label: words.listFilter[filter],
          href: at(frame, `/kerja/kasus?saring=${filter}`),
          count: view.counts[filter],
          current: filter === view.filter ? 'current' : undefined,
        }))}
      />
      <div class="body full">
        <FindForm frame={frame} view={view} />
        {view.rows.length === 0 ? (
          <Empty title={words.noneTitle} text={words.noneText} />
        ) : (
          <Table caption={words.list} columns={columns({ frame, view })}>
            {view.rows.map((row) => (
              <CaseRowCells frame={frame} row={row} />
            ))}
          </Table>
        )}
      </div>
      {view.rows.length > 0 && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}
