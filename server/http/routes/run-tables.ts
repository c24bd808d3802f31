/** `/v1/runs/ID/result.csv` and `.xlsx`: the result of a run as a table. */
import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'

import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { runTable } from '../../runs/run-tables.js'
import { XLSX_TYPE } from '../../xlsx/write-workbook.js'
import { sightOf } from '../asker.js'
import { contentDisposition } from '../content-disposition.js'
import { REFUSALS } from '../schemas/problem.js'
import { RunParameters } from '../schemas/runs.js'
import { shapeOf } from '../validation.js'

const PARAMETERS = shapeOf(RunParameters)

const FORMS = {
  csv: 'text/csv',
  xlsx: XLSX_TYPE,
} as const

const READING =
  'Zero is 0; a missing figure is an empty cell; not-applicable is a figure that a rule took away; restricted is one that is withheld from you; the column "reasons" says why.'

const SUMMARIES = {
  csv: 'The result as CSV, a row for each body',
  xlsx: 'The result as a workbook: bodies, rankings, rules',
} as const

export const runTableRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store }) => {
  for (const form of ['csv', 'xlsx'] as const) {
    app.get(
      `/v1/runs/:id/result.${form}`,
      {
        config: { permission: 'read' },
        schema: {
          tags: ['runs'],
          summary: SUMMARIES[form],
          description: READING,
          params: RunParameters,
          response: {
            200: {
              description: 'The table.',
              content: { [FORMS[form]]: { schema: Type.String() } },
            },
            ...REFUSALS,
          },
        },
      },
      async ({ params, asker }, reply) => {
        const { id } = PARAMETERS.check(params, 'The address')
        const sight = sightOf(asker)
        const { run, content } = await runTable(store.database, id, form, sight)
        const { methodology, version, year } = run
        const name = `${methodology}-${version}-${year}.${form}`
        const type = FORMS[form]
        return reply
          .headers({
            'Content-Disposition': contentDisposition(name),
            'Olshem-Methodology': encodeURIComponent(methodology),
            'Olshem-Version': encodeURIComponent(version),
            'Olshem-SHA256': run.methodologySha256,
            'Olshem-Engine': run.engineVersion,
          })
          .type(form === 'csv' ? `${type}; charset=utf-8` : type)
          .send(Buffer.from(content))
      },
    )
  }
  return Promise.resolve()
}
