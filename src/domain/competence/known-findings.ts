/**
 * Overlaps and holes that the law itself has. They are no errors of the table: each is named with its article, shown
 * beside the answer and noted in the register of obstacles. Which day each began stands in the chapter.
 */
import { NEED_KINDS, type NeedKind, type PersonCategory } from '../cases/codes.ts'
import type { BodyKind } from './bodies.ts'
import type { ForeignerKind } from './competence-row.ts'

export interface KnownFinding {
  readonly kind: 'overlap' | 'hole'
  /** A rule of the chapter on competence. */
  readonly rule: string
  readonly needs: readonly NeedKind[]
  readonly places: readonly ('abroad' | 'home')[]
  readonly categories?: readonly PersonCategory[]
  readonly foreigners?: readonly ForeignerKind[]
  /** Only for those who went without a placement actor. */
  readonly placedBy?: 'independent'
  readonly bodies: readonly BodyKind[]
}

const SEAGOING: readonly PersonCategory[] = ['seafarer', 'fisher']
const LABOUR_NEEDS: readonly NeedKind[] = ['wages', 'employment-dispute', 'refund']

export const KNOWN_FINDINGS: readonly KnownFinding[] = [
  {
    kind: 'overlap',
    rule: 'overlap.two-states-prosecute',
    needs: ['investigation'],
    places: ['abroad'],
    bodies: ['polri', 'foreign-police'],
  },
  {
    kind: 'overlap',
    rule: 'overlap.ministry-and-agency',
    needs: [...LABOUR_NEEDS, 'information'],
    places: ['home'],
    categories: ['worker', 'seafarer', 'fisher', 'unknown'],
    bodies: ['kp2mi', 'kemnaker'],
  },
  {
    kind: 'overlap',
    rule: 'overlap.two-sea-ministries',
    needs: [...LABOUR_NEEDS, 'documents', 'return-home'],
    places: ['abroad', 'home'],
    categories: SEAGOING,
    bodies: ['kemenhub', 'kkp'],
  },
  {
    kind: 'overlap',
    rule: 'overlap.states-of-a-vessel',
    needs: ['safety-rescue', 'medical', 'wages', 'employment-dispute', 'return-home', 'investigation'],
    places: ['abroad'],
    categories: SEAGOING,
    bodies: ['flag-state', 'port-state', 'coastal-state'],
  },
  {
    kind: 'overlap',
    rule: 'overlap.detention-house-or-shelter',
    needs: ['shelter'],
    places: ['home'],
    categories: ['foreigner'],
    foreigners: ['trafficking-victim'],
    bodies: ['immigration', 'kemensos'],
  },
  {
    kind: 'hole',
    rule: 'hole.no-forum-at-home',
    needs: ['wages'],
    places: ['home'],
    categories: ['worker', 'unknown'],
    bodies: [],
  },
  { kind: 'hole', rule: 'hole.no-response-time', needs: ['safety-rescue'], places: ['abroad'], bodies: [] },
  {
    kind: 'hole',
    rule: 'hole.own-risk',
    needs: [...LABOUR_NEEDS, 'return-home', 'remains'],
    places: ['abroad', 'home'],
    placedBy: 'independent',
    bodies: [],
  },
  {
    kind: 'hole',
    rule: 'hole.after-return-only',
    needs: ['livelihood', 'reintegration'],
    places: ['abroad'],
    bodies: [],
  },
  {
    kind: 'hole',
    rule: 'hole.not-migrant-workers',
    needs: [...LABOUR_NEEDS, 'social-security'],
    places: ['abroad', 'home'],
    categories: ['student'],
    bodies: [],
  },
  {
    kind: 'hole',
    rule: 'hole.asylum-seekers-outside',
    needs: NEED_KINDS,
    places: ['home'],
    categories: ['foreigner'],
    foreigners: ['asylum-seeker'],
    bodies: [],
  },
]
