/** Tables that sort by link, the day's agenda, and the bar of a person's load. */
import type { Child } from 'hono/jsx'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { formatTime } from '#src/texts/dates.ts'
import type { StaffFrame } from './frame.ts'
import { Glyph, UrgencyTag } from './marks.tsx'

export type Column = {
  readonly label: string
  readonly sort?: { readonly href: string; readonly order?: 'ascending' | 'descending' }
  readonly align?: 'num'
  /** The heading is for screen readers only. */
  readonly quiet?: 'quiet'
}

/** Rows are given ready, so that each page keeps its own cells; the first cell of a row is `th scope=row`. */
export function Table(props: {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly kind?: 'pile' | 'needs' | 'matrix'
  readonly children?: Child
}) {
  return (
    <table class={props.kind ?? 'pile'}>
      <caption class="hidden">{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th scope="col" class={column.align} aria-sort={column.sort?.order}>
              <ColumnHead column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  )
}

/** The heading of a cell again, where the table is a list on a narrow screen and its head is out of sight. */
export function CellName({ of }: { readonly of: string }) {
  return (
    <span class="cell-name" aria-hidden="true">
      {of}:{' '}
    </span>
  )
}

function ColumnHead({ column }: { readonly column: Column }) {
  if (column.quiet) return <span class="hidden">{column.label}</span>
  if (column.sort === undefined) return <>{column.label}</>
  return (
    <a href={column.sort.href}>
      {column.label}
      {column.sort.order !== undefined && <Glyph name="turun" />}
    </a>
  )
}

export type AgendaItem = {
  readonly at: Date
  readonly until?: Date
  readonly title: string
  readonly caseCode?: string
  readonly note?: string
  readonly now?: 'now'
}

export function Agenda(props: { readonly frame: StaffFrame; readonly items: readonly AgendaItem[] }) {
  const { frame, items } = props
  return (
    <ol class="agenda">
      {items.map((item) => (
        <li class={item.now}>
          <time datetime={item.at.toISOString()}>
            {formatTime(item.at, frame.zone, frame.lang)}
            {item.until && `–${formatTime(item.until, frame.zone, frame.lang)}`}
          </time>
          <span>
            {item.title}
            <br />
            <small>
              {item.caseCode && <span class="code">{item.caseCode}</span>} {item.note}
            </small>
          </span>
        </li>
      ))}
    </ol>
  )
}

export type LoadShare = Readonly<Record<Urgency, number>>

const SHARE_CLASS: Record<Urgency, string> = { darurat: 'd', tinggi: 't', sedang: 's', rendah: 'r' }

/** Cases by urgency as one bar, and the same numbers in words. Without inline style: widths are SVG attributes. */
export function ShareBar({ frame, load }: { readonly frame: StaffFrame; readonly load: LoadShare }) {
  const order: readonly Urgency[] = ['darurat', 'tinggi', 'sedang', 'rendah']
  const total = order.reduce((sum, urgency) => sum + load[urgency], 0)
  let x = 0
  const bars = order.map((urgency) => {
    const width = total === 0 ? 0 : (load[urgency] / total) * 1000
    const bar = <rect class={SHARE_CLASS[urgency]} x={x} y="0" width={Math.max(0, width - 4)} height="10" />
    x += width
    return bar
  })
  return (
    <>
      <svg class="share" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        {bars}
      </svg>
      <p class="legend">
        {order.map((urgency) => (
          <UrgencyTag frame={frame} urgency={urgency} count={load[urgency]} />
        ))}
      </p>
    </>
  )
}
