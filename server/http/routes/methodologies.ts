/** `/v1/methodologies`: what rules there are, and which are in force. */
import type { FastifyPluginAsync } from 'fastify'
import type { Static } from 'typebox'
import { Type } from 'typebox'

import { compareMethodologies } from '../../../engine/index.js'
import { differenceJson } from '../../output/difference-json.js'
import { HttpProblem } from '../problems/http-problem.js'
import {
  Checked,
  DiffQuery,
  Differences,
  InForceQuery,
  ListedVersion,
  Methodologies,
  MethodologyPath,
  Versions,
} from '../schemas/methodologies.js'
import { REFUSALS } from '../schemas/problem.js'
import { readRequestText } from '../scoring/read-request-json.js'
import { catalogueOf, type HttpSetting } from '../setting.js'
import { standingOf } from '../../catalogue/standing.js'
import {
  chooseInForce,
  chooseVersion,
  placesOf,
} from '../versions/choose-version.js'
import { listed, listVersions } from '../versions/list-versions.js'

const tags = ['methodologies']
const YAML_TYPES = ['application/yaml', 'text/yaml']

export const methodologyRoutes: FastifyPluginAsync<HttpSetting> = (
  app,
  setting,
) => {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    YAML_TYPES,
    { parseAs: 'buffer' },
    (_, body, done) => {
      done(null, body)
    },
  )

  app.get(
    '/v1/methodologies',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The methodologies and their versions',
        response: { 200: Methodologies, ...REFUSALS },
      },
    },
    async () => {
      const catalogue = await catalogueOf(setting)
      const { versions, mistakes } = await listVersions(catalogue)
      const ids = [...new Set(versions.map(({ id }) => id))]
      const methodologies = ids.map((id) => ({
        id,
        versions: versions.filter((version) => version.id === id),
      }))
      return { methodologies, mistakes }
    },
  )

  app.post<{ Body: Buffer | undefined }>(
    '/v1/methodologies/check',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'Find every mistake of a methodology text, examples included',
        body: {
          content: Object.fromEntries(
            YAML_TYPES.map((type) => [type, { schema: Type.String() }]),
          ),
        },
        response: { 200: Checked, ...REFUSALS },
      },
      validatorCompiler: () => () => true,
    },
    async ({ body }) => {
      if (body === undefined) {
        const detail = 'The request has no body.'
        throw new HttpProblem('REQUEST_MALFORMED', detail)
      }
      const { stored } = await setting.rules.current()
      return setting.threads.check(readRequestText(body), stored)
    },
  )

  app.get<{ Params: Static<typeof MethodologyPath> }>(
    '/v1/methodologies/:methodology',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The versions of a methodology: years, act, status, hash',
        params: MethodologyPath,
        response: { 200: Versions, ...REFUSALS },
      },
    },
    async ({ params: { methodology: id } }) => {
      const catalogue = await catalogueOf(setting)
      placesOf(catalogue, id)
      return { id, ...(await listVersions(catalogue, id)) }
    },
  )

  app.get<{
    Params: Static<typeof MethodologyPath>
    Querystring: Static<typeof InForceQuery>
  }>(
    '/v1/methodologies/:methodology/in-force',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The version that is in force for a year',
        params: MethodologyPath,
        querystring: InForceQuery,
        response: { 200: ListedVersion, ...REFUSALS },
      },
    },
    async ({ params, query }) => {
      const catalogue = await catalogueOf(setting)
      const asked = { ...params, ...query, year: Number(query.year) }
      const standing = await chooseInForce(catalogue, asked)
      const others = await Promise.all(
        placesOf(catalogue, params.methodology).map((place) =>
          standingOf(catalogue, place),
        ),
      )
      const [version] = listed(catalogue, standing, others)
      return version
    },
  )

  app.get<{
    Params: Static<typeof MethodologyPath>
    Querystring: Static<typeof DiffQuery>
  }>(
    '/v1/methodologies/:methodology/diff',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'What differs in meaning between two versions',
        params: MethodologyPath,
        querystring: DiffQuery,
        response: { 200: Differences, ...REFUSALS },
      },
    },
    async ({ params, query: { from, to } }) => {
      const catalogue = await catalogueOf(setting)
      const was = await chooseVersion(catalogue, { ...params, version: from })
      const is = await chooseVersion(catalogue, { ...params, version: to })
      const found = compareMethodologies(was.methodology, is.methodology)
      return found.map(differenceJson)
    },
  )
  return Promise.resolve()
}
