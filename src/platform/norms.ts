// The norms of seeds/reference/norms.json, checked against each other and against the law library.
import { citationFaultsIn } from '#src/domain/law/citation-faults.ts'
import { loadLaw } from './law/law-files.ts'
import { oncePerRelease } from './law/law-source.ts'
import { readNorms, type Norm } from './norm-texts.ts'

/** Once stood for a start that nobody had read. Such a start is null. */
const NO_REAL_START = '1970-01-01'

/** Read once for each release. Throws with every fault when the data is wrong. */
export const loadNorms: () => readonly Norm[] = oncePerRelease(() => {
  const norms = readNorms()
  const faults = faultsOfNorms(norms)
  if (faults.length > 0) throw new Error(`the norms are wrong:\n${faults.join('\n')}`)
  return norms
})

/** What a schema alone does not see: unknown instruments, empty windows, comparisons that lead nowhere. */
export function faultsOfNorms(norms: readonly Norm[]): readonly string[] {
  const law = loadLaw()
  const ids = new Set(norms.map((norm) => norm.id))
  return norms.flatMap((norm) => [
    ...citationFaultsIn(law, norm, 'norm'),
    ...(norm.validFrom !== null && norm.validUntil !== null && norm.validUntil <= norm.validFrom
      ? [`${norm.id} has an empty window`]
      : []),
    ...(norm.validFrom === NO_REAL_START ? [`${norm.id} hides that nobody read its start`] : []),
    ...(norm.parameter === null || norm.parameter.value !== null || norm.notes !== null
      ? []
      : [`${norm.id} has an empty amount without a reason`]),
    ...(norm.article === '-' && norm.confidence === 'verified' && norm.notes === null
      ? [`${norm.id} names no place in the text`]
      : []),
    ...norm.compareWith
      .filter((id) => !ids.has(id))
      .map((id) => `${norm.id} is compared with ${id}, which is none`),
    ...(norms.filter((each) => each.id === norm.id).length > 1 ? [`${norm.id} stands twice`] : []),
  ])
}
