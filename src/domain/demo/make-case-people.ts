/** The people of a case with their roles; one person may hold several. */
import {
  DOCUMENT_STATUSES,
  PLACEMENT_WAYS,
  SOCIAL_SECURITY_STATUSES,
  type DocumentStatus,
  type PersonCategory,
  type PersonRole,
  type PlacementWay,
  type Sector,
} from '../cases/codes.ts'
import type { CaseType } from '../cases/case-types.ts'
import { at } from './chance.ts'
import type { Sex } from './demo-material.ts'
import type { DemoCasePerson, DemoPerson } from './demo-world.ts'
import { makeCompanion, type Scene } from './make-scene.ts'

export interface CasePeople {
  readonly people: readonly DemoCasePerson[]
  /** People who stand in no earlier case. */
  readonly created: readonly DemoPerson[]
}

interface Extra {
  readonly when: readonly CaseType[]
  readonly roles: readonly PersonRole[]
  /** Every how many cases of this kind. */
  readonly every: number
}

const EXTRAS: readonly Extra[] = [
  { when: ['DEATH', 'REMAINS'], roles: ['family', 'heir'], every: 1 },
  { when: ['CHILD', 'PREGNANCY_CHILD'], roles: ['family', 'guardian'], every: 2 },
  { when: ['PREGNANCY_CHILD'], roles: ['child-of-concerned'], every: 1 },
  { when: ['PHYSICAL_ABUSE', 'SEXUAL_VIOLENCE'], roles: ['employer-household', 'suspect'], every: 2 },
  { when: ['CRIME_VICTIM', 'MASS_INCIDENT'], roles: ['witness'], every: 1 },
  { when: ['CRIME_SUSPECT', 'CAPITAL'], roles: ['lawyer'], every: 1 },
  { when: ['FOREIGN_MIGRANT', 'CRIME_SUSPECT', 'DETENTION'], roles: ['interpreter'], every: 2 },
  { when: ['ILLEGAL_PLACEMENT', 'TIP', 'TPPO'], roles: ['recruiter'], every: 2 },
  { when: ['OVERCHARGING', 'BRIDE'], roles: ['intermediary'], every: 3 },
  { when: ['UNPAID_WAGES', 'EMPLOYER_COMPLAINT'], roles: ['employer'], every: 4 },
  { when: ['CITIZEN_DISPUTE', 'INFO'], roles: ['other'], every: 2 },
  { when: ['SERVICE_COMPLAINT', 'MENTAL_HEALTH', 'TPPO', 'RETURN_REQUEST'], roles: ['pendamping'], every: 2 },
]

/** `nextNumber` is the number of the next new person. */
export function makeCasePeople(scene: Scene, nextNumber: number, leadIsNew: 'new' | 'known'): CasePeople {
  const created: DemoPerson[] = leadIsNew === 'new' ? [scene.lead] : []
  const people = [concerned(scene, scene.lead)]
  const add = (roles: readonly PersonRole[], sex: Sex, age: number): void => {
    const person = makeCompanion(scene, nextNumber + created.length, sex, age)
    created.push(person)
    people.push(roles.includes('concerned') ? concerned(scene, person) : bystander(scene, person, roles))
  }
  if (scene.story.by !== 'self') {
    const family = scene.story.by === 'family'
    add(family ? ['reporter', 'family'] : ['reporter'], scene.number % 2 === 0 ? 'P' : 'L', 45)
  }
  if (isGroup(scene))
    for (let more = 0; more < 1 + (scene.number % 3); more += 1) add(['concerned'], scene.lead.sex, 24 + more)
  for (const extra of EXTRAS)
    if (extra.when.some((type) => scene.story.types.includes(type)) && scene.number % extra.every === 0)
      add(
        extra.roles,
        scene.number % 3 === 0 ? 'P' : 'L',
        extra.roles.includes('child-of-concerned') ? 4 : 41,
      )
  return { people, created }
}

function isGroup(scene: Scene): boolean {
  return ['MASS_INCIDENT', 'FISHER', 'DEPORTATION', 'SMUGGLING'].some((type) =>
    scene.story.types.some((own) => own === type),
  )
}

function concerned(scene: Scene, person: DemoPerson): DemoCasePerson {
  const { story, number } = scene
  const roles: PersonRole[] = story.by === 'self' ? ['concerned', 'reporter'] : ['concerned']
  if (story.types.includes('DEATH') || story.types.includes('REMAINS')) roles.push('deceased')
  if (story.types.includes('DETENTION')) roles.push('detainee')
  if (story.types.includes('CRIME_SUSPECT')) roles.push('suspect')
  return {
    person: person.key,
    roles,
    category: categoryOf(scene),
    phase: number % 41 === 11 ? 'unknown' : story.phase,
    placement: placementOf(scene),
    sector: sectorOf(scene),
    documents: documentsOf(scene),
    socialSecurity: at(SOCIAL_SECURITY_STATUSES, number),
    wish: number % 4 === 1 ? undefined : at(WISHES, number),
  }
}

const WISHES = [
  'Ingin pulang setelah gaji dibayar.',
  'Ingin pindah majikan dan tetap bekerja.',
  'Ingin keluarga tahu bahwa saya selamat, tidak lebih.',
  'Ingin melapor ke polisi.',
  'Belum mau memutuskan.',
]

function bystander(scene: Scene, person: DemoPerson, roles: readonly PersonRole[]): DemoCasePerson {
  return {
    person: person.key,
    roles,
    category: roles.includes('child-of-concerned') ? 'child' : 'citizen',
    phase: 'not-migration',
    placement: 'no-placement',
    sector: 'unknown',
    documents: 'unknown',
    socialSecurity: 'unknown',
    wish: undefined,
  }
}

const CHILD_NOW = ['anak-1', 'sekap-2']

function categoryOf({ story }: Scene): PersonCategory {
  if (CHILD_NOW.includes(story.id)) return 'child'
  if (story.types.includes('FOREIGN_MIGRANT')) return 'foreigner'
  if (story.types.includes('INTERNSHIP') || story.id === 'pelajar-1') return 'student'
  if (story.sector === 'sea-fishing') return 'fisher'
  if (story.sector === 'shipping') return 'seafarer'
  if (story.types.includes('TIP')) return 'unknown'
  return story.phase === 'not-migration' ? 'citizen' : 'worker'
}

const USUAL_WAYS: readonly PlacementWay[] = ['p3mi', 'p3mi', 'by-individual', 'p3mi', 'by-family-or-friend']

function placementOf({ story, number, place }: Scene): PlacementWay {
  if (story.id === 'pelajar-1') return 'study'
  if (story.phase === 'not-migration') return 'no-placement'
  if (story.types.includes('INTERNSHIP')) return 'internship'
  if (story.sector === 'sea-fishing' || story.sector === 'shipping') return 'manning-agency'
  if (story.types.includes('ILLEGAL_PLACEMENT')) return number % 2 === 0 ? 'by-individual' : 'visit-visa'
  if (story.types.includes('SCAM_COMPOUND')) return 'visit-visa'
  if (place.iso === 'KR' && story.sector === 'manufacturing') return 'government-to-government'
  return number % 3 === 0
    ? at(
        PLACEMENT_WAYS.filter((way) => way !== 'study' && way !== 'no-placement'),
        number / 3,
      )
    : at(USUAL_WAYS, number)
}

function sectorOf({ story, number }: Scene): Sector {
  return number % 29 === 7 ? 'unknown' : story.sector
}

function documentsOf({ story, number }: Scene): DocumentStatus {
  if (story.types.includes('FOREIGN_MIGRANT')) return 'asylum-or-refugee'
  if (story.types.includes('DOCS_WITHHELD')) return 'papers-held-by-other'
  if (story.types.includes('IMMIGRATION_STATUS')) return 'permit-expired'
  if (story.types.includes('SMUGGLING')) return 'no-papers'
  return at(
    DOCUMENT_STATUSES.filter((status) => status !== 'asylum-or-refugee'),
    number,
  )
}
