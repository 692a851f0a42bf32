/** What the pages show of a track: codes as words, days as words, and what this reader's body may do with it. */
import { isLate } from '#src/domain/cases/tracks.ts'
import type { CaseFile } from '#src/modules/cases/index.ts'
import type { Track } from '#src/modules/tracks/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { Tone } from '#src/web/ui/staff/marks.tsx'

export type TrackView = Track & {
  readonly name: string
  readonly href: string
  readonly day: string
  readonly late?: 'late'
}

export const TRACK_TONE: Readonly<Record<Track['state'], Tone>> = {
  'not-opened': 'plain',
  open: 'run',
  waiting: 'wait',
  paused: 'wait',
  ended: 'done',
}

type Reader = Pick<StaffFrame, 't' | 'lang' | 'now'>

export function trackName({ t }: Pick<StaffFrame, 't'>, track: Pick<Track, 'kind' | 'place'>): string {
  return t.kerjaJalur.name(t.kerjaJalur.kind[track.kind], t.kerjaJalur.place[track.place])
}

export function trackView(frame: Reader, code: string, track: Track): TrackView {
  const today = frame.now.toISOString().slice(0, 10)
  const { next_on: nextOn, state } = track
  return {
    ...track,
    name: trackName(frame, track),
    href: at(frame, `/kerja/kasus/${code}/jalur/${track.id}`),
    day: nextOn === null ? frame.t.kerjaJalur.noDate : formatPartialDate(nextOn, frame.lang),
    ...(isLate({ state, nextOn }, today) && { late: 'late' as const }),
  }
}

export function tracksOf(
  frame: StaffFrame,
  file: CaseFile,
  tracks: readonly Track[],
): { readonly tracks: readonly TrackView[]; readonly needs: readonly Option[] } {
  return {
    tracks: tracks.map((track) => trackView(frame, file.row.code, track)),
    needs: file.needs.map((need) => ({
      value: need.id,
      label: need.words?.label ?? wordOfNeed(frame, need.kind),
    })),
  }
}

export function wordOfNeed({ t }: Pick<StaffFrame, 't'>, kind: string): string {
  return (t.kerjaKode.need as Readonly<Record<string, string>>)[kind] ?? kind
}
