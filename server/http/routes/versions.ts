/** `/v1/methodologies/ID/versions/VERSION`: the file of a version, and the form of its data. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { Type, type Static } from 'typebox'

import { assessedBodies, describeColumns } from '../../../engine/index.js'
import { quoteList } from '../../data/file-problem.js'
import { csvForm, jsonForm } from '../../template/data-form.js'
import { xlsxForm } from '../../template/xlsx-form.js'
import { XLSX_TYPE } from '../../xlsx/write-workbook.js'
import { contentDisposition } from '../content-disposition.js'
import { inputSchema } from '../../template/input-schema.js'
import { preferredType } from '../preferred-type.js'
import { HttpProblem } from '../problems/http-problem.js'
import {
  InputSchema,
  JsonForm,
  MethodologyFile,
  TemplateQuery,
  VersionPath,
} from '../schemas/methodologies.js'
import { REFUSALS } from '../schemas/problem.js'
import { catalogueOf, type HttpSetting } from '../setting.js'
import {
  chooseVersion,
  type ChosenVersion,
} from '../versions/choose-version.js'

const JSON_TYPE = 'application/json'
const YAML_TYPE = 'application/yaml'
const PATH = '/v1/methodologies/:methodology/versions/:version'

const tags = ['methodologies']

interface VersionRoute {
  Params: Static<typeof VersionPath>
}

export const versionRoutes: FastifyPluginAsync<HttpSetting> = (
  app,
  setting,
) => {
  const choose = async (params: VersionRoute['Params']) =>
    chooseVersion(await catalogueOf(setting), params)

  app.get<VersionRoute>(
    PATH,
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The file of a version, as YAML or JSON (header Accept)',
        params: VersionPath,
        response: {
          200: {
            description:
              'the text with the hash of the header ETag, or what it says',
            content: {
              [JSON_TYPE]: { schema: MethodologyFile },
              [YAML_TYPE]: { schema: Type.String() },
            },
          },
          ...REFUSALS,
        },
      },
    },
    async ({ params, headers }, reply) => {
      const chosen = await choose(params)
      const type = preferredType(headers.accept, [JSON_TYPE, YAML_TYPE])
      const { text, tree } = chosen.methodology.source
      named(reply, chosen).header('vary', 'Accept').type(typeOf(type))
      return reply.send(type === YAML_TYPE ? text : JSON.stringify(tree))
    },
  )

  app.get<VersionRoute>(
    `${PATH}/input-schema`,
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'A JSON Schema of the data that a version takes',
        params: VersionPath,
        response: { 200: InputSchema, ...REFUSALS },
      },
    },
    async ({ params }, reply) => {
      const chosen = await choose(params)
      const { methodology } = chosen
      const tables = describeColumns(methodology)
      return named(reply, chosen).send(inputSchema(methodology, tables))
    },
  )

  app.get<VersionRoute & { Querystring: Static<typeof TemplateQuery> }>(
    `${PATH}/template`,
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary:
          'The empty form for data; with a year the bodies of a register',
        params: VersionPath,
        querystring: TemplateQuery,
        response: {
          200: {
            description: 'the form',
            content: {
              [JSON_TYPE]: { schema: JsonForm },
              'text/csv': { schema: Type.String() },
              [XLSX_TYPE]: { schema: Type.String() },
            },
          },
          ...REFUSALS,
        },
      },
    },
    async ({ params, query }, reply) => {
      const chosen = await choose(params)
      const { methodology } = chosen
      const year = query.year === undefined ? null : Number(query.year)
      const tables = describeColumns(methodology)
      const rules = await setting.rules.current()
      const register =
        year === null ? null : await rules.registerOf(methodology)
      const bodies =
        register && year !== null
          ? assessedBodies(methodology, register, year)
          : []
      named(reply, chosen)
      if (query.format !== 'csv') refuseTable(query.table)
      if (query.format === 'xlsx') {
        const [{ name, text }] = xlsxForm(tables, bodies)
        reply.header('Content-Disposition', contentDisposition(name))
        return reply.type(XLSX_TYPE).send(Buffer.from(text))
      }
      if (query.format !== 'csv') {
        const [form] = jsonForm(tables, bodies, year)
        return reply.type(typeOf(JSON_TYPE)).send(form?.text)
      }
      const { table = 'bodies' } = query
      const forms = csvForm(tables, bodies)
      const form = forms.find(({ name }) => name === `${table}.csv`)
      if (form) return reply.type(typeOf('text/csv')).send(form.text)
      const names = forms.map(({ name }) => name.replace(/\.csv$/, ''))
      const detail = `There is no table ${JSON.stringify(table)}. There are ${quoteList(names)}.`
      throw new HttpProblem('TABLE_UNKNOWN', detail)
    },
  )
  return Promise.resolve()
}

function refuseTable(table: string | undefined): void {
  if (table === undefined) return
  const detail =
    'The query has "table": only the CSV form has a text for each table. Ask for format=csv.'
  throw new HttpProblem('REQUEST_SHAPE', detail)
}

function named(
  reply: FastifyReply,
  { methodology, sha256 }: ChosenVersion,
): FastifyReply {
  return reply.headers({
    etag: `"${sha256}"`,
    'Olshem-Methodology': encodeURIComponent(methodology.id),
    'Olshem-Version': encodeURIComponent(methodology.version),
    'Olshem-SHA256': sha256,
  })
}

function typeOf(type: string): string {
  return `${type}; charset=utf-8`
}
