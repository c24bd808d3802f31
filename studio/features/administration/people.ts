/** Users, roles and keys as administration shows them. */
import type { components } from '../../api/openapi.js'

export type User = components['schemas']['User']
export type Role = User['role']
export type ApiKey = components['schemas']['ApiKey']
export type Scope = ApiKey['scopes'][number]

/** From the least to the most. */
export const ROLES = [
  'reader',
  'analyst',
  'owner',
  'approver',
  'admin',
] as const satisfies readonly Role[]

export const SCOPES = [
  'read',
  'score',
  'load',
  'run',
] as const satisfies readonly Scope[]

/**
 * The end of a day on the clock of whoever chooses it, as the server takes it.
 *
 * @param day - `2027-06-30`
 */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString()
}

/** Whether a key is still taken, and why not. */
export function stateOfKey(
  { expiresAt, revokedAt }: ApiKey,
  now: Date,
): 'valid' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked'
  return new Date(expiresAt) <= now ? 'expired' : 'valid'
}
