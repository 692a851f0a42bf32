/**
 * An article as a path, so that every way of writing finds the same place: `Pasal 6 ayat (1) huruf j`, `6(1)j` and
 * `art. 6(1)(j)` are all `6 / (1) / j`. The citation of a whole instrument (`-`, `whole`) is the empty path.
 */
export type ArticlePath = readonly string[]

const WHOLE = /^(?:-|—|whole)$/
const SILENT = /^(?:elucidation|Penjelasan|and elucidation|preamble)$/
const NAMED =
  /^(?:(?:First|Second|Third|Fourth|Fifth) Schedule|Part [IVX]+A?|Lampiran(?: [IVX]+)?|Annex(?: [IVX]+)?|Bab [IVXLC]+)$/
const MARKER =
  /^(?:Pasal|pasal|Ps|arts?|ss?|regs?|Reg|rr?|cl|clause|paras?|sch|Standard|no|pp?)\.? ?(?=[A]?\d)/
const NUMBER = /^A?\d+[A-Z]{0,2}(?:\.\d+)*/
const STEP =
  /^(?: ?ayat)? ?\((\d+)[a-z]?\)|^ ?huruf ([a-z]{1,2})\b|^ ?angka (\d+)|^ ?\(([a-z]{1,4})\)|^ ?([a-z])$|^subpara\. ?(\d+)/
const NESTS = /Schedule$|^Annex|^Lampiran/

/** Every place that a citation names, ranges written out; undefined when it cannot be read. */
export function articlePaths(article: string): readonly ArticlePath[] | undefined {
  if (WHOLE.test(article.trim())) return [[]]
  const found: ArticlePath[] = []
  for (const piece of article.split(/\s*(?:;|,| jo\.| dan | and )\s*/)) {
    const part = piece.trim()
    if (SILENT.test(part)) continue
    const paths = rangeFrom(part, found.at(-1))
    if (paths === undefined) return undefined
    if (goesDeeper(found.at(-1), paths[0], part)) found.pop()
    found.push(...paths)
  }
  return found.length === 0 ? undefined : found
}

/** True when the place lies inside the other, or is the same. */
export function isWithin(place: ArticlePath, whole: ArticlePath): boolean {
  return whole.length <= place.length && whole.every((step, at) => step === place[at])
}

/** `Fourth Schedule, Part I` and `art. 57, subpara. 8` name one place in two pieces. */
function goesDeeper(last: ArticlePath | undefined, next: ArticlePath | undefined, part: string): boolean {
  if (last === undefined || next === undefined || !isWithin(next, last)) return false
  return NESTS.test(last[0] ?? '') || part.startsWith('subpara')
}

function rangeFrom(part: string, before: ArticlePath | undefined): readonly ArticlePath[] | undefined {
  const ends = /^(.*?\S) ?[–-] ?(\S.*)$/.exec(part)
  if (ends === null) return wrapped(pathOf(part, before))
  const [, first = '', last = ''] = ends
  const from = pathOf(first, before)
  if (from === undefined) return undefined
  const sub = /^(\d+)(.*)$/.exec(last)
  // Korean law numbers an inserted article 22-2: the second number is the smaller one.
  if (sub !== null && from.length === 1 && Number.parseInt(from[0] ?? '', 10) > Number(sub[1]))
    return wrapped(pathOf(`${from[0]}_${sub[1]}${sub[2]}`, undefined))
  const to =
    NESTS.test(from[0] ?? '') && NUMBER.test(last) ? [...from.slice(0, -1), last] : pathOf(last, from)
  return to === undefined ? undefined : between(from, to)
}

function wrapped(path: ArticlePath | undefined): readonly ArticlePath[] | undefined {
  return path === undefined ? undefined : [path]
}

function pathOf(text: string, before: ArticlePath | undefined): ArticlePath | undefined {
  if (NAMED.test(text))
    return before !== undefined && NESTS.test(before[0] ?? '') ? [...before, text] : [text]
  const bare = text.replace(MARKER, '')
  const marked = bare !== text
  const number = /^\d+_\d+/.exec(bare)?.[0] ?? NUMBER.exec(bare)?.[0]
  if (number !== undefined) {
    const inside = marked && before !== undefined && NESTS.test(before[0] ?? '') ? before : []
    return stepsFrom([...inside, number.replace('_', '-')], bare.slice(number.length))
  }
  return before === undefined || before.length === 0 ? undefined : continued(text, before)
}

/** `ayat (3)` after `Pasal 6 ayat (1)` names the article before: a step takes the place of its own kind. */
function continued(text: string, before: ArticlePath): ArticlePath | undefined {
  const step = stepIn(text)
  if (step === undefined) return undefined
  const same = before.findIndex((each, at) => at > 0 && kindOf(each) === kindOf(step.step))
  const base = same < 0 ? before : before.slice(0, same)
  return stepsFrom([...base, step.step], text.slice(step.length))
}

function stepsFrom(path: readonly string[], rest: string): ArticlePath | undefined {
  if (rest === '') return path
  const step = stepIn(rest)
  return step === undefined ? undefined : stepsFrom([...path, step.step], rest.slice(step.length))
}

function stepIn(text: string): { readonly step: string; readonly length: number } | undefined {
  const match = STEP.exec(text)
  if (match === null) return undefined
  const [whole, ayat, huruf, angka, letter, bare, sub] = match
  const point = angka ?? sub
  const step =
    ayat !== undefined ? `(${ayat})` : point !== undefined ? `#${point}` : (huruf ?? letter ?? bare)
  return step === undefined ? undefined : { step, length: whole.length }
}

function kindOf(step: string): 'ayat' | 'angka' | 'huruf' | 'article' {
  if (step.startsWith('(')) return 'ayat'
  if (step.startsWith('#')) return 'angka'
  return /^[a-z]/.test(step) ? 'huruf' : 'article'
}

/** Both ends, and what lies between them where it can be counted. */
function between(from: ArticlePath, to: ArticlePath): readonly ArticlePath[] {
  const first = from.at(-1) ?? ''
  const last = to.at(-1) ?? ''
  const base = from.slice(0, -1)
  const low = Number.parseInt(first.replace(/^\(|^#/, ''), 10)
  const high = Number.parseInt(last.replace(/^\(|^#/, ''), 10)
  const inner: string[] = []
  if (from.length === to.length && !Number.isNaN(low) && !Number.isNaN(high))
    for (let each = low + 1; each < high || (each === high && /[A-Z]$/.test(last)); each += 1)
      inner.push(first.replace(/\d+[A-Z]*/, String(each)))
  if (/^[a-z]$/.test(first) && /^[a-z]$/.test(last))
    for (let code = first.charCodeAt(0) + 1; code < last.charCodeAt(0); code += 1)
      inner.push(String.fromCharCode(code))
  return [from, ...inner.map((step) => [...base, step]), to]
}
