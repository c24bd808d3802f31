/** Signed receipts and the keys that they are checked with. */
import { Type } from 'typebox'

import { closed, named, nullable, Sha256, Year } from './parts.js'

const Instant = Type.String({ description: 'UTC, with milliseconds' })

export const Receipt = named(
  'Receipt',
  {
    kind: Type.Literal('olshem-receipt'),
    format: Type.Literal(1),
    methodology: closed({
      id: Type.String(),
      version: Type.String(),
      sha256: Sha256,
    }),
    year: Year,
    dataSha256: Sha256,
    registerSha256: nullable(Sha256),
    basedOn: Type.Array(Sha256),
    resultSha256: Sha256,
    engine: Type.String(),
    time: Instant,
    apiKey: nullable(Type.String(), 'id of the API key that asked'),
    run: nullable(Type.String(), 'null where nothing was kept'),
    auditHead: nullable(
      closed({ number: Type.Integer({ minimum: 1 }), hash: Sha256 }),
      'the last entry of the audit log',
    ),
    key: Type.String({ description: 'id of the key, listed at /v1/keys' }),
    signature: Type.String({ description: 'Ed25519, in base64' }),
  },
  'For olshem verify, which needs no server.',
)

export const PublicKeys = Type.Array(
  named('PublicKey', {
    id: Type.String(),
    publicKey: Type.String({ description: 'PEM' }),
    from: nullable(Instant),
    until: nullable(Instant, 'when it was replaced; null: in use'),
  }),
  { description: 'The file that olshem verify takes with --key.' },
)
