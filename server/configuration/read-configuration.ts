/** The environment -> a checked configuration, or every mistake of it at once. */
import { closest } from '../../engine/index.js'
import type { Io } from '../io.js'
import { Refusal } from '../refusal.js'
import type { Configuration } from './configuration.js'
import { isLoopback } from './loopback.js'
import { SETTINGS, type Settings } from './settings.js'

/** Variables of the command line, which a server need not read. */
const OF_THE_COMMAND_LINE = [
  'OLSHEM_DEBUG',
  'OLSHEM_STORE',
  'OLSHEM_SIGNING_KEY',
]

/**
 * @param rules - what `--rules` said, which counts before OLSHEM_RULES
 * @throws Refusal with a line for each mistake
 */
export function readConfiguration(
  environment: Io['environment'],
  rules?: string,
): Configuration {
  const mistakes = findUnknown(environment)
  const read = <Key extends keyof Configuration>(
    key: Key,
  ): Configuration[Key] => {
    const setting = SETTINGS[key]
    const text = environment[setting.name] ?? ''
    if (text === '') return setting.byDefault()
    const found = setting.read(text)
    if ('value' in found) return found.value
    mistakes.push(`${setting.name} ${received(key, text)}: ${found.mistake}.`)
    return setting.byDefault()
  }
  const configuration: Configuration = {
    port: read('port'),
    host: read('host'),
    publicUrl: read('publicUrl'),
    trustedProxies: read('trustedProxies'),
    rateLimit: read('rateLimit'),
    rules: rules ?? read('rules'),
    data: read('data'),
    databaseUrl: read('databaseUrl'),
    bodyLimit: read('bodyLimit'),
    logLevel: read('logLevel'),
    timeZone: read('timeZone'),
    keepJobsDays: read('keepJobsDays'),
  }
  mistakes.push(...findOpen(configuration))
  if (mistakes.length > 0) throw new Refusal(mistakes)
  return configuration
}

/** The text, unless it may hold a password. */
function received(key: keyof Settings, text: string): string {
  return key === 'databaseUrl' ? 'cannot be read' : `is ${JSON.stringify(text)}`
}

/** A misspelt name would be a setting that does nothing. */
function findUnknown(environment: Io['environment']): string[] {
  const names = [
    ...Object.values(SETTINGS).map(({ name }) => name),
    ...OF_THE_COMMAND_LINE,
  ]
  return Object.keys(environment)
    .filter((name) => name.startsWith('OLSHEM_') && !names.includes(name))
    .filter((name) => !name.startsWith('OLSHEM_TEST_'))
    .map((name) => {
      const near = closest(name, names)
      const asked = near === undefined ? '' : ` Did you mean ${near}?`
      return `${name} is not a setting.${asked}`
    })
}

/** Who may be reached how is settled by `refuseOpenAddress`, which knows whether there are users. */
function findOpen({
  publicUrl,
  trustedProxies,
}: Configuration): readonly string[] {
  const mistakes: string[] = []
  const isOpen = publicUrl?.protocol === 'http:'
  if (isOpen && !isLoopback(publicUrl.hostname)) {
    mistakes.push(
      `PUBLIC_URL is "${publicUrl.origin}": outside of this machine the server is reached over https only.`,
    )
  }
  if (trustedProxies.length > 0 && publicUrl === null) {
    mistakes.push(
      'OLSHEM_TRUSTED_PROXIES is set, and PUBLIC_URL is not: say where others reach the server through the proxy.',
    )
  }
  return mistakes
}
