/** A legal text cut into its clauses. The cut is a proposal: a person corrects it with lines that begin with "===". */

export const TEXT_KINDS = ['treaty', 'mou', 'regulation', 'village-regulation', 'contract'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export const TEXT_LANGUAGES = ['id', 'en', 'ms', 'ar', 'zh', 'ja', 'ko'] as const
export type TextLanguage = (typeof TEXT_LANGUAGES)[number]

export const TEXT_STANDINGS = ['draft', 'official'] as const
export type TextStanding = (typeof TEXT_STANDINGS)[number]

export interface Clause {
  /** Unique in its text; part of an address. */
  readonly key: string
  /** As the heading is written: "Pasal 5", "Article 5"; empty for what stands before the first. */
  readonly label: string
  readonly body: string
}

/** Characters of a whole text; a law of three hundred articles is about half of it. */
export const LONGEST_TEXT = 300_000
export const MOST_CLAUSES = 600
export const OPENING_KEY = 'pembuka'
const MARKER = /^={3,}\s*(.*?)\s*={0,}$/u

// Signs that nobody sees and that let two different texts look the same: zero width, direction marks, control signs.
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

export interface CleanText {
  readonly text: string
  /** How many unseen signs were taken out: the drafter is told. */
  readonly removed: number
}

/** Plain text with one kind of line end, composed letters and nothing unseen. Letters written from the right stay. */
export function cleanText(raw: string): CleanText {
  let removed = 0
  const text = raw
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replaceAll(UNSEEN, () => {
      removed += 1
      return ''
    })
    .normalize('NFC')
    .replaceAll(/[\t\u00A0\u202F]/g, ' ')
    .replaceAll(/ +$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
  return { text, removed }
}

const NAMED =
  /^((?:pasal|fasal|article|artikel|section)\s+(?:\d{1,4}\s?[A-Z]{0,2}|[IVXLC]{1,7}))(?:\s*[.:–—-]\s*(\S.{0,120})?|\s*\(([^()]{1,100})\))?$/iu
const NUMBERED = /^(\d{1,3})\.\s+\S/
const CHAPTER = /^(?:bab|chapter|bagian|part|paragraf)\s+(?:[IVXLC]+|\d+|ke\w+)\b.{0,80}$/iu

interface Cut {
  readonly label: string
  readonly first: string
  readonly at: number
}

/** The clauses of a clean text. Lines with "===" decide alone when there are any; else the headings of articles do. */
export function splitText(text: string): readonly Clause[] {
  const lines = text.split('\n')
  const byHand = lines.some((line) => MARKER.test(line))
  const cuts = cutsOf(lines)
  const taken = new Set<string>()
  const pieces = [{ label: '', first: '', at: -1 }, ...cuts].map((cut, index, all) => {
    const end = all[index + 1]?.at ?? lines.length
    const body = [cut.first, ...lines.slice(cut.at + 1, end)].join('\n').trim()
    return { label: cut.label, body }
  })
  return (byHand ? pieces : moveChapters(pieces))
    .filter((piece, index) => index > 0 || piece.body !== '')
    .map((piece) => ({ key: keyFor(piece.label, taken), ...piece }))
}

function cutsOf(lines: readonly string[]): readonly Cut[] {
  const marked = lines.flatMap((line, at): readonly Cut[] => {
    const label = MARKER.exec(line)?.[1]
    return label === undefined ? [] : [{ label: label.slice(0, 120), first: '', at }]
  })
  if (marked.length > 0) return marked
  const named = lines.flatMap((line, at): readonly Cut[] => {
    const found = NAMED.exec(line.trim())
    if (found === null) return []
    return [{ label: (found[1] ?? '').replaceAll(/\s+/g, ' '), first: found[2] ?? found[3] ?? '', at }]
  })
  return named.length > 0 ? named : numberedCuts(lines)
}

/** Only a row that counts up by one is a row of articles; the points inside an article begin again. */
function numberedCuts(lines: readonly string[]): readonly Cut[] {
  const cuts: Cut[] = []
  for (const [at, line] of lines.entries()) {
    const number = NUMBERED.exec(line)?.[1]
    if (number === undefined || Number(number) !== cuts.length + 1) continue
    cuts.push({ label: `${Number(number)}.`, first: line.replace(/^\d+\.\s+/, ''), at })
  }
  return cuts
}

/** The heading of a chapter stands above its first article and belongs to it, not to the article before. */
function moveChapters(
  pieces: readonly { readonly label: string; readonly body: string }[],
): readonly { readonly label: string; readonly body: string }[] {
  let carried = ''
  return pieces.map((piece, index) => {
    const lines = piece.body.split('\n')
    const from = index === pieces.length - 1 ? -1 : lines.findLastIndex((line) => CHAPTER.test(line))
    const moves =
      from >= 0 && lines.length - from <= 4 && lines.slice(from).every((line) => line.length <= 120)
    const kept = (moves ? lines.slice(0, from) : lines).join('\n').trim()
    const body = [carried, kept].filter((part) => part !== '').join('\n')
    carried = moves ? lines.slice(from).join('\n').trim() : ''
    return { label: piece.label, body }
  })
}

function keyFor(label: string, taken: Set<string>): string {
  const plain = label
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  const base = label === '' ? OPENING_KEY : plain || 'butir'
  let key = base
  for (let count = 2; taken.has(key); count += 1) key = `${base}-x${count}`
  taken.add(key)
  return key
}

/** The text with a line "===" above each clause, for the drafter to correct. Read again it gives the same clauses. */
export function markedText(clauses: readonly Pick<Clause, 'label' | 'body'>[]): string {
  return clauses
    .map(({ label, body }) => (label === '' ? body : `=== ${label}\n${body}`))
    .join('\n\n')
    .trim()
}

/** What is wrong with a text before it is kept; undefined when nothing is. */
export function textFault(
  text: string,
  clauses: readonly Clause[],
): 'empty' | 'too-long' | 'too-many' | undefined {
  if (text.length > LONGEST_TEXT) return 'too-long'
  if (clauses.every((clause) => clause.body === '')) return 'empty'
  return clauses.length > MOST_CLAUSES ? 'too-many' : undefined
}
