import type { OpenedAgreement } from '#src/modules/sharing/index.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { NewSharingAgreementPage, SharingAgreementPage, SharingAgreementsPage } from './agreement-pages.tsx'

const OPENED: OpenedAgreement = {
  agreement: {
    id: '0190a0b0-0000-7000-8000-0000000000a1',
    fromOrg: 'o1',
    fromName: 'Rumah Singgah Melati',
    toOrg: 'o2',
    toName: 'Sahabat Uji',
    purposes: ['hand-over', 'comparison'],
    items: ['name', 'needs', 'whereabouts'],
    from: '2026-01-01',
    until: '2027-12-31',
    basis: { instrument: 'UU 27/2022', article: 'Pasal 18' },
    rolesWords: 'Di sini tempat aman dan pendampingan; di sana keluarga dan desa.',
    jointContact: 'Meja bersama dua lembaga',
    documentRef: 'PKS 12/2026',
    documentHash: 'ab'.repeat(32),
    state: 'in-force',
    proposedAt: new Date('2026-01-02T03:00:00Z'),
    confirmedAt: new Date('2026-01-03T03:00:00Z'),
    answeredAt: new Date('2026-01-05T03:00:00Z'),
    ended: undefined,
    version: 3,
  },
  side: 'from',
  shown: 'in-force',
  steps: ['end'],
}
const PROPOSED: OpenedAgreement = {
  ...OPENED,
  agreement: { ...OPENED.agreement, state: 'proposed', documentHash: undefined },
  shown: 'proposed',
}

export function sharingAgreementPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const wrong = {
    values: { reason: '', purposes: ['look-up'] },
    problems: [{ path: 'reason', message: frame.t.kerjaBerbagi.problem['sharing.reason-missing']! }],
  }
  const missing = {
    values: { from: '2026-01-01' },
    problems: [{ path: 'purposes', message: frame.t.kerjaBerbagi.problem['sharing.purposes-missing']! }],
  }
  const bodies = [{ value: 'o2', label: 'Sahabat Uji' }]
  return {
    'sharing-agreements': (
      <SharingAgreementsPage
        frame={frame}
        view={{ agreements: [OPENED, PROPOSED], mayPropose: 'may-propose' }}
      />
    ),
    'sharing-agreements-none': <SharingAgreementsPage frame={frame} view={{ agreements: [] }} />,
    'sharing-agreement': (
      <SharingAgreementPage frame={frame} view={{ opened: OPENED, form: wrong, mayDecide: 'may-decide' }} />
    ),
    'sharing-agreement-proposed': (
      <SharingAgreementPage
        frame={frame}
        view={{ opened: PROPOSED, form: EMPTY_FORM, mayDecide: 'may-decide' }}
      />
    ),
    'sharing-agreement-new': <NewSharingAgreementPage frame={frame} view={{ form: missing, bodies }} />,
  }
}
