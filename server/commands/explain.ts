/** `olshem explain`: how one figure of one body came about, down to the inputs. */
import { Command } from 'commander'

import {
  closest,
  explainableFigures,
  explainableFlags,
  explainOutput,
  explanationText,
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
    .option('--of <figure>', 'an output, any figure of the body, or a flag')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const { run, remarks } = await scoreRequest(argument, options, io)
      const body = options.body.normalize('NFC')
      const output = options.of ?? null
      for (const remark of remarks.filter((each) => each.body === body)) {
        await io.err.write(`${dataProblemLine(remark)}\n`)
      }
      const explanation = await explainOutput(run, body, output)
      if (!explanation) throw unknownRefusal(run, body, output)
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

function unknownRefusal(run: Run, body: string, output: string | null) {
  const ids = [...run.bodies, ...run.absent].map(({ given }) => given?.id ?? '')
  if (!ids.includes(body)) {
    const near = asked(closest(body, ids))
    return new Refusal([
      `No body of the data has the id "${body}".${near} There are ${ids.length}: ${listOf(ids)}.`,
    ])
  }
  const figures = [...explainableFigures(run), ...explainableFlags(run)]
  const near = asked(closest(output ?? '', figures))
  return new Refusal([
    `"${output ?? ''}" is not a figure of the body.${near} These can be explained: ${listOf(figures)}.`,
  ])
}

function asked(name: string | undefined): string {
  return name === undefined ? '' : ` Did you mean "${name}"?`
}

function listOf(names: readonly string[], most = 30): string {
  const shown = names.slice(0, most).join(', ')
  return names.length > most ? `${shown} ...` : shown
}

function linesOf(text: string): string {
  return text.trimEnd().split('\n').map(printable).join('\n')
}
