/** Every page of the workspace with its fixture, so that one test can look at all of them. */
import { aFrame, minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { comparisonPages } from './banding/comparison.fixture.tsx'
import { LoadPage } from './beban/load-page.tsx'
import { SearchPage } from './cari/search-page.tsx'
import { ReportTakenPage, TakeReportPage } from './catat/take-report-page.tsx'
import { DirectoryEntryPage, DirectoryPage } from './direktori/directory-page.tsx'
import { agreementPages } from './perjanjian/perjanjian.fixture.tsx'
import { p3miPages } from './direktori/p3mi/p3mi.fixture.tsx'
import { partnerPages } from './ekspor-impor/mitra/partner.fixture.tsx'
import { sharingAgreementPages } from './ekspor-impor/persetujuan/agreement.fixture.tsx'
import { oldListPages } from './ekspor-impor/daftar-lama/old-list.fixture.tsx'
import { htcdsPages } from './ekspor-impor/htcds/htcds.fixture.tsx'
import { letterPages } from './dokumen/letter-pages.fixture.tsx'
import { TODAY } from './hari-ini/today.fixture.ts'
import { TodayPage } from './hari-ini/today-page.tsx'
import { CasePage } from './kasus/case-page.tsx'
import { CasePrintPage } from './kasus/case-print-page.tsx'
import { CASE_CONFLICT, CASE_VIEWS, CASES, CLOSE, HEAD, SUMMARY } from './kasus/case.fixture.ts'
import { costPages } from './kasus/biaya/cost.fixture.tsx'
import { bpjsPages } from './kasus/bpjs/bpjs.fixture.tsx'
import { CasesPage } from './kasus/cases-page.tsx'
import { CloseCasePage } from './kasus/close-case-page.tsx'
import { restitutionPages } from './kasus/restitusi/restitution.fixture.tsx'
import { trackPages } from './kasus/jalur/track.fixture.tsx'
import { wagePages } from './kasus/upah/wage.fixture.tsx'
import { INBOX, INBOX_EMPTY, INBOX_WITH_REPORT } from './masuk/inbox.fixture.ts'
import { InboxPage } from './masuk/inbox-page.tsx'
import { accountPages } from './pengaturan/accounts.fixture.tsx'
import { AccountsPage, DutyPage } from './pengaturan/people-pages.tsx'
import { RolesPage } from './pengaturan/role-pages.tsx'
import { BreachPage, RetentionPage } from './data-pribadi/keeping-pages.tsx'
import { RightsItemPage, RightsPage } from './data-pribadi/rights-pages.tsx'
import { clausePages } from './klausul/klausul.fixture.tsx'
import { libraryPages } from './pustaka/library.fixture.tsx'
import { advocacyPages } from './hambatan/advocacy-pages.fixture.tsx'
import { LawRoomPage } from './hukum/law-room.tsx'
import { CompetencePage, RulingPage } from './pengaturan/kewenangan/competence-page.tsx'
import * as settings from './pengaturan/settings.fixture.ts'
import { SettingsPage } from './pengaturan/settings-page.tsx'
import { AuditPage } from './pengaturan/watch-pages.tsx'
import { SecondStepPage, SignInPage } from './petugas/sign-in-page.tsx'
import { handOverPages } from './rujukan/serah-terima/hand-over.fixture.tsx'
import { ReferralListPage } from './rujukan/referral-list-page.tsx'
import { ReferralNewPage } from './rujukan/referral-new-page.tsx'
import { ReferralPage } from './rujukan/referral-page.tsx'
import { ReferralPreviewPage } from './rujukan/referral-preview-page.tsx'
import { networkPages } from './jaringan/network.fixture.tsx'
import { missingPages } from './orang-hilang/missing.fixture.tsx'
import { deskPages } from './imigrasi/desk.fixture.tsx'
import { satgasPages } from './satgas/satgas.fixture.tsx'
import { mlaPages } from './mla/mla.fixture.tsx'
import { screeningPages } from './skrining/screening.fixture.tsx'
import * as referral from './rujukan/referral.fixture.ts'

const CONTACT = {
  id: 'k1',
  way: 'phone',
  value: '+44 7700 900123',
  confidence: 'unverified',
  source: 'situs lembaga, 2026-10-02',
} as const

function entrance(frame: StaffFrame): Readonly<Record<string, unknown>> {
  return {
    'sign-in': <SignInPage frame={frame} view={{ form: EMPTY_FORM, why: 'expired', next: '/kerja' }} />,
    'sign-in-wrong': (
      <SignInPage
        frame={frame}
        view={{
          form: {
            values: { name: 'rini.jhb' },
            problems: [{ path: 'password', message: frame.t.kerjaPetugas.wrong }],
          },
        }}
      />
    ),
    'second-step': (
      <SecondStepPage
        frame={frame}
        view={{
          form: EMPTY_FORM,
          ticket: 'x',
          demoCode: '123456',
          enrol: { key: 'ABCD EFGH' },
          passkey: { options: '{}', script: '/aset/kunci.js' },
        }}
      />
    ),
    ...accountPages(frame),
    ...screeningPages(frame),
    ...missingPages(frame),
    ...networkPages(frame),
    ...p3miPages(frame),
    ...agreementPages(frame),
    ...sharingAgreementPages(frame),
    ...partnerPages(frame),
    ...handOverPages(frame),
    ...restitutionPages(frame),
    ...wagePages(frame),
    ...trackPages(frame),
    ...mlaPages(frame),
    ...satgasPages(frame),
    ...deskPages(frame),
    today: <TodayPage frame={frame} view={TODAY} />,
    'today-empty': (
      <TodayPage
        frame={{
          ...frame,
          flash: { kind: 'good', lead: 'Tersimpan.', action: { label: 'Batalkan', href: '#', post: 'post' } },
        }}
        view={{
          ...TODAY,
          danger: [],
          due: [],
          waiting: [],
          clocks: [],
          secondOpinions: 0,
          news: [],
          agenda: [],
          onDuty: undefined,
        }}
      />
    ),
    inbox: <InboxPage frame={frame} view={INBOX} />,
    'inbox-report': <InboxPage frame={frame} view={INBOX_WITH_REPORT} />,
    'inbox-empty': <InboxPage frame={frame} view={INBOX_EMPTY} />,
    take: (
      <TakeReportPage
        frame={frame}
        view={{
          form: {
            values: { story: 'saya dikunci', what: ['kunci'] },
            problems: [{ path: 'born', message: '“13/2019” tidak bisa dibaca. Contoh: 2019.' }],
          },
          idempotencyKey: 'k',
          countries: [{ value: 'MY', label: 'Malaysia' }],
          languages: [{ value: 'id', label: 'Bahasa Indonesia' }],
          readBack: ['Anda dikunci di rumah.', 'Anda di Johor Bahru.'],
          caller: {
            kind: 'page',
            sentences: ['Laporan diterima.'],
            messages: [{ from: 'officer', text: 'Kami baca.' }],
            ticket: 't',
          },
        }}
      />
    ),
    taken: (
      <ReportTakenPage
        frame={frame}
        view={{
          words: ['kelapa', 'bawang', 'ember', 'tikar', 'pisau'],
          pin: '402917',
          reportHref: '/kerja/masuk/9',
        }}
      />
    ),
  }
}

function casework(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const tabs = CASE_VIEWS.map((view) => [`case-${view.body.tab}`, <CasePage frame={frame} view={view} />])
  return {
    ...Object.fromEntries(tabs),
    'case-conflict': <CasePage frame={frame} view={CASE_CONFLICT} />,
    'case-print': (
      <CasePrintPage
        frame={frame}
        view={{ head: HEAD, summary: SUMMARY, notes: [], tasks: [], messages: [] }}
      />
    ),
    ...bpjsPages(frame),
    ...costPages(frame),
    'case-close': <CloseCasePage frame={frame} view={CLOSE} />,
    cases: <CasesPage frame={frame} view={CASES} />,
    'cases-none': <CasesPage frame={frame} view={{ ...CASES, rows: [] }} />,
    'referral-new': <ReferralNewPage frame={frame} view={referral.NEW} />,
    'referral-preview': <ReferralPreviewPage frame={frame} view={referral.PREVIEW} />,
    'referral-exception': <ReferralPreviewPage frame={frame} view={referral.PREVIEW_WITHOUT_CONSENT} />,
    'referral-received': <ReferralPage frame={frame} view={referral.RECEIVED} />,
    'referral-sent': <ReferralPage frame={frame} view={referral.SENT} />,
    'referral-stopped': <ReferralPage frame={frame} view={referral.STOPPED} />,
    referrals: <ReferralListPage frame={frame} view={referral.REFERRALS} />,
    load: (
      <LoadPage
        frame={frame}
        view={{
          days: 7,
          rows: TODAY.team ?? [],
          reasons: [{ at: new Date(0), kind: 'hand-over', by: 'Rini W.', text: 'cuti melahirkan' }],
          silent: [
            {
              code: 'JHB-2026-0290',
              href: '#',
              title: 'Tinjau shelter',
              urgency: 'rendah',
              officer: 'Andika P.',
              lastAt: minutes(-20000),
            },
          ],
          officers: [{ value: 's1', label: 'Rini W.' }],
          form: EMPTY_FORM,
        }}
      />
    ),
  }
}

function reference(frame: StaffFrame): Readonly<Record<string, unknown>> {
  return {
    search: (
      <SearchPage
        frame={frame}
        view={{
          words: 'Suparmi',
          hits: [
            {
              kind: 'case',
              title: 'Suparmi binti Kasan',
              href: '#',
              code: 'JHB-2026-0412',
              context: 'Johor Bahru',
              urgency: 'darurat',
              how: 'exact',
            },
          ],
          paging: { from: 1, to: 1, total: 1 },
        }}
      />
    ),
    'search-none': <SearchPage frame={frame} view={{ words: 'Supatmi, 2021', hits: [] }} />,
    directory: (
      <DirectoryPage
        frame={frame}
        view={{
          filter: 'all',
          counts: { all: 40, stale: 3 },
          staleCount: 3,
          form: EMPTY_FORM,
          rows: [
            {
              id: 'd1',
              name: 'KJRI Johor Bahru',
              kind: 'mission',
              covers: 'Johor, Melaka',
              contact: CONTACT,
            },
          ],
          paging: { from: 1, to: 1, total: 40 },
        }}
      />
    ),
    'directory-entry': (
      <DirectoryEntryPage
        frame={frame}
        view={{
          id: 'd1',
          name: 'Rumah aman A',
          kind: 'shelter',
          covers: 'Johor',
          liveServices: [],
          countries: [{ value: 'MY', label: 'Malaysia' }],
          contacts: [CONTACT],
          services: [
            {
              name: 'Tinggal sementara',
              for: 'perempuan dan anak',
              languages: 'Indonesia',
              cost: 'gratis',
              documents: 'tidak perlu',
              hours: '24 jam',
            },
          ],
          proposals: [
            {
              id: 'u1',
              by: 'Andika P.',
              at: minutes(-300),
              field: 'telepon',
              before: '+44 7700 900123',
              after: '+44 7700 900124',
              source: 'ditelepon 19 Nov',
            },
          ],
          mayEdit: 'may-edit',
          mayConfirm: 'may-confirm',
          form: EMPTY_FORM,
          version: '1',
        }}
      />
    ),
  }
}

function settingsPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  return {
    settings: <SettingsPage frame={frame} view={settings.SETTINGS} />,
    accounts: <AccountsPage frame={frame} view={settings.ACCOUNTS} />,
    roles: <RolesPage frame={frame} view={settings.ROLES_VIEW} />,
    duty: <DutyPage frame={frame} view={settings.DUTY} />,
    'law-room': <LawRoomPage frame={frame} />,
    ...htcdsPages(frame),
    ...oldListPages(frame),
    ...advocacyPages(frame),
    ...clausePages(frame),
    ...libraryPages(frame),
    ...comparisonPages(frame),
    competence: <CompetencePage frame={frame} view={settings.COMPETENCE} />,
    'competence-figures': (
      <CompetencePage frame={frame} view={{ ...settings.COMPETENCE, findings: undefined }} />
    ),
    ruling: <RulingPage frame={frame} view={settings.RULING} />,
    audit: <AuditPage frame={frame} view={settings.AUDIT} />,
    rights: <RightsPage frame={frame} view={settings.RIGHTS} />,
    'rights-item': <RightsItemPage frame={frame} view={settings.RIGHTS_ITEM} />,
    breach: <BreachPage frame={frame} view={settings.BREACH} />,
    retention: <RetentionPage frame={frame} view={settings.RETENTION} />,
  }
}

/** Finished HTML by the page's name. */
export function everyPage(lang: Lang): Readonly<Record<string, string>> {
  const frame = aFrame(lang)
  const pages = {
    ...letterPages(frame),
    ...entrance(frame),
    ...casework(frame),
    ...reference(frame),
    ...settingsPages(frame),
  }
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, String(page)]))
}
