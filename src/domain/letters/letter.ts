/** A letter as what it says, without how it looks: the page, the PDF and the DOCX are drawn from this and nothing else. */

export const LETTER_KINDS = ['chronology', 'authority', 'request', 'referral', 'refund', 'wages'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

export const LETTER_LANGUAGES = ['id', 'en'] as const
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number]

/** What a request letter asks a body for. */
export const REQUEST_AIMS = ['data', 'visit', 'exit-clearance', 'fine-waiver', 'restitution'] as const
export type RequestAim = (typeof REQUEST_AIMS)[number]

/** What the one who signs lets the other do. */
export const POWERS = [
  'represent-offices',
  'get-papers',
  'talk-with-employer',
  'claim-pay',
  'report-police',
  'choose-advocate',
] as const
export type Power = (typeof POWERS)[number]

export type FactRow = { readonly label: string; readonly text: string }
export type Version = { readonly who: string; readonly text: string }

export type LetterTable = {
  readonly kind: 'table'
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The last row, which sums up. */
  readonly foot?: readonly string[]
  /** Share of the width of each column; they add up to 1. */
  readonly widths: readonly number[]
  /** Columns of amounts, set against the right edge. */
  readonly amounts: readonly number[]
}

export type LetterBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | LetterTable
  /** Accounts that contradict each other, side by side: the letter does not choose. */
  | { readonly kind: 'beside'; readonly title: string; readonly versions: readonly Version[] }
  | { readonly kind: 'note'; readonly text: string }
  /** A place to sign for each; place and day stand with it, so that no signature stands on a page alone. */
  | {
      readonly kind: 'sign'
      readonly lead?: string
      readonly parties: readonly { readonly role: string; readonly name: string }[]
    }

export type Letter = {
  readonly kind: LetterKind
  readonly language: LetterLanguage
  /** The body that writes. */
  readonly from: string
  readonly title: string
  readonly facts: readonly FactRow[]
  /** Lines of the address; empty for papers that go to nobody in particular. */
  readonly to: readonly string[]
  readonly blocks: readonly LetterBlock[]
  /** At the foot of the last page. */
  readonly footer: string
}

/** What is drawn; a paper that is no letter of a case has no kind. */
export type Paper = Omit<Letter, 'kind'>

/** Every word of a letter, one line for each piece: for tests, and for finding letters that a font does not have. */
export function linesOf(letter: Paper): readonly string[] {
  return [
    letter.from,
    letter.title,
    ...letter.facts.map((row) => `${row.label} ${row.text}`),
    ...letter.to,
    ...letter.blocks.flatMap(linesOfBlock),
    letter.footer,
  ]
}

function linesOfBlock(block: LetterBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.text]
    case 'facts':
      return block.rows.map((row) => `${row.label} ${row.text}`)
    case 'list':
      return block.items
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat(), ...(block.foot ?? [])]
    case 'beside':
      return [block.title, ...block.versions.flatMap((version) => [version.who, version.text])]
    case 'sign':
      return [block.lead ?? '', ...block.parties.flatMap((party) => [party.role, party.name])]
  }
}
