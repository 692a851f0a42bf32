/**
 * The whole demonstration: two years of cases up to a given day, reports that wait, contacts that were no
 * case, incidents, duty lists. The same material, seed and day give the same world.
 */
import { addMilliseconds, DAY, HOUR, MINUTE, type Instant } from '../kernel/instant.ts'
import { at, chanceFrom } from './chance.ts'
import type { DemoMaterial, IncidentTemplate, StoryTemplate } from './demo-material.ts'
import type {
  DemoCase,
  DemoContact,
  DemoDuty,
  DemoIncident,
  DemoPerson,
  DemoReport,
  DemoWorld,
} from './demo-world.ts'
import { makeCase } from './make-case.ts'
import { makeReport } from './make-report.ts'
import { makeScene, staffWith } from './make-scene.ts'

export interface DemoWish {
  readonly seed: string
  readonly cases: number
  /** Reports that still wait in an inbox. */
  readonly waiting: number
  /** Nothing happened after this moment. */
  readonly until: Instant
}

const TWO_YEARS = 730
const CONTACTS = 120

export function makeDemoWorld(material: DemoMaterial, wish: DemoWish): DemoWorld {
  const stories = storyOrder(material, wish)
  const { cases, people } = makeCases(material, wish, stories)
  return {
    seed: wish.seed,
    until: wish.until,
    organisations: material.organisations,
    staff: material.staff,
    duties: makeDuties(material),
    people,
    incidents: makeIncidents(material, cases),
    cases,
    waiting: makeWaiting(material, wish),
    contacts: makeContacts(material, wish),
  }
}

/** Every story comes once before any comes twice; the cases of incidents stand together at their day. */
function storyOrder(material: DemoMaterial, wish: DemoWish): readonly StoryTemplate[] {
  const chance = chanceFrom(`${wish.seed}/order`)
  const rounds = Math.ceil(wish.cases / material.stories.length)
  return Array.from({ length: rounds }, () => chance.shuffled(material.stories)).flat()
}

interface MadeCases {
  readonly cases: readonly DemoCase[]
  readonly people: readonly DemoPerson[]
}

function makeCases(material: DemoMaterial, wish: DemoWish, stories: readonly StoryTemplate[]): MadeCases {
  const cases: DemoCase[] = []
  const people: DemoPerson[] = []
  for (let number = 0; number < wish.cases; number += 1) {
    const incident = incidentAt(material, wish.cases, number)
    const story = incident === undefined ? at(stories, number) : storyOf(material, incident)
    const known =
      incident === undefined && number % 16 === 15 ? someoneKnown(people, story, number) : undefined
    const scene = makeScene({
      seed: wish.seed,
      key: `case-${String(number + 1).padStart(4, '0')}`,
      number,
      personNumber: people.length + 1,
      material,
      story: incident === undefined ? story : { ...story, at: [incident.country] },
      receivedAt: momentOf(wish, number),
      until: wish.until,
      knownPerson: known,
    })
    const made = makeCase({
      scene,
      nextPerson: people.length + 1,
      leadIsNew: known === undefined ? 'new' : 'known',
      incident: incident?.key,
    })
    cases.push(made.case)
    people.push(...made.created)
  }
  return { cases, people }
}

/** Spread over two years, a little denser towards the end, at any hour of the day. */
function momentOf(wish: DemoWish, number: number): Instant {
  const share = 1 - (number + 0.5) / wish.cases
  const daysAgo = TWO_YEARS * share ** 1.3
  const chance = chanceFrom(`${wish.seed}/moment/${number}`)
  return addMilliseconds(wish.until, -Math.round(daysAgo * DAY) - chance.whole(5, 600) * MINUTE)
}

/** Grown people of an earlier case who could be in this one as well. */
function someoneKnown(
  people: readonly DemoPerson[],
  story: StoryTemplate,
  turn: number,
): DemoPerson | undefined {
  if (story.types.includes('CHILD') || story.types.includes('MISSING') || story.types.includes('DEATH'))
    return undefined
  const fitting = people.filter(
    (person) => (story.sex === 'any' || person.sex === story.sex) && (person.born ?? '1990') < '2004',
  )
  return fitting.length === 0 ? undefined : at(fitting, turn * 7)
}

const CASES_OF_AN_INCIDENT = 5

/** The incidents stand at even distances, each with five cases in a row. */
function incidentAt(material: DemoMaterial, cases: number, number: number): IncidentTemplate | undefined {
  const { incidents } = material.lines
  const distance = Math.floor(cases / incidents.length)
  const place = Math.floor(number / distance)
  const inside = number % distance
  const start = distance - CASES_OF_AN_INCIDENT - 3
  return inside >= start && inside < start + CASES_OF_AN_INCIDENT ? incidents[place] : undefined
}

function storyOf(material: DemoMaterial, incident: IncidentTemplate): StoryTemplate {
  const story = material.stories.find((candidate) => candidate.id === incident.story)
  if (story === undefined) throw new Error(`incident ${incident.key} names no story`)
  return story
}

function makeIncidents(material: DemoMaterial, cases: readonly DemoCase[]): readonly DemoIncident[] {
  return material.lines.incidents.flatMap((incident) => {
    const own = cases.filter((each) => each.incident === incident.key)
    const [first] = own
    if (first === undefined) return []
    const { key, title, country, claims } = incident
    return [{ key, title, country, claims, startedAt: first.openedAt, cases: own.map((each) => each.key) }]
  })
}

/** Waiting for minutes to days; every sixth is somebody in danger, and those are the freshest. */
function makeWaiting(material: DemoMaterial, wish: DemoWish): readonly DemoReport[] {
  const chance = chanceFrom(`${wish.seed}/waiting`)
  const urgent = chance.shuffled(material.stories.filter((story) => story.urgency === 'darurat'))
  const others = chance.shuffled(material.stories.filter((story) => story.urgency !== 'darurat'))
  return Array.from({ length: wish.waiting }, (_item, number) => {
    const inDanger = number % 6 === 0
    const minutes = inDanger ? 4 + number * 2 : 20 + number * chance.whole(30, 70)
    const scene = makeScene({
      seed: wish.seed,
      key: `waiting-${String(number + 1).padStart(3, '0')}`,
      number,
      personNumber: 5000 + number,
      material,
      story: towardsJohor(inDanger ? at(urgent, number / 6) : at(others, number), number),
      receivedAt: addMilliseconds(wish.until, -minutes * MINUTE),
      until: wish.until,
    })
    return makeReport(scene)
  })
}

/** The desk that most visitors of the demonstration sign in to should not stand empty. */
function towardsJohor(story: StoryTemplate, number: number): StoryTemplate {
  return story.at.includes('MY') && number % 12 !== 6 ? { ...story, at: ['MY'] } : story
}

function makeContacts(material: DemoMaterial, wish: DemoWish): readonly DemoContact[] {
  const chance = chanceFrom(`${wish.seed}/contacts`)
  const desks = material.organisations.filter((body) => ['mission', 'bp3mi', 'kp2mi'].includes(body.kind))
  return Array.from({ length: CONTACTS }, (_item, number) => {
    const line = at(material.lines.contacts, number)
    const desk = at(desks, number).key
    return {
      key: `contact-${String(number + 1).padStart(3, '0')}`,
      desk,
      by: staffWith(material, desk, 'intake-officer', number),
      at: addMilliseconds(wish.until, -chance.whole(1, TWO_YEARS * 24) * HOUR),
      outcome: line.outcome,
      text: line.text,
    }
  })
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** Who is on call, first to last, round the clock in the zone of the organisation. */
function makeDuties(material: DemoMaterial): readonly DemoDuty[] {
  return material.organisations.flatMap((body) => {
    const able = material.staff.filter(
      (staff) =>
        staff.organisation === body.key &&
        staff.roles.some(
          (role) => role === 'intake-officer' || role === 'caseworker' || role === 'supervisor',
        ),
    )
    return able.slice(0, 4).map((staff, place) => ({
      organisation: body.key,
      staff: staff.key,
      order: place + 1,
      days: EVERY_DAY,
      from: '00:00',
      to: '24:00',
    }))
  })
}
