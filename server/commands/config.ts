/** `olshem config`: how a server would be set up, without secrets. */
import { Command } from 'commander'

import { configurationText } from '../configuration/configuration-text.js'
import { readConfiguration } from '../configuration/read-configuration.js'
import { printable } from '../output/printable.js'
import type { ProgramOptions, Setting } from './setting.js'

export function configCommand({ io }: Setting): Command {
  return new Command('config')
    .description('check the settings of the server and print them')
    .addHelpText('after', EXAMPLES)
    .action(async (_: ProgramOptions, command: Command) => {
      const { rules } = command.optsWithGlobals<ProgramOptions>()
      const configuration = readConfiguration(io.environment, rules)
      const lines = configurationText(configuration).split('\n')
      await io.out.write(lines.map(printable).join('\n'))
    })
}

const EXAMPLES = `
Settings are variables of the environment; passwords are not printed. Stored runs, their
texts and receipts, and the audit log are never deleted: there is no setting for it. Examples:
  olshem config
  PORT=9000 olshem config

Exit status: 0 the settings can be used, 1 some cannot.`
