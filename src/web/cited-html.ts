/**
 * Every law that a page names opens in the library: the answer with a page passes the finished page through here, so
 * that no page can forget a link and no sentence needs a second way of printing a law.
 */
import { citedSpans } from '#src/domain/law/cited-spans.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { href, type Lang } from './ui/href.ts'
import { lawHref } from './ui/law-href.ts'

/** Where a link would stand in a link or in a control, in the name of the page, or in what a machine reads. */
const WITHOUT_LINKS = new Set(
  'a button label legend summary option textarea title script style h1 svg'.split(' '),
)
const TAG = /^<(\/?)([a-z][a-z0-9]*)/i

/** The same page; each law in its running text is a link to the library. */
export function withLawLinks(lang: Lang, html: string): string {
  let closed = 0
  return html.replaceAll(/<[^>]*>|[^<]+/g, (piece) => {
    const tag = TAG.exec(piece)
    if (tag === null) return closed > 0 || piece.trim().length < 3 ? piece : linked(lang, piece)
    if (WITHOUT_LINKS.has(tag[2]?.toLowerCase() ?? '') && !piece.endsWith('/>'))
      closed += tag[1] === '/' ? -1 : 1
    return piece
  })
}

/** A text of finished HTML, whose signs stay escaped. */
function linked(lang: Lang, escaped: string): string {
  const text = escaped.replaceAll('&#39;', "'")
  const spans = citedSpans(loadLaw(), text)
  if (spans.length === 0) return escaped
  let at = 0
  let out = ''
  for (const { start, end, instrument, article } of spans) {
    const path = href(lang, lawHref(instrument, article))
    out += `${text.slice(at, start)}<a href="${path}">${text.slice(start, end)}</a>`
    at = end
  }
  return out + text.slice(at)
}
