/** What the pages of task forces share: addresses, names of needs and tracks, days, tones. */
import { isDecisionLate, type DecisionState } from '#src/domain/task-force/codes.ts'
import type { Decision, WorkRow } from '#src/modules/task-force/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { Tone } from '#src/web/ui/staff/marks.tsx'
import { wordOfNeed } from '../kasus/jalur/track-view.ts'

export const SATGAS = '/kerja/satgas'
type Reader = Pick<StaffFrame, 't' | 'lang' | 'now'>

export const DECISION_TONE: Readonly<Record<DecisionState, Tone>> = {
  open: 'run',
  done: 'done',
  'not-done': 'stop',
  'set-aside': 'plain',
}

export function satgasHref(frame: { readonly lang: 'id' | 'en' }, rest: string): string {
  return at(frame, `${SATGAS}/${rest}`)
}

export function day({ lang }: Pick<StaffFrame, 'lang'>, iso: string): string {
  return formatPartialDate(iso, lang)
}

export const todayOf = (frame: Pick<StaffFrame, 'now'>): string => frame.now.toISOString().slice(0, 10)

export function isLateDecision(
  frame: Reader,
  decision: Pick<Decision, 'state' | 'due_on' | 'answered_on'>,
): boolean {
  const { state, due_on: dueOn, answered_on: answeredOn } = decision
  return isDecisionLate({ state, dueOn, answeredOn }, todayOf(frame))
}

/** "Kebutuhan: Medis", "Jalur: Pidana, di Indonesia". */
export function workName(
  frame: Pick<StaffFrame, 't'>,
  row: Pick<WorkRow, 'line' | 'kind' | 'place'>,
): string {
  const { kerjaSatgas: words, kerjaJalur: tracks } = frame.t
  if (row.line === 'need') return `${words.need}: ${wordOfNeed(frame, row.kind)}`
  const kind = (tracks.kind as Readonly<Record<string, string>>)[row.kind] ?? row.kind
  const place = (tracks.place as Readonly<Record<string, string>>)[row.place ?? ''] ?? ''
  return `${words.track}: ${place === '' ? kind : tracks.name(kind, place)}`
}

export function workState(frame: Pick<StaffFrame, 't'>, row: Pick<WorkRow, 'line' | 'state'>): string {
  const words: Readonly<Record<string, string>> =
    row.line === 'need' ? frame.t.kerjaBerkas.need.states : frame.t.kerjaJalur.state
  return words[row.state] ?? frame.t.kerjaSatgas.col.offered
}

export function blockerWord(frame: Pick<StaffFrame, 't'>, code: string | null): string {
  return (frame.t.kerjaJalur.blocker as Readonly<Record<string, string>>)[code ?? 'none'] ?? ''
}
