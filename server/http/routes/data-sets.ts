/** `/v1/data-sets`: data are loaded once, checked whole, and never changed. */
import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'

import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { listDataSets } from '../../repository/data-sets.js'
import { getText } from '../../repository/texts.js'
import {
  getShownDataSet,
  restrictedMethodologies,
} from '../../runs/data-set-sight.js'
import { loadDataSet } from '../../runs/load-data-set.js'
import { readDataText } from '../../runs/read-data-text.js'
import { actingOf } from '../acting.js'
import { sightOf } from '../asker.js'
import { HttpProblem } from '../problems/http-problem.js'
import {
  DataSet,
  DataSetList,
  DataSetPage,
  DataSetQuery,
  LoadedDataSet,
} from '../schemas/data-sets.js'
import { pageOptions } from '../schemas/pages.js'
import { closed, Sha256 } from '../schemas/parts.js'
import { REFUSALS } from '../schemas/problem.js'
import { shapeOf } from '../validation.js'

const QUERY = shapeOf(DataSetQuery)
const LIST = shapeOf(DataSetList)
const PARAMETERS = shapeOf(closed({ id: Sha256 }))

const JSON_TYPE = 'application/json; charset=utf-8'

export const dataSetRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store }) => {
  const { database } = store
  app.removeContentTypeParser('application/json')
  for (const type of ['application/json', 'text/csv']) {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_, body, done) => {
      done(null, body)
    })
  }

  app.post<{ Body: Buffer | undefined }>(
    '/v1/data-sets',
    {
      schema: {
        tags: ['data'],
        summary: 'Load a data set',
        description:
          'A JSON data set, or CSV with a row for each body. Every bad cell is reported at once, and then nothing is kept. The id is the sha256 of the data in canonical form: the same data are kept once.',
        querystring: DataSetQuery,
        body: {
          content: {
            'application/json': { schema: Type.Unknown() },
            'text/csv': { schema: Type.String() },
          },
        },
        response: {
          201: { description: 'It is kept.', ...json(LoadedDataSet) },
          ...REFUSALS,
        },
      },
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const asked = QUERY.check(request.query, 'The query')
      const { year: yearText, decimal, ...rest } = asked
      const year = Number(yearText)
      const type = request.headers['content-type'] ?? ''
      const format = type.startsWith('text/csv') ? 'csv' : 'json'
      const file = `the request (${asked.name})`
      const text = textOf(request.body)
      const decimalComma = decimal === 'comma'
      const data = readDataText({ format, text, file, decimalComma }, year)
      const acting = actingOf(request)
      const sight = sightOf(request.asker)
      const asking = { ...rest, year, data }
      const loaded = await loadDataSet(store, asking, acting, sight)
      return reply.code(201).send(loaded)
    },
  )

  app.get(
    '/v1/data-sets',
    {
      schema: {
        tags: ['data'],
        summary: 'The data sets, newest first',
        querystring: DataSetList,
        response: {
          200: { description: 'A page.', ...json(DataSetPage) },
          ...REFUSALS,
        },
      },
    },
    async ({ query, asker }) => {
      const { methodology, year, ...page } = LIST.check(query, 'The query')
      const without =
        sightOf(asker) === 'everything'
          ? null
          : [...(await restrictedMethodologies(database))].sort()
      const found = await listDataSets(database, {
        ...pageOptions(page),
        ...(methodology === undefined ? {} : { methodology }),
        ...(year === undefined ? {} : { year: Number(year) }),
        ...(without ? { without } : {}),
      })
      return without?.length ? { ...found, restricted: without } : found
    },
  )

  app.get(
    '/v1/data-sets/:id',
    {
      schema: {
        tags: ['data'],
        summary: 'What a data set is and where it comes from',
        params: closed({ id: Sha256 }),
        response: {
          200: { description: 'The data set.', ...json(DataSet) },
          ...REFUSALS,
        },
      },
    },
    ({ params, asker }) => {
      const { id } = PARAMETERS.check(params, 'The address')
      return getShownDataSet(database, id, sightOf(asker))
    },
  )

  app.get(
    '/v1/data-sets/:id/data',
    {
      schema: {
        tags: ['data'],
        summary: 'The data themselves, in canonical form (RFC 8785)',
        params: closed({ id: Sha256 }),
        response: {
          200: {
            description: 'The text whose sha256 is the id.',
            ...json(Type.Unknown()),
          },
          ...REFUSALS,
        },
      },
    },
    async ({ params, asker }, reply) => {
      const { id } = PARAMETERS.check(params, 'The address')
      await getShownDataSet(database, id, sightOf(asker))
      const { text } = await getText(database, id)
      return reply.type(JSON_TYPE).send(Buffer.from(text, 'utf8'))
    },
  )
  return Promise.resolve()
}

function json<Schema>(schema: Schema) {
  return { content: { 'application/json': { schema } } }
}

function textOf(body: Buffer | undefined): string {
  if (!body) {
    throw new HttpProblem('REQUEST_MALFORMED', 'The request has no body.')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new HttpProblem(
      'REQUEST_MALFORMED',
      'The body is not text in UTF-8. Save the file as UTF-8 and send it again.',
    )
  }
}
