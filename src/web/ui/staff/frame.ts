/** What every workspace page is given besides its own view: words, language, reader's zone, and who reads. */
import type { Texts } from '#src/texts/texts.ts'
import { href, type Lang } from '../href.ts'

export const ROOMS = [
  'search',
  'today',
  'inbox',
  'cases',
  'screening',
  'referrals',
  'task-force',
  'immigration',
  'directory',
  'law',
  'settings',
] as const
export type Room = (typeof ROOMS)[number]

export type NoticeKind = 'good' | 'danger' | 'care' | 'plain'

/** `lead` is shown bold; `action` is a link or, with `post`, a button that posts to the address. */
export type NoticeView = {
  readonly kind: NoticeKind
  readonly lead: string
  readonly text?: string
  readonly action?: { readonly label: string; readonly href: string; readonly post?: 'post' }
}

export type StaffFrame = {
  readonly t: Texts
  readonly lang: Lang
  /** IANA name of the reader's zone. */
  readonly zone: string
  readonly now: Date
  readonly who: { readonly name: string; readonly org: string; readonly roles: readonly string[] }
  /** The rooms this person may enter; the others are not shown. */
  readonly rooms: readonly Room[]
  readonly counts: Readonly<Partial<Record<Room, number>>>
  readonly demo: boolean
  /** What the last action did, with its undo. */
  readonly flash?: NoticeView
}

/** Address of a workspace page in the reader's language. */
export function at(frame: { readonly lang: Lang }, path: `/${string}`): string {
  return href(frame.lang, path)
}

export type FieldProblem = { readonly path: string; readonly message: string }

/** What was typed (by field name) and what is wrong with it (already in words). */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly problems: readonly FieldProblem[]
}

export const EMPTY_FORM: FormState = { values: {}, problems: [] }
