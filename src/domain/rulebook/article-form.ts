/** How an article is written, so that a lawyer finds it and a typing error is caught. */

const SEPARATOR = /\s*(?:;|,|–| jo\. )\s*/
const NUMBER = String.raw`\d+[A-Z]{0,2}`
const INDONESIAN = new RegExp(
  String.raw`^(?:Pasal )?(?:${NUMBER})?(?: ?ayat)?(?: ?\(\d+[a-z]?\))?(?: ?huruf [a-z]{1,2})?(?: ?angka \d+)?$`,
)
const PART = String.raw`(?:\([0-9a-zA-Z]{1,4}\))`
const FOREIGN = new RegExp(
  String.raw`^(?:art\.|arts\.|s\.|ss\.|reg\.|regs\.|r\.|rr\.|cl\.|clause|para\.|paras\.|subpara\.|sch\.|Reg\.|Standard A|no\.|p\.|pp\.) ?${NUMBER}(?:[.:-]\d+)*${PART}*$`,
)
const CONTINUED = new RegExp(String.raw`^(?:${NUMBER}(?:[.:-]\d+)*)?${PART}*$|^huruf [a-z]{1,2}$`)
const WHOLE =
  /^(?:-|whole|(?:Fourth|First|Third) Schedule|Part [IVX]+A?|Lampiran(?: [IVX]+)?|Annex(?: [IVX]+)?|Bab [IVXLC]+|preamble|elucidation|Penjelasan)$/

/** True for `Pasal 30 ayat (1) huruf a`, lists of such, `art. 3(c)–(d)`, `Lampiran`, and `-` for one that was not read. */
export function isArticleForm(article: string): boolean {
  if (WHOLE.test(article)) return true
  const parts = article.split(SEPARATOR)
  return parts.every((part, at) => part !== '' && isPart(part, at))
}

function isPart(part: string, at: number): boolean {
  if (WHOLE.test(part) && part !== '-') return true
  if (part.startsWith('Pasal ')) return INDONESIAN.test(part) && /\d/.test(part)
  if (FOREIGN.test(part)) return true
  return at > 0 && (CONTINUED.test(part) || INDONESIAN.test(part))
}
