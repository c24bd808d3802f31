/** `olshem key`: the keys of services that call the server, and its own signing key. */
import { Command, InvalidArgumentError, Option } from 'commander'

import type { Occasion } from '../audit/entry.js'
import {
  listPublicKeys,
  openSigningKey,
  replaceSigningKey,
} from '../installation/installation-keys.js'
import { withInstallation } from '../installation/open-installation.js'
import type { Io } from '../io.js'
import { printable } from '../output/printable.js'
import { textTable } from '../output/text-table.js'
import {
  addApiKey,
  listApiKeys,
  revokeApiKey,
  type ApiKey,
} from '../people/api-keys.js'
import { isScope, SCOPES, type Scope } from '../people/roles.js'
import { instantOf, isInstant, type Instant } from '../instant.js'
import { listKeys } from '../signing/read-public-keys.js'
import type { Setting } from './setting.js'

interface AddOptions {
  readonly scope: readonly Scope[]
  readonly expires: Instant
}

export function keyCommand({ io }: Setting): Command {
  return new Command('key')
    .description('make and revoke API keys; show or replace the signing key')
    .addCommand(addCommand(io))
    .addCommand(listCommand(io))
    .addCommand(revokeCommand(io))
    .addCommand(signingCommand(io))
    .addHelpText('after', EXAMPLES)
}

const EXAMPLES = `
Keys are in the database of the server: DATABASE_URL, or the folder
OLSHEM_DATA. Examples:
  olshem key add "nightly import" --scope load run --expires 2027-06-30
  olshem key revoke "nightly import"
  olshem key signing > keys.json        # what others check receipts with
  olshem key signing --replace          # then start the servers again`

function addCommand(io: Io): Command {
  return new Command('add')
    .description('make a key for a service; it is shown once')
    .argument('<name>', 'what the key is for')
    .addOption(
      new Option('--scope <scope...>', 'what may be done with it')
        .choices(SCOPES)
        .argParser(addScope)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--expires <date>', 'the last day on which it is taken (UTC)')
        .argParser(parseExpiry)
        .makeOptionMandatory(),
    )
    .action(async (name: string, { scope, expires }: AddOptions) => {
      const asked = { name, scopes: scope, expiresAt: expires }
      const { token, key } = await withInstallation(
        io,
        'made',
        ({ database }) => addApiKey(database, asked, occasion()),
      )
      const words = `Key "${key.name}" (${key.id}) for ${key.scopes.join(', ')}, until ${key.expiresAt}. It is shown this once:`
      await io.err.write(`${printable(words)}\n`)
      await io.out.write(`${token}\n`)
    })
}

function listCommand(io: Io): Command {
  return new Command('list')
    .description('list API keys, without their secrets')
    .action(async () => {
      const keys = await withInstallation(io, 'refused', ({ database }) =>
        listApiKeys(database),
      )
      const lines = keys.length === 0 ? ['There are no keys.'] : table(keys)
      await io.out.write(`${lines.join('\n')}\n`)
    })
}

function revokeCommand(io: Io): Command {
  return new Command('revoke')
    .description('refuse a key from now on')
    .argument('<name>', 'its name, or its id')
    .action(async (name: string) => {
      const { id, name: found } = await withInstallation(
        io,
        'refused',
        ({ database }) => revokeApiKey(database, name, occasion()),
      )
      await io.out.write(`${printable(`Key "${found}" (${id}) is revoked.`)}\n`)
    })
}

function signingCommand(io: Io): Command {
  return new Command('signing')
    .description(
      'print the public keys that receipts and heads are checked with (JSON)',
    )
    .option('--replace', 'sign with a new key from now on')
    .action(async ({ replace = false }: { readonly replace?: boolean }) => {
      const keys = await withInstallation(
        io,
        replace ? 'refused' : 'made',
        async ({ database, dataFolder }) => {
          const place = { dataFolder, environment: io.environment }
          const now = occasion()
          if (replace) await replaceSigningKey(database, place, now)
          else await openSigningKey(database, place, now.at)
          return listPublicKeys(database)
        },
      )
      await io.out.write(`${JSON.stringify(listKeys(keys), null, 2)}\n`)
    })
}

function table(keys: readonly ApiKey[]): readonly string[] {
  const column = (head: string, cellOf: (key: ApiKey) => string) =>
    ({ head, align: 'left', cells: keys.map(cellOf) }) as const
  return textTable([
    column('name', ({ name }) => name),
    column('scopes', ({ scopes }) => scopes.join(' ')),
    column('made', ({ createdAt }) => createdAt),
    column('expires', ({ expiresAt }) => expiresAt),
    column('revoked', ({ revokedAt }) => revokedAt ?? ''),
    column('id', ({ id }) => id),
  ])
}

/** Called for each scope that is written. */
function addScope(
  text: string,
  before: readonly Scope[] = [],
): readonly Scope[] {
  if (isScope(text)) return [...before, text]
  throw new InvalidArgumentError(`Scopes are ${SCOPES.join(', ')}.`)
}

/** The end of that day. */
function parseExpiry(text: string): Instant {
  const end = `${text}T23:59:59.999Z`
  if (isInstant(end)) return end
  throw new InvalidArgumentError('A date is written 2027-06-30.')
}

function occasion(): Occasion {
  return { at: instantOf(new Date()), actor: 'command-line' }
}
