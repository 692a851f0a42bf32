// The independent answer to "who may see this word": written from the issue and SCREENS, not taken from the product.
import type { Role } from '#src/domain/disclosure/roles.ts'
import type { Sentinel, SentinelKind } from '../support/sentinel-world.ts'
import type { TestOrg } from '../support/test-orgs.ts'

export type Reader = {
  readonly title: string
  readonly org: TestOrg | undefined
  /** Empty for a visitor and a program. */
  readonly roles: readonly Role[]
  readonly scopes?: readonly string[]
  /** Named on the protected cases of the organisation. */
  readonly isNamed?: true
  /** Wrote the restricted notes. */
  readonly isAuthor?: true
}

type Rule = { readonly roles: readonly Role[]; readonly also?: 'author' | 'named'; readonly scope?: string }

/** Within the own organisation. Nobody else sees anything of it, but for what was referred. */
const WHO: Readonly<Record<SentinelKind, Rule>> = {
  waiting: { roles: ['intake-officer', 'supervisor'] },
  // Readers of restricted notes open the cases of their body: a note without its case helps nobody.
  case: {
    roles: [
      'intake-officer',
      'caseworker',
      'supervisor',
      'restricted-reader-care',
      'restricted-reader-legal',
    ],
    scope: 'cases:read',
  },
  care: { roles: ['restricted-reader-care'], also: 'author' },
  legal: { roles: ['restricted-reader-legal'], also: 'author' },
  protected: { roles: [], also: 'named' },
  // Who says to be looking for a person that this body knows: a few may know, in order to ask that person.
  found: { roles: ['supervisor', 'restricted-reader-care'] },
  // The reporter named this body: nobody in it ever reads a word.
  kept: { roles: [] },
  referral: { roles: ['intake-officer', 'caseworker', 'supervisor'], scope: 'referrals:decide' },
}

/** Administrators, auditors, analysts and the data-protection officer read no case, whatever else is true. */
const NEVER: readonly Role[] = [
  'analyst',
  'auditor',
  'data-protection-officer',
  'organisation-admin',
  'installation-admin',
  'law-drafter',
]

/** Each of the two organisations has referred one need to the other; what was sent may be read on both sides. */
export function maySee(reader: Reader, mark: Sentinel): boolean {
  const rule = WHO[mark.kind]
  if (reader.org === undefined || reader.roles.some((role) => NEVER.includes(role))) return false
  if (mark.kind !== 'referral' && mark.org !== reader.org) return false
  // A village officer reads what was referred to the village, and nothing that its own body holds or refers.
  if (reader.roles.includes('village-officer')) return mark.kind === 'referral' && mark.org !== reader.org
  if (reader.scopes) return rule.scope !== undefined && reader.scopes.includes(rule.scope)
  if (rule.also === 'named' && reader.isNamed) return true
  if (rule.also === 'author' && reader.isAuthor) return true
  return reader.roles.some((role) => rule.roles.includes(role))
}
