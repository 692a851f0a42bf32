/** The parts of the room for what comes in and goes out, and which permissions open each (any of them). */
import type { Permission } from './roles.ts'

export const EXCHANGE_PARTS = ['partners', 'agreements', 'htcds', 'old-lists', 'webhooks'] as const
export type ExchangePart = (typeof EXCHANGE_PARTS)[number]

export const EXCHANGE_PART_NEEDS: Readonly<Record<ExchangePart, readonly Permission[]>> = {
  partners: ['installation.manage', 'organisation.manage', 'case.export'],
  agreements: ['sharing.read'],
  htcds: ['case.export', 'case.import'],
  'old-lists': ['case.import'],
  webhooks: ['organisation.manage'],
}
