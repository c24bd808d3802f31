/** A draft on its way: approval is asked for, given or refused, and the text published. */
import type { FastifyPluginAsync } from 'fastify'

import {
  approveDraft,
  rejectDraft,
  requestApproval,
} from '../../drafts/approve-draft.js'
import { describeDraft } from '../../drafts/describe-draft.js'
import { draftStateJson } from '../../drafts/draft-state-json.js'
import { describePublication } from '../../drafts/publication.js'
import { publishDraft } from '../../drafts/publish-draft.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import type { Signer } from '../../installation/signer.js'
import { actingOf } from '../acting.js'
import { answers } from '../schemas/answers.js'
import {
  DraftPath,
  DraftState,
  GivenApproval,
  GivenRejection,
  MeantText,
} from '../schemas/drafts.js'
import { Published } from '../schemas/publications.js'
import { signedHeadOf } from '../signed-head.js'
import { shapeOf } from '../validation.js'

const PATH = shapeOf(DraftPath)
const MEANT = shapeOf(MeantText)
const APPROVAL = shapeOf(GivenApproval)
const REJECTION = shapeOf(GivenRejection)

const BINDS =
  'The hash names the text that is meant; where the draft has another one by then, the answer is 412 with the stored text.'

export const draftApprovalRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
  readonly signer: Signer | null
}> = (app, { store, signer }) => {
  const { database } = store
  const idOf = (parameters: unknown) => PATH.check(parameters, 'The address').id
  const tags = ['drafts']
  const stateOf = async (id: string) => {
    const state = await describeDraft(store, id)
    return draftStateJson(state)
  }

  app.post(
    '/v1/drafts/:id/approval-request',
    {
      config: { permission: 'draft' },
      schema: {
        tags,
        summary: 'Ask for the approval of a text without mistakes',
        description: BINDS,
        params: DraftPath,
        body: MeantText,
        response: answers(201, 'Approval is asked for.', DraftState),
      },
    },
    async (request, reply) => {
      const id = idOf(request.params)
      const { sha256 } = MEANT.check(request.body, 'The request')
      await requestApproval(store, { id, sha256 }, actingOf(request))
      return reply.code(201).send(await stateOf(id))
    },
  )

  app.post(
    '/v1/drafts/:id/approval',
    {
      config: { permission: 'approve' },
      schema: {
        tags,
        summary: 'Approve a text that others wrote',
        description: BINDS,
        params: DraftPath,
        body: GivenApproval,
        response: answers(201, 'The text is approved.', DraftState),
      },
    },
    async (request, reply) => {
      const id = idOf(request.params)
      const { sha256, comment = '' } = APPROVAL.check(
        request.body,
        'The request',
      )
      const meant = { id, sha256 }
      await approveDraft(database, meant, comment, actingOf(request))
      return reply.code(201).send(await stateOf(id))
    },
  )

  app.post(
    '/v1/drafts/:id/rejection',
    {
      config: { permission: 'approve' },
      schema: {
        tags,
        summary: 'Refuse the approval of a text, with a reason',
        description: BINDS,
        params: DraftPath,
        body: GivenRejection,
        response: answers(201, 'The approval is refused.', DraftState),
      },
    },
    async (request, reply) => {
      const id = idOf(request.params)
      const { sha256, reason } = REJECTION.check(request.body, 'The request')
      await rejectDraft(database, { id, sha256 }, reason, actingOf(request))
      return reply.code(201).send(await stateOf(id))
    },
  )

  app.post(
    '/v1/drafts/:id/publication',
    {
      config: { permission: 'publish' },
      schema: {
        tags,
        summary: 'Publish the approved text as a version',
        description: `No mistakes, all examples pass, all stored runs of the methodology replay identical. ${BINDS}`,
        params: DraftPath,
        body: MeantText,
        response: answers(201, 'The version is published.', Published),
      },
    },
    async (request, reply) => {
      const id = idOf(request.params)
      const { sha256 } = MEANT.check(request.body, 'The request')
      const meant = { id, sha256 }
      const stored = await publishDraft(store, meant, actingOf(request))
      const publication = await describePublication(database, stored)
      const auditHead = await signedHeadOf(store.database, stored.audit, signer)
      return reply.code(201).send({ publication, auditHead })
    },
  )
  return Promise.resolve()
}
