/** Receipts of stored runs, and the public keys that anybody checks them with. */
import type { FastifyPluginAsync } from 'fastify'

import { listPublicKeys } from '../../installation/installation-keys.js'
import { givenSigner, type Signer } from '../../installation/signer.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { getRunReceipt } from '../../receipts/run-receipts.js'
import { refuseWithheldRun } from '../../runs/run-sight.js'
import { listKeys } from '../../signing/read-public-keys.js'
import { sightOf } from '../asker.js'
import { REFUSALS } from '../schemas/problem.js'
import { PublicKeys, Receipt } from '../schemas/receipts.js'
import { RunParameters } from '../schemas/runs.js'
import { shapeOf } from '../validation.js'

const PARAMETERS = shapeOf(RunParameters)

const JSON_TYPE = 'application/json; charset=utf-8'

export const receiptRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
  readonly signer: Signer | null
}> = (app, { store, signer }) => {
  const { database } = store
  const tags = ['receipts']

  app.get(
    '/v1/runs/:id/receipt',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The signed receipt of a run, which never changes',
        params: RunParameters,
        response: {
          200: {
            description: 'The receipt.',
            content: { 'application/json': { schema: Receipt } },
          },
          ...REFUSALS,
        },
      },
    },
    async ({ params, asker }, reply) => {
      const { id } = PARAMETERS.check(params, 'The address')
      await refuseWithheldRun(database, id, sightOf(asker))
      const text = await getRunReceipt(database, id, () => givenSigner(signer))
      return reply.type(JSON_TYPE).send(Buffer.from(text, 'utf8'))
    },
  )

  app.get(
    '/v1/keys',
    {
      config: { permission: 'anyone' },
      schema: {
        tags,
        summary: 'The public keys of this installation, old ones too',
        response: {
          200: {
            description: 'The keys, oldest first.',
            content: { 'application/json': { schema: PublicKeys } },
          },
          ...REFUSALS,
        },
      },
    },
    async () => listKeys(await listPublicKeys(database)),
  )
  return Promise.resolve()
}
