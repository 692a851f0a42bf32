import type { AssistanceRequest } from '#src/modules/mutual-assistance/index.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { DraftPage } from './draft-page.tsx'
import { MlaListPage, RequestPage } from './mla-pages.tsx'

const REQUEST: AssistanceRequest = {
  id: '01a0901c-6e46-7d05-8d4a-4541d1470009',
  created_at: minutes(-40000),
  case_id: 'k1',
  code: 'JHB-2026-0412',
  track_id: null,
  kind: 'mutual-assistance',
  channel: 'asean-mlat',
  applicant: 'police',
  country: 'MY',
  state: 'sent-abroad',
  refused_ground: null,
  missing: 0,
  remind_on: '2026-11-10',
  version: 4,
  words: {
    asked: 'Attorney General’s Chambers',
    what: 'Keterangan saksi dan catatan pembayaran.',
    checklist: {
      purpose: { state: 'present', note: 'halaman 2' },
      'conditions-of-requested-state': { state: 'not-applicable', note: '' },
    },
  },
}

export function mlaPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const draft: AssistanceRequest = {
    ...REQUEST,
    kind: 'extradition',
    state: 'draft',
    missing: 3,
    remind_on: null,
  }
  const refused: AssistanceRequest = { ...REQUEST, state: 'refused', refused_ground: 'death-penalty' }
  const history = [
    {
      id: 's2',
      created_at: minutes(-900),
      kind: 'state' as const,
      to_state: 'sent-abroad' as const,
      happened_on: '2026-09-10',
      ground: null,
      officer: 'Rini W.',
      said: 'Surat no. 12',
    },
  ]
  const view = { request: REQUEST, history, tracks: [], form: EMPTY_FORM, mayEdit: 'may-edit' as const }
  const form = {
    title: 'x',
    action: '/kerja/mla/baru',
    code: REQUEST.code,
    version: '0',
    form: EMPTY_FORM,
    countries: [{ value: 'MY', label: 'Malaysia' }],
    tracks: [],
  }
  return {
    mla: (
      <MlaListPage
        frame={frame}
        view={{ requests: [REQUEST, draft], form: EMPTY_FORM, code: REQUEST.code, mayEdit: 'may-edit' }}
      />
    ),
    'mla-empty': <MlaListPage frame={frame} view={{ requests: [], form: EMPTY_FORM, code: '' }} />,
    'mla-request': <RequestPage frame={frame} view={view} />,
    'mla-draft': <RequestPage frame={frame} view={{ ...view, request: draft }} />,
    'mla-refused': <RequestPage frame={frame} view={{ ...view, request: refused }} />,
    'mla-new': <DraftPage frame={frame} view={{ ...form, kind: 'mutual-assistance' }} />,
    'mla-new-police': <DraftPage frame={frame} view={{ ...form, kind: 'police' }} />,
  }
}
