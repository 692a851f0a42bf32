/** The nine branches of ILO C102 against what the worker has. A measure, not a duty: it is not ratified. */
import { yesNoAt } from '../fact-at.ts'
import type { Gather } from '../gather.ts'
import { citationIn } from '../rulebook.ts'
import type { Standing } from './membership.ts'

export type Cover = 'yes' | 'part' | 'no' | 'unclear'

export type Branch = {
  readonly branch: string
  readonly cover: Cover
  readonly by: readonly string[]
}

interface BranchRow {
  readonly branch: string
  /** What a member of JKK and JKM has. */
  readonly member: Cover | 'part-if-in-force' | 'part-if-chosen'
  readonly by: readonly string[]
  readonly benefit?: string
  readonly chosen?: string
  /** A fact that alone gives the whole branch. */
  readonly full?: string
}

export function branchesOf(g: Gather, standing: Standing): readonly Branch[] {
  g.fire('c102.measure', 'insurance.status')
  const rows = g.chapter.text.tables['branches'] as readonly BranchRow[]
  return rows.map((row) => coverOf(g, row, standing))
}

function coverOf(g: Gather, row: BranchRow, standing: Standing): Branch {
  const full = row.full === undefined ? undefined : yesNoAt(g.facts, row.full)
  if (full === 'yes') return { branch: row.branch, cover: 'yes', by: ['jkn'] }
  const national = nationalCover(g, row, standing)
  const abroad = standing === 'foreign-scheme' || g.facts.insurance?.foreignScheme === 'yes'
  if (national !== 'yes' && national !== 'part' && abroad)
    return { branch: row.branch, cover: 'unclear', by: ['foreign-scheme'] }
  // Health insurance that nobody asked about may still be there.
  if (national === 'no' && row.full !== undefined && full === undefined)
    return { branch: row.branch, cover: 'unclear', by: [] }
  return { branch: row.branch, cover: national, by: national === 'no' ? [] : row.by }
}

function nationalCover(g: Gather, row: BranchRow, standing: Standing): Cover {
  const member = memberCover(g, row)
  if (member === 'no' || standing === 'covered') return member
  return standing === 'unclear' ? 'unclear' : 'no'
}

function memberCover(g: Gather, row: BranchRow): Cover {
  if (row.member === 'part-if-in-force')
    return citationIn(g.chapter, row.benefit ?? '') === undefined ? 'no' : 'part'
  if (row.member !== 'part-if-chosen') return row.member
  const chosen = yesNoAt(g.facts, row.chosen ?? '')
  if (chosen === undefined) return 'unclear'
  return chosen === 'yes' ? 'part' : 'no'
}
