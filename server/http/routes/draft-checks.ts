/** `/v1/drafts/{id}/examples` and `/effect`: what a draft does, before it is published. */
import type { FastifyPluginAsync } from 'fastify'

import { loadDraft } from '../../drafts/checked-text.js'
import { testText } from '../../drafts/check-draft.js'
import { previewEffect } from '../../drafts/draft-effect.js'
import { exampleReport } from '../../drafts/example-report.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { getDraft } from '../../repository/drafts.js'
import { getText } from '../../repository/texts.js'
import { sightOf } from '../asker.js'
import { answers } from '../schemas/answers.js'
import { DraftPath, RunExamples } from '../schemas/drafts.js'
import { PreviewedEffect } from '../schemas/publications.js'
import { shapeOf } from '../validation.js'

const PATH = shapeOf(DraftPath)

export const draftCheckRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store }) => {
  const { database } = store
  const idOf = (parameters: unknown) => PATH.check(parameters, 'The address').id
  const tags = ['drafts']

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
