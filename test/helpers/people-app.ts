/** The server with a database of its own, and people who ask it. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { FastifyBaseLogger } from 'fastify'

import type { Configuration } from '../../server/configuration/configuration.js'
import type { Database } from '../../server/database/tables.js'
import { csrfOf } from '../../server/http/gate/session-cookie.js'
import { Signer } from '../../server/installation/signer.js'
import type { MethodologyStore } from '../../server/methodology-store/methodology-store.js'
import { addApiKey } from '../../server/people/api-keys.js'
import type { Role, Scope } from '../../server/people/roles.js'
import { signIn } from '../../server/people/sessions.js'
import { addUser, type User } from '../../server/people/users.js'
import type { DatabaseKind } from './databases.js'
import { testedApp, type TestedApp } from './http-app.js'

export type Headers = Readonly<Record<string, string>>

export interface PeopleApp extends TestedApp {
  readonly database: Database
  readonly store: MethodologyStore
}

export const PASSWORD = 'one two three four'

/** Its rules folder is not imported: a test that needs versions does that itself. */
export async function peopleApp(
  { open }: DatabaseKind,
  settings: Partial<Configuration> = {},
  programs?: URL,
  log?: FastifyBaseLogger,
): Promise<PeopleApp> {
  const { database, close } = await open()
  const store = { database, rules: settings.rules ?? 'rules' }
  const data = await mkdtemp(join(tmpdir(), 'olshem-data-'))
  const signer = await Signer.open(database, {
    dataFolder: data,
    environment: {},
  })
  const parts = { store, signer, ...(log ? { log } : {}) }
  const tested = await testedApp({ data, ...settings }, programs, parts)
  return {
    ...tested,
    database,
    store,
    close: async () => {
      await tested.close()
      await close()
      await rm(data, { recursive: true })
    },
  }
}

/** The headers with which a new user of the role asks. */
export async function signedIn(
  database: Database,
  role: Role,
): Promise<Headers & { readonly cookie: string }> {
  const user = await newUser(database, role)
  const asked = { name: user.name, password: PASSWORD }
  const session = await signIn(database, asked, new Date())
  if (!session) throw new Error('Nobody was signed in')
  return {
    cookie: `olshem-session=${session.token}`,
    'olshem-csrf': csrfOf(session.token),
  }
}

export function newUser(database: Database, role: Role): Promise<User> {
  const name = `${role} ${randomUUID()}`
  const occasion = { at: new Date().toISOString(), actor: 'server' } as const
  return addUser(database, { name, role, password: PASSWORD }, occasion)
}

/** The headers with which a new API key asks. */
export async function withKey(
  database: Database,
  scopes: readonly Scope[],
): Promise<Headers> {
  const now = Date.now()
  const { token } = await addApiKey(
    database,
    {
      name: scopes.join(' '),
      scopes,
      expiresAt: new Date(now + 3_600_000).toISOString(),
    },
    { at: new Date(now).toISOString(), actor: 'server' },
  )
  return { authorization: `Bearer ${token}` }
}
