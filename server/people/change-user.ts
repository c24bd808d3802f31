/** What changes about a user: whatever it is, sessions that were begun before end with it. */
import { appendEntry, lockChain } from '../audit/append-entry.js'
import type { Details, Occasion } from '../audit/entry.js'
import type { Database, DatabaseTransaction } from '../database/tables.js'
import { ServiceRefusal } from '../service-refusal.js'
import { hashPassword } from './password.js'
import type { UserTable } from './people-tables.js'
import type { Role } from './roles.js'
import { getUser, type User, type WhichUser } from './users.js'

/** @throws ServiceRefusal USER_UNKNOWN, USER_STATE, LAST_ADMIN */
export function disableUser(
  database: Database,
  which: WhichUser,
  occasion: Occasion,
): Promise<User> {
  return changeUser(database, which, occasion, async (user, transaction) => {
    if (user.disabledAt !== null) {
      throw new ServiceRefusal('USER_STATE', [
        `"${user.name}" has been disabled since ${user.disabledAt}.`,
      ])
    }
    await keepAnAdmin(user, transaction)
    return { action: 'user.disabled', set: { disabled_at: occasion.at } }
  })
}

/** @throws ServiceRefusal USER_UNKNOWN, USER_STATE */
export function enableUser(
  database: Database,
  which: WhichUser,
  occasion: Occasion,
): Promise<User> {
  return changeUser(database, which, occasion, (user) => {
    if (user.disabledAt === null) {
      throw new ServiceRefusal('USER_STATE', [
        `"${user.name}" is not disabled.`,
      ])
    }
    return { action: 'user.enabled', set: { disabled_at: null } }
  })
}

/** @throws ServiceRefusal USER_UNKNOWN, USER_STATE, LAST_ADMIN */
export function changeRole(
  database: Database,
  which: WhichUser,
  role: Role,
  occasion: Occasion,
): Promise<User> {
  return changeUser(database, which, occasion, async (user, transaction) => {
    if (user.role === role) {
      throw new ServiceRefusal('USER_STATE', [
        `"${user.name}" has the role ${role} already.`,
      ])
    }
    await keepAnAdmin(user, transaction)
    const details = { from: user.role, to: role }
    return { action: 'user.role-changed', set: { role }, details }
  })
}

/** @throws ServiceRefusal USER_UNKNOWN, PASSWORD_REFUSED */
export async function changePassword(
  database: Database,
  which: WhichUser,
  password: string,
  occasion: Occasion,
): Promise<User> {
  const hash = await hashPassword(password)
  return changeUser(database, which, occasion, () => ({
    action: 'user.password-changed',
    set: { password_hash: hash },
  }))
}

interface Change {
  readonly action: string
  readonly set: Partial<
    Pick<UserTable, 'role' | 'password_hash' | 'disabled_at'>
  >
  readonly details?: Details
}

function changeUser(
  database: Database,
  which: WhichUser,
  { at, actor }: Occasion,
  decide: (
    user: User,
    transaction: DatabaseTransaction,
  ) => Change | Promise<Change>,
): Promise<User> {
  return database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    const user = await getUser(transaction, which)
    const { action, set, details = {} } = await decide(user, transaction)
    await transaction
      .updateTable('users')
      .set(set)
      .where('id', '=', user.id)
      .execute()
    await transaction
      .deleteFrom('sessions')
      .where('user_id', '=', user.id)
      .execute()
    const subject = `user:${user.id}`
    await appendEntry(transaction, { at, actor, action, subject, details })
    return getUser(transaction, { id: user.id })
  })
}

/** Without one nobody could add users or give roles over the network any more. */
async function keepAnAdmin(
  { id, name, role, disabledAt }: User,
  transaction: DatabaseTransaction,
): Promise<void> {
  if (role !== 'admin' || disabledAt !== null) return
  const other = await transaction
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('id', '!=', id)
    .limit(1)
    .executeTakeFirst()
  if (other) return
  throw new ServiceRefusal('LAST_ADMIN', [
    `"${name}" is the last admin who may sign in. Give another user the role admin first.`,
  ])
}
