/** `olshem sensitivity`: how far the places of bodies hang on the weights. */
import { Command, InvalidArgumentError, Option } from 'commander'

import {
  columnsOfDataset,
  DrawsRefused,
  LARGEST_SEED,
  MOST_DRAWS,
  restrictionOf,
  showProblems,
  showResult,
  weightDraws,
  type DrawOptions,
  type Methodology,
  type WeightDraws,
} from '../../engine/index.js'
import { generatedColumns } from '../columns/generated-columns.js'
import { InterruptedError } from '../interrupted.js'
import type { Io } from '../io.js'
import { dataProblemLine } from '../output/problem-line.js'
import { startProgress } from '../output/progress.js'
import { sensitivityJson } from '../output/sensitivity-json.js'
import { sensitivityTable } from '../output/sensitivity-table.js'
import { Refusal } from '../refusal.js'
import {
  scoreRequest,
  sightOf,
  withScoreOptions,
  type ScoredRequest,
  type ScoreRequest,
} from '../scoring/score-request.js'
import type { Setting } from './setting.js'

interface Options extends ScoreRequest {
  readonly margin: number
  readonly draws: number
  readonly seed: number
  readonly first: number
  readonly ranking?: string
  readonly json?: boolean
}

export function sensitivityCommand({ io }: Setting): Command {
  return withScoreOptions(new Command('sensitivity'))
    .description('how far places change where the weights are a little others')
    .addOption(
      new Option(
        '--margin <percent>',
        'how far each weight may be from that of the file, 0 to 100',
      )
        .argParser(parsePercent)
        .default(10),
    )
    .addOption(
      new Option(
        '--draws <n>',
        `how often weights are drawn, 1 to ${MOST_DRAWS}`,
      )
        .argParser(wholeFrom(1, MOST_DRAWS))
        .default(1000),
    )
    .addOption(
      new Option('--seed <n>', 'the same seed draws the same weights')
        .argParser(wholeFrom(0, LARGEST_SEED))
        .default(1),
    )
    .addOption(
      new Option('--first <k>', 'counts the draws that place it first to k-th')
        .argParser(wholeFrom(1, Number.MAX_SAFE_INTEGER))
        .default(1),
    )
    .option('--ranking <name>', 'one ranking; default all')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const scored = await scoreRequest(argument, options, io)
      const { methodology } = scored
      const sight = sightOf(options)
      for (const remark of showProblems(scored.remarks, methodology, sight)) {
        await io.err.write(`${dataProblemLine(remark)}\n`)
      }
      if (options.public) refuseRestricted(methodology, options.ranking)
      const drawn = await draw(scored, options, io)
      const shown = showResult(scored.result, methodology, sight)
      const text = options.json
        ? `${JSON.stringify(sensitivityJson(shown, drawn), null, 2)}\n`
        : sensitivityTable(methodology, shown, drawn)
      await io.out.write(text)
    })
}

const EXAMPLES = `
Each draw takes every weight of the tree times a factor within the margin, evenly
spread, and then brings the weights of the children of a criterion back to their
sum. Weights that a file leaves equal are drawn as well; those that differ between
bodies or years stay. The table shows, for each place under the weights of the
file, between which places 90 of 100 draws put the body (5th to 95th percentile,
nearest rank), the best and the worst place of any draw, and the share of draws in
which it keeps its place. Places of draws are computed in doubles, not certified.

After OECD/EU/JRC (2008), Handbook on Constructing Composite Indicators, step 7.
Examples:
  olshem sensitivity hdi --year 2021 --data rules/hdi/data/hdr-2021-22.csv
  olshem sensitivity hdi --year 2021 --data data.csv --margin 25 --draws 5000 --json`

/**
 * How places move with the weights tells of the figures behind them, of released
 * ones too.
 *
 * @throws Refusal where a ranking that is drawn has restricted inputs behind it
 */
function refuseRestricted(
  methodology: Methodology,
  wanted: string | undefined,
): void {
  const { touches } = restrictionOf(methodology)
  const names = methodology.rankings
    .filter((node) => wanted === undefined || node.ranking === wanted)
    .filter(touches)
    .map(({ ranking }) => ranking)
  if (names.length === 0) return
  throw new Refusal([
    `How far places change cannot be published of ${names.join(', ')}: restricted inputs stand behind these places, and how they move tells of them. Name another ranking with --ranking, or leave --public out.`,
  ])
}

/** @throws Refusal where there is nothing to draw */
async function draw(
  { run, methodology }: ScoredRequest,
  { margin, draws, seed, first, ranking }: Options,
  io: Io,
): Promise<WeightDraws> {
  const { dataset, surroundings } = run
  const source = columnsOfDataset(methodology, dataset, surroundings)
  const progress = startProgress(io)
  const signal = io.interruption()
  const options: DrawOptions = {
    margin: margin / 100,
    draws,
    seed,
    first,
    ...(ranking === undefined ? {} : { rankings: [ranking] }),
    watch: {
      made: async (made) => {
        await progress.say(`${made} of ${draws} draws`)
        await aMoment()
      },
      isStopped: () => signal.aborted,
    },
  }
  try {
    const drawn = await weightDraws(
      methodology,
      source,
      generatedColumns,
      options,
    )
    if (drawn.isStopped) throw new InterruptedError()
    return drawn
  } catch (error) {
    if (error instanceof DrawsRefused) throw new Refusal([error.message])
    throw error
  } finally {
    await progress.end()
  }
}

/** So that Ctrl-C is heard. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function parsePercent(text: string): number {
  const percent = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && percent <= 100) return percent
  throw new InvalidArgumentError('Give per cent from 0 to 100, such as 10.')
}

function wholeFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    throw new InvalidArgumentError(
      most === Number.MAX_SAFE_INTEGER
        ? `Give a whole number from ${least}.`
        : `Give a whole number from ${least} to ${most}.`,
    )
  }
}
