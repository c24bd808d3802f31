/** `olshem check`: every mistake of methodology files, before any data is seen. */
import { Command } from 'commander'

import {
  checkFiles,
  isMistake,
  type Finding,
} from '../catalogue/check-files.js'
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
      if (problems.some(isMistake)) exitWith(1)
    })
}

const EXAMPLES = `
Examples:
  olshem check
  olshem check my-index.yaml
  olshem check drafts --json

Exit status: 0 no mistake was found, 1 some were; a warning is no mistake.`

function reportOf(found: readonly Finding[]): string {
  const mistakes = found.filter(isMistake).length
  const warnings = found.length - mistakes
  const counts = [
    mistakes === 0 ? 'No mistakes found.' : counted(mistakes, 'mistake'),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ]
  return [...found.map(problemLine), counts.join(' ')].join('\n')
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}.` : `${count} ${what}s.`
}

function asJson(finding: Finding) {
  const { file, line, column, code, message } = finding
  const mark = isMistake(finding) ? {} : { warning: true }
  return { file, line, column, code, message, ...mark }
}
