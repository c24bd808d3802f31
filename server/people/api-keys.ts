/** Keys of services that call the API. */
import { randomUUID } from 'node:crypto'

import { appendEntry, lockChain } from '../audit/append-entry.js'
import type { Occasion } from '../audit/entry.js'
import type { Database } from '../database/tables.js'
import { instantOf, type Instant } from '../instant.js'
import { ServiceRefusal } from '../service-refusal.js'
import { checkedName } from './checked-name.js'
import type { ApiKeyTable } from './people-tables.js'
import { isScope, type Scope } from './roles.js'
import { newToken, sha256OfToken } from './token.js'

export interface ApiKey {
  readonly id: string
  /** What it is for, in words. */
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: Instant
  /** From then on it is refused. */
  readonly expiresAt: Instant
  /** null while it is not revoked. */
  readonly revokedAt: Instant | null
}

export interface NewApiKey {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: Instant
}

export interface MadeApiKey {
  readonly key: ApiKey
  /** Shown once: nobody can find it out again. */
  readonly token: string
}

/** @throws ServiceRefusal NAME_REFUSED, KEY_EXPIRY_PASSED */
export async function addApiKey(
  database: Database,
  { name: written, scopes, expiresAt }: NewApiKey,
  { at, actor }: Occasion,
): Promise<MadeApiKey> {
  const name = checkedName(written)
  if (expiresAt <= at) {
    throw new ServiceRefusal('KEY_EXPIRY_PASSED', [
      `The key would expire ${expiresAt}, which has passed.`,
    ])
  }
  const token = newToken('key')
  const id = randomUUID()
  const sorted = [...new Set(scopes)].sort()
  await database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    await transaction
      .insertInto('api_keys')
      .values({
        id,
        name,
        token_sha256: sha256OfToken(token, 'key') ?? '',
        scopes: JSON.stringify(sorted),
        created_at: at,
        created_by: actor,
        expires_at: expiresAt,
        revoked_at: null,
      })
      .execute()
    await appendEntry(transaction, {
      at,
      actor,
      action: 'api-key.added',
      subject: `key:${id}`,
      details: { scopes: sorted, expiresAt },
    })
  })
  const key: ApiKey = {
    id,
    name,
    scopes: sorted,
    createdAt: at,
    expiresAt,
    revokedAt: null,
  }
  return { key, token }
}

/** What a key is called by: a text is its id, or a name that no other key has. */
export type WhichKey = string | { readonly id: string }

/** @throws ServiceRefusal KEY_UNKNOWN, KEY_AMBIGUOUS, KEY_REVOKED */
export async function revokeApiKey(
  database: Database,
  which: WhichKey,
  { at, actor }: Occasion,
): Promise<ApiKey> {
  return database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    const key = getNamed(await listApiKeys(transaction), which)
    await transaction
      .updateTable('api_keys')
      .set({ revoked_at: at })
      .where('id', '=', key.id)
      .execute()
    await appendEntry(transaction, {
      at,
      actor,
      action: 'api-key.revoked',
      subject: `key:${key.id}`,
      details: {},
    })
    return { ...key, revokedAt: at }
  })
}

/** In the order in which they were made, revoked and expired ones among them. */
export async function listApiKeys(
  database: Database,
): Promise<readonly ApiKey[]> {
  const rows = await database
    .selectFrom('api_keys')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(apiKeyOf)
}

export async function findApiKey(
  database: Database,
  id: string,
): Promise<ApiKey | undefined> {
  const row = await database
    .selectFrom('api_keys')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && apiKeyOf(row)
}

/** @returns null for a token that is no more, or never was */
export async function keyOf(
  database: Database,
  token: string,
  now: Date,
): Promise<ApiKey | null> {
  const hash = sha256OfToken(token, 'key')
  if (hash === null) return null
  const row = await database
    .selectFrom('api_keys')
    .selectAll()
    .where('token_sha256', '=', hash)
    .where('expires_at', '>', instantOf(now))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ? apiKeyOf(row) : null
}

function getNamed(keys: readonly ApiKey[], which: WhichKey): ApiKey {
  const isMeant = ({ id, name }: ApiKey) =>
    typeof which === 'string' ? id === which || name === which : id === which.id
  const named = typeof which === 'string' ? which : which.id
  const meant = keys.filter(isMeant)
  const [key, second] = meant.filter(({ revokedAt }) => revokedAt === null)
  if (key && !second) return key
  if (key) {
    throw new ServiceRefusal('KEY_AMBIGUOUS', [
      `Several keys are called "${named}". Name one by its id, as "olshem key list" shows it.`,
    ])
  }
  throw meant.length > 0
    ? new ServiceRefusal('KEY_REVOKED', [
        `The key "${named}" has been revoked already.`,
      ])
    : new ServiceRefusal('KEY_UNKNOWN', [`There is no key "${named}".`])
}

function apiKeyOf(row: ApiKeyTable): ApiKey {
  const scopes: unknown = JSON.parse(row.scopes)
  const list: readonly unknown[] = Array.isArray(scopes) ? scopes : []
  return {
    id: row.id,
    name: row.name,
    // A scope of an older program that there is no more gives no right.
    scopes: list.filter((scope) => typeof scope === 'string').filter(isScope),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }
}
