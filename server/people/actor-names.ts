/** How users and keys are called now: names can be changed or forgotten, so what is kept has ids alone. */
import type { Database } from '../database/tables.js'

/** As `user:ID` or `key:ID` -> the name; whatever is neither is left out. */
export type ActorNames = Readonly<Record<string, string>>

export async function actorNames(
  database: Database,
  actors: readonly string[],
): Promise<ActorNames> {
  const idsOf = (kind: string) => [
    ...new Set(
      actors
        .filter((each) => each.startsWith(`${kind}:`))
        .map((each) => each.slice(kind.length + 1)),
    ),
  ]
  return {
    ...(await namesOf(database, 'users', idsOf('user'))),
    ...(await namesOf(database, 'api_keys', idsOf('key'))),
  }
}

async function namesOf(
  database: Database,
  table: 'users' | 'api_keys',
  ids: readonly string[],
): Promise<ActorNames> {
  if (ids.length === 0) return {}
  const found = await database
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  const kind = table === 'users' ? 'user' : 'key'
  return Object.fromEntries(
    found.map(({ id, name }) => [`${kind}:${id}`, name]),
  )
}
