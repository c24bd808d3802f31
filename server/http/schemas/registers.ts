/** Registers of bodies as addresses take and answer them. */
import { Type } from 'typebox'

import {
  closed,
  named,
  Name,
  Names,
  nullable,
  oneOf,
  Sha256,
  tableOf,
} from './parts.js'

const RegisterId = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,63}$',
  description: 'as methodologies name it, such as kz-bodies',
})

export const RegisterQuery = closed({ id: RegisterId, name: Name })

export const RegisterCheckQuery = closed({ id: RegisterId })

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

const Day = nullable(Type.String())

export const CheckedRegister = named('CheckedRegister', {
  sha256: Sha256,
  bodies: Type.Integer(),
  isNew: Type.Boolean({
    description: 'false where this state is there already',
  }),
  before: nullable(
    Sha256,
    'the state loaded last, which this one is compared with',
  ),
  differences: nullable(
    Type.Array(
      named('RegisterDifference', {
        kind: oneOf([
          ...(['body-added', 'body-removed'] as const),
          ...(['period-added', 'period-removed', 'cell'] as const),
        ]),
        body: Type.String(),
        name: nullable(Type.String()),
        validFrom: Day,
        validTo: Day,
        column: Type.Optional(Type.String()),
        before: Type.Optional(nullable(Type.String())),
        after: Type.Optional(nullable(Type.String())),
      }),
    ),
    'null where the register has restricted attributes that are withheld from you',
  ),
})

export const RegisterList = named('RegisterList', {
  items: Type.Array(StoredRegister),
  names: Names,
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
