/**
 * How soon must a person act? From the answers and the words of the story, with the same rules by which a report
 * is sorted, and from facts that only a case knows. Advice: an officer may overrule it. What is not known is never
 * taken for safety.
 */
import { compareUrgency, mostUrgent, type Urgency } from '../../cases/urgency.ts'
import { known, unknown, type Answer } from '../../kernel/answer.ts'
import { partialDateOf, type PlainDate } from '../../kernel/partial-date.ts'
import { blankReport, type ReportDraft } from '../../reports/report.ts'
import { suggestTriage, type TriageReason } from '../../reports/triage.ts'
import { childhoodOf } from '../childhood.ts'
import type { Conclusion, Entry, UsedFact } from '../conclusion.ts'
import { factAt } from '../fact-at.ts'
import { answered, type NotKnown } from '../facts/facts-kit.ts'
import type { Facts } from '../facts/facts.ts'
import { askFor, chapterOn, entryOf, type Chapter, type Rulebook } from '../rulebook.ts'
import { CASE_SIGNALS } from './case-signals.ts'

interface Signal {
  readonly rule: string
  readonly urgency: Urgency
  readonly facts: readonly UsedFact[]
}

const ASKED: readonly string[] = [
  'situation.danger',
  'situation.lockedIn',
  'situation.hurtNow',
  'person.born',
  'situation.story',
]

/** Danger that nobody asked about fires even with no facts at all; alone it is no answer. */
const NOBODY_ASKED = 'signal.danger-unknown'

export function concludeUrgency(facts: Facts, rulebook: Rulebook, asOf: PlainDate): Conclusion<Urgency> {
  const chapter = chapterOn(rulebook, 'urgency', asOf)
  const signals = [...reportSignals(facts, asOf), ...caseSignals(facts), ...childSignal(facts, asOf)].sort(
    (a, b) => compareUrgency(a.urgency, b.urgency) || (a.rule < b.rule ? -1 : 1),
  )
  const missing = ASKED.filter((fact) => !isKnown(facts, fact))
  const silent = facts.situation?.danger !== 'unknown' && isSilent(missing, signals)
  const urgency = mostUrgent(signals.map((each) => each.urgency))
  return {
    question: 'urgency',
    asOf,
    answer: silent ? 'not-enough-facts' : urgency,
    fired: signals.flatMap((each) => entryOf(chapter, each.rule, each.facts)),
    against: calmFacts(chapter, facts),
    missing,
    nextQuestions: urgency === 'darurat' ? [] : missing.map((fact) => askFor(chapter, fact)),
    confirmBy: ['caseworker'],
  }
}

function isSilent(missing: readonly string[], signals: readonly Signal[]): boolean {
  return missing.length === ASKED.length && signals.every((each) => each.rule === NOBODY_ASKED)
}

function reportSignals(facts: Facts, asOf: PlainDate): readonly Signal[] {
  const { reasons } = suggestTriage(draftOf(facts), partialDateOf(asOf))
  return reasons.map((reason) => ({
    rule: `signal.${reason.signal}`,
    urgency: reason.urgency,
    facts: usedBy(reason, facts),
  }))
}

/** A report with the answers that the facts give; everything else was not asked. */
function draftOf(facts: Facts): ReportDraft {
  const { situation, person, migration } = facts
  const blank = blankReport({ channel: 'api', language: 'id' })
  return {
    ...blank,
    about: isGiven(situation?.about) ? situation.about : 'myself',
    reporterRelation: answerOf(situation?.reporter),
    peopleCount: answerOf(situation?.peopleCount),
    born: answerOf(person?.born),
    departed: answerOf(migration?.departed),
    lastContact: answerOf(situation?.lastContact),
    what: isGiven(situation?.what) ? situation.what : [],
    story: situation?.story ?? '',
    danger: answerOf(situation?.danger),
    safeContact:
      answered(situation?.callIsSafe) === 'no'
        ? known({ ways: ['this-page-only'], callRule: 'do-not-call' })
        : blank.safeContact,
  }
}

function usedBy(reason: TriageReason, facts: Facts): readonly UsedFact[] {
  if (reason.match !== undefined) return [{ fact: 'situation.story', value: { ...reason.match } }]
  return reason.facts.map((each) => usedFact(each, facts))
}

/** Codes of the triage (`danger:now`, `what:kunci`) as paths of the facts. */
function usedFact(code: string, { situation, person }: Facts): UsedFact {
  const [name, value] = code.split(':')
  if (name === 'what') return { fact: 'situation.what', value: value ?? null }
  if (name === 'danger') return { fact: 'situation.danger', value: situation?.danger ?? 'not-asked' }
  if (name === 'about') return { fact: 'situation.about', value: value ?? null }
  if (name === 'people') return { fact: 'situation.peopleCount', value: situation?.peopleCount ?? null }
  if (name === 'contact') return { fact: 'situation.callIsSafe', value: 'no' }
  return { fact: 'person.born', value: person?.born ?? null }
}

function caseSignals(facts: Facts): readonly Signal[] {
  return CASE_SIGNALS.filter((each) => each.fires(facts)).map((each) => ({
    rule: each.signal,
    urgency: each.urgency,
    facts: [{ fact: each.fact, value: valueAt(facts, each.fact) }],
  }))
}

/** A person known to be a child by more than the date of birth. */
function childSignal(facts: Facts, asOf: PlainDate): readonly Signal[] {
  const age = childhoodOf({ person: facts.person }, asOf)
  return age.is === 'child' ? [{ rule: 'case.child', urgency: 'darurat', facts: age.facts }] : []
}

function calmFacts(chapter: Chapter, facts: Facts): readonly Entry[] {
  return facts.situation?.danger === 'no'
    ? entryOf(chapter, 'signal.no-danger', [{ fact: 'situation.danger', value: 'no' }])
    : []
}

function isKnown(facts: Facts, path: string): boolean {
  // An age that somebody gave stands for the birth.
  if (path === 'person.born' && (facts.person?.ageClaims ?? []).length > 0) return true
  const value = valueAt(facts, path)
  return value !== null && value !== 'unknown' && value !== 'not-asked'
}

function valueAt(facts: Facts, path: string): UsedFact['value'] {
  return factAt(facts, path) ?? null
}

function isGiven<T>(value: T | NotKnown | undefined): value is Exclude<T, NotKnown> {
  return value !== undefined && value !== 'unknown' && value !== 'not-asked'
}

function answerOf<T>(value: T | NotKnown | undefined): Answer<Exclude<T, NotKnown>> {
  if (isGiven(value)) return known(value)
  return unknown(value === 'unknown' ? 'does-not-know' : 'not-asked')
}
