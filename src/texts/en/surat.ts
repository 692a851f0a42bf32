import type { surat as id } from '../id/surat.ts'

export const surat: typeof id = {
  subject: 'Payung: something waits',
  body: (address) =>
    `Something waits for you in Payung.\n\nSign in at ${address}\n\nThis letter holds no content. Do not reply.\n`,
}
