/**
 * A village regulation held against the five duties of a village (UU 18/2017 art 42) and the question of money. It looks
 * for words and proposes; a person decides. "Not found" says that no such words were found, never that a text is wrong.
 */
import type { Clause } from './clause-text.ts'

export const VILLAGE_TOPICS = ['vacancies', 'records', 'papers', 'watch', 'empower', 'budget'] as const
export type VillageTopic = (typeof VILLAGE_TOPICS)[number]

export const FINDINGS = ['covered', 'unclear', 'not-found'] as const
export type Finding = (typeof FINDINGS)[number]

/** Each group is one thing that must be spoken of; its words are other ways to say it. */
export interface TopicSignals {
  readonly topic: VillageTopic
  readonly groups: readonly (readonly string[])[]
}

export interface VillageDecision {
  readonly topic: VillageTopic
  readonly finding: Finding
  readonly clauses: readonly string[]
}

export interface TopicProposal {
  readonly topic: VillageTopic
  readonly proposal: Finding
  /** The clauses that made the proposal, with the words found in each. */
  readonly places: readonly { readonly clause: string; readonly words: readonly string[] }[]
  /** What a person said; it stands above the proposal. */
  readonly decided: VillageDecision | undefined
}

const DENIAL = /\b(?:tidak|bukan|belum|tanpa|dilarang|dapat)\b/

export function checkVillageText(
  clauses: readonly Clause[],
  signals: readonly TopicSignals[],
  decisions: readonly VillageDecision[],
): readonly TopicProposal[] {
  return VILLAGE_TOPICS.map((topic) => {
    const groups = signals.find((each) => each.topic === topic)?.groups ?? []
    const places = clauses.flatMap((clause) => {
      const words = wordsFound(plain(clause.body), groups)
      return words.length === 0 ? [] : [{ clause: clause.key, text: plain(clause.body), words }]
    })
    const full = places.filter((place) => place.words.length === groups.length)
    // A sentence that denies or only allows may say the opposite of a duty: a person reads it.
    const plainly = full.filter((place) => sentences(place.text).some((one) => isPlain(one, groups)))
    const proposal: Finding = plainly.length > 0 ? 'covered' : places.length > 0 ? 'unclear' : 'not-found'
    const shown = plainly.length > 0 ? plainly : full.length > 0 ? full : places
    return {
      topic,
      proposal,
      places: shown.map(({ clause, words }) => ({ clause, words })),
      decided: decisions.findLast((each) => each.topic === topic),
    }
  })
}

/** The first word found of each group. */
function wordsFound(text: string, groups: TopicSignals['groups']): readonly string[] {
  return groups.flatMap((group) => group.find((word) => text.includes(` ${plain(word).trim()}`)) ?? [])
}

function isPlain(sentence: string, groups: TopicSignals['groups']): boolean {
  return !DENIAL.test(sentence) && wordsFound(sentence, groups).length === groups.length
}

function sentences(text: string): readonly string[] {
  return text.split(/[.;]/).map((each) => ` ${each.trim()} `)
}

function plain(text: string): string {
  return ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}.;]+/gu, ' ')} `
}
