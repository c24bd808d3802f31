/** `/v1/data-sets/ID/data`: the data of a data set, as the text that its id is the hash of, or as tables. */
import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'

import { quoteList } from '../../data/file-problem.js'
import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import type { DataSet } from '../../repository/data-sets.js'
import { getText } from '../../repository/texts.js'
import { getShownDataSet } from '../../runs/data-set-sight.js'
import {
  dataTables,
  tableCsv,
  tableSheet,
  type DataTable,
} from '../../runs/data-tables.js'
import { writeWorkbook, XLSX_TYPE } from '../../xlsx/write-workbook.js'
import { sightOf } from '../asker.js'
import { contentDisposition } from '../content-disposition.js'
import { HttpProblem } from '../problems/http-problem.js'
import { DataTableQuery } from '../schemas/data-sets.js'
import { closed, Sha256 } from '../schemas/parts.js'
import { REFUSALS } from '../schemas/problem.js'
import { shapeOf } from '../validation.js'

const PARAMETERS = shapeOf(closed({ id: Sha256 }))
const QUERY = shapeOf(DataTableQuery)

const JSON_TYPE = 'application/json'
const CSV_TYPE = 'text/csv'

interface Answer {
  readonly type: string
  readonly content: string | Uint8Array
  /** null: shown rather than kept. */
  readonly file: string | null
}

export const dataSetTableRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store: { database } }) => {
  app.get(
    '/v1/data-sets/:id/data',
    {
      config: { permission: 'read' },
      schema: {
        tags: ['data'],
        summary: 'The data themselves, as JSON (RFC 8785), CSV or XLSX',
        description:
          'The tables are read back to the same data. In CSV, text that a spreadsheet would take for a formula has an apostrophe before it.',
        params: closed({ id: Sha256 }),
        querystring: DataTableQuery,
        response: {
          200: {
            description: 'The text whose sha256 is the id, or its tables.',
            content: {
              [JSON_TYPE]: { schema: Type.Unknown() },
              [CSV_TYPE]: { schema: Type.String() },
              [XLSX_TYPE]: { schema: Type.String() },
            },
          },
          ...REFUSALS,
        },
      },
    },
    async ({ params, query, asker }, reply) => {
      const { id } = PARAMETERS.check(params, 'The address')
      const { format = 'json', table } = QUERY.check(query, 'The query')
      const dataSet = await getShownDataSet(database, id, sightOf(asker))
      const { text } = await getText(database, id)
      const answer = answerOf(dataSet, text, format, table)
      if (answer.file !== null) {
        reply.header('Content-Disposition', contentDisposition(answer.file))
      }
      return reply.type(answer.type).send(Buffer.from(answer.content))
    },
  )
  return Promise.resolve()
}

function answerOf(
  { name }: DataSet,
  text: string,
  format: 'json' | 'csv' | 'xlsx',
  table: string | undefined,
): Answer {
  if (format !== 'csv') refuseTable(table, format)
  switch (format) {
    case 'json':
      return { type: utf8(JSON_TYPE), content: text, file: null }
    case 'xlsx': {
      const content = writeWorkbook(dataTables(text).map(tableSheet))
      return { type: XLSX_TYPE, content, file: `${name}.xlsx` }
    }
    case 'csv': {
      const chosen = chosenTable(dataTables(text), table)
      const file = `${table === undefined ? name : `${name} ${table}`}.csv`
      return { type: utf8(CSV_TYPE), content: tableCsv(chosen), file }
    }
  }
}

function chosenTable(
  tables: readonly DataTable[],
  asked = 'bodies',
): DataTable {
  const found = tables.find(({ name }) => name === asked)
  if (found) return found
  const names = quoteList(tables.map(({ name }) => name))
  const detail = `There is no table ${JSON.stringify(asked)}. There are ${names}.`
  throw new HttpProblem('TABLE_UNKNOWN', detail)
}

function refuseTable(table: string | undefined, format: string): void {
  if (table === undefined) return
  const detail = `The query has "table": the form ${format} has all tables. Ask for format=csv.`
  throw new HttpProblem('REQUEST_SHAPE', detail)
}

function utf8(type: string): string {
  return `${type}; charset=utf-8`
}
