/** A request to a server that is killed meanwhile: how it is sent, and where it must be found when it was acknowledged. */
import type { Database } from '../../server/database/tables.js'
import { signedIn, type Headers } from './people-app.js'

export interface Acknowledged {
  readonly kind: string
  readonly id: string
  /** Whether all that belongs to it is in the database. */
  readonly isKept: (database: Database) => Promise<boolean>
}

/** The headers of two people who have signed in. */
export interface People {
  readonly owner: Headers
  readonly approver: Headers
}

export interface AskedServer {
  readonly address: string
  readonly people: People
}

export interface RequestKind {
  readonly kind: string
  /** null where it cannot be asked for yet, or was refused. */
  readonly send: (
    server: AskedServer,
    before: readonly Acknowledged[],
  ) => Promise<Acknowledged | null>
}

export async function addPeople(database: Database): Promise<People> {
  return {
    owner: await signedIn(database, 'owner'),
    approver: await signedIn(database, 'approver'),
  }
}

export function postJson(
  url: string,
  body: object,
  headers: Headers,
): Promise<unknown> {
  const type = { 'content-type': 'application/json' }
  return post(url, JSON.stringify(body), { ...headers, ...type })
}

/** @returns null for a refusal, such as of what somebody else did first */
export async function post(
  url: string,
  body: string,
  headers: Headers,
): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', body, headers })
  const json: unknown = await answer.json()
  // Else everything might be refused, and nothing lost.
  if (answer.status === 401 || answer.status === 403) {
    throw new Error(`${url} was refused: ${JSON.stringify(json)}`)
  }
  return answer.ok ? json : null
}

export function idIn(answer: unknown, member: string | null): string | null {
  if (answer === null) return null
  const whole = answer as Readonly<Record<string, { readonly id: string }>>
  const { id } = (member === null ? whole : whole[member]) as { id: string }
  return id
}

export function oneOf<Thing>(things: readonly Thing[]): Thing | undefined {
  return things[Math.floor(Math.random() * things.length)]
}

export async function hasEntry(
  database: Database,
  subject: string,
  action?: string,
): Promise<boolean> {
  let query = database
    .selectFrom('audit_entries')
    .select('number')
    .where('subject', '=', subject)
  if (action !== undefined) query = query.where('action', '=', action)
  return (await query.executeTakeFirst()) !== undefined
}
