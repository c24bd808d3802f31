/** `olshem check`: every mistake of methodology files, before any data is seen. */
import { Command } from 'commander'

import type { LocatedProblem } from '../../engine/index.js'
import { checkFiles } from '../catalogue/check-files.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { problemLine } from '../output/problem-line.js'
import { startProgress } from '../output/progress.js'
import type { ProgramOptions, Setting } from './setting.js'

interface Options extends ProgramOptions {
  readonly json?: boolean
}

export function checkCommand({ io, exitWith }: Setting): Command {
  return new Command('check')
    .description('find every mistake of methodology files, examples included')
    .argument('[paths...]', 'files or folders; without any, the rules folder')
    .option('--json', 'print [{file, line, column, code, message}]')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const progress = startProgress(io)
      const folder = findRulesFolder(options.rules, io)
      const problems = await checkFiles(folder, paths, progress)
      await progress.end()
      const text = options.json
        ? JSON.stringify(problems.map(asJson), null, 2)
        : reportOf(problems)
      await io.out.write(`${text}\n`)
      if (problems.length > 0) exitWith(1)
    })
}

const EXAMPLES = `
Examples:
  olshem check
  olshem check my-index.yaml
  olshem check drafts --json

Exit status: 0 nothing was found, 1 something was.`

function reportOf(problems: readonly LocatedProblem[]): string {
  if (problems.length === 0) return 'No mistakes found.'
  const count =
    problems.length === 1 ? '1 mistake.' : `${problems.length} mistakes.`
  return [...problems.map(problemLine), count].join('\n')
}

function asJson({ file, line, column, code, message }: LocatedProblem) {
  return { file, line, column, code, message }
}
