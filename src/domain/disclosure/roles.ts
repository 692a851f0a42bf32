/**
 * Who may do what, as data. Need to know decides which rows; a role decides which kinds of thing. Whoever keeps
 * the keys or checks the books reads no case, and nobody gives a reading role to himself or alone.
 */
export const ROLES = [
  'intake-officer',
  'caseworker',
  'supervisor',
  'restricted-reader-care',
  'restricted-reader-legal',
  'task-force-member',
  'village-officer',
  'immigration-officer',
  'analyst',
  'auditor',
  'data-protection-officer',
  'organisation-admin',
  'installation-admin',
  'law-drafter',
] as const
export type Role = (typeof ROLES)[number]

export const PERMISSIONS = [
  'today.read',
  'report.list',
  'report.read',
  'report.take',
  'report.record',
  'report.follow-aloud',
  'contact.close',
  'contact.bulk-close',
  'case.list',
  'case.read',
  'case.write',
  'case.close',
  'case.protect',
  'case.hand-over',
  'case.break-glass',
  'case.export',
  'case.import',
  'break-glass.review',
  'note.read-care',
  'note.read-legal',
  'evidence.read',
  'evidence.add',
  'message.write',
  'consent.record',
  'contact-number.open',
  'exception.use',
  'exception.review',
  'referral.send',
  'referral.answer',
  'load.read',
  'readers.read',
  'duty.read',
  'duty.edit',
  'task-force.read',
  'task-force.edit',
  'task-force.answer',
  'task-force.bring',
  'mla.read',
  'mla.edit',
  'competence.read',
  'competence.rule',
  'village.read',
  'immigration.desk',
  'immigration.read',
  'statistics.read',
  'audit.read',
  'chain.verify',
  'rights.handle',
  'breach.record',
  'retention.decide',
  'processing.read',
  'directory.read',
  'directory.edit',
  'directory.confirm',
  'company-register.import',
  'account.read',
  'account.manage',
  'role.propose',
  'role.confirm',
  'token.manage',
  'organisation.manage',
  'installation.manage',
  'law.read',
  'law.edit',
  'law.confirm',
  'law.release',
  'gap.log',
  'gap.read',
  'gap.edit',
  'agreement.read',
  'agreement.edit',
  'sharing.read',
  'sharing.decide',
  'advocacy.read',
  'advocacy.edit',
  'clause.edit',
  'match.read',
  'match.decide',
  'search.read',
  'missing.ask',
  'hint.read',
  'network.read',
  'network.edit',
  'network.answer',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** The law and its gaps hold no word about a person: every member of staff reads them. */
const LAW_READING: readonly Permission[] = ['law.read', 'gap.read', 'agreement.read', 'advocacy.read']

/** Whoever reads restricted notes opens the cases of the body; writing is for caseworkers. */
const READING: readonly Permission[] = [
  'today.read',
  'case.list',
  'case.read',
  'evidence.read',
  'directory.read',
  ...LAW_READING,
]

const CASEWORK: readonly Permission[] = [
  'today.read',
  'case.list',
  'case.read',
  'case.write',
  'case.close',
  'case.break-glass',
  'evidence.read',
  'evidence.add',
  'message.write',
  'consent.record',
  'contact-number.open',
  'exception.use',
  'referral.send',
  'referral.answer',
  'report.record',
  'report.follow-aloud',
  'duty.read',
  'directory.read',
  'directory.edit',
  'gap.log',
  'task-force.bring',
  'mla.read',
  'mla.edit',
  'match.read',
  'match.decide',
  'sharing.read',
  'network.read',
  'network.edit',
  ...LAW_READING,
]

const INTAKE: readonly Permission[] = [
  'report.list',
  'report.read',
  'report.take',
  'contact.close',
  'contact.bulk-close',
  'search.read',
]

export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'intake-officer': [...CASEWORK, ...INTAKE],
  caseworker: CASEWORK,
  supervisor: [
    ...CASEWORK,
    ...INTAKE,
    'case.protect',
    'case.hand-over',
    // Many cases at once, out or in: one person per body answers for it.
    'case.export',
    'case.import',
    'break-glass.review',
    'exception.review',
    'sharing.decide',
    'load.read',
    'readers.read',
    'duty.edit',
    'directory.confirm',
    'role.confirm',
    'competence.read',
    'competence.rule',
    'task-force.answer',
    'immigration.read',
    'hint.read',
    // Few may know that somebody who is looked for was found, before that person has said what may be told.
    'missing.ask',
    // Words about a suspect leave the body only by its own yes.
    'network.answer',
  ],
  'restricted-reader-care': [...READING, 'note.read-care', 'missing.ask'],
  'restricted-reader-legal': [...READING, 'note.read-legal'],
  'task-force-member': [
    'today.read',
    'task-force.read',
    'task-force.edit',
    'task-force.answer',
    'directory.read',
    'competence.read',
    'competence.rule',
    ...LAW_READING,
  ],
  'village-officer': [
    'today.read',
    'village.read',
    'report.record',
    'report.follow-aloud',
    'directory.read',
    ...LAW_READING,
  ],
  // The desk at the border reads its own records and nothing else: no case, no note, no shelter, no tip.
  'immigration-officer': [
    'today.read',
    'immigration.desk',
    'immigration.read',
    'directory.read',
    ...LAW_READING,
  ],
  analyst: ['statistics.read', 'directory.read', 'competence.read', ...LAW_READING],
  auditor: [
    'audit.read',
    'chain.verify',
    'processing.read',
    'sharing.read',
    'directory.read',
    ...LAW_READING,
  ],
  'data-protection-officer': [
    'today.read',
    'rights.handle',
    'breach.record',
    'retention.decide',
    'processing.read',
    'audit.read',
    'sharing.read',
    'sharing.decide',
    'directory.read',
    ...LAW_READING,
  ],
  'organisation-admin': [
    'account.read',
    'account.manage',
    'role.propose',
    'token.manage',
    'organisation.manage',
    'sharing.read',
    'sharing.decide',
    'duty.edit',
    'directory.read',
    'directory.edit',
    ...LAW_READING,
  ],
  'installation-admin': [
    'account.read',
    'account.manage',
    'role.propose',
    'organisation.manage',
    'installation.manage',
    'chain.verify',
    'directory.read',
    'directory.edit',
    // A list that holds for the whole installation, like the reference data; it names no person.
    'company-register.import',
    ...LAW_READING,
  ],
  'law-drafter': [
    ...LAW_READING,
    'law.edit',
    'law.confirm',
    'law.release',
    'gap.edit',
    'agreement.edit',
    'advocacy.edit',
    'clause.edit',
    'directory.read',
  ],
}

export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => ROLE_PERMISSIONS[role].includes(permission))
}

export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]))
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}

/** Roles that open words about persons. */
export const READING_ROLES = [
  'intake-officer',
  'caseworker',
  'supervisor',
  'restricted-reader-care',
  'restricted-reader-legal',
  'task-force-member',
  'village-officer',
  'immigration-officer',
  'data-protection-officer',
] as const satisfies readonly Role[]
export type ReadingRole = (typeof READING_ROLES)[number]

const KEY_HOLDERS: readonly Role[] = ['organisation-admin', 'installation-admin', 'auditor']

/** Pairs that one person never holds at once. */
export const INCOMPATIBLE_ROLES: readonly (readonly [Role, Role])[] = KEY_HOLDERS.flatMap((holder) =>
  READING_ROLES.map((reader): readonly [Role, Role] => [holder, reader]),
)

export function isReadingRole(role: Role): role is ReadingRole {
  return (READING_ROLES as readonly Role[]).includes(role)
}

export function areCompatible(roles: readonly Role[]): boolean {
  return INCOMPATIBLE_ROLES.every(([one, other]) => !(roles.includes(one) && roles.includes(other)))
}

export interface RoleGrant {
  readonly role: Role
  readonly to: string
  readonly rolesHeld: readonly Role[]
  readonly proposedBy: string
  /** The second person, who must hold `role.confirm` or, for roles without reading, `role.propose`. */
  readonly confirmedBy?: string
}

export type RoleGrantDecision =
  | { readonly kind: 'granted' }
  | { readonly kind: 'refused'; readonly code: 'to-oneself' | 'second-person-needed' | 'incompatible' }

/** A reading role needs two people, neither of them the one who gets it. */
export function decideRoleGrant(grant: RoleGrant): RoleGrantDecision {
  if (grant.proposedBy === grant.to) return { kind: 'refused', code: 'to-oneself' }
  if (!areCompatible([...grant.rolesHeld, grant.role])) return { kind: 'refused', code: 'incompatible' }
  if (!isReadingRole(grant.role)) return { kind: 'granted' }
  const second = grant.confirmedBy
  if (second === undefined || second === grant.proposedBy)
    return { kind: 'refused', code: 'second-person-needed' }
  return second === grant.to ? { kind: 'refused', code: 'to-oneself' } : { kind: 'granted' }
}
