export { loadDemoNetworks } from './demo/load-demo-networks.ts'
export { findNetworksJob, networkClock } from './find-job.ts'
export {
  addMention,
  judgeMention,
  listMentions,
  MENTION_ACTS,
  type Mention,
  type MentionAct,
  type MentionForm,
} from './mentions.ts'
export {
  answerAsk,
  askOwner,
  listAsks,
  listGroups,
  readGroup,
  type Ask,
  type Evidence,
  type GroupLine,
  type Link,
  type LinkEnd,
  type NetworkGroup,
} from './groups.ts'
