/** The dry run of a file: a question where it contradicts itself, each wrong value by row and column, then one button. */
import type { AskedColumn, Fault, HtcdsReading, Note } from '#src/domain/htcds/read-table.ts'
import { fieldOf, type FieldName } from '#src/domain/htcds/model-data.ts'
import { DATE_ORDERS } from '#src/domain/htcds/dates.ts'
import { TRUE_ROWS } from '#src/domain/htcds/read-table.ts'
import type { ImportRow } from '#src/modules/htcds/index.ts'
import { Button, ButtonLink, Hidden, Notice, PostButton } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { formatInstant } from '#src/texts/dates.ts'
import { ExchangeHead } from '../exchange-room.tsx'
import { HTCDS_ROOM, IMPORT_TONE } from './htcds-page.tsx'

export type CheckView = {
  readonly id: string
  readonly version: number
  readonly source: string
  readonly reading: HtcdsReading
  readonly problem?: string
}

type Props = { readonly frame: StaffFrame; readonly view: CheckView }

export function CheckImportPage({ frame, view }: Props) {
  const words = frame.t.kerjaHtcds
  const { reading } = view
  return (
    <StaffPage frame={frame} current="settings" title={words.checkTitle}>
      <ExchangeHead
        frame={frame}
        part="htcds"
        title={words.checkTitle}
        tags={<p>{words.checkContext(view.source)}</p>}
      />
      <div class="body full">
        {view.problem && <Notice kind="care" lead={view.problem} role="alert" />}
        {reading.kind === 'not-htcds' && (
          <Notice kind="danger" lead={words.notHtcds} role="alert">
            {words.notHtcdsText}
          </Notice>
        )}
        {reading.kind === 'too-many' && (
          <Notice kind="danger" lead={words.tooMany(reading.most)} role="alert" />
        )}
        {reading.kind === 'which-row' && <WhichRow frame={frame} view={view} reading={reading} />}
        {reading.kind === 'read' && <Read frame={frame} view={view} reading={reading} />}
        <p class="buttons">
          <ButtonLink href={at(frame, HTCDS_ROOM)} kind="bare">
            {words.throwAway}
          </ButtonLink>
        </p>
      </div>
    </StaffPage>
  )
}

type Reading<K extends HtcdsReading['kind']> = Extract<HtcdsReading, { readonly kind: K }>

function WhichRow({ frame, view, reading }: Props & { readonly reading: Reading<'which-row'> }) {
  const words = frame.t.kerjaHtcds
  return (
    <form method="post" action={at(frame, `${HTCDS_ROOM}/impor/${view.id}/jawab`)} class="panel">
      <h2 id="baris-benar">{words.askTitle}</h2>
      <p>{words.askLead}</p>
      <AskedColumns frame={frame} columns={reading.columns} />
      <h3>{words.askSample}</h3>
      <Table
        caption={words.askSample}
        columns={[
          { label: words.lossCol.record },
          ...reading.columns.map(({ column }) => ({ label: column })),
        ]}
      >
        {reading.sample.map(({ row, cells }) => (
          <tr>
            <th scope="row">{words.row(row)}</th>
            {cells.map((cell, position) => (
              <td>
                <CellName of={reading.columns[position]?.column ?? ''} />
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      <Choices name="trueRow" legend={words.askTitle} choices={TRUE_ROWS} labels={words.trueRow} />
      <p class="buttons">
        <Button kind="main">{words.askButton}</Button>
      </p>
    </form>
  )
}

function AskedColumns(props: { readonly frame: StaffFrame; readonly columns: readonly AskedColumn[] }) {
  const words = props.frame.t.kerjaHtcds
  return (
    <Table
      caption={words.askTitle}
      columns={[
        { label: words.askCol.column },
        { label: words.askCol.byName },
        { label: words.askCol.byLabel },
      ]}
    >
      {props.columns.map(({ column, byName, byLabel }) => (
        <tr>
          <th scope="row">{column}</th>
          <td>
            <CellName of={words.askCol.byName} />
            {labelOf(byName)}
          </td>
          <td>
            <CellName of={words.askCol.byLabel} />
            {labelOf(byLabel)}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function labelOf(field: FieldName): string {
  return fieldOf(field).label
}

function Choices<T extends string>(props: {
  readonly name: string
  readonly legend: string
  readonly choices: readonly T[]
  readonly labels: Readonly<Record<T, string>>
}) {
  return (
    <fieldset>
      <legend class="hidden">{props.legend}</legend>
      {props.choices.map((choice) => (
        <p>
          <label>
            <input type="radio" name={props.name} value={choice} required /> {props.labels[choice]}
          </label>
        </p>
      ))}
    </fieldset>
  )
}

function Read({ frame, view, reading }: Props & { readonly reading: Reading<'read'> }) {
  const words = frame.t.kerjaHtcds
  if (reading.rows.length === 0) return <Empty title={words.empty} text={words.emptyText} />
  const unclear = reading.faults.some(({ code }) => code === 'date.ambiguous')
  return (
    <>
      {unclear && (
        <form method="post" action={at(frame, `${HTCDS_ROOM}/impor/${view.id}/jawab`)} class="panel">
          <h2>{words.orderTitle}</h2>
          <p>{words.orderLead}</p>
          <Choices
            name="dateOrder"
            legend={words.orderTitle}
            choices={DATE_ORDERS}
            labels={words.dateOrder}
          />
          <p class="buttons">
            <Button kind="main">{words.askButton}</Button>
          </p>
        </form>
      )}
      {reading.faults.length > 0 ? (
        <Faults frame={frame} faults={reading.faults} />
      ) : (
        <Ready frame={frame} view={view} reading={reading} />
      )}
      {reading.notes.length > 0 && <Notes frame={frame} notes={reading.notes} />}
    </>
  )
}

const MOST = 60

function Faults({ frame, faults }: { readonly frame: StaffFrame; readonly faults: readonly Fault[] }) {
  const words = frame.t.kerjaHtcds
  return (
    <section>
      <Notice kind="danger" lead={words.faultsTitle(faults.length)} role="alert">
        {words.faultsText}
      </Notice>
      <Places frame={frame} places={faults.map((each) => ({ ...each, why: words.fault[each.code] }))} />
    </section>
  )
}

function Notes({ frame, notes }: { readonly frame: StaffFrame; readonly notes: readonly Note[] }) {
  const words = frame.t.kerjaHtcds
  return (
    <details open={notes.length <= 10}>
      <summary>{words.notesTitle(notes.length)}</summary>
      <p>{words.notesLead}</p>
      <Places frame={frame} places={notes.map((each) => ({ ...each, why: words.note[each.code] }))} />
    </details>
  )
}

type Placed = {
  readonly row: number
  readonly column: string
  readonly field?: FieldName
  readonly written: string
  readonly why: string
}

function Places({ frame, places }: { readonly frame: StaffFrame; readonly places: readonly Placed[] }) {
  const words = frame.t.kerjaHtcds
  return (
    <>
      <ul>
        {places.slice(0, MOST).map(({ row, column, field, written, why }) => (
          <li>
            <strong>{column.length <= 2 ? `${column}${row}` : `${words.row(row)}, ${column}`}</strong>{' '}
            {field && column.length <= 2 && <small>{labelOf(field)}</small>} {why}{' '}
            {written !== '' && <small>{words.written(written)}</small>}
          </li>
        ))}
      </ul>
      {places.length > MOST && <p>{words.more(places.length - MOST)}</p>}
    </>
  )
}

const FIRST_ROWS = 20

function Ready({ frame, view, reading }: Props & { readonly reading: Reading<'read'> }) {
  const words = frame.t.kerjaHtcds
  return (
    <form method="post" action={at(frame, `${HTCDS_ROOM}/impor/${view.id}/pakai`)} class="panel">
      <Hidden values={{ seen: String(view.version) }} />
      <h2>{words.readyTitle(reading.rows.length)}</h2>
      <p>{words.readyLead}</p>
      <Table
        caption={words.readyTitle(reading.rows.length)}
        columns={[
          { label: words.readyCol.row },
          { label: words.readyCol.person },
          { label: words.readyCol.told },
        ]}
      >
        {reading.rows.slice(0, FIRST_ROWS).map(({ row, record }) => (
          <tr>
            <th scope="row">{words.row(row)}</th>
            <td>{nameIn(record.values) ?? words.noName}</td>
            <td>{words.fields(Object.keys(record.values).length)}</td>
          </tr>
        ))}
      </Table>
      {reading.rows.length > FIRST_ROWS && <p>{words.more(reading.rows.length - FIRST_ROWS)}</p>}
      <p class="buttons">
        <Button kind="main">{words.use}</Button>
      </p>
    </form>
  )
}

function nameIn(values: Reading<'read'>['rows'][number]['record']['values']): string | undefined {
  const name = [values.prs_FirstName, values.prs_MiddleName, values.prs_SecondName]
    .filter((part) => part !== undefined)
    .join(' ')
  return name === '' ? undefined : name
}

export type DoneView = {
  readonly row: Pick<ImportRow, 'id' | 'source' | 'state' | 'records' | 'done_at'>
  readonly codes: readonly string[]
  readonly problem?: string
}

export function ImportDonePage({ frame, view }: { readonly frame: StaffFrame; readonly view: DoneView }) {
  const words = frame.t.kerjaHtcds
  const { row } = view
  const when = row.done_at === null ? '' : formatInstant(row.done_at, frame.zone, frame.lang)
  return (
    <StaffPage frame={frame} current="settings" title={words.doneTitle}>
      <ExchangeHead
        frame={frame}
        part="htcds"
        title={words.doneTitle}
        tags={
          <>
            <StateTag tone={IMPORT_TONE[row.state]}>{words.state[row.state]}</StateTag>
            <p>{words.doneContext(row.source, when)}</p>
          </>
        }
      />
      <div class="body full">
        {view.problem && <Notice kind="danger" lead={view.problem} role="alert" />}
        {row.state === 'undone' ? (
          <Notice kind="care" lead={words.undone} />
        ) : (
          <>
            <p>
              <strong>{words.doneLead(row.records ?? 0)}</strong>
            </p>
            <Table caption={words.listCol.cases} columns={[{ label: words.listCol.cases }]}>
              {view.codes.map((code) => (
                <tr>
                  <th scope="row">
                    <a href={at(frame, `/kerja/kasus/${code}`)} class="code">
                      {code}
                    </a>
                  </th>
                </tr>
              ))}
            </Table>
            <p class="small">{words.undoHint}</p>
            <PostButton action={at(frame, `${HTCDS_ROOM}/impor/${row.id}/batal`)} kind="grave">
              {words.undo}
            </PostButton>
          </>
        )}
        <p class="buttons">
          <ButtonLink href={at(frame, HTCDS_ROOM)} kind="bare">
            {words.back}
          </ButtonLink>
        </p>
      </div>
    </StaffPage>
  )
}
