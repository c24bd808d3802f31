/** Registers of bodies as addresses take and answer them. */
import { Type } from 'typebox'

import { closed, named, Name, Sha256, tableOf } from './parts.js'

const RegisterId = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,63}$',
  description: 'as methodologies name it, such as kz-bodies',
})

export const RegisterQuery = closed({ id: RegisterId, name: Name })

export const RegisterParameters = closed({ id: RegisterId })

export const StateParameters = closed({ id: RegisterId, sha256: Sha256 })

export const StoredRegister = named('StoredRegister', {
  id: RegisterId,
  sha256: Sha256,
  name: Type.String(),
  loadedAt: Type.String(),
  loadedBy: Type.String(),
})

export const LoadedRegister = named('LoadedRegister', {
  register: StoredRegister,
  isNew: Type.Boolean({
    description: 'false where this state was there already',
  }),
})

export const RegisterList = named('RegisterList', {
  items: Type.Array(StoredRegister),
  restricted: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'registers with restricted attributes, whose states are not listed for you',
    }),
  ),
})

export const RegisterText = named('RegisterText', {
  register: Type.String(),
  columns: Type.Array(Type.String()),
  rows: Type.Array(tableOf(Type.String()), {
    description: 'column -> text; empty cells left out',
  }),
})
