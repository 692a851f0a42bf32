import type { Answer } from '#src/domain/kernel/answer.ts'
import type { PersonFacts } from './person.ts'

/**
 * "Keep both": lists are joined; of two values of one fact the stored one stays and the other goes into the words, so that
 * nothing that anybody typed is lost.
 */
export function mergeFacts(stored: PersonFacts, typed: PersonFacts): PersonFacts {
  const beside = [
    besideOf(stored.born, typed.born),
    besideOf(stored.departed, typed.departed),
    besideOf(stored.village, typed.village),
    besideOf(stored.address, typed.address),
    typed.words === stored.words ? '' : typed.words,
  ].filter((part) => part !== '')
  return {
    names: both(stored.names, typed.names),
    born: first(stored.born, typed.born),
    agedClaims: [
      ...stored.agedClaims,
      ...typed.agedClaims.filter(
        (claim) => !stored.agedClaims.some((each) => each.years === claim.years && each.at === claim.at),
      ),
    ],
    departed: first(stored.departed, typed.departed),
    numbers: both(stored.numbers, typed.numbers),
    documents: both(stored.documents, typed.documents),
    village: first(stored.village, typed.village),
    address: first(stored.address, typed.address),
    languages: both(stored.languages, typed.languages),
    words: [stored.words, ...beside].filter((part) => part !== '').join('; '),
  }
}

function both(stored: readonly string[], typed: readonly string[]): readonly string[] {
  return [...new Set([...stored, ...typed])]
}

function first<T>(stored: Answer<T>, typed: Answer<T>): Answer<T> {
  return stored.known ? stored : typed
}

function besideOf(stored: Answer<string>, typed: Answer<string>): string {
  return stored.known && typed.known && stored.value !== typed.value ? typed.value : ''
}
