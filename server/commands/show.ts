/** `olshem show`: the file of a version, as it is or with everything written out. */
import { Command } from 'commander'

import { fullText } from '../../engine/index.js'
import { openCatalogue } from '../catalogue/catalogue.js'
import { getUsable } from '../catalogue/find-version.js'
import { getOneEntry } from '../catalogue/one-version.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { readRulesText } from '../catalogue/rules-text.js'
import { printable } from '../output/printable.js'
import { problemLine } from '../output/problem-line.js'
import { writeOutput } from '../output/write-output.js'
import { Refusal } from '../refusal.js'
import type { ProgramOptions, Setting } from './setting.js'

interface Options extends ProgramOptions {
  readonly full?: boolean
  readonly output?: string
}

export function showCommand({ io }: Setting): Command {
  return new Command('show')
    .description('print the file of a version, or its full form')
    .argument('<methodology>', 'hdi@2014, or a path to a file')
    .option(
      '--full',
      'write out what `defaults` and the language itself say where the entries are silent',
    )
    .option('--output <file>', 'write to a file instead of printing')
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string, _: Options, command: Command) => {
      const { rules, full, output } = command.optsWithGlobals<Options>()
      const catalogue = await openCatalogue(findRulesFolder(rules, io))
      const entry = await getOneEntry(catalogue, argument)
      const text = full
        ? fullText(getUsable(entry).methodology)
        : await textOf(entry.file)
      const isRead = io.out.isTerminal && output === undefined
      await writeOutput(isRead ? safe(text) : text, output, io)
    })
}

const EXAMPLES = `
The full form loads to the same methodology; comments and the order of the file are
kept. Examples:
  olshem show hdi@2014
  olshem show hdi@2014 --full`

async function textOf(file: string): Promise<string> {
  const read = await readRulesText(file)
  if (read.kind === 'text') return read.text
  throw new Refusal([problemLine(read.problem)])
}

/** A file on a screen cannot move its cursor. */
function safe(text: string): string {
  return text
    .split('\n')
    .map((line) => printable(line.replace(/\r$/, '')))
    .join('\n')
}
