import { addMention, fileNumber, type Corpus } from './corpus.ts'
import { tiesOf, type StrongTie } from './components.ts'
import { strengthOf } from './evidence.ts'
import type { Networks } from './find.ts'
import type { Mention } from './mention.ts'
import { compareGroups, partnersOf, profileOf, type Join } from './weak.ts'

/** What joins one more file to files that are there already. */
export type Placement = {
  readonly file: number
  /** Groups of the networks that it belongs to: more than one means that it joins them. */
  readonly groups: readonly number[]
  readonly ties: readonly StrongTie[]
  readonly joins: readonly Join[]
}

/** Takes a new file in without finding all groups anew. The networks stay as they are: the next full run moves them. */
export function placeFile(corpus: Corpus, networks: Networks, mentions: readonly Mention[]): Placement {
  const file = fileNumber(corpus, mentions[0]?.file ?? '')
  for (const mention of mentions) addMention(corpus, mention)
  const ties = corpus.entries[file]!.map(({ value }) => corpus.values[value]!)
    .filter((value) => value.files.length > 1 && strengthOf(value) === 'strong')
    .flatMap(tiesOf)
    .filter((tie) => tie.a === file || tie.b === file)
  // Files outside a group get a number of their own, below every group's.
  const groupOf = (at: number): number => {
    const group = networks.groupOf[at] ?? -1
    return group < 0 ? -1 - at : group
  }
  const own = profileOf(corpus, [file])
  const joins = partnersOf(corpus, own, groupOf).flatMap((group) => {
    const files = group < 0 ? [-1 - group] : networks.groups[group]!.files
    const verdict = compareGroups(corpus, own, profileOf(corpus, files))
    return verdict?.kind === 'join' ? [verdict.join] : []
  })
  const touched = [...ties.flatMap((tie) => [tie.a, tie.b]), ...joins.flatMap((join) => [join.a, join.b])]
  return {
    file,
    groups: [...new Set(touched.map((at) => networks.groupOf[at] ?? -1))].filter((group) => group >= 0),
    ties,
    joins,
  }
}
