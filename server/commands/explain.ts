/** `olshem explain`: how one figure of one body came about, down to the inputs. */
import { Command } from 'commander'

import {
  explainOutput,
  explanationText,
  showProblems,
} from '../../engine/index.js'
import { dataProblemLine } from '../output/problem-line.js'
import { printable } from '../output/printable.js'
import { Refusal } from '../refusal.js'
import {
  scoreRequest,
  sightOf,
  withScoreOptions,
  type ScoreRequest,
} from '../scoring/score-request.js'
import { unknownFigure } from '../scoring/unknown-figure.js'
import type { Setting } from './setting.js'

interface Options extends ScoreRequest {
  readonly body: string
  readonly of?: string
  readonly json?: boolean
}

export function explainCommand({ io }: Setting): Command {
  return withScoreOptions(new Command('explain'))
    .description(
      'explain a figure of a body: formula, operands, rules, sources',
    )
    .requiredOption('--body <id>', 'the id of the body in the data')
    .option('--of <figure>', 'an output, any figure of the body, or a flag')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const scored = await scoreRequest(argument, options, io)
      const { run, methodology } = scored
      const sight = sightOf(options)
      const remarks = showProblems(scored.remarks, methodology, sight)
      const body = options.body.normalize('NFC')
      const output = options.of ?? null
      for (const remark of remarks.filter((each) => each.body === body)) {
        await io.err.write(`${dataProblemLine(remark)}\n`)
      }
      const explanation = await explainOutput(run, body, output, sight)
      if (!explanation)
        throw new Refusal([unknownFigure(run, body, output).words])
      const text = options.json
        ? JSON.stringify(explanation, null, 2)
        : linesOf(explanationText(explanation))
      await io.out.write(`${text}\n`)
    })
}

const EXAMPLES = `
Without --of, the figure that decides the status of the body. Examples:
  olshem explain hdi --year 2021 --data rules/hdi/data/hdr-2021-22.csv --body KAZ
  olshem explain hdi --year 2021 --data data.csv --body KAZ --of education --json`

function linesOf(text: string): string {
  return text.trimEnd().split('\n').map(printable).join('\n')
}
