/** The names of people beside their ids: of those who act, the log and the tables keep ids alone. */
import type { Database } from '../database/tables.js'

export interface Person {
  /** As `user:ID`. */
  readonly actor: string
  /** null for what is no user. */
  readonly name: string | null
}

const USER = 'user:'

export async function namesOf(
  database: Database,
  actors: readonly (string | null)[],
): Promise<(actor: string) => Person> {
  const ids = actors.flatMap((actor) =>
    actor?.startsWith(USER) ? [actor.slice(USER.length)] : [],
  )
  const rows =
    ids.length === 0
      ? []
      : await database
          .selectFrom('users')
          .select(['id', 'name'])
          .where('id', 'in', [...new Set(ids)])
          .execute()
  const names = new Map(rows.map(({ id, name }) => [`${USER}${id}`, name]))
  return (actor) => ({ actor, name: names.get(actor) ?? null })
}
