/** `olshem score`: scores a data set and prints results, rankings and reasons. */
import { Command, Option } from 'commander'

import { dataProblemLine } from '../output/problem-line.js'
import { scoreCsv } from '../output/score-csv.js'
import { otherYearsText, scoreTable } from '../output/score-table.js'
import { writeOutput } from '../output/write-output.js'
import {
  scoreRequest,
  withScoreOptions,
  type ScoredRequest,
  type ScoreRequest,
} from '../scoring/score-request.js'
import { keepRun } from '../store/keep-run.js'
import { DEFAULT_STORE, storePlace } from '../store/store.js'
import type { Setting } from './setting.js'

interface Options extends ScoreRequest {
  readonly json?: boolean
  readonly csv?: boolean
  readonly table?: boolean
  readonly output?: string
  readonly store?: string | boolean
}

export function scoreCommand({ io }: Setting): Command {
  return withScoreOptions(new Command('score'))
    .description(
      'score a data set: results, rankings, and who was left out why',
    )
    .addOption(new Option('--json', 'print JSON').conflicts(['csv', 'table']))
    .addOption(
      new Option('--csv', 'print a row for each body').conflicts('table'),
    )
    .option('--table', 'print tables to read (the default)')
    .option('--output <file>', 'write to a file instead of printing')
    .option(
      '--store <folder>',
      `keep the texts that "olshem replay" needs (default ${DEFAULT_STORE}, or OLSHEM_STORE)`,
    )
    .option('--no-store', 'keep nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const scored = await scoreRequest(argument, options, io)
      const remarks = scored.remarks.map(dataProblemLine)
      for (const line of [...remarks, ...otherYears(scored)]) {
        await io.err.write(`${line}\n`)
      }
      const place = storePlace(options.store, io)
      if (place) await keepRun(scored.run, scored.records, place, io)
      await writeOutput(render(scored, options), options.output, io)
    })
}

const EXAMPLES = `
Without a version, the one in force for the year is used; no version is ever
used in place of another. Examples:
  olshem score hdi --year 2021 --data rules/hdi/data/hdr-2021-22.csv
  olshem score hdi@2014 --year 2005 --data data.json --json
  olshem score ./my-index.yaml --year 2024 --data folder --csv --output out.csv

Exit status: 0 a result was written, 1 files or data have errors and nothing was
scored, 2 the command was not understood.`

function render(
  { methodology, result }: ScoredRequest,
  { json = false, csv = false }: Options,
): string {
  if (json) return `${JSON.stringify(result, null, 2)}\n`
  return csv ? scoreCsv(result) : scoreTable(methodology, result)
}

/** A year under the rules of others is no mistake, and nobody should overlook it. */
function otherYears({ methodology, result }: ScoredRequest): readonly string[] {
  if (result.methodology.inForce) return []
  return [otherYearsText(methodology, result)]
}
