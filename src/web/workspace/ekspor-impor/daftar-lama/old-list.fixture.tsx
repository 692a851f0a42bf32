import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { CheckListPage } from './check-page.tsx'
import { ColumnsPage } from './columns-page.tsx'
import { OldListsPage } from './lists-page.tsx'
import { ListResultPage, type ListResultView } from './result-page.tsx'
import { SheetPage } from './sheet-page.tsx'
import { ValuesPage } from './values-page.tsx'

const AT = new Date('2026-11-20T04:00:00Z')
const ID = '01a1fd00-0000-7000-8000-0000000000f1'
const STEP = { id: ID, version: 3, source: 'Buku kasus 2019' }

const RESULT: ListResultView = {
  row: {
    id: ID,
    created_at: AT,
    source: 'Buku kasus 2019',
    state: 'done',
    total: 4,
    made: 2,
    updated: 0,
    skipped: 1,
    left_out: 1,
    forget_at: AT,
  },
  rows: [
    { id: 'a', place: 2, result: 'made', taken_back: null, code: 'JHB-2026-0041' },
    { id: 'b', place: 3, result: 'made', taken_back: null, code: 'JHB-2026-0042' },
  ],
  touched: new Set(['b']),
  file: 'kept',
}

export function oldListPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  return {
    'old-lists': (
      <OldListsPage
        frame={frame}
        view={{
          form: { values: { source: 'B' }, problems: [{ path: 'source', message: 'Tulis nama daftar.' }] },
          keepDays: 30,
          lists: [RESULT.row, { ...RESULT.row, state: 'draft' }, { ...RESULT.row, state: 'undone' }],
        }}
      />
    ),
    'old-list-sheet': (
      <SheetPage
        frame={frame}
        view={{
          ...STEP,
          sheets: [
            {
              name: '2019',
              rows: [
                ['Nama', 'JK'],
                ['Contoh', 'P'],
              ],
              headingRow: 0,
            },
            { name: 'Rekap', rows: [], headingRow: 0, refused: 'Ada rumus.' },
          ],
        }}
      />
    ),
    'old-list-columns': (
      <ColumnsPage
        frame={frame}
        view={{
          ...STEP,
          columns: [
            { at: 0, heading: 'No Kasus', samples: ['JHB/2019/014'], use: 'own-number' },
            { at: 1, heading: '', samples: [], use: 'leave-out' },
            { at: 2, heading: 'Upah tidak dibayar', samples: ['ya', 'tidak'], use: 'yes:UNPAID_WAGES' },
          ],
          order: 'day-first',
          remembered: 'remembered',
        }}
      />
    ),
    'old-list-values': (
      <ValuesPage
        frame={frame}
        view={{
          ...STEP,
          words: [
            {
              name: 'kata.0',
              column: 'Status',
              written: 'dipulangkan',
              times: 3,
              options: [{ value: 'settled', label: 'Berkas lembaga ditutup: selesai' }],
              chosen: '',
            },
          ],
          left: 2,
        }}
      />
    ),
    'old-list-check': (
      <CheckListPage
        frame={frame}
        view={{
          ...STEP,
          rows: 4,
          counts: { made: 2, same: 0, differs: 1, touched: 0, left: 1 },
          first: [
            {
              row: 2,
              name: 'Contoh Wulandari',
              noNik: true,
              types: ['UNPAID_WAGES'],
              country: 'Malaysia',
              when: 'Maret 2019',
              kept: 1,
              becomes: 'made',
            },
          ],
          faults: [{ where: 'Baris 5, kolom “NIK”', written: '123', why: 'NIK berisi 16 angka.' }],
          faultsLeft: 0,
          differs: [{ row: 3, code: 'JHB-2026-0041', field: 'Negara', before: 'Malaysia', after: '' }],
          differsLeft: 0,
          known: 'skip',
        }}
      />
    ),
    'old-list-done': <ListResultPage frame={frame} view={RESULT} />,
    'old-list-running': (
      <ListResultPage
        frame={frame}
        view={{ ...RESULT, row: { ...RESULT.row, state: 'running' }, rows: [], touched: new Set() }}
      />
    ),
    'old-list-stopped': (
      <ListResultPage frame={frame} view={{ ...RESULT, row: { ...RESULT.row, state: 'stopped' } }} />
    ),
  }
}
