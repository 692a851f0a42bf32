/** A citation of the data as a mark that opens in the library. */
import type { Citation } from '#src/domain/rulebook/conclusion.ts'
import { citationWords } from '#src/web/citation-words.ts'
import { lawPath } from '#src/web/law-path.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { CiteView } from '#src/web/ui/staff/marks.tsx'

export function citeView(frame: StaffFrame, citation: Citation): Required<CiteView> {
  const { instrument, article } = citation
  return { article: citationWords(frame.t, citation), href: at(frame, lawPath(instrument, article)) }
}
