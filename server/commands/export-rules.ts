/** `olshem export-rules`: the published versions of the database as files, for git and for review. */
import { Command } from 'commander'

import { findRulesFolder } from '../catalogue/rules-folder.js'
import { exportRules } from '../export/export-rules.js'
import { withInstallation } from '../installation/open-installation.js'
import { printable } from '../output/printable.js'
import type { ProgramOptions, Setting } from './setting.js'

export function exportRulesCommand({ io }: Setting): Command {
  return new Command('export-rules')
    .description('write the published versions of the database as files')
    .argument('<folder>', 'a folder that is empty, or has an earlier export')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, _: object, command: Command) => {
      const options = command.optsWithGlobals<ProgramOptions>()
      const rules = findRulesFolder(options.rules, io)
      const done = await withInstallation(io, 'refused', ({ database }) =>
        exportRules(database, rules, folder),
      )
      const { written, versions, withdrawn, missing } = done
      const lines = [
        ...written,
        `${folder} has ${versions.length === 1 ? '1 version' : `${versions.length} versions`} and the lock; new files: ${written.length}.`,
        ...withdrawn.map(
          (name) =>
            `${name} was withdrawn: it is below withdrawn/, with the reason.`,
        ),
        ...missing.map(
          (path) =>
            `${path} is not in ${rules}: "olshem check ${folder}" will miss it.`,
        ),
      ]
      await io.out.write(lines.map((line) => `${printable(line)}\n`).join(''))
    })
}

const EXAMPLES = `
The folder can be checked and used as a rules folder. Data of examples and
registers are taken from the rules folder of this server. Nothing that is there is
written over; the rules folder itself is never written. Examples:
  olshem export-rules ../our-rules
  olshem check ../our-rules`
