import type { Track } from '#src/modules/tracks/index.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { CasePage } from '../case-page.tsx'
import { CASE_VIEWS } from '../case.fixture.ts'
import { TrackPage, type TrackPageView } from './track-page.tsx'
import { trackView } from './track-view.ts'

const CODE = 'JHB-2026-0412'
const TRACK: Track = {
  id: '01a0901c-6e46-7d05-8d4a-4541d1479c03',
  created_at: new Date('2026-11-01T03:00:00Z'),
  case_id: 'k1',
  kind: 'criminal',
  place: 'abroad',
  owner_org: 'o1',
  owner_name: 'KJRI Johor Bahru',
  owner_staff: null,
  officer: 'Rini W.',
  need_id: null,
  need_kind: null,
  offered_to: null,
  offered_name: null,
  state: 'waiting',
  ended_as: null,
  next_on: '2026-11-10',
  blocker: 'waits-for-court',
  shared: true,
  version: 3,
  words: { next: 'Sidang pertama', blocks: 'Tanggal sidang belum turun' },
  side: 'ours',
}

/** The board and one track: ours, and one that is offered to us. */
export function trackPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const shown = trackView(frame, CODE, TRACK)
  const followed = trackView(frame, CODE, {
    ...TRACK,
    id: `${TRACK.id.slice(0, -1)}4`,
    kind: 'health',
    need_id: 'n1',
    need_kind: 'medical',
    side: 'theirs',
    next_on: null,
    state: 'not-opened',
    blocker: 'none',
    words: undefined,
  })
  const base = CASE_VIEWS[0]!
  const board = {
    ...base,
    body: { tab: 'tracks' as const, tracks: [shown, followed], needs: [{ value: 'n1', label: 'Medis' }] },
  }
  const form = {
    values: { state: 'waiting', nextOn: '2026-11-10', blocker: 'waits-for-court' },
    problems: [],
  }
  const view: TrackPageView = {
    code: CODE,
    track: shown,
    history: [
      {
        id: 'h1',
        created_at: TRACK.created_at,
        track_id: TRACK.id,
        kind: 'changed',
        org_name: 'KJRI Johor Bahru',
        to_name: null,
        from_state: 'open',
        to_state: 'waiting',
        next_on: '2026-11-10',
        blocker: 'waits-for-court',
        said: 'Berkas dilimpahkan ke pengadilan.',
      },
    ],
    officers: [{ value: 's1', label: 'Rini W.' }],
    takers: [{ value: 'o2', label: 'BP3MI Jawa Timur' }],
    form,
    mayEdit: 'may-edit',
  }
  const offered = {
    ...shown,
    side: 'offered-to-us' as const,
    offered_to: 'o2',
    offered_name: 'BP3MI Jawa Timur',
  }
  return {
    'case-tracks': <CasePage frame={frame} view={board} />,
    track: <TrackPage frame={frame} view={view} />,
    'track-offered': <TrackPage frame={frame} view={{ ...view, track: offered }} />,
    'track-following': <TrackPage frame={frame} view={{ ...view, track: followed }} />,
  }
}
