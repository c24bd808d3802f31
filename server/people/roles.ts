/** What each role may do. Every route and every API key is measured by this table. */

/** In the order in which a methodology comes into being. */
export const PERMISSIONS = [
  /** See methodologies, data sets, runs, explanations and receipts. */
  'read',
  /** Have bodies scored without anything being stored. */
  'score',
  /** Load data sets and registers. */
  'load',
  /** Make runs, and replay them. */
  'run',
  /** Write drafts, and ask for approval. */
  'draft',
  /** See drafts, which are nobody else's business before they are published. */
  'review',
  /** Approve a draft that others wrote. */
  'approve',
  /** Publish what has been approved, and withdraw what was published. */
  'publish',
  /** See values that are withheld from publication. */
  'see-restricted',
  /** See the audit log. */
  'audit',
  /** Add and disable users, make and revoke API keys. */
  'administer',
] as const

export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = [
  'reader',
  'analyst',
  'owner',
  'approver',
  'admin',
] as const

export type Role = (typeof ROLES)[number]

const READER = ['read', 'score'] as const
const ANALYST = [...READER, 'load', 'run', 'see-restricted'] as const

/** That nobody approves what they wrote is not a matter of roles: it holds for all of them. */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  reader: READER,
  analyst: ANALYST,
  owner: [...ANALYST, 'draft', 'review', 'publish'],
  approver: [...READER, 'see-restricted', 'review', 'approve', 'audit'],
  admin: PERMISSIONS,
}

/** What an API key can be made for: no program sees drafts, approves, publishes or makes keys. */
export const SCOPES = ['read', 'score', 'load', 'run'] as const

export type Scope = (typeof SCOPES)[number]

export function mayDo(role: Role, permission: Permission): boolean {
  return PERMISSIONS_OF[role].includes(permission)
}

export function keyMayDo(
  scopes: readonly Scope[],
  permission: Permission,
): boolean {
  return scopes.some((scope) => scope === permission)
}

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text)
}

export function isScope(text: string): text is Scope {
  return SCOPES.some((scope) => scope === text)
}
