export {
  findMyNotice,
  listMyNotices,
  markSeen,
  NOTICE_KINDS,
  type MyNotice,
  type NewNotice,
  type NoticeKind,
} from './notice-queries.ts'
export { tellRoles, tellStaff } from './tell-staff.ts'
export { noticeSender, sendDueNotices, type LetterWords } from './send-notices.ts'
