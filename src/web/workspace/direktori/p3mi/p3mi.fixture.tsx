/** The pages of the list of placement companies with invented companies, for the page tests. */
import type { Company } from '#src/domain/rulebook/offer/company-register.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { MappingPage, PreviewPage } from './import-pages.tsx'
import { RegistersPage, type RegisterView } from './register-page.tsx'

const ONE: Company = {
  name: 'PT Contoh Karya Mandiri',
  licence: 'DEMO-0002',
  state: 'active',
  validUntil: '2027-06-30',
}
const TWO: Company = {
  name: 'PT Contoh Pelita Utama',
  licence: 'DEMO-0005',
  state: 'revoked',
  validUntil: null,
}

const REGISTER: RegisterView = {
  id: 'r1',
  asOf: '2026-11-10',
  source: 'Daftar uji kementerian',
  kind: 'imported',
  companies: 2,
  importedAt: minutes(-90),
  state: 'in-force',
}
const EARLIER: RegisterView = {
  ...REGISTER,
  id: 'r0',
  asOf: '2026-11-01',
  kind: 'demonstration',
  state: 'earlier',
}
const ASIDE: RegisterView = { ...REGISTER, id: 'r2', state: 'set-aside', reason: 'Berkas yang salah' }

const PAGING = { from: 1, to: 2, total: 2 }
const NOTHING = { registers: [], standings: [], search: EMPTY_FORM, paging: { from: 1, to: 0, total: 0 } }

export function p3miPages(frame: StaffFrame) {
  const words = frame.t.kerjaP3mi
  return {
    'p3mi-lists': (
      <RegistersPage
        frame={frame}
        view={{
          registers: [REGISTER, ASIDE, EARLIER],
          shown: REGISTER,
          standings: [
            { company: ONE, now: 'active' },
            { company: TWO, now: 'revoked' },
          ],
          search: EMPTY_FORM,
          paging: PAGING,
          upload: { values: {}, problems: [{ path: 'file', message: words.refused['not-a-table'] }] },
          setAside: EMPTY_FORM,
        }}
      />
    ),
    'p3mi-none': <RegistersPage frame={frame} view={{ ...NOTHING, upload: EMPTY_FORM }} />,
    'p3mi-not-found': (
      <RegistersPage frame={frame} view={{ ...NOTHING, registers: [EARLIER], shown: EARLIER }} />
    ),
    'p3mi-columns': (
      <MappingPage
        frame={frame}
        view={{
          id: 'd1',
          rows: 3,
          headings: ['No', 'Nama', 'Izin', ''],
          sample: [
            ['No', 'Nama', 'Izin', ''],
            ['1', ONE.name, ONE.licence, ''],
          ],
          form: {
            values: { name: '1', licence: '2', headerRow: '1' },
            problems: [
              { path: 'state', message: words.problem['company-register.state-column'] ?? '' },
              { path: 'asOf', message: words.problem['company-register.as-of'] ?? '' },
            ],
          },
        }}
      />
    ),
    'p3mi-preview': (
      <PreviewPage
        frame={frame}
        view={{
          kind: 'list',
          id: 'd1',
          inForce: REGISTER,
          asOf: '2026-11-05',
          companies: [ONE, TWO],
          differences: {
            added: [TWO],
            gone: [],
            changed: [{ before: { ...ONE, state: 'suspended' }, after: ONE }],
          },
          older: 'older',
          problem: words.problem['company-register.changed'] ?? '',
        }}
      />
    ),
    'p3mi-faults': (
      <PreviewPage
        frame={frame}
        view={{
          kind: 'faults',
          id: 'd1',
          count: 52,
          faults: [
            { row: 4, column: 'C', fault: 'state-unknown', cell: 'mungkin' },
            { row: 5, column: 'B', fault: 'name-missing', cell: '' },
          ],
        }}
      />
    ),
    'p3mi-empty': <PreviewPage frame={frame} view={{ kind: 'empty', id: 'd1' }} />,
  }
}
