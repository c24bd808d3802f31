/** `/v1/drafts/{id}/text` and `/texts`: what a draft says and said; each change names the text that it is of. */
import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'

import { describeDrafts, draftHistory } from '../../drafts/describe-draft.js'
import { replaceDraftText } from '../../drafts/write-draft.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { getDraft, getDraftText } from '../../repository/drafts.js'
import { getText } from '../../repository/texts.js'
import { actingOf } from '../acting.js'
import { matchedHash } from '../if-match.js'
import { HttpProblem } from '../problems/http-problem.js'
import { answers } from '../schemas/answers.js'
import {
  DraftPath,
  DraftTextPath,
  DraftTexts,
  ListedDraft,
} from '../schemas/drafts.js'
import { IF_MATCH } from '../schemas/if-match.js'
import { readRequestText } from '../scoring/read-request-json.js'
import { shapeOf } from '../validation.js'

const PATH = shapeOf(DraftPath)
const TEXT_PATH = shapeOf(DraftTextPath)

const YAML_TYPES = ['application/yaml', 'text/yaml']
const YAML_TYPE = 'application/yaml'

export const draftTextRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store }) => {
  const { database } = store
  const idOf = (parameters: unknown) => PATH.check(parameters, 'The address').id
  const tags = ['drafts']
  app.addContentTypeParser(
    YAML_TYPES,
    { parseAs: 'buffer' },
    (_, body, done) => {
      done(null, body)
    },
  )

  app.get(
    '/v1/drafts/:id/text',
    {
      config: { permission: 'review' },
      schema: {
        tags,
        summary: 'The text of a draft, with its hash as ETag',
        params: DraftPath,
        response: answers(200, 'The text.', Type.String(), YAML_TYPE),
      },
    },
    async ({ params }, reply) => {
      const { sha256 } = await getDraft(database, idOf(params))
      const { text } = await getText(database, sha256)
      return reply
        .header('etag', `"${sha256}"`)
        .type(`${YAML_TYPE}; charset=utf-8`)
        .send(text)
    },
  )

  app.put<{ Body: Buffer | undefined }>(
    '/v1/drafts/:id/text',
    {
      config: { permission: 'draft' },
      schema: {
        tags,
        summary: 'Replace the text of a draft; any approval of it becomes void',
        description:
          'The header If-Match names the text that was read. Where the draft has another one by then, the answer 412 has both texts in "conflict".',
        params: DraftPath,
        headers: IF_MATCH,
        body: {
          content: Object.fromEntries(
            YAML_TYPES.map((type) => [type, { schema: Type.String() }]),
          ),
        },
        response: answers(200, 'The text is kept.', ListedDraft),
      },
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const id = idOf(request.params)
      const expected = matchedHash(request.headers['if-match'])
      const { body } = request
      if (body === undefined) {
        throw new HttpProblem('REQUEST_MALFORMED', 'The request has no body.')
      }
      const sent = readRequestText(body)
      const acting = actingOf(request)
      const changed = await replaceDraftText(
        database,
        id,
        expected,
        sent,
        acting,
      )
      const [draft] = await describeDrafts(database, [changed])
      return reply.header('etag', `"${changed.sha256}"`).send(draft)
    },
  )

  app.get(
    '/v1/drafts/:id/texts',
    {
      config: { permission: 'review' },
      schema: {
        tags,
        summary: 'Every text that a draft had: hash, who, when',
        params: DraftPath,
        response: answers(200, 'The texts, oldest first.', DraftTexts),
      },
    },
    ({ params }) => draftHistory(database, idOf(params)),
  )

  app.get(
    '/v1/drafts/:id/texts/:sha256',
    {
      config: { permission: 'review' },
      schema: {
        tags,
        summary: 'A text that a draft had',
        params: DraftTextPath,
        response: answers(200, 'The text.', Type.String(), YAML_TYPE),
      },
    },
    async ({ params }, reply) => {
      const { id, sha256 } = TEXT_PATH.check(params, 'The address')
      const { text } = await getDraftText(database, id, sha256)
      return reply
        .header('etag', `"${sha256}"`)
        .type(`${YAML_TYPE}; charset=utf-8`)
        .send(text)
    },
  )
  return Promise.resolve()
}
