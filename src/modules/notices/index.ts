export { listMyNotices, markSeen, NOTICE_KINDS, type NewNotice, type NoticeKind } from './notice-queries.ts'
export { tellRoles, tellStaff } from './tell-staff.ts'
export { noticeSender, sendDueNotices } from './send-notices.ts'
