/**
 * Which role may do what. Deny by default: a permission that no role of the person lists is not there. The database says the
 * same again in its policies (app.reads_cases and the policies of each table).
 * Source: issue "Roles", SCREENS "Roles → what they may not see".
 */
export const ROLES = [
  'intake-officer',
  'caseworker',
  'supervisor',
  'restricted-reader-care',
  'restricted-reader-legal',
  'task-force-member',
  'village-officer',
  'analyst',
  'auditor',
  'data-protection-officer',
  'organisation-admin',
  'installation-admin',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that open case files. Whoever grants them to himself would read at will: a second person confirms each. */
export const READING_ROLES = [
  'intake-officer',
  'caseworker',
  'supervisor',
  'restricted-reader-care',
  'restricted-reader-legal',
  'task-force-member',
  'village-officer',
] as const satisfies readonly Role[]

/** Administrators and auditors read no case: these never stand beside a reading role in one account. */
export const NEVER_WITH_READING = ['auditor', 'organisation-admin', 'installation-admin', 'analyst'] as const satisfies readonly Role[]

const TAKES = ['intake-officer', 'caseworker', 'supervisor'] as const
const READS = READING_ROLES

export const PERMISSIONS = {
  'report.read': TAKES,
  'report.take': TAKES,
  'report.write-down': TAKES,
  'report.close-as-no-case': TAKES,
  'case.read': READS,
  'case.edit': TAKES,
  'case.close': ['caseworker', 'supervisor'],
  'case.search': READS,
  'case.print': ['caseworker', 'supervisor'],
  'case.assign': ['supervisor'],
  'case.protect': ['supervisor'],
  'case.open-in-emergency': TAKES,
  'case.review-emergency': ['supervisor'],
  'note.read-care': ['restricted-reader-care'],
  'note.read-legal': ['restricted-reader-legal'],
  'referral.read': READS,
  'referral.send': ['caseworker', 'supervisor'],
  'referral.decide': TAKES,
  'referral.review-exception': ['supervisor'],
  'duty.read': TAKES,
  'duty.edit': ['supervisor'],
  'work.supervise': ['supervisor'],
  'directory.read': [...READS, 'analyst', 'auditor', 'data-protection-officer', 'organisation-admin', 'installation-admin'],
  'directory.edit': ['caseworker', 'supervisor', 'installation-admin'],
  'rights.handle': ['data-protection-officer'],
  'rights.decide': ['data-protection-officer', 'supervisor'],
  'breach.handle': ['data-protection-officer'],
  'retention.handle': ['data-protection-officer'],
  'account.manage': ['organisation-admin', 'installation-admin'],
  'account.close': ['organisation-admin', 'supervisor', 'installation-admin'],
  'role.request': ['organisation-admin', 'supervisor', 'installation-admin'],
  'role.confirm': ['organisation-admin', 'supervisor', 'installation-admin'],
  'client.manage': ['organisation-admin', 'installation-admin'],
  'audit.read': ['auditor', 'supervisor', 'data-protection-officer'],
  'organisation.manage': ['installation-admin'],
  'figures.read': ['analyst', 'supervisor', 'auditor'],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof PERMISSIONS

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}

export function may(roles: readonly string[], permission: Permission): boolean {
  const holders: readonly string[] = PERMISSIONS[permission]
  return roles.some((role) => holders.includes(role))
}

/** Two roles that one account may not hold together. */
export function areIncompatible(a: Role, b: Role): boolean {
  const apart = (x: Role, y: Role): boolean =>
    (NEVER_WITH_READING as readonly Role[]).includes(x) && (READING_ROLES as readonly Role[]).includes(y)
  return apart(a, b) || apart(b, a)
}
