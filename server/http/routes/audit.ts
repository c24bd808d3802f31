/** `/v1/audit`: who did what to what, and whether the log of it is whole. */
import type { FastifyPluginAsync } from 'fastify'
import type { Static } from 'typebox'

import { findHead } from '../../audit/append-entry.js'
import { faultWords } from '../../audit/fault-words.js'
import { listEntries, namesIn } from '../../audit/list-entries.js'
import { verifyChain } from '../../audit/verify-chain.js'
import { givenSigner, type Signer } from '../../installation/signer.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { HttpProblem } from '../problems/http-problem.js'
import {
  AuditPage,
  AuditQuery,
  SignedHead,
  Verification,
  VerificationQuery,
} from '../schemas/audit.js'
import { pageOptions } from '../schemas/pages.js'
import { REFUSALS } from '../schemas/problem.js'
import { signedHead } from '../signed-head.js'

const tags = ['operation']

export const auditRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
  readonly signer: Signer | null
}> = (app, { store: { database }, signer }) => {
  app.get<{ Querystring: Static<typeof AuditQuery> }>(
    '/v1/audit',
    {
      config: { permission: 'audit' },
      schema: {
        tags,
        summary: 'The entries of the audit log, newest first',
        querystring: AuditQuery,
        response: { 200: AuditPage, ...REFUSALS },
      },
    },
    async ({ query }) => {
      const { actor, action, subject } = query
      const asked = { ...pageOptions(query), actor, action, subject }
      const { items, next } = await listEntries(database, asked)
      return { items, names: await namesIn(database, items), next }
    },
  )

  app.get(
    '/v1/audit/head',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary:
          'The last entry, signed: whoever keeps it can tell later that the log was cut',
        response: { 200: SignedHead, ...REFUSALS },
      },
    },
    async () => {
      const head = await findHead(database)
      if (head) return signedHead(database, head, givenSigner(signer))
      throw new Error('The log is empty, though it has the key itself.')
    },
  )

  app.get<{ Querystring: Static<typeof VerificationQuery> }>(
    '/v1/audit/verification',
    {
      config: { permission: 'audit' },
      schema: {
        tags,
        summary: 'Read the whole log and find what was tampered with',
        description:
          'Whether its end was cut off, or all of it was written anew, shows against a head that was kept elsewhere: its number and hash.',
        querystring: VerificationQuery,
        response: { 200: Verification, ...REFUSALS },
      },
    },
    async ({ query: { number, hash } }) => {
      if ((number === undefined) !== (hash === undefined)) {
        const detail = 'A head is told by both its "number" and its "hash".'
        throw new HttpProblem('REQUEST_SHAPE', detail)
      }
      const kept =
        number === undefined || hash === undefined
          ? null
          : { number: Number(number), hash }
      const { entries, head, faults } = await verifyChain(database, kept)
      const isWhole = faults.length === 0
      return { isWhole, entries, head, faults: faults.map(faultWords) }
    },
  )
  return Promise.resolve()
}
