/** What the letters share: head and foot, who it is about, dates as exact as they are known, and what they rest on. */
import type { FactRow, Letter, LetterBlock, LetterKind, LetterLanguage } from '#src/domain/letters/letter.ts'
import type { LetterFacts, LetterPerson } from '#src/domain/letters/letter-facts.ts'
import type { ArticleRef, LawCertainty } from '#src/domain/law/article-ref.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { formatDay, formatPartialDate } from '#src/texts/dates.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { FormValues } from '#src/web/form-values.ts'

/** Everything a letter is made from: facts that this reader may see, what was chosen, and the words of its language. */
export type Making = {
  readonly t: Texts
  readonly lang: LetterLanguage
  readonly zone: string
  readonly now: Date
  /** The body that writes, in the language of the letter. */
  readonly body: string
  readonly officer: string
  readonly facts: LetterFacts
  readonly form: FormValues
  /** Name and address of the recipient, one part on each line. */
  readonly to: readonly string[]
}

const LONGEST_FIELD = 300
const LONGEST_TEXT = 2000

/** A typed field; too long a text is a problem at its field. */
export function typed(m: Making, name: string, longest = LONGEST_FIELD): string {
  const text = m.form.one(name)
  if (text.length > longest) throw new InvalidInputError([{ path: name, code: 'long' }])
  return text
}

export const typedText = (m: Making, name: string): string => typed(m, name, LONGEST_TEXT)

export function needed(m: Making, name: string): string {
  const text = typed(m, name)
  if (text === '') throw new InvalidInputError([{ path: name, code: 'needed' }])
  return text
}

export function today(m: Making): string {
  return formatDay(m.now, m.zone, m.lang)
}

type Whole = {
  readonly kind: LetterKind
  readonly title?: string
  readonly blocks: readonly LetterBlock[]
}

/** The letter with its head and foot. */
export function wholeLetter(m: Making, { kind, title, blocks }: Whole): Letter {
  const words = m.t.suratIsi
  const name = title ?? words.title[kind]
  return {
    kind,
    language: m.lang,
    from: m.body,
    title: name,
    facts: [
      { label: words.head.number, text: m.facts.caseCode },
      { label: words.head.date, text: today(m) },
    ],
    to: m.to.length === 0 ? [] : [words.head.to, ...m.to],
    blocks,
    footer: words.footer(m.body, today(m), m.facts.caseCode),
  }
}

/** The person the letter is about: the one chosen, else the one concerned. */
export function personOf(m: Making, field = 'orang'): LetterPerson | undefined {
  const chosen = m.form.one(field)
  if (chosen === '') return m.facts.persons.find((each) => each.roles.includes('concerned'))
  const person = m.facts.persons.find((each) => each.id === chosen)
  if (!person) throw new InvalidInputError([{ path: field, code: 'unknownChoice' }])
  return person
}

export function nameOf(m: Making, person: LetterPerson | undefined): string {
  return person === undefined || person.name === '' ? m.t.suratIsi.unknown : person.name
}

export const ABOUT_PERSON = ['other-names', 'born', 'village', 'documents'] as const

/** Name always; the rest only where it was chosen and is known. */
export function personRows(m: Making, person: LetterPerson | undefined): readonly FactRow[] {
  const words = m.t.suratIsi.person
  const chosen = m.form.all('sebut')
  const rows: readonly (readonly [string, string, string])[] = [
    ['other-names', words.otherNames, person?.otherNames.join(', ') ?? ''],
    ['born', words.born, person?.born === undefined ? '' : formatPartialDate(person.born, m.lang)],
    ['village', words.village, person?.village ?? ''],
    ['documents', words.documents, person?.documents.join(', ') ?? ''],
  ]
  return [
    { label: words.name, text: nameOf(m, person) },
    ...rows
      .filter(([part, , text]) => chosen.includes(part) && text !== '')
      .map(([, label, text]) => ({ label, text })),
  ]
}

/** "Pasal 30 ayat (1)" and "art. 30(1)" out of `30(1)`. */
function articleWords(m: Making, written: string): string {
  const words = m.t.suratIsi
  if (/^[–—-]$/.test(written)) return ''
  const match = /^([\d–-]+[A-Z]?)(?:\((\d+)\))?(?:\(([a-z])\))?$/.exec(written)
  if (!match) return m.lang === 'id' ? written : inEnglish(written)
  const glue = m.lang === 'id' ? ' ' : ''
  return [
    words.article(match[1] ?? ''),
    match[2] === undefined ? '' : words.paragraph(match[2]),
    match[3] === undefined ? '' : words.letter(match[3]),
  ]
    .filter((part) => part !== '')
    .join(glue)
}

/** The rulebook writes Indonesian articles out in Indonesian. */
function inEnglish(written: string): string {
  return written
    .replaceAll('Pasal ', 'art. ')
    .replaceAll(/ ayat (\(\d+\))/g, '$1')
    .replaceAll(/ huruf ([a-z])\b/g, '($1)')
}

function marked(m: Making, text: string, certainty: LawCertainty): string {
  return certainty === 'verified' ? text : `${text} (${m.t.suratIsi.unverified})`
}

/** What the letter rests on; what was not read in the text itself says so. */
export function basisBlocks(m: Making, basis: readonly ArticleRef[]): readonly LetterBlock[] {
  if (basis.length === 0) return []
  const words = m.t.suratIsi
  const items = basis.map((each) =>
    marked(m, `${each.instrument} ${articleWords(m, each.article)}`.trim(), each.certainty),
  )
  const doubtful = basis.some((each) => each.certainty !== 'verified')
  return [
    { kind: 'heading', text: words.basis },
    { kind: 'list', items: [...new Set(items)] },
    ...(doubtful ? [{ kind: 'note', text: words.basisNote } as const] : []),
  ]
}

/** The end of a letter to somebody: thanks, and who signs. */
export function closingBlocks(m: Making): readonly LetterBlock[] {
  const words = m.t.suratIsi
  return [
    { kind: 'paragraph', text: words.closing },
    { kind: 'sign', parties: [{ role: `${words.regards}\n${m.body}`, name: m.officer }] },
  ]
}

/** An amount in the smallest unit, as the reader of the letter writes it. */
export function amountWords(
  m: Making,
  minor: number,
  money: { readonly currency: string; readonly decimals: number },
): string {
  const digits = { minimumFractionDigits: money.decimals, maximumFractionDigits: money.decimals }
  const number = new Intl.NumberFormat(m.lang === 'id' ? 'id-ID' : 'en-GB', digits)
  return `${money.currency} ${number.format(minor / 10 ** money.decimals)}`
}
