/** One row of the table of competence. */
import type { NeedKind, PersonCategory, Phase } from '../cases/codes.ts'
import type { ArticleRef } from '../law/article-ref.ts'
import type { BodyKind } from './bodies.ts'

export const NEED_PLACES = ['abroad', 'home', 'unknown'] as const
export type NeedPlace = (typeof NEED_PLACES)[number]

/** A foreigner in Indonesia, as far as it changes who is competent. */
export const FOREIGNER_KINDS = [
  'asylum-seeker',
  'trafficking-victim',
  'intercepted-migrant',
  'other',
] as const
export type ForeignerKind = (typeof FOREIGNER_KINDS)[number]

export interface CompetenceRow {
  readonly needs: readonly NeedKind[]
  readonly places: readonly Exclude<NeedPlace, 'unknown'>[]
  /** Missing means every phase, every category, every foreigner. */
  readonly phases?: readonly Phase[]
  readonly categories?: readonly PersonCategory[]
  readonly foreigners?: readonly ForeignerKind[]
  /** In order: the first is asked first, the others are next in line. */
  readonly leads: readonly BodyKind[]
  readonly supporters: readonly BodyKind[]
  readonly basis: readonly ArticleRef[]
}

export function row(
  needs: readonly NeedKind[],
  places: CompetenceRow['places'],
  leads: readonly BodyKind[],
  supporters: readonly BodyKind[],
  basis: readonly ArticleRef[],
  only: Pick<CompetenceRow, 'phases' | 'categories' | 'foreigners'> = {},
): CompetenceRow {
  return { needs, places, leads, supporters, basis, ...only }
}
