import type { kerjaWebhook as source } from '../id/kerja-webhook.ts'

export const kerjaWebhook: typeof source = {
  intro: 'Another program hears what changed: codes and numbers, no data about a person.',
  none: 'No webhooks yet.',
  add: 'Add a webhook',
  name: 'Name of the program',
  address: 'Address that receives',
  addressHint: 'Example: https://program.example.org/news',
  submit: 'Add',
  secretTitle: 'Signing secret',
  secretText: 'Keep it now. It is not shown again.',
  states: { live: 'listening', ended: 'ended' },
  state: 'State',
  made: 'Made',
  end: 'End',
  log: 'Last deliveries',
  logNone: 'No deliveries yet.',
  event: 'Event',
  delivery: { waiting: 'waiting', delivered: 'arrived', 'gave-up': 'no longer tried' },
  again: 'Send again',
  trouble: (code) => `Last: ${code}`,
  problem: {
    'webhook.name': 'Write a name of 2 to 80 letters.',
    'webhook.address': 'Write an address with https://.',
  },
  problemOther: 'Not yet possible. Check what you wrote.',
}
