import { valueOf } from '#src/domain/kernel/answer.ts'
import type { LetterEntry, LetterFacts, LetterPerson } from '#src/domain/letters/letter-facts.ts'
import type { CaseFile, CasePerson } from '#src/modules/cases/index.ts'

/** Papers about health stay out of every letter, by their name too. */
const NEVER_NAMED = ['medical-paper']

/** What letters may take from a case that was opened for this reader. Nothing is looked up here. */
export function factsOfCase(file: CaseFile): LetterFacts {
  return {
    caseCode: file.row.code,
    country: file.row.country,
    persons: file.persons.map(personOf),
    timeline: file.timeline.map((entry) => entryOf(file, entry)),
    chain: file.chain.flatMap((link) =>
      link.words === undefined ? [] : [{ kind: link.kind, name: link.words.name }],
    ),
    evidence: file.evidence.flatMap((piece) =>
      piece.words === undefined || NEVER_NAMED.includes(piece.words.kind)
        ? []
        : [{ number: piece.number, title: piece.words.title }],
    ),
  }
}

function personOf(each: CasePerson): LetterPerson {
  const facts = each.person?.facts
  return {
    id: each.person_id,
    name: facts?.names[0] ?? '',
    otherNames: facts?.names.slice(1) ?? [],
    roles: each.roles,
    born: facts && valueOf(facts.born),
    village: (facts && valueOf(facts.village)) ?? '',
    documents: facts?.documents ?? [],
  }
}

function entryOf(file: CaseFile, entry: CaseFile['timeline'][number]): LetterEntry {
  return {
    id: entry.id,
    date: entry.words?.date,
    dateWords: entry.words?.dateWords ?? '',
    text: entry.words?.text ?? '',
    source: entry.source_kind,
    certainty: entry.certainty,
    sharedBy: entry.org_id === file.orgId ? '' : entry.org_name,
    contradicts: entry.contradicts,
  }
}
