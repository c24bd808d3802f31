/** `olshem explain`: how one figure of one body came about, down to the inputs. */
import { Command } from 'commander'

import {
  explainOutput,
  explanationText,
  findExplainable,
  type Run,
} from '../../engine/index.js'
import { dataProblemLine } from '../output/problem-line.js'
import { printable } from '../output/printable.js'
import { Refusal } from '../refusal.js'
import {
  scoreRequest,
  withScoreOptions,
  type ScoreRequest,
} from '../scoring/score-request.js'
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
    .option('--of <figure>', 'an output, or any figure of the body')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const { run, remarks } = await scoreRequest(argument, options, io)
      const body = options.body.normalize('NFC')
      const output = options.of ?? null
      refuseUnknown(run, body, output)
      for (const remark of remarks.filter((each) => each.body === body)) {
        await io.err.write(`${dataProblemLine(remark)}\n`)
      }
      const explanation = await explainOutput(run, body, output)
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

function refuseUnknown(run: Run, body: string, output: string | null): void {
  const ids = run.dataset.bodies.map(({ id }) => id)
  if (!ids.includes(body)) {
    throw new Refusal([
      printable(
        `No body of the data has the id "${body}". ${ids.length} bodies are there: ${firstOf(ids)}.`,
      ),
    ])
  }
  const explainable = findExplainable(run.methodology)
  if (output !== null && !explainable.includes(output)) {
    throw new Refusal([
      printable(
        `"${output}" is not a figure of the body. These can be explained: ${explainable.join(', ')}.`,
      ),
    ])
  }
}

function firstOf(ids: readonly (string | null)[], most = 10): string {
  const shown = ids.slice(0, most).join(', ')
  return ids.length > most ? `${shown} ...` : shown
}

function linesOf(text: string): string {
  return text.trimEnd().split('\n').map(printable).join('\n')
}
