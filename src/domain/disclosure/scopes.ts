/**
 * What a program of an organisation may be allowed through the API. A scope stands for a role, so that the database says the
 * same no to a program as to a person. Scopes that read what people told count only after a second person confirmed them.
 */
import type { Role } from './roles.ts'

export const SCOPES = [
  'reports:write',
  'reports:read',
  'cases:read',
  'cases:write',
  'referrals:read',
  'referrals:decide',
  'immigration:read',
  'immigration:report',
  'directory:read',
  'figures:read',
] as const
export type Scope = (typeof SCOPES)[number]

export const READING_SCOPES = [
  'reports:read',
  'cases:read',
  'cases:write',
  'referrals:read',
  'referrals:decide',
  'immigration:read',
  'immigration:report',
] as const satisfies readonly Scope[]

const ROLES_OF: Record<Scope, readonly Role[]> = {
  'reports:write': [],
  'reports:read': ['task-force-member'],
  'cases:read': ['task-force-member'],
  'cases:write': ['caseworker'],
  'referrals:read': ['task-force-member'],
  'referrals:decide': ['intake-officer'],
  'immigration:read': ['immigration-officer'],
  'immigration:report': ['immigration-officer'],
  'directory:read': ['analyst'],
  'figures:read': ['analyst'],
}

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text)
}

export function readsPeople(scopes: readonly string[]): boolean {
  return scopes.some((scope) => (READING_SCOPES as readonly string[]).includes(scope))
}

/** The roles that stand behind the scopes; an unknown scope stands for nothing. */
export function rolesOfScopes(scopes: readonly string[]): readonly Role[] {
  return [...new Set(scopes.filter(isScope).flatMap((scope) => ROLES_OF[scope]))]
}
