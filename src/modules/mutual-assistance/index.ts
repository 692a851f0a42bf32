/** Requests between States and over police channels. Queries are not exported; nothing here claims a legal effect. */
export {
  createRequest,
  editRequest,
  listDueRequests,
  listRequests,
  moveRequest,
  openRequest,
  type AssistanceRequest,
  type GivenRequest,
  type OpenedRequest,
  type RequestHistoryLine,
} from './requests.ts'
