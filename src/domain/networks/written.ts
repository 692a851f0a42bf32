import type { MentionKind } from './mention.ts'

/** What a body may write down of those who recruit. A victim is nothing here. */
export const WRITTEN_KINDS = [
  'person',
  'telephone',
  'account',
  'vehicle',
  'address',
  'company',
  'modus',
] as const
export type WrittenKind = (typeof WRITTEN_KINDS)[number]

/** A way of working is described, and joins nobody. */
export const comparedKind = (kind: WrittenKind): MentionKind | undefined =>
  kind === 'modus' ? undefined : kind

export const WRITTEN_ROLES = [
  'perekrut',
  'koordinator',
  'pemalsu',
  'pengantar',
  'penampungan',
  'p3mi',
  'hotline',
  'klinik',
  'pnbp',
  'rumah-aman',
  'hotel',
  'feri',
  'lain',
] as const
export type WrittenRole = (typeof WRITTEN_ROLES)[number]

export const MENTION_STATES = ['reported', 'checked', 'confirmed', 'refuted'] as const
export type MentionState = (typeof MENTION_STATES)[number]

export type Check =
  | { readonly kind: 'moved'; readonly to: 'checked' | 'confirmed' }
  | { readonly kind: 'refused'; readonly code: 'network.own-word' | 'network.already' | 'network.refuted' }

/** Somebody else than the writer checks; a third person confirms. */
export function checkBy(
  staffId: string,
  mention: {
    readonly state: MentionState
    readonly writtenBy: string
    readonly checkedBy: string | undefined
  },
): Check {
  if (mention.state === 'refuted') return { kind: 'refused', code: 'network.refuted' }
  if (mention.state === 'confirmed') return { kind: 'refused', code: 'network.already' }
  if (staffId === mention.writtenBy || staffId === mention.checkedBy)
    return { kind: 'refused', code: 'network.own-word' }
  return { kind: 'moved', to: mention.state === 'reported' ? 'checked' : 'confirmed' }
}

const DAY_MS = 86_400_000
const LASTS_DAYS: Readonly<Record<MentionState, number>> = {
  reported: 180,
  checked: 365,
  confirmed: 730,
  refuted: 0,
}

/** Until when a mention counts: the less it was checked, the sooner it ends. */
export const countsUntil = (state: MentionState, now: Date): Date =>
  new Date(now.getTime() + LASTS_DAYS[state] * DAY_MS)
