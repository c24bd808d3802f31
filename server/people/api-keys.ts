/** Keys of services that call the API. */
import { randomUUID } from 'node:crypto'

import { appendEntry, lockChain } from '../audit/append-entry.js'
import type { Occasion } from '../audit/entry.js'
import type { Database } from '../database/tables.js'
import { Refusal } from '../refusal.js'
import { instantOf, type Instant } from '../instant.js'
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

/** @throws Refusal for a name without letters, or a time that has passed */
export async function addApiKey(
  database: Database,
  { name: written, scopes, expiresAt }: NewApiKey,
  { at, actor }: Occasion,
): Promise<MadeApiKey> {
  const name = checkedName(written)
  if (expiresAt <= at) {
    throw new Refusal([`The key would expire ${expiresAt}, which has passed.`])
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

/** @param named - an id, or a name that one key alone has; @throws Refusal for others */
export async function revokeApiKey(
  database: Database,
  named: string,
  { at, actor }: Occasion,
): Promise<ApiKey> {
  return database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    const key = getNamed(await listApiKeys(transaction), named)
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

function getNamed(keys: readonly ApiKey[], named: string): ApiKey {
  const usable = keys.filter(({ revokedAt }) => revokedAt === null)
  const [key, second] = usable.filter(
    ({ id, name }) => id === named || name === named,
  )
  if (key && !second) return key
  if (key) {
    throw new Refusal([
      `Several keys are called "${named}". Name one by its id, as "olshem key list" shows it.`,
    ])
  }
  const isRevoked = keys.some(({ id, name }) => id === named || name === named)
  throw new Refusal([
    isRevoked
      ? `The key "${named}" has been revoked already.`
      : `There is no key "${named}".`,
  ])
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
