import type { HtcdsRecord } from '#src/domain/htcds/record.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { ExchangeRoomPage } from '../exchange-room.tsx'
import { ExportPreviewPage, type ExportPreviewView } from './export-page.tsx'
import { HtcdsPage, type HtcdsView } from './htcds-page.tsx'
import { CheckImportPage, ImportDonePage, type CheckView } from './import-page.tsx'

const AT = new Date('2026-11-20T04:00:00Z')
const ID = '01a1fd00-0000-7000-8000-000000000001'

const VIEW: HtcdsView = {
  export: EMPTY_FORM,
  import: EMPTY_FORM,
  receivers: [{ value: 'kind:police', label: 'Polisi, di luar Payung' }],
  countries: [{ value: 'MY', label: 'Malaysia' }],
  imports: [
    { id: ID, created_at: AT, source: 'Yayasan Contoh', state: 'done', records: 2 },
    { id: ID, created_at: AT, source: 'Yayasan Lain', state: 'draft', records: null },
  ],
}

const EXPORTED: ExportPreviewView = {
  question: { penerima: 'kind:police', bentuk: 'xform', saring: 'org', jenis: 'TPPO', negara: '' },
  receiver: 'Polisi',
  layout: 'JSON',
  records: [
    {
      code: 'JHB-2026-0007',
      href: '/kerja/kasus/JHB-2026-0007',
      fields: 9,
      held: 2,
      losses: [
        { field: 'vic_MethodsOfControl', code: 'restricts-movement' },
        { field: 'per_RoleInProcess', code: 'perpetrators' },
        { code: 'case-types' },
      ],
    },
  ],
  closed: 3,
  outside: 'outside',
  left: 12,
}

const RECORD: HtcdsRecord = {
  values: { prs_FirstName: 'Sari', prs_SecondName: 'Contoh', cas_Status: 'Active' },
  others: {},
  extensions: [],
  repeats: [],
}

const CHECK: CheckView = {
  id: ID,
  version: 1,
  source: 'Yayasan Contoh',
  reading: {
    kind: 'read',
    rows: [{ row: 3, record: RECORD }],
    faults: [],
    notes: [
      { row: 3, column: 'X', field: 'vic_TypeOfExploitation', code: 'code.unknown', written: 'Online scam' },
    ],
  },
}

export function htcdsPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  return {
    'exchange-room': <ExchangeRoomPage frame={frame} />,
    htcds: <HtcdsPage frame={frame} view={VIEW} />,
    'htcds-export': <ExportPreviewPage frame={frame} view={EXPORTED} />,
    'htcds-export-none': <ExportPreviewPage frame={frame} view={{ ...EXPORTED, records: [] }} />,
    'htcds-check': <CheckImportPage frame={frame} view={CHECK} />,
    'htcds-faults': (
      <CheckImportPage
        frame={frame}
        view={{
          ...CHECK,
          problem: 'Lihat lagi.',
          reading: {
            kind: 'read',
            rows: [{ row: 3, record: RECORD }],
            faults: [
              { row: 3, column: 'G', field: 'prs_Birthdate', code: 'date.ambiguous', written: '03/04/1994' },
              { row: 3, column: 'prs_Gender', field: 'prs_Gender', code: 'text.too-long', written: '' },
            ],
            notes: [],
          },
        }}
      />
    ),
    'htcds-which-row': (
      <CheckImportPage
        frame={frame}
        view={{
          ...CHECK,
          reading: {
            kind: 'which-row',
            columns: [{ column: 'N', byName: 'prs_MailingCity', byLabel: 'prs_MailingStreet' }],
            sample: [{ row: 3, cells: ['Jalan Melati 3'] }],
          },
        }}
      />
    ),
    'htcds-other': <CheckImportPage frame={frame} view={{ ...CHECK, reading: { kind: 'not-htcds' } }} />,
    'htcds-long': (
      <CheckImportPage frame={frame} view={{ ...CHECK, reading: { kind: 'too-many', most: 1000 } }} />
    ),
    'htcds-done': (
      <ImportDonePage
        frame={frame}
        view={{
          row: { id: ID, source: 'Yayasan Contoh', state: 'done', records: 1, done_at: AT },
          codes: ['JHB-2026-0019'],
        }}
      />
    ),
    'htcds-undone': (
      <ImportDonePage
        frame={frame}
        view={{
          row: { id: ID, source: 'Yayasan Contoh', state: 'undone', records: 1, done_at: AT },
          codes: [],
        }}
      />
    ),
  }
}
