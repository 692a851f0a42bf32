import type { Route } from '../http.ts'
import { comparisonRoutes } from './banding/comparison-routes.tsx'
import { loadRoutes } from './beban/load-routes.tsx'
import { searchRoutes } from './cari/search-routes.tsx'
import { takeRoutes } from './catat/take-routes.tsx'
import { keepingRoutes } from './data-pribadi/keeping-routes.tsx'
import { rightsRoutes } from './data-pribadi/rights-routes.tsx'
import { companyRegisterRoutes } from './direktori/p3mi/register-routes.tsx'
import { directoryRoutes } from './direktori/directory-routes.tsx'
import { exchangeRoutes } from './ekspor-impor/exchange-routes.tsx'
import { sharingAgreementRoutes } from './ekspor-impor/persetujuan/agreement-routes.tsx'
import { oldListRoutes } from './ekspor-impor/daftar-lama/list-routes.tsx'
import { htcdsRoutes } from './ekspor-impor/htcds/htcds-routes.tsx'
import { letterRoutes } from './dokumen/letter-routes.tsx'
import { todayRoutes } from './hari-ini/today-routes.tsx'
import { proposalRoutes } from './advokasi/proposal-routes.tsx'
import { deskRoutes } from './imigrasi/desk-routes.tsx'
import { caseGapRoutes } from './hambatan/case-gaps.tsx'
import { gapRoutes } from './hambatan/gap-routes.tsx'
import { caseRoutes } from './kasus/case-routes.tsx'
import { consentRoutes } from './kasus/persetujuan/consent-routes.ts'
import { restitutionRoutes } from './kasus/restitusi/restitution-routes.tsx'
import { costRoutes } from './kasus/biaya/cost-routes.tsx'
import { bpjsRoutes } from './kasus/bpjs/bpjs-routes.tsx'
import { wageRoutes } from './kasus/upah/wage-routes.tsx'
import { lawRoomRoutes } from './hukum/law-room-routes.tsx'
import { clauseRoutes } from './klausul/klausul-routes.tsx'
import { libraryRoutes } from './pustaka/library-routes.tsx'
import { networkRoutes } from './jaringan/network-routes.tsx'
import { missingRoutes } from './orang-hilang/missing-routes.tsx'
import { inboxRoutes } from './masuk/inbox-routes.tsx'
import { fileRoutes } from './berkas/file-routes.ts'
import { signInRoutes } from './petugas/sign-in-routes.tsx'
import { accountRoutes } from './pengaturan/account-routes.tsx'
import { auditRoutes } from './pengaturan/audit-routes.tsx'
import { clientRoutes } from './pengaturan/client-routes.tsx'
import { organisationRoutes } from './pengaturan/organisation-routes.tsx'
import { roleRoutes } from './pengaturan/role-routes.tsx'
import { settingsRoutes } from './pengaturan/settings-routes.tsx'
import { competenceRoutes } from './pengaturan/kewenangan/competence-routes.tsx'
import { dutyRoutes } from './pengaturan/duty-routes.tsx'
import { webhookRoutes } from './ekspor-impor/webhook/webhook-routes.tsx'
import { partnerRoutes } from './ekspor-impor/mitra/partner-routes.tsx'
import { deliveryRoutes } from './rujukan/delivery-routes.tsx'
import { handOverRoutes } from './rujukan/serah-terima/hand-over-routes.tsx'
import { referralRoutes } from './rujukan/referral-routes.tsx'
import { mlaRoutes } from './mla/mla-routes.tsx'
import { satgasRoutes } from './satgas/satgas-routes.tsx'
import { screeningRoutes } from './skrining/screening-routes.tsx'
import { ownRoutes } from './saya/own-routes.tsx'
import { agreementRoutes } from './perjanjian/agreement-routes.tsx'

/** Every address of the workspace. */
export const workspaceRoutes: readonly Route[] = [
  ...signInRoutes,
  ...todayRoutes,
  ...inboxRoutes,
  ...deskRoutes,
  ...lawRoomRoutes,
  ...gapRoutes,
  ...caseGapRoutes,
  ...proposalRoutes,
  ...agreementRoutes,
  ...sharingAgreementRoutes,
  ...clauseRoutes,
  ...libraryRoutes,
  ...letterRoutes,
  ...exchangeRoutes,
  ...htcdsRoutes,
  ...oldListRoutes,
  ...caseRoutes,
  ...consentRoutes,
  ...restitutionRoutes,
  ...wageRoutes,
  ...bpjsRoutes,
  ...costRoutes,
  ...screeningRoutes,
  ...satgasRoutes,
  ...mlaRoutes,
  ...searchRoutes,
  ...missingRoutes,
  ...networkRoutes,
  ...loadRoutes,
  ...comparisonRoutes,
  ...takeRoutes,
  // Before the entries of the directory, whose ids stand at the same place of the address.
  ...companyRegisterRoutes,
  ...directoryRoutes,
  ...rightsRoutes,
  ...keepingRoutes,
  ...ownRoutes,
  ...dutyRoutes,
  ...competenceRoutes,
  ...partnerRoutes,
  ...webhookRoutes,
  ...deliveryRoutes,
  ...handOverRoutes,
  ...referralRoutes,
  ...settingsRoutes,
  ...auditRoutes,
  ...roleRoutes,
  ...organisationRoutes,
  ...clientRoutes,
  ...accountRoutes,
  ...fileRoutes,
]
