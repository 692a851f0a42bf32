export { cloudEventOf, type CloudEvent } from './cloud-event.ts'
export {
  addWebhook,
  readWebhooks,
  redeliver,
  runWebhooks,
  signWebhook,
  stopWebhook,
  webhookClock,
} from './webhooks.ts'
