import type { GapCode, GapState } from '#src/domain/advocacy/gap.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadAdvocacy } from '#src/platform/law/advocacy-files.ts'
import { selectPublicGaps, selectToldCounts, type GapLaw } from './gap-queries.ts'

export type PublicGap = {
  readonly id: string
  readonly code: GapCode
  readonly state: GapState
  readonly owner: string | null
  readonly law: GapLaw
  readonly title: { readonly id: string; readonly en: string }
  /** At least so many cases; undefined: fewer than five at every body. */
  readonly told: number | undefined
  /** How sure the words are; undefined for what a body wrote here. */
  readonly confidence?: 'verified' | 'secondary' | 'unverified'
}

/** What anybody may read of the register: what a drafter made public, and the entries of the reference files. */
export async function listPublicGaps(ctx: Context): Promise<readonly PublicGap[]> {
  const rows = await selectPublicGaps(ctx)
  const told = await selectToldCounts(ctx)
  const written = rows.flatMap((row): readonly PublicGap[] => {
    if (row.title_id === null || row.title_en === null) return []
    const { id, code, state, owner } = row
    const law = { kind: row.law_kind, norm: row.norm_id, instrument: row.instrument, article: row.article }
    return [
      { id, code, state, owner, law, title: { id: row.title_id, en: row.title_en }, told: told.get(id) },
    ]
  })
  const fromFiles = loadAdvocacy().gaps.map((gap): PublicGap => {
    const row = rows.find((each) => each.ref === gap.id)
    return {
      id: gap.uuid,
      code: gap.code,
      state: row?.state ?? 'open',
      owner: row === undefined ? gap.owner : row.owner,
      law: gap.law,
      title: gap.title,
      told: told.get(gap.uuid),
      confidence: gap.confidence,
    }
  })
  return [...written, ...fromFiles]
}
