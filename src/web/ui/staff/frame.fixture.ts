/** An invented reader for tests of the workspace pages. */
import { textsFor } from '#src/texts/texts.ts'
import type { Lang } from '../href.ts'
import { ROOMS, type StaffFrame } from './frame.ts'

export const NOW = new Date('2026-11-20T04:19:00Z')

/** An instant so many minutes from the fixture's now. */
export function minutes(count: number): Date {
  return new Date(NOW.getTime() + count * 60_000)
}

export function aFrame(lang: Lang): StaffFrame {
  return {
    t: textsFor(lang),
    lang,
    zone: 'Asia/Kuala_Lumpur',
    now: NOW,
    who: { name: 'Rini W.', org: 'KJRI Johor Bahru', roles: ['caseworker'] },
    rooms: ROOMS,
    counts: { today: 8, inbox: 14, referrals: 4 },
    demo: true,
  }
}
