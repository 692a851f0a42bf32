/** Bringing a list in: what each column is, then what would change. Nothing is in force before the last button. */
import {
  columnName,
  COMPANY_FIELDS,
  type FaultAt,
  type ListDifferences,
  type ListTable,
} from '#src/domain/rulebook/offer/company-list.ts'
import type { Company } from '#src/domain/rulebook/offer/company-register.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  Notice,
  optionsOf,
  Select,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'

const ROOM = '/kerja/direktori/p3mi'

export type MappingView = {
  readonly id: string
  readonly rows: number
  readonly sample: ListTable
  /** Fields: name, licence, state, validUntil, everyState, headerRow, source, asOf. */
  readonly form: FormState
  /** Heading of each column, in order. */
  readonly headings: readonly string[]
}

function Crumbs({ frame }: { readonly frame: StaffFrame }) {
  return <a href={at(frame, ROOM)}>{frame.t.kerjaP3mi.title}</a>
}

export function MappingPage({ frame, view }: { readonly frame: StaffFrame; readonly view: MappingView }) {
  const words = frame.t.kerjaP3mi
  const { form } = view
  const columns: readonly Option[] = view.headings.map((heading, column) => ({
    value: String(column),
    label: words.column(columnName(column), heading),
  }))
  return (
    <StaffPage frame={frame} current="directory" title={words.mapTitle}>
      <Head title={words.mapTitle} crumbs={<Crumbs frame={frame} />} context={words.mapContext(view.rows)} />
      <div class="body full">
        <form method="post" action={at(frame, `${ROOM}/impor/${view.id}`)} class="panel">
          <ErrorSummary frame={frame} form={form} />
          <p>{words.mapLead}</p>
          <div class="grid2">
            <TextField form={form} name="asOf" label={words.asOf} hint={words.asOfHint} type="date" />
            <TextField form={form} name="source" label={words.source} hint={words.sourceHint} />
            {COMPANY_FIELDS.map((field) => (
              <Select
                form={form}
                name={field}
                label={words.field[field]}
                options={columns}
                empty={words.noColumn}
              />
            ))}
            <Select
              form={form}
              name="everyState"
              label={words.everyState}
              options={optionsOf(words.companyState)}
              empty={words.everyStateNone}
            />
            <TextField
              form={form}
              name="headerRow"
              label={words.headerRow}
              hint={words.headerRowHint}
              type="number"
            />
          </div>
          <p class="buttons">
            <Button kind="main">{words.toPreview}</Button>
            <ButtonLink href={at(frame, ROOM)} kind="bare">
              {words.again}
            </ButtonLink>
          </p>
        </form>
        <Sample frame={frame} sample={view.sample} />
      </div>
    </StaffPage>
  )
}

function Sample({ frame, sample }: { readonly frame: StaffFrame; readonly sample: ListTable }) {
  const words = frame.t.kerjaP3mi
  return (
    <section aria-labelledby="contoh-baris">
      <h2 id="contoh-baris">{words.sample}</h2>
      <ol>
        {sample.map((row, at) => (
          <li>
            <strong>{words.row(at + 1)}</strong>{' '}
            {row.flatMap((cell, column) =>
              cell === ''
                ? []
                : [
                    <span>
                      <small>{columnName(column)}</small> {cell}{' '}
                    </span>,
                  ],
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

export type PreviewView = {
  readonly id: string
  /** The list in force that the differences are against; absent where there is none. */
  readonly inForce?: { readonly id: string; readonly asOf: string }
  readonly problem?: string
} & (
  | { readonly kind: 'faults'; readonly faults: readonly FaultAt[]; readonly count: number }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'list'
      readonly asOf: string
      readonly companies: readonly Company[]
      readonly differences: ListDifferences
      readonly older?: 'older'
    }
)

export function PreviewPage({ frame, view }: { readonly frame: StaffFrame; readonly view: PreviewView }) {
  const words = frame.t.kerjaP3mi
  return (
    <StaffPage frame={frame} current="directory" title={words.previewTitle}>
      <Head title={words.previewTitle} crumbs={<Crumbs frame={frame} />} context={words.previewContext} />
      <div class="body full">
        {view.problem && <Notice kind="care" lead={view.problem} role="alert" />}
        {view.kind === 'faults' && <Faults frame={frame} faults={view.faults} count={view.count} />}
        {view.kind === 'empty' && <Notice kind="danger" lead={words.emptyList} role="alert" />}
        {view.kind === 'list' && <WhatChanges frame={frame} view={view} />}
        <form method="post" action={at(frame, `${ROOM}/impor/${view.id}/pakai`)}>
          <Hidden values={{ seen: view.inForce?.id ?? '' }} />
          <p class="buttons">
            {view.kind === 'list' && <Button kind="main">{words.use}</Button>}
            <ButtonLink href={at(frame, `${ROOM}/impor/${view.id}`)}>{words.back}</ButtonLink>
            <ButtonLink href={at(frame, ROOM)} kind="bare">
              {words.again}
            </ButtonLink>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

const MOST_FAULTS = 50

function Faults(props: {
  readonly frame: StaffFrame
  readonly faults: readonly FaultAt[]
  readonly count: number
}) {
  const words = props.frame.t.kerjaP3mi
  const more = props.count - Math.min(props.faults.length, MOST_FAULTS)
  return (
    <>
      <Notice kind="danger" lead={words.faultsTitle(props.count)} role="alert">
        {words.faultsText}
      </Notice>
      <ul>
        {props.faults.slice(0, MOST_FAULTS).map((each) => (
          <li>
            {words.faultAt(`${each.column}${each.row}`, words.fault[each.fault])}{' '}
            {each.cell !== '' && <small>{words.faultCell(each.cell)}</small>}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{words.faultsMore(more)}</p>}
    </>
  )
}

const FIRST_ROWS = 5

function WhatChanges(props: {
  readonly frame: StaffFrame
  readonly view: Extract<PreviewView, { readonly kind: 'list' }>
}) {
  const { frame, view } = props
  const words = frame.t.kerjaP3mi
  const day = (date: string) => formatPartialDate(date, frame.lang)
  const { added, gone, changed } = view.differences
  const said = (company: Company): string =>
    words.details(
      company.licence,
      words.companyState[company.state],
      company.validUntil === null ? words.noDay : day(company.validUntil),
    )
  return (
    <>
      <p>
        <strong>{words.willHave(view.companies.length, day(view.asOf))}</strong>
      </p>
      {view.older && <Notice kind="care" lead={words.older} />}
      <h2>{view.inForce === undefined ? words.againstNone : words.against(day(view.inForce.asOf))}</h2>
      {view.inForce !== undefined && (
        <>
          <Names
            frame={frame}
            title={words.changed(changed.length)}
            lines={changed.map(({ before, after }) => words.change(after.name, said(before), said(after)))}
          />
          <Names frame={frame} title={words.gone(gone.length)} lines={gone.map((each) => each.name)} />
          <Names frame={frame} title={words.added(added.length)} lines={added.map((each) => each.name)} />
        </>
      )}
      <h2>{words.firstRows}</h2>
      <Table
        caption={words.firstRows}
        columns={[
          { label: words.col.name },
          { label: words.col.state },
          { label: words.col.licence },
          { label: words.col.validUntil },
        ]}
      >
        {view.companies.slice(0, FIRST_ROWS).map((company) => (
          <tr>
            <th scope="row">{company.name}</th>
            <td>{words.companyState[company.state]}</td>
            <td>{company.licence}</td>
            <td>{company.validUntil === null ? words.noDay : day(company.validUntil)}</td>
          </tr>
        ))}
      </Table>
    </>
  )
}

const MOST_NAMES = 100

function Names(props: {
  readonly frame: StaffFrame
  readonly title: string
  readonly lines: readonly string[]
}) {
  const words = props.frame.t.kerjaP3mi
  const more = props.lines.length - MOST_NAMES
  return (
    <section>
      <h3>{props.title}</h3>
      {props.lines.length === 0 ? (
        <p>{words.noDifference}</p>
      ) : (
        <ul>
          {props.lines.slice(0, MOST_NAMES).map((line) => (
            <li>{line}</li>
          ))}
          {more > 0 && <li>{words.andMore(more)}</li>}
        </ul>
      )}
    </section>
  )
}
