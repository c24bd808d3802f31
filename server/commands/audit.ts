/** `olshem audit`: the log of who did what, and whether it is whole. */
import { Command } from 'commander'

import { findHead } from '../audit/append-entry.js'
import { faultWords } from '../audit/fault-words.js'
import { signHead, type HeadReference } from '../audit/head.js'
import { readHead, type KeptHead } from '../audit/read-head.js'
import { verifyChain } from '../audit/verify-chain.js'
import {
  listPublicKeys,
  openSigningKey,
} from '../installation/installation-keys.js'
import {
  withInstallation,
  type Installation,
} from '../installation/open-installation.js'
import type { Io } from '../io.js'
import { writeOutput } from '../output/write-output.js'
import { Refusal } from '../refusal.js'
import { instantOf } from '../instant.js'
import type { PublicKey } from '../signing/public-key.js'
import { readPublicKeys } from '../signing/read-public-keys.js'
import { checkSignature } from '../signing/signature.js'
import { signatureWords } from '../signing/signature-words.js'
import type { Setting } from './setting.js'

interface VerifyOptions {
  readonly head?: string
  readonly key?: string
}

export function auditCommand(setting: Setting): Command {
  return new Command('audit')
    .description('check the audit log; sign its head, to be kept elsewhere')
    .addCommand(verifyCommand(setting))
    .addCommand(headCommand(setting.io))
    .addHelpText('after', EXAMPLES)
}

const EXAMPLES = `
Each entry names the hash of the one before, so that a changed or missing entry
shows. That the end was cut off, or that everything was written anew, shows
against a head that was kept elsewhere: receipts have one too. Examples:
  olshem audit head --output /mnt/elsewhere/head-2026-11-22.json
  olshem audit verify --head /mnt/elsewhere/head-2026-11-22.json
  olshem audit verify --head receipt.json --key ministry.pem

Exit status: 0 the log is whole, 1 it is not or a head cannot be trusted, 2 the
command was not understood.`

function verifyCommand({ io, exitWith }: Setting): Command {
  return new Command('verify')
    .description('read the whole log and find what was tampered with')
    .option('--head <file>', 'a head that was kept, or a receipt')
    .option(
      '--key <file>',
      'with --head: public key (PEM) or list of keys; default those of the database, which whoever writes there can change',
    )
    .action(async (options: VerifyOptions, command: Command) => {
      if (options.key !== undefined && options.head === undefined) {
        command.error('error: --key needs --head')
      }
      const kept =
        options.head === undefined ? null : await readHead(options.head)
      const { entries, head, faults } = await withInstallation(
        io,
        'refused',
        async ({ database }) => {
          if (kept) await trust(kept, options, database)
          return verifyChain(database, kept?.head ?? null)
        },
      )
      if (faults.length > 0) exitWith(1)
      const lines =
        faults.length > 0
          ? faults.map(faultWords)
          : [wholeWords(entries, head), ...keptWords(kept)]
      await io.out.write(lines.map((line) => `${line}\n`).join(''))
    })
}

function headCommand(io: Io): Command {
  return new Command('head')
    .description('print the last entry of the log, signed')
    .option('--output <file>', 'write to a file instead of printing')
    .action(async ({ output }: { readonly output?: string }) => {
      const signed = await withInstallation(
        io,
        'refused',
        async ({ database, dataFolder }) => {
          const now = instantOf(new Date())
          const place = { dataFolder, environment: io.environment }
          const key = await openSigningKey(database, place, now)
          const head = await findHead(database)
          return head && signHead(head, now, key)
        },
      )
      if (!signed) throw new Refusal(['The log has no entries yet.'])
      await writeOutput(`${JSON.stringify(signed, null, 2)}\n`, output, io)
    })
}

/** @throws Refusal where the head is not signed by this installation */
async function trust(
  { document }: KeptHead,
  { head, key }: VerifyOptions,
  database: Installation['database'],
): Promise<void> {
  const keys: readonly PublicKey[] =
    key === undefined
      ? await listPublicKeys(database)
      : await readPublicKeys(key)
  const outcome = checkSignature(document, keys)
  if (outcome.kind === 'trusted') return
  const words = signatureWords(document, outcome, keys)
  throw new Refusal([`${head ?? ''} cannot be trusted: ${words}.`])
}

function wholeWords(entries: number, head: HeadReference | null): string {
  return head === null
    ? 'whole: no entries'
    : `whole: ${entries} entries, the last with hash ${head.hash}`
}

function keptWords(kept: KeptHead | null): readonly string[] {
  if (!kept) {
    return ['Whether its end was cut off shows against a head: --head.']
  }
  const { head, document } = kept
  return [`It has entry ${head.number}, which was its head ${document.time}.`]
}
