/** One whole case out of one scene: the older it is, the likelier it has ended. */
import { AGENCY_CLOSING_REASONS, type ClosingReason } from '../cases/codes.ts'
import { addMilliseconds, DAY } from '../kernel/instant.ts'
import { at } from './chance.ts'
import type { DemoCase, DemoClosing, DemoPerson } from './demo-world.ts'
import { makeCasePeople } from './make-case-people.ts'
import { makeConsents, makeHelp } from './make-help.ts'
import {
  lastTouched,
  makeChain,
  makeEvents,
  makeEvidence,
  makeMessages,
  makeNotes,
  makeTasks,
} from './make-record.ts'
import { makeReport } from './make-report.ts'
import { ageInDays, later, staffOf, type Scene } from './make-scene.ts'

export interface MadeCase {
  readonly case: DemoCase
  readonly created: readonly DemoPerson[]
}

interface CaseWish {
  readonly scene: Scene
  readonly nextPerson: number
  readonly leadIsNew: 'new' | 'known'
  readonly incident: string | undefined
}

export function makeCase({ scene, nextPerson, leadIsNew, incident }: CaseWish): MadeCase {
  const { people, created } = makeCasePeople(scene, nextPerson, leadIsNew)
  const closing = makeClosing(scene)
  const running = closing === undefined || closing.reopenedAt !== undefined ? 'running' : 'ended'
  const made: DemoCase = {
    key: scene.key,
    story: scene.story.id,
    organisation: scene.organisation.key,
    officer: staffOf(scene, 'caseworker'),
    openedAt: later(scene, scene.story.urgency === 'darurat' ? 0.02 : 0.4),
    lastTouchedAt: running === 'ended' && closing !== undefined ? closing.at : lastTouched(scene),
    types: scene.story.types,
    urgency: scene.story.urgency,
    phase: scene.story.phase,
    country: scene.place.iso,
    city: scene.city,
    district: scene.lead.district,
    narrative: scene.narrative,
    narrativeLanguage: scene.story.language,
    incident,
    protection: protectionOf(scene),
    report: makeReport(scene),
    people,
    chain: makeChain(scene),
    events: makeEvents(scene),
    ...makeHelp(scene, running),
    consents: makeConsents(scene),
    notes: makeNotes(scene),
    messages: makeMessages(scene),
    tasks: makeTasks(scene, running),
    evidence: makeEvidence(scene),
    closing,
    agencyClosing:
      scene.number % 8 === 2 && ageInDays(scene) > 60
        ? { reason: at(AGENCY_CLOSING_REASONS, Math.floor(scene.number / 8)), at: later(scene, 50) }
        : undefined,
  }
  return { case: made, created }
}

function protectionOf(scene: Scene): DemoCase['protection'] {
  const { story, number, material } = scene
  const kinds = ['CAPITAL', 'CHILD'].map((type) => story.types.some((own) => own === type))
  const [capital, child] = kinds
  const wanted = capital === true || (child === true && number % 2 === 0) || number % 31 === 9
  if (!wanted) return undefined
  const [insider = '', aChild = '', deathPenalty = '', nearby = ''] = material.lines.protections
  const reason = capital === true ? deathPenalty : child === true ? aChild : at([insider, nearby], number)
  const supervisor = staffOf(scene, 'supervisor')
  return {
    reason,
    by: supervisor,
    named: [...new Set([staffOf(scene, 'caseworker'), supervisor])],
    at: later(scene, 0.8),
  }
}

/** Likelier with age; nothing younger than a week is closed, and a case of an incident takes longer. */
function makeClosing(scene: Scene): DemoClosing | undefined {
  const age = ageInDays(scene)
  const likelihood = age > 200 ? 0.72 : age > 60 ? 0.4 : age > 7 ? 0.1 : 0
  if (!scene.chance.happens(likelihood)) return undefined
  const { lines } = scene.material
  const reason = closingReason(scene)
  const silent = reason === 'person-cannot-be-reached'
  const closedAfter = Math.max(5, age * (0.3 + (scene.number % 6) / 10))
  const closedAt = later(scene, closedAfter)
  return {
    reason,
    basis: silent ? 'three-attempts' : 'own-word',
    at: closedAt,
    by: staffOf(scene, 'caseworker'),
    words: silent ? 'Tiga kali dicoba pada hari yang berbeda.' : wordsFor(scene, reason),
    attempts: silent
      ? lines.attempts.map((text, place) => ({
          text,
          at: addMilliseconds(closedAt, (place - lines.attempts.length) * DAY),
        }))
      : [],
    reopenedAt: scene.number % 19 === 4 && age - closedAfter > 10 ? later(scene, closedAfter + 9) : undefined,
  }
}

function wordsFor(scene: Scene, reason: ClosingReason): string {
  const [all = '', home = '', stop = '', part = '', elsewhere = ''] = scene.material.lines.closingWords
  switch (reason) {
    case 'achieved':
      return scene.story.needs.includes('return-home') ? home : all
    case 'withdrawn-by-person':
      return stop
    case 'solved-elsewhere':
      return elsewhere
    case 'person-died':
      return 'Keluarga berkata: sudah cukup, kami ikhlas.'
    default:
      return part
  }
}

function closingReason(scene: Scene): ClosingReason {
  if (scene.story.types.includes('DEATH') && scene.number % 2 === 0) return 'person-died'
  const usual: readonly ClosingReason[] = [
    'achieved',
    'partly-achieved',
    'achieved',
    'person-cannot-be-reached',
    'achieved',
    'withdrawn-by-person',
    'not-achieved',
    'solved-elsewhere',
    'partly-achieved',
  ]
  return at(usual, scene.number)
}
