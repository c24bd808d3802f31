/** `olshem backup`: copies everything that a server keeps, while it runs. */
import { Command } from 'commander'

import { makeBackup } from '../backup/make-backup.js'
import { databaseFile } from '../backup/sqlite-only.js'
import { readConfiguration } from '../configuration/read-configuration.js'
import { printable } from '../output/printable.js'
import type { Setting } from './setting.js'

export function backupCommand({ io }: Setting): Command {
  return new Command('backup')
    .description('copy the database, also while a server runs (SQLite)')
    .argument('<folder>', 'the folder to make; nothing is written over')
    .option('--with-key', 'put the private signing key in too')
    .addHelpText('after', EXAMPLES)
    .action(
      async (
        folder: string,
        { withKey = false }: { readonly withKey?: boolean },
      ) => {
        const configuration = readConfiguration(io.environment)
        const file = databaseFile(configuration, 'backup')
        const { auditHead, databaseSha256, signingKey } = await makeBackup({
          ...{ dataFolder: configuration.data, file, folder },
          key: withKey ? 'with' : 'without',
        })
        const lines = [
          `${folder} holds ${file} as it is now, sha256 ${databaseSha256},`,
          auditHead
            ? `with the audit log up to entry ${auditHead.number}.`
            : 'with an empty audit log.',
          signingKey === null
            ? 'The private key is not in it: keep a copy of it apart, or use --with-key.'
            : `The private key ${signingKey} is in it: whoever has the backup can sign receipts.`,
        ]
        await io.out.write(lines.map((line) => `${printable(line)}\n`).join(''))
      },
    )
}

const EXAMPLES = `
Data sets, runs, the texts that they were computed from, users and the audit log are
one database, which is copied as it is at one moment. With PostgreSQL use pg_dump.
Examples:
  olshem backup /mnt/elsewhere/olshem-2026-11-22
  olshem backup --with-key /mnt/vault/olshem-2026-11-22

Exit status: 0 the backup is whole, 1 there is none.`
