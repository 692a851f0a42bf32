/** A supervisor's page: load by officer, what nobody touched for N days, and the hand-over of cases. */
import type { KeptReason } from '#src/modules/reasons/index.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { Button, ErrorSummary, Radios, Select, TextField, type Option } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters } from '#src/web/ui/staff/lists.tsx'
import { StateTag, UrgencyTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table, type LoadShare } from '#src/web/ui/staff/table.tsx'

export type LoadRow = {
  readonly staffId: string
  readonly name: string
  readonly active: number
  readonly share: LoadShare
  readonly overdue: number
  readonly untouched: number
  /** In words, until when: present without it. */
  readonly absentUntil?: string
}

export type SilentCase = {
  readonly code: string
  readonly href: string
  readonly title: string
  readonly urgency: Urgency
  readonly officer: string
  readonly lastAt: Date
}

export const SILENT_DAYS = [3, 7, 14, 30] as const

export type LoadView = {
  readonly days: number
  readonly rows: readonly LoadRow[]
  readonly silent: readonly SilentCase[]
  readonly reasons: readonly KeptReason[]
  readonly officers: readonly Option[]
  /** Fields: from, to, which (`all` or `urgent`), why. Posts to /kerja/beban/serahkan. */
  readonly form: FormState
}

function LoadTable({ frame, view }: { readonly frame: StaffFrame; readonly view: LoadView }) {
  const words = frame.t.kerjaBeban
  return (
    <Table
      caption={words.title}
      columns={[
        { label: words.officer },
        { label: words.state },
        { label: words.active, align: 'num' },
        { label: words.byUrgency, align: 'num' },
        { label: words.overdue, align: 'num' },
        { label: words.untouched, align: 'num' },
      ]}
    >
      {view.rows.map((row) => (
        <tr>
          <th scope="row">
            {row.name}{' '}
            <a href={at(frame, `/kerja/pengaturan/audit?petugas=${row.staffId}`)}>
              {frame.t.kerjaBerkas.reads.linkOfficer}
            </a>
          </th>
          <td>
            {row.absentUntil ? (
              <StateTag tone="wait">{words.absent(row.absentUntil)}</StateTag>
            ) : (
              <StateTag tone="plain">{words.present}</StateTag>
            )}
          </td>
          <td class="num">{row.active}</td>
          <td class="num">
            {row.share.darurat} / {row.share.tinggi} / {row.share.sedang} / {row.share.rendah}
          </td>
          <td class="num">{row.overdue}</td>
          <td class="num">{row.untouched}</td>
        </tr>
      ))}
    </Table>
  )
}

function HandOver({ frame, view }: { readonly frame: StaffFrame; readonly view: LoadView }) {
  const words = frame.t.kerjaBeban
  const empty = frame.t.kerjaUmum.choose
  return (
    <form method="post" action={at(frame, '/kerja/beban/serahkan')} class="panel">
      <h2>{words.handOver}</h2>
      <div class="grid2">
        <Select form={view.form} name="from" label={words.from} options={view.officers} empty={empty} />
        <Select form={view.form} name="to" label={words.to} options={view.officers} empty={empty} />
      </div>
      <Radios
        form={view.form}
        name="which"
        label={words.which}
        options={[
          { value: 'all', label: words.whichAll },
          { value: 'urgent', label: words.whichUrgent },
        ]}
      />
      <TextField form={view.form} name="why" label={words.why} wide="wide" />
      <p class="buttons">
        <Button kind="main">{words.submit}</Button>
        <small>{words.hint}</small>
      </p>
    </form>
  )
}

function SilentTable({ frame, view }: { readonly frame: StaffFrame; readonly view: LoadView }) {
  const words = frame.t.kerjaBeban
  if (view.silent.length === 0) return <Empty title={words.noneSilent} />
  return (
    <Table
      caption={words.silent(view.days)}
      columns={[
        { label: words.case },
        { label: frame.t.kerjaMasuk.newUrgency },
        { label: words.officer },
        { label: words.last },
      ]}
    >
      {view.silent.map((item) => (
        <tr>
          <th scope="row">
            <a href={item.href}>
              <span class="code">{item.code}</span> {item.title}
            </a>
          </th>
          <td>
            <UrgencyTag frame={frame} urgency={item.urgency} />
          </td>
          <td>{item.officer}</td>
          <td>
            <When frame={frame} at={item.lastAt} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** Why officers decided as they did: urgency, moving, hand-over, a number that was not to be called. */
function Reasons({ frame, view }: { readonly frame: StaffFrame; readonly view: LoadView }) {
  const words = frame.t.kerjaBerkas.why
  if (view.reasons.length === 0) return null
  return (
    <section class="stack" aria-labelledby="alasan">
      <h2 id="alasan">{words['title']}</h2>
      <ul class="deadlines">
        {view.reasons.map((reason) => (
          <li>
            <strong>
              {reason.by}, {words[reason.kind]}
            </strong>
            <span>{reason.text ?? frame.t.kerjaUmum.unknown}</span>
            <small>
              <When frame={frame} at={reason.at} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function LoadPage({ frame, view }: { readonly frame: StaffFrame; readonly view: LoadView }) {
  const words = frame.t.kerjaBeban
  return (
    <StaffPage frame={frame} current="today" title={words.title} form={view.form}>
      <Head title={words.title} context={words.context(view.silent.length, view.days)} />
      <Filters
        label={words.daysFilter}
        links={SILENT_DAYS.map((days) => ({
          label: words.days(days),
          href: at(frame, `/kerja/beban?hari=${days}`),
          current: days === view.days ? 'current' : undefined,
        }))}
      />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <LoadTable frame={frame} view={view} />
        <HandOver frame={frame} view={view} />
        <section class="stack" aria-labelledby="diam">
          <h2 id="diam">{words.silent(view.days)}</h2>
          <SilentTable frame={frame} view={view} />
        </section>
        <Reasons frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}
