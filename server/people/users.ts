/** The people of an installation. */
import { randomUUID } from 'node:crypto'

import { appendEntry, lockChain } from '../audit/append-entry.js'
import type { Occasion } from '../audit/entry.js'
import type { Database } from '../database/tables.js'
import type { Instant } from '../instant.js'
import { ServiceRefusal } from '../service-refusal.js'
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

/** People know each other by name, programs by id: a name that looks like an id is none. */
export type WhichUser = { readonly id: string } | { readonly name: string }

export interface NewUser {
  readonly name: string
  readonly role: Role
  readonly password: string
}

/** @throws ServiceRefusal USER_EXISTS, NAME_REFUSED, PASSWORD_REFUSED */
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
      throw new ServiceRefusal('USER_EXISTS', [
        `There is a user "${taken.name}" already.`,
      ])
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

/** @throws ServiceRefusal USER_UNKNOWN */
export async function getUser(
  database: Database,
  which: WhichUser,
): Promise<User> {
  const row = await ('name' in which
    ? findUserRow(database, which.name)
    : database
        .selectFrom('users')
        .selectAll()
        .where('id', '=', which.id)
        .executeTakeFirst())
  if (row) return userOf(row)
  const named =
    'name' in which ? `user "${which.name}"` : `user of the id "${which.id}"`
  throw new ServiceRefusal('USER_UNKNOWN', [`There is no ${named}.`])
}

async function findUser(
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
