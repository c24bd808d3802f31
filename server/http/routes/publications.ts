/** What became of a version: how it was published, its examples, and its withdrawal. */
import type { FastifyPluginAsync } from 'fastify'

import { testText } from '../../drafts/check-draft.js'
import { exampleReport } from '../../drafts/example-report.js'
import { getPublication } from '../../drafts/publication.js'
import { withdrawVersion } from '../../drafts/withdraw-version.js'
import { getVersionText } from '../../methodology-store/get-version-text.js'
import { loadVersion } from '../../methodology-store/load-version.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import type { Signer } from '../../installation/signer.js'
import { actingOf } from '../acting.js'
import { answers } from '../schemas/answers.js'
import { RunExamples } from '../schemas/drafts.js'
import {
  Publication,
  PublishedPath,
  WithdrawalRequest,
  Withdrawn,
} from '../schemas/publications.js'
import { signedHeadOf } from '../signed-head.js'
import { shapeOf } from '../validation.js'

const PATH = shapeOf(PublishedPath)
const WITHDRAWAL = shapeOf(WithdrawalRequest)

const ADDRESS = '/v1/methodologies/:methodology/versions/:version'

export const publicationRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
  readonly signer: Signer | null
}> = (app, { store, signer }) => {
  const nameOf = (parameters: unknown) => PATH.check(parameters, 'The address')
  const tags = ['methodologies']

  app.get(
    `${ADDRESS}/publication`,
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'Who published and approved a version, and what it changed',
        params: PublishedPath,
        response: answers(200, 'The publication.', Publication),
      },
    },
    ({ params }) => {
      const { methodology, version } = nameOf(params)
      return getPublication(store, methodology, version)
    },
  )

  app.post(
    `${ADDRESS}/examples`,
    {
      config: { permission: 'score' },
      schema: {
        tags,
        summary: 'Run the examples of a version',
        params: PublishedPath,
        response: answers(200, 'What came out.', RunExamples),
      },
    },
    async ({ params }) => {
      const { methodology, version } = nameOf(params)
      const found = await getVersionText(store, methodology, version)
      const tested = await testText(store, loadVersion(found))
      return exampleReport(found.version.sha256, tested)
    },
  )

  app.post(
    `${ADDRESS}/withdrawal`,
    {
      config: { permission: 'publish' },
      schema: {
        tags,
        summary: 'Withdraw a version: nothing new is scored with it',
        description:
          'It is never deleted, and its stored runs can still be replayed. The reason is kept.',
        params: PublishedPath,
        body: WithdrawalRequest,
        response: answers(201, 'The version is withdrawn.', Withdrawn),
      },
    },
    async (request, reply) => {
      const name = nameOf(request.params)
      const { reason } = WITHDRAWAL.check(request.body, 'The request')
      const done = await withdrawVersion(store, name, reason, actingOf(request))
      const { methodology, version, sha256, status } = done.version
      const { withdrawnAt, withdrawnBecause } = done.version
      const auditHead = await signedHeadOf(store.database, done.audit, signer)
      return reply.code(201).send({
        ...{ methodology, version, sha256, status },
        ...{ withdrawnAt, withdrawnBecause, auditHead },
      })
    },
  )
  return Promise.resolve()
}
