import { known, unknown } from '#src/domain/kernel/answer.ts'
import type { DemoCase, DemoCasePerson, DemoPerson } from '#src/domain/demo/demo-world.ts'
import { blankPerson, minorMark, type MinorMark, type PersonFacts } from '#src/modules/people/index.ts'
import { tokensFor } from '#src/platform/crypto/search-tokens.ts'
import type { Batch } from '../batch.ts'
import { demoId } from '../demo-id.ts'
import type { Body, Scenery } from '../scenery.ts'

export type PersonInFile = {
  readonly id: string
  readonly demo: DemoPerson
  readonly entry: DemoCasePerson
  readonly minor: MinorMark
}

/** People as each organisation knows them: who comes again at the same body is the same row. */
export type KnownPeople = Map<string, { readonly id: string; readonly minor: MinorMark }>

export function addPeople(
  batch: Batch,
  scenery: Scenery,
  met: KnownPeople,
  file: { readonly case: DemoCase; readonly caseId: string; readonly lead: Body },
): readonly PersonInFile[] {
  return file.case.people.map((entry) => {
    const demo = scenery.person(entry.person)
    const place = `${entry.person} ${file.lead.demo.key}`
    const person = met.get(place) ?? addPerson(batch, scenery, { demo, entry, file })
    met.set(place, person)
    batch.add('app.case_persons', {
      id: demoId(`in case ${file.caseId} ${entry.person}`, file.case.openedAt),
      created_at: file.case.openedAt,
      case_id: file.caseId,
      person_id: person.id,
      org_id: file.lead.id,
      roles: [...entry.roles],
      category: entry.category,
      phase: entry.phase,
      placement_way: entry.placement,
      sector: entry.sector,
      document_status: entry.documents,
      social_security: entry.socialSecurity,
      can_be_asked: entry.roles.includes('deceased') ? 'no' : entry.wish === undefined ? 'unknown' : 'yes',
      tell_family: entry.wish?.includes('keluarga') ? 'safe-only' : 'unknown',
    })
    batch.tell({
      at: file.case.openedAt,
      by: scenery.account(file.case.officer),
      verb: 'person.added',
      subjectKind: 'person',
      subjectId: person.id,
      caseId: file.caseId,
      details: { roles: entry.roles, minor: person.minor },
    })
    return { id: person.id, demo, entry, minor: person.minor }
  })
}

type NewPerson = {
  readonly demo: DemoPerson
  readonly entry: DemoCasePerson
  readonly file: { readonly case: DemoCase; readonly caseId: string; readonly lead: Body }
}

function addPerson(batch: Batch, scenery: Scenery, { demo, entry, file }: NewPerson) {
  const at = file.case.openedAt
  const id = demoId(`person ${demo.key} ${file.lead.demo.key}`, at)
  const key = batch.key('person', id, at)
  const facts = factsOf(demo, entry, file.case)
  const minor = minorMark(facts, at)
  batch.add('app.persons', {
    id,
    created_at: at,
    org_id: file.lead.id,
    key_id: key.id,
    sealed: key.sealJson(`persons.sealed/${id}`, facts),
    sex: demo.sex === 'P' ? 'female' : 'male',
    nationality: entry.category === 'foreigner' ? null : 'ID',
    origin_district: entry.category === 'foreigner' ? null : demo.district,
    is_minor: minor,
  })
  const tokens = tokensFor(scenery.platform.keys.tokens, {
    names: facts.names,
    numbers: [...facts.numbers, ...facts.documents],
    villages: [demo.village],
  })
  for (const token of tokens)
    batch.add('app.search_tokens', {
      ...token,
      subject_id: id,
      subject_kind: 'person',
      org_id: file.lead.id,
      case_id: file.caseId,
      created_at: at,
    })
  return { id, minor }
}

function factsOf(demo: DemoPerson, entry: DemoCasePerson, made: DemoCase): PersonFacts {
  return {
    ...blankPerson([demo.name, ...demo.otherNames]),
    born: demo.born === undefined ? unknown('does-not-know') : known(demo.born),
    departed: entry.roles.includes('concerned') ? made.report.draft.departed : unknown('not-asked'),
    numbers: demo.phone === undefined ? [] : [demo.phone],
    documents: demo.passport === undefined ? [] : [demo.passport],
    village: known(demo.village),
    languages: ['id'],
  }
}
