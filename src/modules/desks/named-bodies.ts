import type { Desk } from './desk-queries.ts'

const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')} `

/** Desks that a text calls by their name: a tip about a body must not be read by it first. */
export function bodiesNamedIn(
  desks: readonly Pick<Desk, 'id' | 'nameId' | 'nameEn'>[],
  text: string,
): readonly string[] {
  const said = wordsOf(text)
  return desks
    .filter((desk) => [desk.nameId, desk.nameEn].some((name) => said.includes(wordsOf(name))))
    .map((desk) => desk.id)
}
