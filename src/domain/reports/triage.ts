/**
 * How soon should a person look at this report, and what is it perhaps about? Advice for the officer, never a
 * decision: every signal is returned with what it rests on, the most urgent wins, and an officer may overrule it.
 * Nothing here says who is a victim.
 */
import type { CaseType } from '../cases/case-types.ts'
import { compareUrgency, mostUrgent, type Urgency } from '../cases/urgency.ts'
import { valueOf } from '../kernel/answer.ts'
import type { PartialDate } from '../kernel/partial-date.ts'
import { ageRangeAt, touchesChildhood } from '../people/age.ts'
import { CASE_TYPES_OF_WHAT, type ReportDraft, type WhatHappened } from './report.ts'
import { findWords, type WordMatch } from './word-search.ts'
import { WORD_SIGNALS, type WordSignal } from './words-lexicon.ts'

export const ANSWER_SIGNALS = [
  'danger-now',
  'locked-and-hurt',
  'child-now',
  'danger-soon',
  'chose-violence',
  'chose-sexual-violence',
  'chose-confinement',
  'chose-force',
  'chose-detention',
  'chose-death',
  'chose-illness',
  'child-at-departure',
  'seeking-family',
  'many-people',
  'chose-right-violated',
  'call-not-safe',
  'danger-unknown',
] as const
export type AnswerSignal = (typeof ANSWER_SIGNALS)[number]

export const TRIAGE_SIGNALS = [...ANSWER_SIGNALS, ...WORD_SIGNALS] as const
export type TriageSignal = AnswerSignal | WordSignal

export interface TriageReason {
  readonly signal: TriageSignal
  readonly urgency: Urgency
  /** Codes of the answers it rests on, such as `danger:now`; never the reporter's words. */
  readonly facts: readonly string[]
  readonly match?: { readonly start: number; readonly end: number; readonly word: string }
}

export interface CaseTypeSuggestion {
  readonly type: CaseType
  /** Codes of answers and signals, in a fixed order. */
  readonly because: readonly string[]
}

export interface Triage {
  readonly urgency: Urgency
  readonly reasons: readonly TriageReason[]
  readonly caseTypes: readonly CaseTypeSuggestion[]
  /** Every place in the story worth looking at, also what the story denies. */
  readonly highlights: readonly WordMatch[]
}

interface AnswerRule {
  readonly signal: AnswerSignal
  readonly urgency: Urgency
  readonly caseTypes: readonly CaseType[]
  /** The facts that fire it; none means silent. */
  readonly fires: (draft: ReportDraft, on: PartialDate | undefined) => readonly string[]
}

const RULES: readonly AnswerRule[] = [
  rule('danger-now', 'darurat', (draft) => (valueOf(draft.danger) === 'now' ? ['danger:now'] : [])),
  rule('locked-and-hurt', 'darurat', (draft) =>
    draft.what.includes('kunci') ? withKey('what:kunci', chosen(draft, ['pukul', 'tubuh', 'paksa'])) : [],
  ),
  rule('child-now', 'darurat', (draft, on) => childAt(draft, on, 'now'), ['CHILD']),
  rule('danger-soon', 'tinggi', (draft) => (valueOf(draft.danger) === 'soon' ? ['danger:soon'] : [])),
  rule('chose-violence', 'tinggi', (draft) => chosen(draft, ['pukul'])),
  rule('chose-sexual-violence', 'tinggi', (draft) => chosen(draft, ['tubuh'])),
  rule('chose-confinement', 'tinggi', (draft) => chosen(draft, ['kunci'])),
  rule('chose-force', 'tinggi', (draft) => chosen(draft, ['paksa'])),
  rule('chose-detention', 'tinggi', (draft) => chosen(draft, ['ditahan'])),
  rule('chose-death', 'tinggi', (draft) => chosen(draft, ['duka'])),
  rule('chose-illness', 'tinggi', (draft) => chosen(draft, ['sakit'])),
  rule('child-at-departure', 'tinggi', (draft) => childAt(draft, valueOf(draft.departed), 'departed'), [
    'CHILD',
  ]),
  rule(
    'seeking-family',
    'tinggi',
    (draft) => (draft.about === 'seeking-family' ? ['about:seeking-family'] : []),
    ['MISSING'],
  ),
  rule('many-people', 'tinggi', (draft) => ((valueOf(draft.peopleCount) ?? 0) >= 10 ? ['people:10+'] : []), [
    'MASS_INCIDENT',
  ]),
  rule('chose-right-violated', 'sedang', (draft) =>
    chosen(draft, ['gaji', 'paspor', 'utang', 'tipu', 'pulang']),
  ),
  rule('call-not-safe', 'sedang', (draft) =>
    valueOf(draft.safeContact)?.callRule === 'do-not-call' ? ['contact:do-not-call'] : [],
  ),
  rule('danger-unknown', 'sedang', (draft) => (draft.danger.known ? [] : [`danger:${draft.danger.why}`])),
]

/**
 * Suggests urgency and case types. `on` is the day it was received, for the age now; without it only the
 * age at departure can be read.
 */
export function suggestTriage(draft: ReportDraft, on?: PartialDate): Triage {
  const highlights = findWords(draft.story)
  const said = highlights.filter((match) => match.sense === 'said')
  const fired = RULES.map((each) => ({ ...each, facts: each.fires(draft, on) })).filter(
    (each) => each.facts.length > 0,
  )
  const reasons = [...fired.map(answerReason), ...said.map(wordReason), ...ageWordReasons(draft.story)]
  return {
    urgency: mostUrgent(reasons.map((reason) => reason.urgency)),
    reasons: reasons.sort((a, b) => compareUrgency(a.urgency, b.urgency) || signalRank(a) - signalRank(b)),
    caseTypes: suggestCaseTypes(draft, fired, said, reasons),
    highlights,
  }
}

function answerReason(fired: AnswerRule & { readonly facts: readonly string[] }): TriageReason {
  return { signal: fired.signal, urgency: fired.urgency, facts: fired.facts }
}

function wordReason(match: WordMatch): TriageReason {
  const { start, end, word } = match
  return { signal: match.signal, urgency: match.urgency, facts: ['story'], match: { start, end, word } }
}

const AGES = [
  /(?<!\p{L})(?:umur|umurnya|usia|usianya|berumur|berusia|umure|yuswa|age|aged)\s{1,3}(?:baru |masih )?(\d{1,2})(?!\d)/giu,
  /(?<!\p{L})(?:masih|isih|baru berumur) (\d{1,2}) (?:tahun|thn|th|taun)(?!\p{L})/giu,
  /(?<!\p{L})(?:only )?(\d{1,2}) years old(?!\p{L})/giu,
]

/** "umur 16", "masih 16 tahun", "15 years old": a number that says child. */
function ageWordReasons(story: string): readonly TriageReason[] {
  return AGES.flatMap((ages) => [...story.slice(0, 20_000).matchAll(ages)])
    .filter((match) => Number(match[1]) < 18)
    .map((match) => ({
      signal: 'word-child',
      urgency: 'darurat',
      facts: ['story'],
      match: { start: match.index, end: match.index + match[0].length, word: match[0] },
    }))
}

function suggestCaseTypes(
  draft: ReportDraft,
  fired: readonly (AnswerRule & { readonly facts: readonly string[] })[],
  said: readonly WordMatch[],
  reasons: readonly TriageReason[],
): readonly CaseTypeSuggestion[] {
  const because = new Map<CaseType, Set<string>>()
  const add = (type: CaseType, cause: string) => {
    because.set(type, (because.get(type) ?? new Set()).add(cause))
  }
  for (const what of draft.what) for (const type of CASE_TYPES_OF_WHAT[what]) add(type, `what:${what}`)
  for (const each of fired) for (const type of each.caseTypes) add(type, each.signal)
  for (const match of said) for (const type of match.caseTypes) add(type, match.signal)
  if (reasons.some((reason) => reason.signal === 'word-child')) add('CHILD', 'word-child')
  return [...because]
    .map(([type, causes]) => ({ type, because: [...causes].sort() }))
    .sort((a, b) => b.because.length - a.because.length || (a.type < b.type ? -1 : 1))
}

function chosen(draft: ReportDraft, choices: readonly WhatHappened[]): readonly string[] {
  return choices.filter((choice) => draft.what.includes(choice)).map((choice) => `what:${choice}`)
}

function withKey(key: string, others: readonly string[]): readonly string[] {
  return others.length > 0 ? [key, ...others] : []
}

function childAt(
  draft: ReportDraft,
  at: PartialDate | undefined,
  when: 'now' | 'departed',
): readonly string[] {
  const born = valueOf(draft.born)
  if (born === undefined || at === undefined) return []
  return touchesChildhood(ageRangeAt({ kind: 'born', on: born }, at)) ? [`age-${when}:touches-18`] : []
}

function signalRank(reason: TriageReason): number {
  return (TRIAGE_SIGNALS as readonly TriageSignal[]).indexOf(reason.signal)
}

function rule(
  signal: AnswerSignal,
  urgency: Urgency,
  fires: AnswerRule['fires'],
  caseTypes: readonly CaseType[] = [],
): AnswerRule {
  return { signal, urgency, fires, caseTypes }
}
