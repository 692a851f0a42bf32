/** Today: danger first, then what is due, what waits for others, and the rest. Works without script. */
import { formatTime, formatWeekday, zoneName } from '#src/texts/dates.ts'
import type { LoadRow } from '#src/web/workspace/beban/load-page.tsx'
import { ClockTable, type ClockRow } from '#src/web/workspace/clock-table.tsx'
import { ButtonLink, Notice } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters, TaskGroup, type FilterLink, type TaskView } from '#src/web/ui/staff/lists.tsx'
import { When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Agenda, ShareBar, Table, type AgendaItem, type LoadShare } from '#src/web/ui/staff/table.tsx'

export const TODAY_FILTERS = ['today', 'danger', 'overdue', 'waiting', 'week', 'mine', 'clocks'] as const
export type TodayFilter = (typeof TODAY_FILTERS)[number]

export type NewsItem = {
  readonly title: string
  readonly text?: string
  readonly at: Date
  readonly href?: string
  readonly caseCode?: string
}

export type TodayView = {
  readonly filter: TodayFilter
  readonly counts: Readonly<Record<TodayFilter, number>>
  readonly danger: readonly TaskView[]
  readonly due: readonly TaskView[]
  /** Referrals other bodies sent us and that wait for our answer. */
  readonly toAccept: readonly TaskView[]
  /** Our referrals that wait for another body. */
  readonly waiting: readonly TaskView[]
  readonly later: readonly TaskView[]
  /** Clocks of my own cases, the nearest end first; `more` counts all of them when only some are shown. */
  readonly clocks: readonly ClockRow[]
  readonly clocksInAll?: number
  /** Screenings that wait for my second opinion. */
  readonly secondOpinions: number
  readonly agenda: readonly AgendaItem[]
  readonly news: readonly NewsItem[]
  readonly mine: LoadShare
  /** Who is on call now, in words; undefined when nobody is. */
  readonly onDuty?: string
  /** Only for supervisors. */
  readonly team?: readonly LoadRow[]
  readonly mayRecord?: 'may-record'
  /** The script that refreshes the danger part; the page is whole without it. */
  readonly liveScript?: string
}

const FILTER_QUERY: Record<TodayFilter, `/${string}`> = {
  today: '/kerja',
  danger: '/kerja?saring=bahaya',
  overdue: '/kerja?saring=lewat',
  waiting: '/kerja?saring=tunggu',
  week: '/kerja?saring=minggu',
  mine: '/kerja?saring=semua',
  clocks: '/kerja?saring=jam',
}

const showsAll = (filter: TodayFilter): boolean => filter === 'today' || filter === 'mine'
/** Only these filters list the danger; on all others its absence says nothing. */
export const showsDanger = (filter: TodayFilter): boolean => showsAll(filter) || filter === 'danger'

function filterLinks(frame: StaffFrame, view: TodayView): readonly FilterLink[] {
  return TODAY_FILTERS.map((filter) => ({
    label: frame.t.kerjaHariIni.filter[filter],
    href: at(frame, FILTER_QUERY[filter]),
    count: view.counts[filter],
    current: filter === view.filter ? 'current' : undefined,
  }))
}

/** Where the danger group is left out by the filter: how many wait there, and never a word that there is none. */
export function HiddenDanger({ frame, count }: { readonly frame: StaffFrame; readonly count: number }) {
  if (count === 0) return <></>
  return (
    <Notice kind="danger" icon="bahaya" lead={frame.t.kerjaHariIni.hiddenDanger(count)}>
      <a href={at(frame, FILTER_QUERY.danger)}>{frame.t.kerjaHariIni.showDanger}</a>
    </Notice>
  )
}

/** The part that refreshes itself; the route `/kerja/bagian/bahaya` answers with this alone. */
export function TodayDanger({
  frame,
  tasks,
}: {
  readonly frame: StaffFrame
  readonly tasks: readonly TaskView[]
}) {
  const words = frame.t.kerjaHariIni
  if (tasks.length === 0) return <p class="paging">{words.noDanger}</p>
  return (
    <TaskGroup
      frame={frame}
      id="bahaya"
      title={words.danger}
      count={words.people(tasks.length)}
      tasks={tasks}
    />
  )
}

function TodayGroups({ frame, view }: { readonly frame: StaffFrame; readonly view: TodayView }) {
  const words = frame.t.kerjaHariIni
  const groups = [
    { id: 'jawab', title: words.toAccept, count: words.offers, tasks: view.toAccept },
    { id: 'tenggat', title: words.due, count: words.tasks, tasks: view.due },
    { id: 'tunggu', title: words.waiting, count: words.referrals, tasks: view.waiting },
    { id: 'nanti', title: words.week, count: words.tasks, tasks: view.later },
  ]
  return (
    <>
      {groups
        .filter((group) => group.tasks.length > 0)
        .map((group) => (
          <TaskGroup
            frame={frame}
            id={group.id}
            title={group.title}
            count={group.count(group.tasks.length)}
            tasks={group.tasks}
          />
        ))}
    </>
  )
}

function SecondOpinions({ frame, count }: { readonly frame: StaffFrame; readonly count: number }) {
  if (count === 0) return <></>
  return (
    <Notice kind="plain" icon="info" lead={frame.t.kerjaJam.second(count)}>
      <a href={at(frame, '/kerja/skrining')}>{frame.t.kerjaJam.secondLink}</a>
    </Notice>
  )
}

function TodayClocks({ frame, view }: { readonly frame: StaffFrame; readonly view: TodayView }) {
  const words = frame.t.kerjaJam
  const { clocks, clocksInAll } = view
  if (clocks.length === 0) return view.filter === 'clocks' ? <p>{words.none}</p> : <></>
  return (
    <section class="stack" aria-labelledby="jam">
      <div class="group">
        <h2 id="jam">{words.title}</h2>
        <span>{words.count(clocksInAll ?? clocks.length)}</span>
      </div>
      <div class="body full">
        <ClockTable frame={frame} title={words.title} clocks={clocks} cases="cases" />
        <p class="small">
          {words.how}{' '}
          {clocksInAll !== undefined && <a href={at(frame, FILTER_QUERY.clocks)}>{words.all(clocksInAll)}</a>}
        </p>
      </div>
    </section>
  )
}

function hasNothing(view: TodayView): boolean {
  return [view.clocks, view.danger, view.due, view.toAccept, view.waiting, view.later].every(
    (list) => list.length === 0,
  )
}

function TodayWork({ frame, view }: { readonly frame: StaffFrame; readonly view: TodayView }) {
  const words = frame.t.kerjaHariIni
  return (
    <div>
      <div
        class="live"
        id="bagian-bahaya"
        data-live={at(frame, `/kerja/bagian/bahaya${FILTER_QUERY[view.filter].slice('/kerja'.length)}`)}
        data-live-words={words.newDanger}
      >
        {showsDanger(view.filter) ? (
          <TodayDanger frame={frame} tasks={view.danger} />
        ) : (
          <HiddenDanger frame={frame} count={view.counts.danger} />
        )}
      </div>
      <p class="hidden" role="status" id="kabar-bahaya"></p>
      <SecondOpinions frame={frame} count={view.secondOpinions} />
      <TodayGroups frame={frame} view={view} />
      <TodayClocks frame={frame} view={view} />
      {hasNothing(view) && (
        <Empty title={showsAll(view.filter) ? words.nothing : words.nothingHere} text={words.nothingText}>
          {frame.rooms.includes('inbox') && (
            <ButtonLink href={at(frame, '/kerja/masuk')}>{words.openInbox}</ButtonLink>
          )}
        </Empty>
      )}
      <p class="paging">
        <span>{words.order(formatTime(frame.now, frame.zone, frame.lang))}</span>
      </p>
    </div>
  )
}

function News({ frame, items }: { readonly frame: StaffFrame; readonly items: readonly NewsItem[] }) {
  const words = frame.t.kerjaHariIni
  if (items.length === 0) return <p class="small">{words.noNews}</p>
  return (
    <ul class="deadlines">
      {items.map((item) => (
        <li>
          <strong>{item.href ? <a href={item.href}>{item.title}</a> : item.title}</strong>
          {item.text && <span>{item.text}</span>}
          <small>
            <When frame={frame} at={item.at} />
            {item.caseCode && `, ${item.caseCode}`}
          </small>
        </li>
      ))}
    </ul>
  )
}

function TeamLoad({ frame, rows }: { readonly frame: StaffFrame; readonly rows: readonly LoadRow[] }) {
  const words = frame.t.kerjaHariIni
  return (
    <section>
      <h2>
        {words.load} <a href={at(frame, '/kerja/beban')}>{words.loadMore}</a>
      </h2>
      <Table
        caption={words.load}
        columns={[
          { label: words.officer },
          { label: words.cases, align: 'num' },
          { label: words.untouched, align: 'num' },
        ]}
        kind="matrix"
      >
        {rows.map((row) => (
          <tr>
            <th scope="row">{row.name}</th>
            <td class="num">{row.active}</td>
            <td class="num">{row.untouched}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

function TodaySide({ frame, view }: { readonly frame: StaffFrame; readonly view: TodayView }) {
  const words = frame.t.kerjaHariIni
  const active = Object.values(view.mine).reduce((sum, count) => sum + count, 0)
  return (
    <aside aria-label={words.side}>
      <section>
        <h2>{words.duty}</h2>
        <p>{view.onDuty ?? words.dutyNone}</p>
      </section>
      <section>
        <h2>{words.agenda}</h2>
        {view.agenda.length === 0 ? (
          <p class="small">{words.noAgenda}</p>
        ) : (
          <Agenda frame={frame} items={view.agenda} />
        )}
      </section>
      <section>
        <h2>{words.news}</h2>
        <News frame={frame} items={view.news} />
      </section>
      <section>
        <h2>
          {words.mine} <span>{words.active(active)}</span>
        </h2>
        <ShareBar frame={frame} load={view.mine} />
      </section>
      {view.team && <TeamLoad frame={frame} rows={view.team} />}
    </aside>
  )
}

export function TodayPage({ frame, view }: { readonly frame: StaffFrame; readonly view: TodayView }) {
  const words = frame.t.kerjaHariIni
  const today = `${formatWeekday(frame.now, frame.zone, frame.lang)}, ${formatTime(frame.now, frame.zone, frame.lang)} ${zoneName(frame.now, frame.zone, frame.lang)}`
  return (
    <StaffPage
      frame={frame}
      current="today"
      title={words.title}
      scripts={view.liveScript === undefined ? [] : [view.liveScript]}
    >
      <Head title={words.title} context={today}>
        {view.mayRecord && (
          <ButtonLink href={at(frame, '/kerja/catat')} kind="main" icon="tambah" accesskey="n">
            {words.record}
          </ButtonLink>
        )}
      </Head>
      <Filters label={words.filters} links={filterLinks(frame, view)} />
      <div class="two">
        <TodayWork frame={frame} view={view} />
        <TodaySide frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}
