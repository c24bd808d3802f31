/** `olshem restore`: puts a backup into an empty place, and says whether everything in it is whole. */
import { Command } from 'commander'

import { restoreBackup, type Restored } from '../backup/restore-backup.js'
import { databaseFile } from '../backup/sqlite-only.js'
import { readConfiguration } from '../configuration/read-configuration.js'
import { printable } from '../output/printable.js'
import type { Setting } from './setting.js'

export function restoreCommand({ io, exitWith }: Setting): Command {
  return new Command('restore')
    .description('put a backup where nothing is yet, and check it (SQLite)')
    .argument('<backup>', 'the folder that "olshem backup" made')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string) => {
      const configuration = readConfiguration(io.environment)
      const file = databaseFile(configuration, 'restore')
      const dataFolder = configuration.data
      const restored = await restoreBackup({ folder, dataFolder, file })
      if (restored.contents.faults.length > 0) exitWith(1)
      const lines = linesOf(restored, file)
      await io.out.write(lines.map((line) => `${printable(line)}\n`).join(''))
    })
}

const EXAMPLES = `
OLSHEM_DATA names the folder, in which there may be no database yet. Every text is
held against its hash, every result against its own, and the audit log against the
head that the backup names. With PostgreSQL use pg_restore. Examples:
  OLSHEM_DATA=data olshem restore /mnt/elsewhere/olshem-2026-11-22

Exit status: 0 restored and whole, 1 not restored, or restored with faults, which
are named.`

function linesOf(
  { manifest, contents }: Restored,
  file: string,
): readonly string[] {
  const { texts, runs, entries, faults } = contents
  const verdict =
    faults.length === 0
      ? [
          `Whole: ${texts} texts, the results of ${runs} runs and ${entries} entries of the audit log fit their hashes.`,
        ]
      : ['Not everything in it is whole:', ...faults]
  const key =
    manifest.signingKey === null
      ? 'The private key was not in the backup: put signing-key.pem (mode 0600) beside the database or set OLSHEM_SIGNING_KEY, or make a new one with olshem key signing --replace.'
      : `The private key ${manifest.signingKey} is beside it.`
  return [
    `${file} is restored from the backup of ${manifest.time} (version ${manifest.version}).`,
    ...verdict,
    key,
  ]
}
