/** `/v1/data-sets`: data are loaded once, checked whole, and never changed. */
import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'

import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { actorNames } from '../../people/actor-names.js'
import { listDataSets } from '../../repository/data-sets.js'
import {
  getShownDataSet,
  restrictedMethodologies,
} from '../../runs/data-set-sight.js'
import { loadDataSet } from '../../runs/load-data-set.js'
import { getCorrection } from '../../runs/data-differences.js'
import { readDataBytes } from '../../runs/read-data-bytes.js'
import { XLSX_TYPE } from '../../xlsx/write-workbook.js'
import { actingOf } from '../acting.js'
import { sightOf } from '../asker.js'
import {
  DataSetList,
  DataSetPage,
  DataSetQuery,
  DataSetCorrection,
  DescribedDataSet,
  LoadedDataSet,
} from '../schemas/data-sets.js'
import { pageOptions } from '../schemas/pages.js'
import { closed, Sha256 } from '../schemas/parts.js'
import { REFUSALS } from '../schemas/problem.js'
import { sentFile, takeBytes } from '../sent-file.js'
import { shapeOf } from '../validation.js'

const QUERY = shapeOf(DataSetQuery)
const LIST = shapeOf(DataSetList)
const PARAMETERS = shapeOf(closed({ id: Sha256 }))

/** The forms in which data are sent. */
const FORMATS = {
  'application/json': 'json',
  'text/csv': 'csv',
  [XLSX_TYPE]: 'xlsx',
  'application/zip': 'zip',
} as const

export const dataSetRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store }) => {
  const { database } = store
  takeBytes(app, Object.keys(FORMATS))

  const loaderNames = (dataSets: readonly { readonly loadedBy: string }[]) =>
    actorNames(
      database,
      dataSets.map(({ loadedBy }) => loadedBy),
    )

  app.post<{ Body: Buffer | undefined }>(
    '/v1/data-sets',
    {
      config: { permission: 'load' },
      schema: {
        tags: ['data'],
        summary: 'Load a data set',
        description:
          'A JSON data set, CSV with a row for each body, a workbook with a sheet for each table (bodies, goals, goals.indicators; a name that begins with # is for notes), or a ZIP archive with a CSV file for each table. Every bad cell is reported at once, and then nothing is kept. The id is the sha256 of the data in canonical form: the same data are kept once.',
        querystring: DataSetQuery,
        body: {
          content: {
            'application/json': { schema: Type.Unknown() },
            'text/csv': { schema: Type.String() },
            [XLSX_TYPE]: { schema: Type.String() },
            'application/zip': { schema: Type.String() },
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
      const { format, bytes } = sentFile(request, FORMATS)
      const file = `the request (${asked.name})`
      const decimalComma = decimal === 'comma'
      const data = await readDataBytes(
        { format, bytes, file, decimalComma },
        year,
      )
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
      config: { permission: 'read' },
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
      const names = await loaderNames(found.items)
      return without?.length
        ? { ...found, names, restricted: without }
        : { ...found, names }
    },
  )

  app.get(
    '/v1/data-sets/:id',
    {
      config: { permission: 'read' },
      schema: {
        tags: ['data'],
        summary: 'What a data set is and where it comes from',
        params: closed({ id: Sha256 }),
        response: {
          200: { description: 'The data set.', ...json(DescribedDataSet) },
          ...REFUSALS,
        },
      },
    },
    async ({ params, asker }) => {
      const { id } = PARAMETERS.check(params, 'The address')
      const found = await getShownDataSet(database, id, sightOf(asker))
      return { ...found, names: await loaderNames([found]) }
    },
  )

  app.get(
    '/v1/data-sets/:id/differences',
    {
      config: { permission: 'read' },
      schema: {
        tags: ['data'],
        summary: 'The cells that differ from the data set that it replaces',
        params: closed({ id: Sha256 }),
        response: {
          200: { description: 'They.', ...json(DataSetCorrection) },
          ...REFUSALS,
        },
      },
    },
    async ({ params, asker }) => {
      const { id } = PARAMETERS.check(params, 'The address')
      return getCorrection(database, id, sightOf(asker))
    },
  )
  return Promise.resolve()
}

function json<Schema>(schema: Schema) {
  return { content: { 'application/json': { schema } } }
}
