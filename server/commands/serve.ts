/** `olshem serve`: answers requests until it is told to stop. */
import { Command } from 'commander'

import type { Configuration } from '../configuration/configuration.js'
import { refuseOpenAddress } from '../configuration/open-address.js'
import { readConfiguration } from '../configuration/read-configuration.js'
import type { Io } from '../io.js'
import { hasUsers } from '../people/users.js'
import { Refusal } from '../refusal.js'
import { expectShortLives } from '../short-lives.js'
import type { ProgramOptions, Setting } from './setting.js'

export function serveCommand({ io }: Setting): Command {
  return new Command('serve')
    .description('answer requests over HTTP (npm start); settings: config')
    .addHelpText('after', EXAMPLES)
    .action(async (_: ProgramOptions, command: Command) => {
      const { rules } = command.optsWithGlobals<ProgramOptions>()
      await serve(readConfiguration(io.environment, rules), io)
    })
}

const EXAMPLES = `
The settings are variables of the environment, which "olshem config" prints. Ctrl-C and
SIGTERM stop the server when what it has begun is answered. Examples:
  olshem serve
  PORT=9000 OLSHEM_LOG_LEVEL=warn olshem serve`

/**
 * Requests that are still answered after a signal to stop have so long: systems
 * kill a service 10 seconds after it, and the database is to be closed by then.
 */
const STOP_MILLISECONDS = 8_000

async function serve(configuration: Configuration, io: Io): Promise<void> {
  const stop = io.ending()
  expectShortLives()
  const [{ buildApp }, opening, { openLog }] = await Promise.all([
    import('../http/build-app.js'),
    import('../http/open-store.js'),
    import('../http/log.js'),
  ])
  const { host, port, logLevel } = configuration
  const log = openLog(logLevel, io)
  const { programs, environment } = io
  const store = await opening.openStore(configuration, log)
  const signer = await opening.openSigner(store, configuration, environment)
  let demonstration = Promise.resolve()
  const options = { configuration, programs, log, store, signer }
  const app = await buildApp(options)
  app.addHook('onClose', async () => {
    await demonstration
    await store.database.destroy()
  })
  try {
    refuseOpenAddress(configuration, await hasUsers(store.database))
    if (configuration.publicUrl && configuration.trustedProxies.length === 0) {
      log.warn(
        'OLSHEM_TRUSTED_PROXIES is not set: all who come through the proxy are counted as one address',
      )
    }
    const address = await app.listen({ host, port }).catch(refuseAddress)
    await io.err.write(`Olshem answers at ${address}\n`)
    demonstration = opening.loadDemonstrationLater(store, log, stop)
    await ended(stop)
    log.info('stopping')
    const late = setTimeout(() => {
      app.server.closeAllConnections()
    }, STOP_MILLISECONDS)
    await app.close()
    clearTimeout(late)
  } finally {
    await app.close()
  }

  function refuseAddress(error: unknown): never {
    const code =
      error instanceof Error && 'code' in error ? String(error.code) : ''
    const why: Readonly<Record<string, string>> = {
      EADDRINUSE: 'another program listens there',
      EACCES: 'the system does not allow it',
      EADDRNOTAVAIL: 'this machine has no such address',
      ENOTFOUND: 'there is no such name',
    }
    const reason = why[code]
    if (reason === undefined) throw error
    throw new Refusal([
      `The server cannot listen at ${host}, port ${port}: ${reason}. Set PORT or HOST to another.`,
    ])
  }
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
