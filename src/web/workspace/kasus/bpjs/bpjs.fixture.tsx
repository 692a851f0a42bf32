/** The BPJS sheet with invented answers, for the page tests. */
import type { ClaimValues } from '#src/modules/cases/index.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { stateOf } from '../klaim/claim-form.ts'
import { bpjsFacts } from './bpjs-facts.ts'
import { bpjsFound } from './bpjs-found.ts'
import { BpjsPage, type BpjsView } from './bpjs-page.tsx'

export const DEATH: ClaimValues = {
  orang: ['p1'],
  waris: ['p2'],
  kategori: ['worker'],
  tahap: ['during'],
  tempat: ['abroad'],
  lewat: ['p3mi'],
  anggota: ['member'],
  sejak: ['2026-01-05'],
  sampai: ['2028-01-05'],
  bulan: ['24'],
  kejadian: ['death'],
  tanggal: ['2026-10'],
  sebab: ['work-accident'],
  anak: ['2'],
  'surat-insurance-card': ['yes'],
  'surat-identity-heir': ['yes'],
  'surat-heir-letter': ['no'],
  catatan: ['Kartu keluarga sedang diurus istri.'],
}

export function bpjsView(frame: StaffFrame, values: ClaimValues, more: Partial<BpjsView> = {}): BpjsView {
  const read = bpjsFacts(values)
  const words = frame.t.kerjaKlaim.bpjs
  const given = { values, today: '2026-11-20', names: [[words.who, 'Karman (contoh)']] as const }
  return {
    code: 'JHB-2026-0412',
    form: stateOf(values),
    version: 0,
    mayWrite: 'write',
    persons: [
      { value: 'p1', label: 'Karman (contoh)' },
      { value: 'p2', label: 'Wati (contoh)' },
    ],
    ...(read.kind === 'facts' && { found: bpjsFound(frame, { ...given, facts: read.facts }) }),
    ...more,
  }
}

export function bpjsPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const pages: Readonly<Record<string, BpjsView>> = {
    'bpjs-empty': bpjsView(frame, {}),
    'bpjs-death': bpjsView(frame, DEATH, { version: 2, kept: { by: 'Rini W.', at: minutes(-90) } }),
    'bpjs-not-member': bpjsView(frame, { ...DEATH, anggota: ['not-member'] }, { mayWrite: 'read' }),
    'bpjs-wrong': bpjsView(
      frame,
      { ...DEATH, tanggal: ['2026-02-30'] },
      {
        form: stateOf(DEATH, [
          { path: 'tanggal', message: frame.t.kerjaKlaim.fault['impossible-date'] ?? '' },
        ]),
      },
    ),
    'bpjs-both': bpjsView(frame, DEATH, {
      version: 3,
      differences: [{ label: frame.t.kerjaKlaim.bpjs.when, stored: '2026-09', typed: '2026-10' }],
    }),
  }
  return Object.fromEntries(
    Object.entries(pages).map(([name, view]) => [name, <BpjsPage frame={frame} view={view} />]),
  )
}
