import type { MyNotice, NoticeKind } from '#src/modules/notices/index.ts'
import type { Today } from '#src/modules/today/index.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { roleChangeRow } from '../pengaturan/role-routes.tsx'
import type { NewsItem } from './today-page.tsx'

/** The part of a case that a notice is about. */
const TAB: Partial<Record<NoticeKind, string>> = {
  'message-arrived': '/pesan',
  'consent-withdrawn': '/persetujuan',
}

/** Told about a message to a partner, whose queue shows it. */
const EXCHANGE: readonly string[] = ['partner-silent', 'withdrawal-unacknowledged']

/** The page that a notice is about: the referral, the case, the report, or the room where it is decided. */
export function noticePath(notice: MyNotice): `/${string}` {
  if (notice.kind === 'emergency-opening') return '/kerja/kasus/darurat'
  if (EXCHANGE.includes(notice.kind) && !notice.referral_code) return '/kerja/ekspor-impor/mitra'
  if (notice.kind === 'rights-request') return '/kerja/pengaturan/data-pribadi'
  if (notice.kind === 'looked-for') return '/kerja/orang-hilang'
  if (notice.referral_code) return `/kerja/rujukan/${notice.referral_code}`
  if (notice.case_code) return `/kerja/kasus/${notice.case_code}${TAB[notice.kind as NoticeKind] ?? ''}`
  return notice.report_id ? `/kerja/masuk/${notice.report_id}` : '/kerja/masuk'
}

function noticeItem(frame: StaffFrame, notice: MyNotice): NewsItem {
  const words: Readonly<Record<NoticeKind, string>> = frame.t.kerjaKabar.told
  const code = notice.referral_code ?? notice.case_code
  return {
    title: words[notice.kind as NoticeKind],
    at: notice.created_at,
    href: at(frame, `/kerja/kabar/${notice.id}`),
    ...(code && { caseCode: code }),
  }
}

/** What I was told, newest first; then what the whole body has not read, what waits for review, and changed roles. */
export function newsOf(frame: StaffFrame, today: Today): readonly NewsItem[] {
  const words = frame.t.kerjaKabar
  const roles: Readonly<Record<string, string>> = frame.t.kerjaKode.staffRole
  const told = new Set(
    today.notices.filter((row) => row.kind === 'message-arrived').map((row) => row.case_code),
  )
  return [
    ...today.notices.map((notice) => noticeItem(frame, notice)),
    ...today.unread
      .filter((row) => !told.has(row.code))
      .map((row) => ({
        title: words.messages(Number(row.count)),
        at: row.at ?? frame.now,
        href: at(frame, `/kerja/kasus/${row.code}/pesan`),
        caseCode: row.code,
      })),
    ...(today.emergencies > 0
      ? [{ title: words.emergency.review, at: frame.now, href: at(frame, '/kerja/kasus/darurat') }]
      : []),
    ...today.roleChanges
      .map((change) => roleChangeRow(change, frame.t.kerjaAkun.changes))
      .map((row) => ({
        title: frame.t.kerjaBerkas.roleChange(
          row.person,
          roles[row.role] ?? '',
          frame.t.kerjaAkun.changes.states[row.state],
        ),
        text: [row.by, row.second].filter(Boolean).join(', '),
        at: row.at,
        href: at(frame, '/kerja/pengaturan/peran'),
      })),
  ]
}
