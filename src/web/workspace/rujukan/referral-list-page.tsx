/** Referrals sent by us and received by us, with their clocks. */
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters, Paging, Tabs, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { Clock, ClockSource, UrgencyTag, type ClockView } from '#src/web/ui/staff/marks.tsx'
import { ReferralState, type ReferralStateView } from '#src/web/ui/staff/referral-parts.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'

export const REFERRAL_DIRECTIONS = { sent: 'keluar', received: 'masuk' } as const
export type ReferralDirection = keyof typeof REFERRAL_DIRECTIONS

export const REFERRAL_FILTERS = ['all', 'waiting', 'refused', 'closed', 'review'] as const
export type ReferralFilter = (typeof REFERRAL_FILTERS)[number]

export type ReferralRow = {
  readonly code: string
  readonly href: string
  readonly need: string
  /** The receiver of what we sent, the sender of what we received. */
  readonly body: string
  readonly urgency: Urgency
  readonly state: ReferralStateView
  readonly clock?: ClockView
  readonly noConsent?: 'no-consent'
}

export type ReferralListView = {
  readonly direction: ReferralDirection
  readonly filter: ReferralFilter
  readonly counts: Readonly<Record<ReferralDirection, number>>
  readonly rows: readonly ReferralRow[]
  readonly waiting: number
  /** Exceptions that this person could review; undefined for who may not. */
  readonly reviews?: number
  readonly paging: PagingView
}

type Props = { readonly frame: StaffFrame; readonly view: ReferralListView }

function ReferralTable({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <Table
      caption={words[view.direction]}
      columns={[
        { label: words.col.code },
        { label: words.col.need },
        { label: view.direction === 'sent' ? words.col.body : words.col.from },
        { label: words.urgency },
        { label: words.col.state },
        { label: words.col.clock },
      ]}
    >
      {view.rows.map((row) => (
        <tr>
          <th scope="row">
            <a href={row.href} class="code">
              {row.code}
            </a>
          </th>
          <td>
            {row.need} {row.noConsent && <small>{words.noConsent}</small>}
          </td>
          <td>{row.body}</td>
          <td>
            <UrgencyTag frame={frame} urgency={row.urgency} />
          </td>
          <td>
            <ReferralState frame={frame} state={row.state} />
          </td>
          <td>
            {row.clock && (
              <>
                <Clock frame={frame} clock={row.clock} />{' '}
                <small>
                  <ClockSource frame={frame} clock={row.clock} />
                </small>
              </>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}

export function ReferralListPage({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  const way = REFERRAL_DIRECTIONS[view.direction]
  const filterWords: Record<ReferralFilter, string> = {
    all: words.all,
    waiting: words.waitingOnly,
    refused: words.refusedOnly,
    closed: words.closedOnly,
    review: `${words.reviews} (${view.reviews ?? 0})`,
  }
  return (
    <StaffPage frame={frame} current="referrals" title={words.title}>
      <Head title={words.title} context={words.listContext(view.waiting)} />
      <Tabs
        label={words.directions}
        links={(Object.keys(REFERRAL_DIRECTIONS) as ReferralDirection[]).map((direction) => ({
          label: words[direction],
          href: at(frame, `/kerja/rujukan?arah=${REFERRAL_DIRECTIONS[direction]}`),
          count: view.counts[direction],
          current: direction === view.direction ? 'current' : undefined,
        }))}
      />
      <Filters
        label={words.states}
        links={REFERRAL_FILTERS.filter((filter) => filter !== 'review' || view.reviews !== undefined).map(
          (filter) => ({
            label: filterWords[filter],
            href: at(frame, `/kerja/rujukan?arah=${way}&saring=${filter}`),
            current: filter === view.filter ? 'current' : undefined,
          }),
        )}
      />
      <div class="body full">
        {view.rows.length === 0 ? (
          <Empty title={view.filter === 'review' ? words.reviewsNone : words.none} text={words.noneText} />
        ) : (
          <ReferralTable frame={frame} view={view} />
        )}
      </div>
      {view.rows.length > 0 && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}
