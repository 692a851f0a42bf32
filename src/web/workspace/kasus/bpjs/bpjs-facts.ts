/** The answers of the BPJS sheet: their fields, what the case already says, and the facts they are. */
import {
  PERSON_CATEGORIES,
  PHASES,
  PLACEMENT_WAYS,
  SOCIAL_SECURITY_STATUSES,
} from '#src/domain/cases/codes.ts'
import { readFacts, type ReadFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import type { CaseFile, CasePerson, ClaimValues } from '#src/modules/cases/index.ts'
import { leavesOf, readerOf, withoutEmpty } from '../klaim/claim-form.ts'

/** Field of the form for each path of the facts that it fills. */
export const FIELD_OF: Readonly<Record<string, string>> = {
  'person.category': 'kategori',
  'migration.phase': 'tahap',
  'migration.place': 'tempat',
  'migration.placementWay': 'lewat',
  'insurance.status': 'anggota',
  'insurance.memberSince': 'sejak',
  'insurance.memberUntil': 'sampai',
  'insurance.contractMonths': 'bulan',
  'insurance.oldAge': 'jht',
  'insurance.health': 'sehat',
  'insurance.event': 'kejadian',
  'insurance.eventOn': 'tanggal',
  'insurance.schoolChildren': 'anak',
  'insurance.claimedOn': 'diajukan',
  'death.cause': 'sebab',
  'departure.ownFault': 'salah-sendiri',
  'departure.byPlacementActor': 'oleh-pelaksana',
  'departure.byGovernmentPolicy': 'oleh-pemerintah',
  'departure.dismissed': 'diberhentikan',
  'departure.dismissedOneSided': 'sepihak',
}

/** The fact behind each paper of the chapter; a paper without one is ticked on the sheet alone. */
const PAPER_FACTS: Readonly<Record<string, readonly string[]>> = {
  'insurance-card': ['insuranceCard'],
  // Art 57 takes the one or the other; who has neither lacks both.
  'identity-worker': ['identityCard', 'passport'],
  'family-card': ['familyCard'],
  'death-letter': ['deathLetter'],
  'heir-letter': ['heirLetter'],
  'bank-book': ['bankBook'],
  'medical-report': ['medicalReport'],
  'police-report': ['policeReport'],
  contract: ['workContract'],
}

export const PAPER_STATES = ['yes', 'no', 'unknown'] as const
export type PaperState = (typeof PAPER_STATES)[number]

export const paperField = (document: string): string => `surat-${document}`

export function isBpjsField(name: string): boolean {
  return (
    name === 'orang' ||
    name === 'waris' ||
    name === 'catatan' ||
    /^surat-[a-z-]{1,40}$/.test(name) ||
    Object.values(FIELD_OF).includes(name)
  )
}

export function bpjsFacts(values: ClaimValues): ReadFacts {
  const { word, number } = readerOf(values)
  const given = (path: string) => word(FIELD_OF[path] ?? '')
  const group = (name: string, numbers: readonly string[] = []) =>
    Object.fromEntries(
      Object.entries(FIELD_OF)
        .filter(([path]) => path.startsWith(`${name}.`))
        .map(([path, field]) => [
          path.slice(name.length + 1),
          numbers.includes(path) ? number(field) : given(path),
        ]),
    )
  return readFacts(
    withoutEmpty({
      person: group('person'),
      migration: group('migration'),
      insurance: group('insurance', ['insurance.contractMonths', 'insurance.schoolChildren']),
      death: { ...group('death'), ...(given('insurance.event') === 'death' && { died: 'yes' }) },
      departure: group('departure'),
      documents: papersOf(values),
    }),
  )
}

function papersOf(values: ClaimValues) {
  return leavesOf(
    Object.fromEntries(
      Object.entries(PAPER_FACTS).flatMap(([document, facts]) => {
        const state = paperState(values, document)
        return facts.map((fact) => [fact, state === 'unknown' ? undefined : state])
      }),
    ),
  )
}

export function paperState(values: ClaimValues, document: string): PaperState {
  const said = values[paperField(document)]?.[0]
  return PAPER_STATES.find((each) => each === said) ?? 'unknown'
}

/** Field of the form that a fault of the facts belongs to. */
export function bpjsFieldOf(path: string): string {
  return FIELD_OF[path] ?? 'kejadian'
}

/** What the case says of the person concerned; nothing is guessed. */
export function bpjsFirst(file: CaseFile): ClaimValues {
  const person = concernedIn(file)
  const known = (value: string | undefined, codes: readonly string[]) =>
    value === undefined || value === 'unknown' || !codes.includes(value) ? [] : [value]
  const phase = known(person?.phase, PHASES)
  const died = file.persons.some((each) => each.roles.includes('deceased'))
  const heir = file.persons.find((each) => each.roles.includes('heir'))
  const first: Readonly<Record<string, readonly string[]>> = {
    orang: person ? [person.person_id] : [],
    waris: heir ? [heir.person_id] : [],
    kategori: known(person?.category, PERSON_CATEGORIES),
    tahap: phase.length > 0 ? phase : known(file.row.phase, PHASES),
    lewat: known(person?.placement_way, PLACEMENT_WAYS),
    anggota: known(person?.social_security, SOCIAL_SECURITY_STATUSES),
    kejadian: died ? ['death'] : [],
  }
  return Object.fromEntries(Object.entries(first).filter(([, values]) => values.length > 0))
}

/** Who has died comes before who is concerned: the claim is theirs. */
function concernedIn(file: CaseFile): CasePerson | undefined {
  return (
    file.persons.find((each) => each.roles.includes('deceased')) ??
    file.persons.find((each) => each.roles.includes('concerned'))
  )
}
