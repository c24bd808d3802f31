/** `olshem reference`: the documentation of the language, from its own tables. */
import { Command } from 'commander'

import { referenceText } from '../../engine/index.js'
import { writeOutput } from '../output/write-output.js'
import type { Setting } from './setting.js'

export function referenceCommand({ io }: Setting): Command {
  return new Command('reference')
    .description('print the reference of language and functions (Markdown)')
    .option('--output <file>', 'write to a file instead of printing')
    .action(({ output }: { readonly output?: string }) =>
      writeOutput(`${referenceText().trimEnd()}\n`, output, io),
    )
}
