import type { Answer } from '#src/domain/kernel/answer.ts'
import type { PartialDate } from '#src/domain/kernel/partial-date.ts'
import { readNik, readPassport, readPhone } from '#src/domain/linkage/fields/identifiers.ts'
import { readPlace } from '#src/domain/linkage/fields/place.ts'
import type { PersonRecord } from '#src/domain/linkage/person-table.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { PersonFacts, PersonMarks } from '#src/modules/people/index.ts'
import { loadReference } from '#src/platform/reference.ts'

/** What somebody's words say of one person, in the form in which two are compared. Lives only inside a job or a page. */
export type Said = {
  readonly names: readonly string[]
  readonly sex: '' | 'F' | 'M'
  readonly birth: string
  readonly district: string
  readonly village: string
  readonly numbers: readonly string[]
  readonly documents: readonly string[]
}

const SEX = { female: 'F', male: 'M', other: '', unknown: '' } as const

export function saidOfPerson(facts: PersonFacts, marks: PersonMarks): Said {
  return {
    names: facts.names,
    sex: SEX[marks.sex],
    birth: birthOf(facts.born) || yearOfAge(facts),
    district: districtName(marks.originDistrict),
    village: wordOf(facts.village),
    numbers: facts.numbers,
    documents: facts.documents,
  }
}

/** The person whom a report is about; a telephone in it belongs to whoever reported. */
export function saidOfReport(draft: ReportDraft): Said {
  const self = draft.about === 'myself'
  const own = self && draft.names.length === 0 && draft.reporterName.known ? [draft.reporterName.value] : []
  const contact = self && draft.safeContact.known ? draft.safeContact.value.value : undefined
  return {
    names: draft.names.length > 0 ? draft.names : own,
    sex: '',
    birth: birthOf(draft.born),
    district: '',
    village: wordOf(draft.village),
    numbers: contact === undefined ? [] : [contact],
    documents: [],
  }
}

export function niksOf(said: Said): readonly string[] {
  return [...new Set([...said.documents, ...said.numbers].map(readNik).filter((nik) => nik !== ''))]
}

/** Two records to compare. Of several numbers the one that both carry is taken, else the first of each. */
export function recordsOf(a: Said, b: Said): { readonly left: PersonRecord; readonly right: PersonRecord } {
  const [leftPhone, rightPhone] = shared(phonesOf(a), phonesOf(b))
  const [leftPassport, rightPassport] = shared(passportsOf(a), passportsOf(b))
  const [leftNik, rightNik] = shared(niksOf(a), niksOf(b))
  const [leftPlace, rightPlace] = placesOf(a, b)
  return {
    left: recordOf(a, { phone: leftPhone, passport: leftPassport, nik: leftNik, place: leftPlace }),
    right: recordOf(b, { phone: rightPhone, passport: rightPassport, nik: rightNik, place: rightPlace }),
  }
}

type Chosen = Pick<PersonRecord, 'phone' | 'passport' | 'nik'> & { readonly place: string }

const recordOf = (said: Said, { place, ...numbers }: Chosen): PersonRecord => ({
  ...numbers,
  name: said.names.join(' alias '),
  sex: said.sex,
  birth: said.birth,
  places: place === '' ? [] : [place],
  district: '',
  village: place === '' ? '' : firstPart(said.village),
})

function shared(a: readonly string[], b: readonly string[]): readonly [string, string] {
  const both = a.find((each) => b.includes(each))
  return [both ?? a[0] ?? '', both ?? b[0] ?? '']
}

/** Both districts; where one is unknown, an equal village stands for it, and another village says nothing. */
function placesOf(a: Said, b: Said): readonly [string, string] {
  if (a.district !== '' && b.district !== '') return [a.district, b.district]
  const [left, right] = [readPlace(firstPart(a.village)), readPlace(firstPart(b.village))]
  return left !== '' && left === right ? [left, right] : ['', '']
}

const firstPart = (place: string): string => place.split(/[,;(/]/)[0] ?? ''
const phonesOf = (said: Said): readonly string[] => said.numbers.map(readPhone).filter((each) => each !== '')
const passportsOf = (said: Said): readonly string[] =>
  said.documents
    .filter((each) => /[A-Za-z]/.test(each))
    .map(readPassport)
    .filter((each) => each !== '')

const wordOf = (answer: Answer<string>): string => (answer.known ? answer.value : '')

/** `2019~` and `2019/2020` keep their first year: a year beside it still counts as near. */
function birthOf(born: Answer<PartialDate>): string {
  if (!born.known) return ''
  const exact = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(born.value)
  return exact ? born.value : born.value.slice(0, 4)
}

function yearOfAge(facts: PersonFacts): string {
  const claim = facts.agedClaims[0]
  return claim === undefined ? '' : String(Number(claim.at.slice(0, 4)) - claim.years)
}

function districtName(code: string | null): string {
  if (code === null) return ''
  return loadReference().districts.find((district) => district.code === code)?.name ?? ''
}
