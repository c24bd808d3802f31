/** Who asks, users and API keys, as addresses take and answer them. */
import { Type } from 'typebox'

import { PERMISSIONS, ROLES, SCOPES } from '../../people/roles.js'
import { closed, named, nullable, oneOf } from './parts.js'

const Id = Type.String({ minLength: 1, maxLength: 100 })
const Password = Type.String({ minLength: 1, maxLength: 1024 })
const PersonName = Type.String({ minLength: 1, maxLength: 400 })
const RoleWord = oneOf(ROLES, 'what the user may do')

export const IdPath = closed({ id: Id })

export const Credentials = named('Credentials', {
  name: PersonName,
  password: Password,
})

export const Session = named('Session', {
  kind: oneOf(
    ['local', 'user', 'key', 'nobody'],
    'local: at the machine of a server without users',
  ),
  id: nullable(Type.String()),
  name: nullable(Type.String()),
  role: nullable(oneOf(ROLES), 'of a user'),
  permissions: Type.Array(oneOf(PERMISSIONS)),
  csrf: nullable(
    Type.String(),
    'for the header Olshem-CSRF of requests that change something; null where no cookie is sent',
  ),
})

export const OwnPassword = named('OwnPassword', {
  current: Password,
  password: Password,
})

export const User = named('User', {
  id: Type.String(),
  name: Type.String(),
  role: RoleWord,
  createdAt: Type.String(),
  disabledAt: nullable(Type.String(), 'null while the user may sign in'),
})

export const UserList = named('UserList', { items: Type.Array(User) })

export const NewUser = named('NewUser', {
  name: PersonName,
  role: RoleWord,
  password: Password,
})

export const NewRole = named('NewRole', { role: RoleWord })

export const NewPassword = named('NewPassword', { password: Password })

const Scopes = Type.Array(oneOf(SCOPES), {
  minItems: 1,
  maxItems: SCOPES.length,
  uniqueItems: true,
})

export const ApiKey = named('ApiKey', {
  id: Type.String(),
  name: Type.String({ description: 'what it is for' }),
  scopes: Type.Array(oneOf(SCOPES)),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  revokedAt: nullable(Type.String(), 'null while it is not revoked'),
})

export const ApiKeyList = named('ApiKeyList', { items: Type.Array(ApiKey) })

export const NewApiKey = named('NewApiKey', {
  name: PersonName,
  scopes: Scopes,
  expiresAt: Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
    description: 'UTC, as 2027-06-30T18:59:59.999Z',
  }),
})

export const MadeApiKey = named('MadeApiKey', {
  key: ApiKey,
  token: Type.String({ description: 'shown this once' }),
})
