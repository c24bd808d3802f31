/** `olshem score`: scores a data set and prints results, rankings and reasons. */
import { Command, InvalidArgumentError, Option } from 'commander'

import { showProblems, showResult } from '../../engine/index.js'
import { dataProblemLine } from '../output/problem-line.js'
import { scoreCsv } from '../output/score-csv.js'
import { scoreJson } from '../output/score-json.js'
import { otherYearsText, scoreTable } from '../output/score-table.js'
import { writeOutput } from '../output/write-output.js'
import {
  scoreRequest,
  sightOf,
  withScoreOptions,
  type ScoredRequest,
  type ScoreRequest,
} from '../scoring/score-request.js'
import { keepRun } from '../store/keep-run.js'
import { DEFAULT_STORE, storePlace } from '../store/store.js'
import { STANDARD_INPUT } from '../streams/open-input.js'
import { scoreStream } from '../streams/score-stream.js'
import type { Setting } from './setting.js'

interface Options extends ScoreRequest {
  readonly json?: boolean
  readonly csv?: boolean
  readonly table?: boolean
  readonly output?: string
  readonly store?: string | boolean
  readonly ndjson?: boolean
  readonly format?: 'ndjson' | 'csv'
  readonly workers?: number
}

export function scoreCommand({ io, exitWith }: Setting): Command {
  return withScoreOptions(new Command('score'))
    .description(
      'score a data set: results, rankings, and who was left out why',
    )
    .addOption(new Option('--json', 'print JSON').conflicts(['csv', 'table']))
    .addOption(
      new Option('--csv', 'print a row for each body').conflicts('table'),
    )
    .option('--table', 'print tables to read (the default)')
    .addOption(
      new Option(
        '--ndjson',
        'score body by body, data of any length; a line of JSON for each',
      ).conflicts(['json', 'csv', 'table']),
    )
    .addOption(
      new Option(
        '--format <format>',
        'with --ndjson: what --data is, where its name does not say',
      ).choices(['ndjson', 'csv']),
    )
    .addOption(
      new Option(
        '--workers <n>',
        'with --ndjson: threads; default one for each core',
      ).argParser(parseWorkers),
    )
    .option('--output <file>', 'write to a file instead of printing')
    .option(
      '--store <folder>',
      `keep the texts that "olshem replay" needs (default ${DEFAULT_STORE}, or OLSHEM_STORE)`,
    )
    .option('--no-store', 'keep nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      checkStreamOptions(options, command)
      if (options.ndjson) {
        const { errors } = await scoreStream(argument, options, io)
        if (errors > 0) exitWith(1)
        return
      }
      const scored = await scoreRequest(argument, options, io)
      const remarks = showProblems(
        scored.remarks,
        scored.methodology,
        sightOf(options),
      ).map(dataProblemLine)
      for (const line of [...remarks, ...otherYears(scored)]) {
        await io.err.write(`${line}\n`)
      }
      // What is published cannot be computed again by those who read it.
      const place = options.public ? null : storePlace(options.store, io)
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

With --public the output is what everybody may see: restricted inputs, and all
that depends on them and is not in "released" of the file, are named and left out.

Data of any length: with --ndjson each body is scored by itself, on all cores,
and memory stays flat. --data is a ".ndjson" or ".jsonl" file (on each line what
stands between the commas of "bodies" in a JSON file), a ".csv" file with a row
for each body, or - for standard input. The first line of the output names the
rules, then comes a line for each body in the order of the input (as in
"results" of --json; with "errors" for a body whose data have any), then a line
for each place of the rankings, and at last {"end":true,...}: without that line
the output is not whole. A body with errors never stops the others
(--leave-out-broken goes without saying), and nothing is kept for "olshem
replay". Of two bodies with one id the second is an error. Methodologies whose
figures look at all bodies, or that name a register, need all data at once.
  olshem score kz-goals --year 2012 --data bodies.ndjson --ndjson > results.ndjson
  gzip -dc bodies.csv.gz | olshem score hdi --year 2021 --data - --format csv --ndjson

Exit status: 0 a result was written, 1 files or data have errors and nothing was
scored (with --ndjson: some bodies have errors), 2 the command was not understood.`

function render(
  { methodology, result }: ScoredRequest,
  options: Options,
): string {
  const shown = showResult(result, methodology, sightOf(options))
  if (options.json) return scoreJson(shown, 'lines')
  return options.csv ? scoreCsv(shown) : scoreTable(methodology, shown)
}

/** A year under the rules of others is no mistake, and nobody should overlook it. */
function otherYears({ methodology, result }: ScoredRequest): readonly string[] {
  if (result.methodology.inForce) return []
  return [otherYearsText(methodology, result)]
}

function parseWorkers(text: string): number {
  const workers = Number(text)
  if (/^\d{1,3}$/.test(text) && workers >= 1) return workers
  throw new InvalidArgumentError('A number of threads is 1 or more.')
}

/** No option is taken that would do nothing. */
function checkStreamOptions(options: Options, command: Command): void {
  const { ndjson, format, workers, store, data } = options
  if (ndjson && typeof store === 'string') {
    command.error(
      'error: --store cannot be used with --ndjson: data of any length are not kept for "olshem replay"',
    )
  }
  if (options.public && typeof store === 'string') {
    command.error(
      'error: --store cannot be used with --public: what is published cannot be computed again',
    )
  }
  if (ndjson) return
  const lost = format ? '--format' : workers ? '--workers' : null
  if (lost !== null) command.error(`error: ${lost} needs --ndjson`)
  if (data === STANDARD_INPUT) {
    command.error('error: --data - (standard input) needs --ndjson')
  }
}
