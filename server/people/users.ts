/** The people of an installation. */
import { randomUUID } from 'node:crypto'

import { appendEntry, lockChain } from '../audit/append-entry.js'
import type { Occasion } from '../audit/entry.js'
import type { Database } from '../database/tables.js'
import { Refusal } from '../refusal.js'
import type { Instant } from '../instant.js'
import { checkedName } from './checked-name.js'
import { hashPassword } from './password.js'
import type { UserTable } from './people-tables.js'
import { isRole, type Role } from './roles.js'

export interface User {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly createdAt: Instant
  /** null while the user may sign in. */
  readonly disabledAt: Instant | null
}

export interface NewUser {
  readonly name: string
  readonly role: Role
  readonly password: string
}

/** @throws Refusal for a name that is taken, or a password that is too short */
export async function addUser(
  database: Database,
  { name: written, role, password }: NewUser,
  { at, actor }: Occasion,
): Promise<User> {
  const name = checkedName(written)
  const hash = await hashPassword(password)
  const id = randomUUID()
  await database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    const taken = await findUser(transaction, name)
    if (taken) {
      throw new Refusal([`There is a user "${taken.name}" already.`])
    }
    await transaction
      .insertInto('users')
      .values({
        id,
        name,
        name_key: keyOfName(name),
        role,
        password_hash: hash,
        created_at: at,
        disabled_at: null,
      })
      .execute()
    await appendEntry(transaction, {
      at,
      actor,
      action: 'user.added',
      subject: `user:${id}`,
      details: { role },
    })
  })
  return { id, name, role, createdAt: at, disabledAt: null }
}

/** Ends the sessions of the user as well. @throws Refusal for no such user */
export async function disableUser(
  database: Database,
  name: string,
  { at, actor }: Occasion,
): Promise<User> {
  return database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    const user = await findUser(transaction, name)
    if (!user) throw new Refusal([`There is no user "${name}".`])
    if (user.disabledAt !== null) {
      throw new Refusal([
        `"${user.name}" has been disabled since ${user.disabledAt}.`,
      ])
    }
    await transaction
      .updateTable('users')
      .set({ disabled_at: at })
      .where('id', '=', user.id)
      .execute()
    await transaction
      .deleteFrom('sessions')
      .where('user_id', '=', user.id)
      .execute()
    await appendEntry(transaction, {
      at,
      actor,
      action: 'user.disabled',
      subject: `user:${user.id}`,
      details: {},
    })
    return { ...user, disabledAt: at }
  })
}

/** In the order of their names, disabled ones among them. */
export async function listUsers(database: Database): Promise<readonly User[]> {
  const rows = await database
    .selectFrom('users')
    .selectAll()
    .orderBy('name_key')
    .execute()
  return rows.map(userOf)
}

/** Once there was a user, everybody has to sign in; disabling all does not open the door again. */
export async function hasUsers(database: Database): Promise<boolean> {
  const row = await database
    .selectFrom('users')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function findUser(
  database: Database,
  name: string,
): Promise<User | undefined> {
  const row = await findUserRow(database, name)
  return row && userOf(row)
}

/** With the hash of the password, for signing in alone. */
export function findUserRow(
  database: Database,
  name: string,
): Promise<UserTable | undefined> {
  return database
    .selectFrom('users')
    .selectAll()
    .where('name_key', '=', keyOfName(name))
    .executeTakeFirst()
}

export function userOf(row: UserTable): User {
  const { id, name, role } = row
  // Nobody but this program writes the table; what it cannot read gives no right.
  if (!isRole(role)) throw new Error(`Unknown role in the database: ${role}`)
  return {
    id,
    name,
    role,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
  }
}

function keyOfName(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase()
}
