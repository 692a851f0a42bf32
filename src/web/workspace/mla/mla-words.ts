/** What the pages of requests share: names, tones, and citations with how sure we are of each. */
import type { Basis, RequestState } from '#src/domain/mutual-assistance/codes.ts'
import type { AssistanceRequest } from '#src/modules/mutual-assistance/index.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { withConfidence } from '#src/web/citation-words.ts'
import { lawPath } from '#src/web/law-path.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { CiteView, Tone } from '#src/web/ui/staff/marks.tsx'
import { countryName } from '../casework.ts'

export const MLA = '/kerja/mla'

export const REQUEST_TONE: Readonly<Record<RequestState, Tone>> = {
  draft: 'plain',
  checked: 'run',
  'at-central-authority': 'wait',
  'sent-abroad': 'wait',
  received: 'wait',
  'answered-in-part': 'run',
  answered: 'done',
  refused: 'stop',
  withdrawn: 'plain',
}

export function requestName(
  { t, lang }: Pick<StaffFrame, 't' | 'lang'>,
  request: Pick<AssistanceRequest, 'kind' | 'country'>,
): string {
  return t.kerjaMla.name(t.kerjaMla.kind[request.kind], countryName(lang, request.country, t))
}

/** "UU 1/2006, Pasal 10 (dibaca dari sumber lain)", opening in the library. */
export function basisView(frame: Pick<StaffFrame, 't' | 'lang'>, basis: Basis): CiteView {
  const short = loadLaw().instruments.find((each) => each.id === basis.instrument)?.short ?? basis.instrument
  const words = basis.article === '-' ? short : `${short}, ${basis.article}`
  return {
    article: withConfidence(frame.t, words, basis.confidence),
    href: at(frame, lawPath(basis.instrument, basis.article)),
  }
}

export function optionsIn<T extends string>(
  codes: readonly T[],
  words: Readonly<Record<T, string>>,
): readonly Option[] {
  return codes.map((value) => ({ value, label: words[value] }))
}
