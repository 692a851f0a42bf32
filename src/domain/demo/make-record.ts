/** What a file gathers over time: the chain, the timeline with what contradicts it, notes, messages, tasks, evidence. */
import { CERTAINTIES, SOURCE_KINDS, type IntermediaryKind } from '../cases/codes.ts'
import { addMilliseconds, DAY, type Instant } from '../kernel/instant.ts'
import { isExactDay, partialDateOf, type PartialDate } from '../kernel/partial-date.ts'
import { at } from './chance.ts'
import type { DemoEvent, DemoEvidence, DemoLink, DemoMessage, DemoNote, DemoTask } from './demo-world.ts'
import { departedIn } from './make-report.ts'
import { ageInDays, later, staffOf, staffWith, type Scene } from './make-scene.ts'
import { weaveText } from './weave-text.ts'

const CHAINS: readonly (readonly IntermediaryKind[])[] = [
  ['recruiter', 'p3mi', 'agency-abroad', 'employer'],
  ['sponsor', 'training-centre', 'p3mi', 'agency-abroad', 'employer'],
  ['recruiter', 'transporter', 'employer'],
  ['recruiter', 'document-maker', 'transporter', 'unknown'],
  ['sponsor', 'lender', 'p3mi', 'employer'],
  ['recruiter', 'official', 'other', 'employer'],
]

const AT_HOME: readonly IntermediaryKind[] = [
  'recruiter',
  'sponsor',
  'p3mi',
  'training-centre',
  'lender',
  'document-maker',
  'official',
]

export function makeChain(scene: Scene): readonly DemoLink[] {
  const atSea = scene.story.sector === 'sea-fishing' || scene.story.sector === 'shipping'
  if (scene.story.phase === 'not-migration' || scene.story.id.startsWith('info')) return []
  const kinds: readonly IntermediaryKind[] = atSea
    ? ['recruiter', 'manning-agency', 'vessel-owner']
    : at(CHAINS, scene.number)
  return kinds.map((kind, place) => ({
    order: place + 1,
    kind,
    name: nameOfLink(scene, kind),
    place: AT_HOME.includes(kind) ? (scene.slots['kab'] ?? '') : scene.city,
    paid:
      place < 2 && scene.number % 2 === 0
        ? { amount: (3 + ((scene.number + place) % 22)) * 1_000_000, currency: 'IDR' }
        : undefined,
    certainty: at(CERTAINTIES, scene.number + place),
    source: at(SOURCE_KINDS, scene.number + place * 3),
  }))
}

function nameOfLink(scene: Scene, kind: IntermediaryKind): string {
  const slots: Partial<Record<IntermediaryKind, string>> = {
    recruiter: scene.slots['calo'],
    sponsor: scene.slots['calo'],
    p3mi: scene.slots['pt'],
    'agency-abroad': scene.slots['agen'],
    'manning-agency': scene.slots['agen'],
    employer: scene.slots['majikan'],
    'vessel-owner': `pemilik ${scene.slots['kapal'] ?? 'kapal'}`,
  }
  return slots[kind] ?? 'nama belum diketahui'
}

const WHEN_WORDS = [
  'sebelum Ramadan',
  'sekitar musim panen',
  'waktu anak masuk sekolah',
  'habis Lebaran haji',
  'pas banjir besar',
]

export function makeEvents(scene: Scene): readonly DemoEvent[] {
  const { story, number } = scene
  const events = story.events.map((template, place): DemoEvent => {
    const daysBefore = (story.events.length - place) * (9 + (number % 50)) - 5
    const told = addMilliseconds(scene.receivedAt, -daysBefore * DAY)
    const longAgo = place === 0 && story.types.includes('MISSING')
    const when = longAgo ? partialDateOf(`${departedIn(scene)}~`) : halfKnown(told, number + place)
    return {
      key: `${scene.key}-event-${place + 1}`,
      when,
      whenWords: isExactDay(when) || (number + place) % 3 !== 0 ? undefined : at(WHEN_WORDS, number + place),
      what: weaveText(template, scene.slots, scene.chance),
      source: at(SOURCE_KINDS, Math.floor(number / 2) + place),
      certainty: at(CERTAINTIES, number + place),
      contradicts: undefined,
    }
  })
  const [first] = events
  if (first === undefined || number % 6 !== 1) return events
  const other = halfKnown(addMilliseconds(scene.receivedAt, -(260 + (number % 90)) * DAY), number + 3)
  const against: DemoEvent = {
    ...first,
    key: `${first.key}-otherwise`,
    when: other,
    whenWords: undefined,
    source: number % 4 === 1 ? 'employer' : 'family',
    certainty: 'doubtful',
    contradicts: first.key,
  }
  return [...events, against]
}

/** A day, a month, about a month, a year: as people remember. */
function halfKnown(day: Instant, turn: number): PartialDate {
  const text = day.toISOString()
  return partialDateOf(
    at(
      [
        text.slice(0, 10),
        text.slice(0, 7),
        `${text.slice(0, 7)}~`,
        text.slice(0, 4),
        `${text.slice(0, 10)}~`,
      ],
      turn,
    ),
  )
}

export function makeNotes(scene: Scene): readonly DemoNote[] {
  const { notes } = scene.material.lines
  const count = 1 + (scene.number % 4)
  return Array.from({ length: count }, (_item, place) => {
    const note = at(notes, scene.number * 3 + place * 5)
    return {
      class: note.class,
      text: note.text,
      by: staffOf(scene, 'caseworker'),
      at: later(scene, 1 + place * 6),
    }
  })
}

export function makeMessages(scene: Scene): readonly DemoMessage[] {
  const { messages } = scene.material.lines
  return Array.from({ length: scene.number % 5 }, (_item, place) => {
    const message = at(messages, scene.number + place)
    const by = message.from === 'staff' ? staffOf(scene, 'caseworker') : undefined
    return { from: message.from, by, text: message.text, at: later(scene, 0.5 + place * 3) }
  })
}

/** Some lie ahead, some are over time, the rest are done. */
export function makeTasks(scene: Scene, ended: 'ended' | 'running'): readonly DemoTask[] {
  const count = ended === 'ended' ? 1 + (scene.number % 2) : 1 + (scene.number % 3)
  return Array.from({ length: count }, (_item, place) => {
    const open = ended === 'running' && place === 0
    const due = open
      ? addMilliseconds(scene.until, ((scene.number % 13) - 4) * DAY)
      : later(scene, 3 + place * 5)
    return {
      title: at(scene.material.lines.tasks, scene.number + place),
      assignee: staffOf(scene, 'caseworker'),
      due,
      doneAt: open ? undefined : later(scene, 2 + place * 5),
    }
  })
}

export function makeEvidence(scene: Scene): readonly DemoEvidence[] {
  return Array.from({ length: scene.number % 3 }, (_item, place) => {
    const piece = at(scene.material.lines.evidence, scene.number + place * 4)
    return {
      kind: piece.kind,
      text: piece.text,
      takenBy: staffWith(scene.material, scene.organisation.key, 'intake-officer', scene.number),
      at: later(scene, 1 + place),
      original: at(['with-person', 'with-family', 'with-us', 'unknown'] as const, scene.number + place),
    }
  })
}

/** The last day on which somebody did something: a tenth of the running cases has rested for weeks. */
export function lastTouched(scene: Scene): Instant {
  const age = ageInDays(scene)
  const rest = scene.number % 10 === 3 ? Math.min(age, 45) : Math.min(age, scene.number % 9)
  return later(scene, Math.max(0, age - rest))
}
