/** The ministry's lists of placement companies: which is in force, all earlier ones, a search, and a new upload. */
import type { Standing } from '#src/domain/rulebook/offer/company-register.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { Button, ErrorSummary, fieldId, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When, type Tone } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'

export type RegisterView = {
  readonly id: string
  readonly asOf: string
  readonly source: string
  readonly kind: 'demonstration' | 'imported'
  readonly companies: number
  readonly importedAt: Date
  readonly state: 'in-force' | 'earlier' | 'later' | 'set-aside'
  readonly reason?: string
}

export type RegistersView = {
  readonly registers: readonly RegisterView[]
  /** The list whose companies are shown; absent where there is none. */
  readonly shown?: RegisterView
  readonly standings: readonly Standing[]
  readonly search: FormState
  readonly paging: PagingView
  /** Present for who may import. Field: file. */
  readonly upload?: FormState
  /** Present for who may set the shown list aside. Field: reason. */
  readonly setAside?: FormState
}

type Props = { readonly frame: StaffFrame; readonly view: RegistersView }

const ROOM = '/kerja/direktori/p3mi'
const STATE_TONE: Readonly<Record<RegisterView['state'], Tone>> = {
  'in-force': 'done',
  earlier: 'plain',
  later: 'wait',
  'set-aside': 'stop',
}
const COMPANY_TONE: Readonly<Record<Standing['now'], Tone>> = {
  active: 'done',
  inactive: 'stop',
  suspended: 'stop',
  revoked: 'stop',
  expired: 'stop',
}

export function RegistersPage({ frame, view }: Props) {
  const words = frame.t.kerjaP3mi
  const inForce = view.registers.find((each) => each.state === 'in-force')
  return (
    <StaffPage frame={frame} current="directory" title={words.title}>
      <Head
        title={words.title}
        crumbs={<a href={at(frame, '/kerja/direktori')}>{frame.t.kerjaDirektori.title}</a>}
        context={
          inForce === undefined
            ? words.noneInForce
            : words.inForce(formatPartialDate(inForce.asOf, frame.lang), inForce.companies)
        }
        tags={inForce?.kind === 'demonstration' && <StateTag tone="wait">{words.fictional}</StateTag>}
      />
      <div class="body full">
        {view.upload && <Upload frame={frame} form={view.upload} />}
        {view.registers.length === 0 ? (
          <Empty title={words.noneInForce} text={words.noneText} />
        ) : (
          <History frame={frame} registers={view.registers} />
        )}
        {view.shown && <Companies frame={frame} view={view} shown={view.shown} />}
        {view.shown && view.standings.length > 0 && <Paging frame={frame} paging={view.paging} />}
        {view.shown && view.setAside && <SetAside frame={frame} form={view.setAside} register={view.shown} />}
      </div>
    </StaffPage>
  )
}

function Upload({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaP3mi
  const problem = form.problems[0]?.message
  return (
    <form
      method="post"
      action={at(frame, `${ROOM}/impor`)}
      enctype="multipart/form-data"
      class="panel"
      aria-labelledby="unggah"
    >
      <ErrorSummary frame={frame} form={form} />
      <h2 id="unggah">{words.upload}</h2>
      <p class="small">{words.uploadSteps}</p>
      <div class={problem === undefined ? 'field' : 'field wrong'}>
        <label for={fieldId('file')}>{words.file}</label>
        <p class="hint" id="file-petunjuk">
          {words.uploadHint}
        </p>
        {problem && (
          <p class="error" id="file-salah">
            {problem}
          </p>
        )}
        <input
          type="file"
          id={fieldId('file')}
          name="file"
          accept=".csv,.xlsx,text/csv"
          aria-describedby={problem === undefined ? 'file-petunjuk' : 'file-petunjuk file-salah'}
        />
      </div>
      <p class="buttons">
        <Button>{words.uploadButton}</Button>
      </p>
    </form>
  )
}

function History(props: { readonly frame: StaffFrame; readonly registers: readonly RegisterView[] }) {
  const { frame } = props
  const { col, ...words } = frame.t.kerjaP3mi
  return (
    <section aria-labelledby="daftar-lama">
      <h2 id="daftar-lama">{words.lists}</h2>
      <Table
        caption={words.lists}
        columns={[
          { label: col.asOf },
          { label: col.state },
          { label: col.source },
          { label: col.companies, align: 'num' },
          { label: col.imported },
          { label: col.does, quiet: 'quiet' },
        ]}
      >
        {props.registers.map((each) => (
          <tr>
            <th scope="row">
              <a href={at(frame, `${ROOM}?daftar=${each.id}`)}>{formatPartialDate(each.asOf, frame.lang)}</a>
            </th>
            <td>
              <StateTag tone={STATE_TONE[each.state]}>{words.state[each.state]}</StateTag>
              {each.reason && <small> {each.reason}</small>}
            </td>
            <td>{each.kind === 'demonstration' ? words.demoSource : each.source}</td>
            <td class="num">{words.count(each.companies)}</td>
            <td>
              <When frame={frame} at={each.importedAt} />
            </td>
            <td>
              <a href={at(frame, `${ROOM}/${each.id}/csv`)}>{words.export}</a>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

function Companies({ frame, view, shown }: Props & { readonly shown: RegisterView }) {
  const { col, ...words } = frame.t.kerjaP3mi
  const title = words.shown(formatPartialDate(shown.asOf, frame.lang))
  return (
    <section aria-labelledby="isi-daftar">
      <h2 id="isi-daftar">{title}</h2>
      <form role="search" action={at(frame, ROOM)} class="line">
        <input type="hidden" name="daftar" value={shown.id} />
        <TextField form={view.search} name="q" label={words.find} type="search" />
        <Button>{words.show}</Button>
      </form>
      {view.standings.length === 0 ? (
        <Empty title={words.notFound} text={words.notFoundText} />
      ) : (
        <Table
          caption={title}
          columns={[
            { label: col.name },
            { label: col.state },
            { label: col.licence },
            { label: col.validUntil },
          ]}
        >
          {view.standings.map(({ company, now }) => (
            <tr>
              <th scope="row">{company.name}</th>
              <td>
                <StateTag tone={COMPANY_TONE[now]}>{words.companyState[now]}</StateTag>
              </td>
              <td>{company.licence}</td>
              <td>
                {company.validUntil === null
                  ? words.noDay
                  : formatPartialDate(company.validUntil, frame.lang)}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function SetAside(props: {
  readonly frame: StaffFrame
  readonly form: FormState
  readonly register: RegisterView
}) {
  const { frame, form, register } = props
  const words = frame.t.kerjaP3mi
  return (
    <form method="post" action={at(frame, `${ROOM}/${register.id}/sisihkan`)} class="panel">
      <ErrorSummary frame={frame} form={form} />
      <h2>{words.setAsideTitle}</h2>
      <p class="small">{words.setAsideHint}</p>
      <TextField form={form} name="reason" label={words.reason} wide="wide" />
      <p class="buttons">
        <Button kind="grave">{words.setAside}</Button>
      </p>
    </form>
  )
}
