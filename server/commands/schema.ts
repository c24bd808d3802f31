/** `olshem schema`: the JSON Schema of methodology files, for editors. */
import { Command } from 'commander'

import { SCHEMA } from '../../engine/index.js'
import { writeOutput } from '../output/write-output.js'
import type { Setting } from './setting.js'

export function schemaCommand({ io }: Setting): Command {
  return new Command('schema')
    .description('print the JSON Schema of methodology files')
    .option('--output <file>', 'write to a file instead of printing')
    .action(({ output }: { readonly output?: string }) =>
      writeOutput(`${JSON.stringify(SCHEMA, null, 2)}\n`, output, io),
    )
}
