/** Invented partners in every state, for the test that looks at all pages. */
import type { MessageRow, PartnerRow } from '#src/modules/exchange/index.ts'
import { minutes, NOW } from '#src/web/ui/staff/frame.fixture.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { DeliveryPage, SheetPrintPage } from '../../rujukan/delivery-pages.tsx'
import { WebhooksPage } from '../webhook/webhook-pages.tsx'
import { PartnerPage, PartnersPage } from './partner-pages.tsx'

const PARTNER: PartnerRow = {
  id: '0190a0b0-0000-7000-8000-0000000000a1',
  created_at: NOW,
  remote_id: '0190a0b0-0000-8000-8000-0000000000a2',
  name: 'Payung Rekaan Petaling',
  base_address: 'https://payung.example.test',
  state: 'confirmed',
  fingerprint: '12345 67890 12345 67890 12345 67890 12345 67890',
  proposed_by: null,
  confirmed_by: null,
  confirmed_at: NOW,
  suspended_at: null,
  discovered_at: NOW,
  demo: true,
  on_paper: false,
  version: 1,
}

const MESSAGE: MessageRow = {
  id: '0190a0b0-0000-7000-8000-0000000000b1',
  created_at: minutes(-60),
  partner_id: PARTNER.id,
  thread_id: '0190a0b0-0000-7000-8000-0000000000c1',
  org_id: null,
  step: 1,
  kind: 'referral.offered',
  way: 'line',
  digest: Buffer.alloc(32),
  state: 'acknowledged',
  told_version: 1,
  attempts: 1,
  next_try_at: NOW,
  last_error: null,
  delivered_at: minutes(-58),
  answered_at: minutes(-57),
  answer: 'applied',
  acknowledge_by: null,
  overdue_at: null,
}

const MESSAGES: readonly MessageRow[] = [
  MESSAGE,
  {
    ...MESSAGE,
    id: '0190a0b0-0000-7000-8000-0000000000b2',
    kind: 'consent.withdrawn',
    state: 'waiting',
    attempts: 4,
    last_error: 'unreachable',
    answered_at: null,
    answer: null,
    next_try_at: minutes(12),
    overdue_at: minutes(-5),
  },
  {
    ...MESSAGE,
    id: '0190a0b0-0000-7000-8000-0000000000b3',
    kind: 'referral.state',
    state: 'refused',
    answer: 'bad-shape',
  },
]

const DELIVERY = {
  partner: { id: PARTNER.id, name: PARTNER.name, state: 'confirmed' },
  way: 'line',
  side: 'sender',
  partnerState: 'accepted',
  partnerCode: 'R-ZAAAA-2026-0001',
  messages: MESSAGES,
  caseCode: undefined,
} as const

export function partnerPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const delivery = { code: 'R-JHB-2026-0007', states: [], reasons: [], form: EMPTY_FORM }
  return {
    partners: (
      <PartnersPage
        frame={frame}
        view={{
          overview: {
            partners: [
              PARTNER,
              { ...PARTNER, name: 'Sahabat Rekaan', on_paper: true, base_address: null, state: 'proposed' },
            ],
            fingerprint: PARTNER.fingerprint,
            messages: MESSAGES,
            more: undefined,
            refusals: [{ id: 'r1', created_at: NOW, partner_id: null, why: 'bad-signature' }],
          },
          filter: 'open',
          paging: { from: 1, to: 3, total: 3 },
          form: EMPTY_FORM,
          mayManage: 'may-manage',
          mayOpen: 'may-open',
          countries: [{ value: 'MY', label: 'Malaysia' }],
          kinds: [{ value: 'ngo', label: 'LSM' }],
        }}
      />
    ),
    'partner-proposed': (
      <PartnerPage
        frame={frame}
        view={{
          partner: { ...PARTNER, state: 'proposed' },
          bodies: [],
          form: { values: {}, problems: [{ path: 'fingerprint', message: frame.t.kerjaMitra.problemOther }] },
          mayConfirm: 'may-confirm',
        }}
      />
    ),
    partner: (
      <PartnerPage
        frame={frame}
        view={{
          partner: PARTNER,
          bodies: [{ name: 'Sahabat Rekaan', active: true }],
          form: EMPTY_FORM,
          mayConfirm: 'may-confirm',
          mayFile: 'may-file',
        }}
      />
    ),
    'way-line': (
      <DeliveryPage
        frame={frame}
        view={{ ...delivery, delivery: DELIVERY, partnerState: 'diterima', mayRetry: 'may-retry' }}
      />
    ),
    'way-paper': (
      <DeliveryPage
        frame={frame}
        view={{
          ...delivery,
          delivery: { ...DELIVERY, way: 'paper', messages: [] },
          passphrase: 'ABCDE-FGHJK-LMNPQ-RSTUV',
          stopped: 'stopped',
          mayNote: 'may-note',
        }}
      />
    ),
    webhooks: (
      <WebhooksPage
        frame={frame}
        view={{
          found: {
            webhooks: [
              {
                id: 'w1',
                created_at: NOW,
                org_id: 'o1',
                name: 'Papan pantau',
                address: 'https://program.example.test/kabar',
                made_by: null,
                after_seq: '1',
                ended_at: null,
                version: 1,
              },
            ],
            deliveries: [
              {
                id: 'd1',
                created_at: NOW,
                event_id: MESSAGE.id,
                state: 'gave-up',
                attempts: 9,
                next_try_at: NOW,
                last_error: 'http-500',
                delivered_at: null,
                name: 'Papan pantau',
              },
            ],
          },
          form: { values: {}, problems: [{ path: 'address', message: frame.t.kerjaWebhook.problemOther }] },
          secret: 'whsec_rekaan',
        }}
      />
    ),
    'way-sheet': (
      <SheetPrintPage
        frame={frame}
        view={{
          code: 'R-JHB-2026-0007',
          picture: 'data:image/svg+xml;base64,PHN2Zy8+',
          seal: '1234 5678 9abc def0',
          sheet: {
            title: 'Rujukan',
            fromTo: 'Dari A ke B',
            code: 'R-JHB-2026-0007',
            date: '20 Nov 2026',
            seal: '1234 5678 9abc def0',
            lines: [{ label: 'Diminta', text: 'Uang kembali' }],
          },
        }}
      />
    ),
  }
}
