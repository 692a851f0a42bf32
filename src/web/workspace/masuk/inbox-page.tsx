/** Inbox: the list and, beside it, one report. Below 800 px the address decides: the list or the report. */
import { formatSpan, formatTime } from '#src/texts/dates.ts'
import { Button, ButtonLink, optionsOf, Select } from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import {
  Empty,
  Filters,
  Letters,
  Paging,
  type FilterLink,
  type LetterView,
  type PagingView,
} from '#src/web/ui/staff/lists.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { ReportDetail } from './report-detail.tsx'
import type { ReportView } from './report-view.ts'

export const INBOX_FILTERS = ['all', 'darurat', 'tip', 'family', 'moved', 'mine'] as const
export type InboxFilter = (typeof INBOX_FILTERS)[number]

export const INBOX_SORTS = ['danger', 'newest'] as const
export type InboxSort = (typeof INBOX_SORTS)[number]

export type InboxLetter = LetterView & {
  readonly id: string
  /** May be closed in bulk: never a suggested emergency. */
  readonly bulk?: 'bulk'
}

export type InboxView = {
  readonly filter: InboxFilter
  readonly sort: InboxSort
  readonly counts: Readonly<Record<InboxFilter, number>>
  readonly longestWaitMs: number
  readonly letters: readonly InboxLetter[]
  readonly paging: PagingView
  /** The report shown beside the list; undefined on the list's own address. */
  readonly report?: ReportView
  readonly lastTaken?: { readonly at: Date; readonly by: string }
  readonly mayRecord?: 'may-record'
}

function filterLinks(frame: StaffFrame, view: InboxView): readonly FilterLink[] {
  return INBOX_FILTERS.map((filter) => ({
    label: frame.t.kerjaMasuk.filter[filter],
    href: at(frame, filter === 'all' ? '/kerja/masuk' : `/kerja/masuk?saring=${filter}`),
    count: view.counts[filter],
    current: filter === view.filter ? 'current' : undefined,
  }))
}

function SortForm({ frame, view }: { readonly frame: StaffFrame; readonly view: InboxView }) {
  const words = frame.t.kerjaUmum
  return (
    <form class="end line" action={at(frame, '/kerja/masuk')}>
      <input type="hidden" name="saring" value={view.filter} />
      <label for="urut" class="small">
        {words.sort}
      </label>
      <select id="urut" name="urut">
        {INBOX_SORTS.map((sort) => (
          <option value={sort} selected={sort === view.sort}>
            {frame.t.kerjaMasuk.sort[sort]}
          </option>
        ))}
      </select>
      <Button kind="bare">{words.apply}</Button>
    </form>
  )
}

/** Posts `id` (several) and `bulkOutcome` to /kerja/masuk/tutup-banyak. */
function BulkClose({ frame, view }: { readonly frame: StaffFrame; readonly view: InboxView }) {
  const words = frame.t.kerjaMasuk
  const offered = view.letters.filter((letter) => letter.bulk !== undefined)
  if (offered.length === 0) return null
  return (
    <details class="panel">
      <summary>{words.bulk}</summary>
      <form method="post" action={at(frame, '/kerja/masuk/tutup-banyak')} class="stack">
        <p class="small">{words.bulkHint}</p>
        <div class="choices">
          {offered.map((letter) => (
            <label>
              <input type="checkbox" name="id" value={letter.id} />
              <span>
                {letter.place}, {letter.age}
              </span>
            </label>
          ))}
        </div>
        <Select
          form={EMPTY_FORM}
          name="bulkOutcome"
          label={words.outcome}
          options={optionsOf(frame.t.kerjaKode.contactOutcome)}
        />
        <p class="buttons">
          <Button>{words.bulkClose}</Button>
          <small>{words.undoHint}</small>
        </p>
      </form>
    </details>
  )
}

function InboxList({ frame, view }: { readonly frame: StaffFrame; readonly view: InboxView }) {
  const words = frame.t.kerjaMasuk
  if (view.letters.length === 0) {
    return (
      <Empty
        title={words.empty}
        text={
          view.lastTaken &&
          words.lastTaken(formatTime(view.lastTaken.at, frame.zone, frame.lang), view.lastTaken.by)
        }
      >
        {view.mayRecord && <ButtonLink href={at(frame, '/kerja/catat')}>{words.record}</ButtonLink>}
      </Empty>
    )
  }
  return (
    <>
      <Letters frame={frame} letters={view.letters} />
      <Paging frame={frame} paging={view.paging} />
      <BulkClose frame={frame} view={view} />
    </>
  )
}

export function InboxPage({ frame, view }: { readonly frame: StaffFrame; readonly view: InboxView }) {
  const words = frame.t.kerjaMasuk
  return (
    <StaffPage frame={frame} current="inbox" title={words.title} form={view.report?.form}>
      <Head
        title={words.title}
        context={words.context(view.counts.all, formatSpan(view.longestWaitMs, frame.lang))}
      >
        {view.mayRecord && (
          <ButtonLink href={at(frame, '/kerja/catat')} kind="main" icon="tambah" accesskey="n">
            {words.record}
          </ButtonLink>
        )}
      </Head>
      <Filters label={words.filters} links={filterLinks(frame, view)}>
        <SortForm frame={frame} view={view} />
      </Filters>
      <div class={view.report === undefined ? 'pair at-list' : 'pair at-detail'}>
        <div class="list">
          <InboxList frame={frame} view={view} />
        </div>
        {view.report === undefined ? (
          <div class="detail">
            <p class="small">{words.pickOne}</p>
          </div>
        ) : (
          <ReportDetail frame={frame} report={view.report} />
        )}
      </div>
    </StaffPage>
  )
}
