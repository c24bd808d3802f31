/** The audit log as addresses answer it. */
import { Type } from 'typebox'

import { PageQuery } from './pages.js'
import { closed, named, nullable, oneOf, Sha256, tableOf } from './parts.js'

const Word = Type.String({ minLength: 1, maxLength: 200 })

export const AuditQuery = closed({
  actor: Type.Optional(Word),
  action: Type.Optional(Word),
  subject: Type.Optional(Word),
  ...PageQuery,
})

export const AuditPage = named('AuditPage', {
  items: Type.Array(
    named('AuditEntry', {
      number: Type.Integer({ minimum: 1 }),
      at: Type.String(),
      actor: Type.String({
        description: 'as user:ID, key:ID, local or server',
      }),
      action: Type.String({ description: 'as run.created' }),
      subject: Type.String({ description: 'as run:ID' }),
      details: tableOf(Type.Unknown()),
      previousHash: Sha256,
      hash: Sha256,
    }),
  ),
  names: tableOf(
    Type.String(),
    'how the users and keys of these entries are called now; the log itself has ids alone',
  ),
  next: nullable(Type.String(), 'for "after"; null on the last page'),
})

const HeadReference = { number: Type.Integer({ minimum: 1 }), hash: Sha256 }

export const SignedHead = named('SignedHead', {
  kind: oneOf(['olshem-audit-head']),
  format: Type.Literal(1),
  ...HeadReference,
  time: Type.String(),
  key: Type.String({ description: 'id of the key that signed' }),
  signature: Type.String(),
})

export const VerificationQuery = closed({
  number: Type.Optional(
    Type.String({
      pattern: '^[1-9][0-9]{0,14}$',
      description: 'of a head that was kept elsewhere; with "hash"',
    }),
  ),
  hash: Type.Optional(Sha256),
})

export const Verification = named('Verification', {
  isWhole: Type.Boolean(),
  entries: Type.Integer({ minimum: 0 }),
  head: nullable(closed(HeadReference), 'the last entry; null for none'),
  faults: Type.Array(Type.String(), { description: 'the first 20' }),
})
