/** Sessions of people who have signed in. */
import { appendEntry, lockChain } from '../audit/append-entry.js'
import type { Occasion } from '../audit/entry.js'
import type { Database, DatabaseTransaction } from '../database/tables.js'
import { instantOf, type Instant } from '../instant.js'
import { isPassword } from './password.js'
import { newToken, sha256OfToken } from './token.js'
import { findUserRow, userOf, type User } from './users.js'

const HOURS = 12

export interface Credentials {
  readonly name: string
  readonly password: string
}

export interface SignedIn {
  readonly user: User
  /** For the cookie; nobody can find it out again. */
  readonly token: string
  readonly expiresAt: Instant
}

/**
 * @returns null where name and password do not belong together or the user is
 *   disabled: which of these it was is not told, nor does the time tell it
 */
export async function signIn(
  database: Database,
  { name, password }: Credentials,
  now: Date,
): Promise<SignedIn | null> {
  const row = await findUserRow(database, name)
  const isRight = await isPassword(password, row?.password_hash ?? null)
  const at = instantOf(now)
  if (!row || !isRight) return refuse(database, row?.id ?? null, at)
  const expiresAt = instantOf(new Date(now.getTime() + HOURS * 3_600_000))
  const token = newToken('session')
  return database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    // Hashing took its time: user and password may have changed meanwhile.
    const found = await transaction
      .selectFrom('users')
      .selectAll()
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    const user = userOf(found)
    const isSame = found.password_hash === row.password_hash
    if (user.disabledAt !== null || !isSame) {
      await logRefused(transaction, row.id, at)
      return null
    }
    await transaction
      .deleteFrom('sessions')
      .where('expires_at', '<=', at)
      .execute()
    await transaction
      .insertInto('sessions')
      .values({
        token_sha256: sha256OfToken(token, 'session') ?? '',
        user_id: user.id,
        created_at: at,
        expires_at: expiresAt,
      })
      .execute()
    await appendEntry(transaction, {
      at,
      actor: `user:${user.id}`,
      action: 'session.began',
      subject: `user:${user.id}`,
      details: {},
    })
    return { user, token, expiresAt }
  })
}

/** Whether this is the password of a user who has signed in; that it is not is logged. */
export async function confirmPassword(
  database: Database,
  { id }: Pick<User, 'id'>,
  password: string,
  { at, actor }: Occasion,
): Promise<boolean> {
  const row = await database
    .selectFrom('users')
    .select('password_hash')
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (await isPassword(password, row?.password_hash ?? null)) return true
  await database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    await appendEntry(transaction, {
      at,
      actor,
      action: 'password.refused',
      subject: `user:${id}`,
      details: {},
    })
  })
  return false
}

async function refuse(
  database: Database,
  userId: string | null,
  at: Instant,
): Promise<null> {
  await database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    await logRefused(transaction, userId, at)
  })
  return null
}

/** Without the name that was typed, which may be a password in the wrong place. */
async function logRefused(
  transaction: DatabaseTransaction,
  userId: string | null,
  at: Instant,
): Promise<void> {
  await appendEntry(transaction, {
    at,
    actor: 'nobody',
    action: 'session.refused',
    subject: userId === null ? 'user:unknown' : `user:${userId}`,
    details: {},
  })
}

/** @returns null for a token that is no more, or never was, or whose user is disabled */
export async function sessionOf(
  database: Database,
  token: string,
  now: Date,
): Promise<User | null> {
  const hash = sha256OfToken(token, 'session')
  if (hash === null) return null
  const row = await database
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .selectAll('users')
    .where('sessions.token_sha256', '=', hash)
    .where('sessions.expires_at', '>', instantOf(now))
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst()
  return row ? userOf(row) : null
}

/** For a token that is no more this does nothing. */
export async function signOut(
  database: Database,
  token: string,
  now: Date,
): Promise<void> {
  const hash = sha256OfToken(token, 'session')
  if (hash === null) return
  await database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    const ended = await transaction
      .deleteFrom('sessions')
      .where('token_sha256', '=', hash)
      .returning('user_id')
      .executeTakeFirst()
    if (!ended) return
    await appendEntry(transaction, {
      at: instantOf(now),
      actor: `user:${ended.user_id}`,
      action: 'session.ended',
      subject: `user:${ended.user_id}`,
      details: {},
    })
  })
}
