/** `/v1/drafts`: texts that become versions; each change names the text that it is of. */
import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'

import { loadDraft } from '../../drafts/checked-text.js'
import { testText } from '../../drafts/check-draft.js'
import {
  describeDraft,
  describeDrafts,
  draftHistory,
} from '../../drafts/describe-draft.js'
import { previewEffect } from '../../drafts/draft-effect.js'
import { draftStateJson } from '../../drafts/draft-state-json.js'
import { exampleReport } from '../../drafts/example-report.js'
import {
  deleteDraft,
  draftFromText,
  draftFromVersion,
  replaceDraftText,
} from '../../drafts/write-draft.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { getDraft, getDraftText, listDrafts } from '../../repository/drafts.js'
import { getText } from '../../repository/texts.js'
import { actingOf } from '../acting.js'
import { sightOf } from '../asker.js'
import { matchedHash } from '../if-match.js'
import { HttpProblem } from '../problems/http-problem.js'
import { answers } from '../schemas/answers.js'
import {
  DraftList,
  DraftPage,
  DraftPath,
  DraftState,
  DraftTextPath,
  DraftTexts,
  ListedDraft,
  MadeDraft,
  NewDraft,
  RunExamples,
} from '../schemas/drafts.js'
import { pageOptions } from '../schemas/pages.js'
import { REFUSALS } from '../schemas/problem.js'
import { PreviewedEffect } from '../schemas/publications.js'
import { readRequestText } from '../scoring/read-request-json.js'
import { shapeOf } from '../validation.js'

const NEW = shapeOf(NewDraft)
const LIST = shapeOf(DraftList)
const PATH = shapeOf(DraftPath)
const TEXT_PATH = shapeOf(DraftTextPath)

const YAML_TYPES = ['application/yaml', 'text/yaml']
const YAML_TYPE = 'application/yaml'

/** OpenAPI wants to be told of headers that are read. */
const IF_MATCH = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      description: 'required: the ETag of the text that was read',
    }),
  ),
})

export const draftRoutes: FastifyPluginAsync<{
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

  app.post(
    '/v1/drafts/:id/examples',
    {
      config: { permission: 'review' },
      schema: {
        tags,
        summary: 'Run the examples of a draft',
        params: DraftPath,
        response: answers(200, 'What came out.', RunExamples),
      },
    },
    async ({ params }) => {
      const { sha256 } = await getDraft(database, idOf(params))
      const { text } = await getText(database, sha256)
      const tested = await testText(store, await loadDraft(text))
      return exampleReport(sha256, tested)
    },
  )

  app.get(
    '/v1/drafts/:id/effect',
    {
      config: { permission: 'review' },
      schema: {
        tags,
        summary: 'What a draft changes: in meaning, and in the newest ranking',
        params: DraftPath,
        response: answers(200, 'The differences.', PreviewedEffect),
      },
    },
    ({ params, asker }) => previewEffect(store, idOf(params), sightOf(asker)),
  )
  return Promise.resolve()
}
