/** Finds the laws that a sentence names, so that pages can link them and a test can look each of them up. */
import type { WrittenCitation } from './resolve-citation.ts'

const NUMBERED =
  '(?:UU|Law|Federal Decree-Law|FDL|Cabinet Decision|Ministerial Decision|PP|Perpres|Keppres|Inpres|Perppu|Perma|Permen(?:aker|lu|kumham|PANRB|dagri| P2MI(?:/Badan)?| PPPA| Imipas)?|Peraturan BP2MI|Kepmenaker|Kepmendagri|Kepka(?: BP2MI)?)'
const NUMBER = String.raw`(?:No\.? ?|Nomor )?[\d.]+(?:-\d+)?(?:/| Tahun )\d{4}`
const NAMED = String.raw`KUHP(?: \(UU 1/2023\))?|KUH Perdata|ACTIP(?: 2015)?|ICRMW|VCCR 1963|VCDR 1961|Konvensi Wina 1963|ILO [CP]0?\d{2,3}|(?:Sarawak )?Cap\. \d+[A-Z]?|\d+/PUU-[IVXLC]+/\d{4}|SKB 3 Menteri(?: \d+/\d{4},?){3}|(?:C29|C87|C97|C102|C105|C111|C138|C143|C181|C182|C188|C189|C190|P29|MLC 2006|UNTOC|ICESCR|UDHR|VCLT 1969)|(?!The )(?:[A-Z][a-z']+ (?:of |and )?)+(?:Act|Ordinance|Order) (?:19|20)\d{2}`
const INSTRUMENT = new RegExp(
  String.raw`(?<![\w/-])(?:(${NUMBERED}) (${NUMBER})((?: ?(?:jo\.|,) (?:UU )?\d+/\d{4})*)|(${NAMED})(?!\w))`,
  'g',
)
const UNIT = String.raw`\d+[A-Z]{0,2}(?![\d/])(?: ?(?:ayat )?\(\w{1,2}\)| ?huruf [a-z]| ?angka \d+| [a-z](?![a-z]))*`
const JOIN = String.raw`(?: ?[–-] ?|, | dan | and )`
const REST = String.raw`(?:${UNIT}|ayat \(\d+\)|huruf [a-z](?![a-z])|\(\d+\))`
/** An article right after the name of a law; the first group is the article. */
export const ARTICLE_AFTER = new RegExp(
  String.raw`^,? (?:Pasal |pasal |Ps |arts?\.? |ss?\. ?|clause )(${UNIT}(?:${JOIN}(?:Pasal )?${REST})*)`,
)
const FURTHER = / ?(?:jo\.|,) ((?:UU )?\d+\/\d{4})/g

/** In the order of the text; an instrument without an article has `-`. */
export function citationsIn(text: string): readonly WrittenCitation[] {
  return [...text.matchAll(INSTRUMENT)].flatMap((match) => {
    const [whole, kind, number, further, named] = match
    const article = ARTICLE_AFTER.exec(text.slice(match.index + whole.length))?.[1] ?? '-'
    if (named !== undefined) return [{ instrument: named.replace(/,$/, ''), article }]
    const more = [...(further ?? '').matchAll(FURTHER)].map((each) => each[1] ?? '')
    const names = [
      `${kind} ${number}`,
      ...more.map((each) => (each.startsWith('UU') ? each : `${kind} ${each}`)),
    ]
    return names.map((instrument, at) => ({ instrument, article: at === names.length - 1 ? article : '-' }))
  })
}

/** Where each name stands that is written with a number, or is one of those in common use; without its article. */
export function citationPlaces(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly name: string }[] {
  return [...text.matchAll(INSTRUMENT)].flatMap(({ index, 1: kind, 2: number, 3: further, 4: named }) => {
    if (named !== undefined) {
      const name = named.replace(/,$/, '')
      return [{ start: index, end: index + name.length, name }]
    }
    const first = `${kind} ${number}`
    const after = index + first.length
    const more = [...(further ?? '').matchAll(FURTHER)].map((each) => {
      const written = each[1] ?? ''
      const end = after + each.index + each[0].length
      return {
        start: end - written.length,
        end,
        name: written.startsWith('UU') ? written : `${kind} ${written}`,
      }
    })
    return [{ start: index, end: after, name: first }, ...more]
  })
}
