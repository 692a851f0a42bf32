/**
 * May this reader see this item now? Consent is said item by item and reader by reader, can end, and can be
 * taken back. A yes opens only if nothing later speaks against it; a narrow no is not undone by a broad yes.
 * A guardian's word is recorded as the guardian's (UU 27/2022 art 25) and does not count where that guardian
 * is suspected.
 */
import { CONSENT_ITEMS, type ConsentAnswer, type ConsentItem } from '../cases/codes.ts'
import type { Instant } from '../kernel/instant.ts'
import type { KeepFrom, MayShare, ReaderKind } from '../reports/report.ts'

/** About whom it was said, from wide to narrow. */
export type ConsentScope =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'readers'; readonly of: ReaderKind }
  | { readonly kind: 'body'; readonly bodyId: string }

export const CONSENT_GIVERS = ['person', 'guardian', 'representative'] as const
export type ConsentGiver = (typeof CONSENT_GIVERS)[number]

/** What it was asked for. Sharing for help is asked first; everything else is asked apart. */
export const CONSENT_PURPOSES = ['help', 'search-for-family', 'task-force', 'research', 'publicity'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** In which language it was asked; a yes in a language that the person does not speak proves little. */
export const ASKED_LANGUAGES = [
  'id',
  'jv',
  'su',
  'mad',
  'sas',
  'bug',
  'ms',
  'en',
  'ar',
  'zh',
  'other',
] as const
export type AskedLanguage = (typeof ASKED_LANGUAGES)[number]

export interface Consent {
  readonly item: ConsentItem
  readonly scope: ConsentScope
  readonly answer: ConsentAnswer
  readonly givenBy: ConsentGiver
  /** Who gave it, where it was not the person. */
  readonly giverId?: string
  readonly at: Instant
  /** A yes ends here; a no does not end. */
  readonly until?: Instant
  /** Left out in what was said before purposes were asked: such a yes is for help only, such a no for everything. */
  readonly purpose?: ConsentPurpose
}

export interface Reader {
  readonly bodyId: string
  readonly kind: ReaderKind
}

export interface ConsentQuestion {
  readonly consents: readonly Consent[]
  readonly item: ConsentItem
  readonly reader: Reader
  readonly at: Instant
  /** For what it would be shared; help where nothing is said. */
  readonly purpose?: ConsentPurpose
  /** People whose word for another does not count, because they are suspected in the case. */
  readonly suspects: ReadonlySet<string>
}

export function mayShareWith(question: ConsentQuestion): boolean {
  return consentAnswer(question) === 'yes'
}

/** The answer as it stands; `not-asked` where nothing valid was said about this item and reader. */
export function consentAnswer(question: ConsentQuestion): ConsentAnswer {
  const said = statementsAbout(question)
  const noes = said.filter((each) => each.answer === 'no')
  const opens = said.some(
    (each) => isOpenYes(each, said, question.at) && noes.every((no) => overrules(each, no)),
  )
  if (opens) return 'yes'
  if (noes.length > 0) return 'no'
  return said.some((each) => each.answer === 'does-not-know') ? 'does-not-know' : 'not-asked'
}

/** All items that may go to this reader now. */
export function itemsFor(question: Omit<ConsentQuestion, 'item'>): ReadonlySet<ConsentItem> {
  return new Set(CONSENT_ITEMS.filter((item) => mayShareWith({ ...question, item })))
}

/** When the first of these items stops being open to this reader; undefined where nothing that was said ends. */
export function firstEndOf(
  items: readonly ConsentItem[],
  question: Omit<ConsentQuestion, 'item'>,
): Instant | undefined {
  const ends = items.flatMap((item) => endOf({ ...question, item }) ?? [])
  return ends.toSorted((a, b) => a.getTime() - b.getTime())[0]
}

/** What was said that opens this item to this reader, the narrowest and latest first; empty where nothing does. */
export function consentsThatCarry(question: ConsentQuestion): readonly Consent[] {
  const said = statementsAbout(question)
  const noes = said.filter((each) => each.answer === 'no')
  return said
    .filter((each) => isOpenYes(each, said, question.at) && noes.every((no) => overrules(each, no)))
    .toSorted((a, b) => width(a.scope) - width(b.scope) || b.at.getTime() - a.at.getTime())
}

function endOf(question: ConsentQuestion): Instant | undefined {
  const open = consentsThatCarry(question)
  if (open.some((each) => each.until === undefined)) return undefined
  return open.map((each) => each.until!).toSorted((a, b) => b.getTime() - a.getTime())[0]
}

/** Takes back everything, for everyone, from this moment on. */
export function withdrawalOfAll(at: Instant, givenBy: ConsentGiver): readonly Consent[] {
  return CONSENT_ITEMS.map((item) => ({ item, scope: { kind: 'everyone' }, answer: 'no', givenBy, at }))
}

/** What the fifth question of a report allows: the person's own items, to each kind of reader that got an answer. */
export function consentsFromReport(
  mayShare: MayShare,
  items: readonly ConsentItem[],
  at: Instant,
): readonly Consent[] {
  const readers = Object.entries(mayShare) as [ReaderKind, ConsentAnswer][]
  return readers.flatMap(([of, answer]) =>
    items.map((item) => ({
      item,
      scope: { kind: 'readers' as const, of },
      answer,
      givenBy: 'person' as const,
      at,
    })),
  )
}

/** Bodies that the reporter named as ones that must not see it. */
export function isKeptFrom(keepFrom: readonly KeepFrom[], reader: Reader): boolean {
  return keepFrom.some((each) =>
    each.bodyId === undefined
      ? KEPT_KINDS[each.kind]?.includes(reader.kind) === true
      : each.bodyId === reader.bodyId,
  )
}

const KEPT_KINDS: Readonly<Partial<Record<KeepFrom['kind'], readonly ReaderKind[]>>> = {
  'my-village': ['village'],
  'this-mission': ['mission'],
  'local-labour-office': ['labour-office'],
  'protection-ministry': ['protection-ministry'],
  police: ['police'],
  'my-family': ['family'],
  organisation: ['organisation'],
}

function statementsAbout(question: ConsentQuestion): readonly Consent[] {
  return question.consents.filter(
    (each) =>
      each.item === question.item &&
      each.at <= question.at &&
      concerns(each.scope, question.reader) &&
      isFor(each, question.purpose ?? 'help') &&
      !(each.givenBy !== 'person' && each.giverId !== undefined && question.suspects.has(each.giverId)),
  )
}

function isFor(each: Consent, purpose: ConsentPurpose): boolean {
  if (each.purpose === undefined) return purpose === 'help' || each.answer !== 'yes'
  return each.purpose === purpose
}

function concerns(scope: ConsentScope, reader: Reader): boolean {
  switch (scope.kind) {
    case 'everyone':
      return true
    case 'readers':
      return scope.of === reader.kind
    case 'body':
      return scope.bodyId === reader.bodyId
  }
}

// "I don't know" after a yes takes that yes back, where it was said about the same circle of readers.
function isOpenYes(yes: Consent, said: readonly Consent[], at: Instant): boolean {
  if (yes.answer !== 'yes' || (yes.until !== undefined && yes.until <= at)) return false
  return said.every(
    (each) => each.answer === 'yes' || width(each.scope) !== width(yes.scope) || each.at < yes.at,
  )
}

/** A yes stands against a no only when it is later and at least as narrow. */
function overrules(yes: Consent, no: Consent): boolean {
  return yes.at > no.at && width(yes.scope) <= width(no.scope)
}

function width(scope: ConsentScope): number {
  return { body: 0, readers: 1, everyone: 2 }[scope.kind]
}
