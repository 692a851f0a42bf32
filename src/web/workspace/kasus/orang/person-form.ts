/** Between the fields of a form and a person: what is empty is unknown, and why stays. */
import { known, unknown, UNKNOWN_REASONS, type Answer } from '#src/domain/kernel/answer.ts'
import { parsePartialDate, type PartialDate } from '#src/domain/kernel/partial-date.ts'
import type { CasePerson, PersonRoleFields } from '#src/modules/cases/index.ts'
import { blankPerson, SEXES, type PersonFacts, type PersonMarks } from '#src/modules/people/index.ts'
import { InvalidInputError, type Problem } from '#src/platform/errors.ts'
import type { FormValues } from '#src/web/form-values.ts'
import type { FormState } from '#src/web/ui/staff/frame.ts'

export type TypedPerson = {
  readonly roles: readonly string[]
  readonly fields: PersonRoleFields
  readonly facts: PersonFacts
  readonly marks: PersonMarks
}

type Values = FormState['values']

const lines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** "25 pada 2022": the age and when it was true. */
const AGED = /^(\d{1,3})\D+(\d{4}\S*)$/

/** Throws InvalidInputError at the field whose date or age cannot be read. */
export function typedPerson({ one, all }: FormValues): TypedPerson {
  const problems: Problem[] = []
  const wrong = (path: string): void => void problems.push({ path, code: 'date.not-understood' })
  const why = (name: string) => UNKNOWN_REASONS.find((code) => code === one(`${name}Why`)) ?? 'not-asked'
  const words = (name: string): Answer<string> => (one(name) === '' ? unknown(why(name)) : known(one(name)))
  const date = (name: string): Answer<PartialDate> => {
    const parsed = parsePartialDate(one(name))
    if (one(name) !== '' && parsed === undefined) wrong(name)
    return parsed === undefined ? unknown(why(name)) : known(parsed)
  }
  const agedClaims = lines(one('aged')).flatMap((line) => {
    const match = AGED.exec(line)
    const at = parsePartialDate(match?.[2] ?? '')
    if (!match || at === undefined) {
      wrong('aged')
      return []
    }
    return [{ years: Number(match[1]), at }]
  })
  const facts: PersonFacts = {
    names: lines(one('names')),
    born: date('born'),
    agedClaims,
    departed: date('departed'),
    numbers: lines(one('numbers')),
    documents: lines(one('papers')),
    village: words('village'),
    address: words('address'),
    languages: one('languages')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
    words: one('note'),
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  return {
    roles: all('roles').flatMap((role) => role.split(',')),
    fields: fieldsOf(one),
    facts,
    marks: marksOf(one),
  }
}

function fieldsOf(one: FormValues['one']): PersonRoleFields {
  const given = (name: string): string => one(name) || 'unknown'
  return {
    category: given('category'),
    phase: given('phase'),
    placementWay: given('placement'),
    sector: given('sector'),
    documentStatus: given('documents'),
    socialSecurity: given('socialSecurity'),
    canBeAsked: given('canBeAsked'),
    tellFamily: given('tellFamily'),
  }
}

function marksOf(one: FormValues['one']): PersonMarks {
  const nationality = one('nationality').toUpperCase()
  const district = one('district')
  if (nationality !== '' && !/^[A-Z]{2}$/.test(nationality))
    throw new InvalidInputError([{ path: 'nationality', code: 'choice.unknown' }])
  if (district !== '' && !/^\d{2}(\.\d{2})?$/.test(district))
    throw new InvalidInputError([{ path: 'district', code: 'choice.unknown' }])
  return {
    sex: SEXES.find((sex) => sex === one('sex')) ?? 'unknown',
    nationality: nationality || null,
    originDistrict: district || null,
  }
}

const valueIn = (answer: Answer<string>): string => (answer.known ? answer.value : '')
const whyOf = (answer: Answer<unknown>): string => (answer.known ? 'not-asked' : answer.why)

/** What stands in the fields when the page is opened. */
export function personValues(each: CasePerson): Values {
  const facts = each.person?.facts ?? blankPerson()
  return {
    names: facts.names.join('\n'),
    roles: each.roles,
    category: each.category,
    phase: each.phase,
    placement: each.placement_way,
    sector: each.sector,
    documents: each.document_status,
    socialSecurity: each.social_security,
    canBeAsked: each.can_be_asked,
    tellFamily: each.tell_family,
    sex: each.person?.sex ?? 'unknown',
    born: valueIn(facts.born),
    bornWhy: whyOf(facts.born),
    departed: valueIn(facts.departed),
    departedWhy: whyOf(facts.departed),
    village: valueIn(facts.village),
    villageWhy: whyOf(facts.village),
    address: valueIn(facts.address),
    addressWhy: whyOf(facts.address),
    aged: facts.agedClaims.map((claim) => `${claim.years} pada ${claim.at}`).join('\n'),
    numbers: facts.numbers.join('\n'),
    papers: facts.documents.join('\n'),
    languages: facts.languages.join(', '),
    nationality: each.person?.nationality ?? '',
    district: each.person?.originDistrict ?? '',
    note: facts.words,
  }
}

/** Both versions in short, for the eye; codes stay out. */
export function inShort(facts: PersonFacts): string {
  return [
    facts.names.join(', '),
    valueIn(facts.born),
    valueIn(facts.village),
    valueIn(facts.address),
    ...facts.numbers,
    ...facts.documents,
    facts.words,
  ]
    .filter((part) => part !== '')
    .join('; ')
}
