/** `/v1/drafts`: texts that become versions. */
import type { FastifyPluginAsync } from 'fastify'

import { describeDraft, describeDrafts } from '../../drafts/describe-draft.js'
import { draftStateJson } from '../../drafts/draft-state-json.js'
import {
  deleteDraft,
  draftFromText,
  draftFromVersion,
} from '../../drafts/write-draft.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { listDrafts } from '../../repository/drafts.js'
import { actingOf } from '../acting.js'
import { matchedHash } from '../if-match.js'
import { HttpProblem } from '../problems/http-problem.js'
import { answers } from '../schemas/answers.js'
import {
  DraftList,
  DraftPage,
  DraftPath,
  DraftState,
  MadeDraft,
  NewDraft,
} from '../schemas/drafts.js'
import { IF_MATCH } from '../schemas/if-match.js'
import { pageOptions } from '../schemas/pages.js'
import { REFUSALS } from '../schemas/problem.js'
import { shapeOf } from '../validation.js'

const NEW = shapeOf(NewDraft)
const LIST = shapeOf(DraftList)
const PATH = shapeOf(DraftPath)

export const draftRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store }) => {
  const { database } = store
  const idOf = (parameters: unknown) => PATH.check(parameters, 'The address').id
  const tags = ['drafts']

  app.post(
    '/v1/drafts',
    {
      config: { permission: 'draft' },
      schema: {
        tags,
        summary: 'Make a draft from a version, or from a text',
        body: NewDraft,
        response: answers(201, 'The draft is kept.', MadeDraft),
      },
    },
    async (request, reply) => {
      const asked = NEW.check(request.body, 'The request')
      const { from, text } = asked
      const acting = actingOf(request)
      if (from && text === undefined) {
        const made = await draftFromVersion(store, from, acting)
        const [draft] = await describeDrafts(database, [made.draft])
        return reply.code(201).send({ draft, isAdapted: made.isAdapted })
      }
      if (!from && text !== undefined) {
        const made = await draftFromText(store, text, acting)
        const [draft] = await describeDrafts(database, [made])
        return reply.code(201).send({ draft, isAdapted: false })
      }
      throw new HttpProblem(
        'REQUEST_SHAPE',
        'The request has one of "from" and "text": a draft begins with a version or with a text.',
      )
    },
  )

  app.get(
    '/v1/drafts',
    {
      config: { permission: 'review' },
      schema: {
        tags,
        summary: 'The drafts, newest first',
        querystring: DraftList,
        response: answers(200, 'A page.', DraftPage),
      },
    },
    async ({ query }) => {
      const { methodology, ...page } = LIST.check(query, 'The query')
      const { items, next } = await listDrafts(database, {
        ...pageOptions(page),
        ...(methodology === undefined ? {} : { methodology }),
      })
      return { items: await describeDrafts(database, items), next }
    },
  )

  app.get(
    '/v1/drafts/:id',
    {
      config: { permission: 'review' },
      schema: {
        tags,
        summary: 'A draft: its authors, mistakes and approvals',
        params: DraftPath,
        response: answers(200, 'The draft.', DraftState),
      },
    },
    async ({ params }, reply) => {
      const draft = await describeDraft(store, idOf(params))
      return reply
        .header('etag', `"${draft.sha256}"`)
        .send(draftStateJson(draft))
    },
  )

  app.delete(
    '/v1/drafts/:id',
    {
      config: { permission: 'draft' },
      schema: {
        tags,
        summary: 'Delete a draft; its texts stay in the database',
        params: DraftPath,
        headers: IF_MATCH,
        response: {
          204: { description: 'It is deleted.', type: 'null' },
          ...REFUSALS,
        },
      },
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const id = idOf(request.params)
      const expected = matchedHash(request.headers['if-match'])
      await deleteDraft(database, id, expected, actingOf(request))
      return reply.code(204).send()
    },
  )
  return Promise.resolve()
}
