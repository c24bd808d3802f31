/**
 * Every variable of the environment that a server reads: its default, how its
 * text is read, and how it is shown. A variable that is empty counts as not set.
 */
import { isIP } from 'node:net'

import { ownRulesFolder } from '../catalogue/rules-folder.js'
import { LOG_LEVELS, type Configuration } from './configuration.js'

/** A value, or what is wrong with the text, as the end of `NAME is "text": ...`. */
export type Read<Value> =
  { readonly value: Value } | { readonly mistake: string }

export interface SettingOf<Value> {
  readonly name: string
  readonly means: string
  readonly byDefault: () => Value
  readonly read: (text: string) => Read<Value>
  /** As people may see it: without passwords. */
  readonly shown: (value: Value) => string
}

export type Settings = {
  readonly [Key in keyof Configuration]: SettingOf<Configuration[Key]>
}

const MEBIBYTE = 1024 * 1024

export const SETTINGS: Settings = {
  port: {
    name: 'PORT',
    means: 'the port; 0: any that is free',
    byDefault: () => 3000,
    read: (text) => wholeNumber(text, 0, 65_535),
    shown: String,
  },
  host: {
    name: 'HOST',
    means: 'the address that is listened on',
    byDefault: () => '127.0.0.1',
    read: (text) =>
      /^[A-Za-z0-9.:-]+$/.test(text)
        ? { value: text }
        : { mistake: 'write an address such as 127.0.0.1 or ::1' },
    shown: String,
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    means: 'where others reach the server, behind a proxy',
    byDefault: () => null,
    read: readPublicUrl,
    shown: (url) => url?.origin ?? '(none)',
  },
  trustedProxies: {
    name: 'OLSHEM_TRUSTED_PROXIES',
    means: 'proxies whose X-Forwarded-For is believed: addresses, with commas',
    byDefault: () => [],
    read: readAddresses,
    shown: (addresses) => addresses.join(',') || '(none)',
  },
  rateLimit: {
    name: 'OLSHEM_RATE_LIMIT',
    means: 'most requests in a minute, of a user, a key, or else an address',
    byDefault: () => 6000,
    read: (text) => wholeNumber(text, 1, 1_000_000_000),
    shown: String,
  },
  rules: {
    name: 'OLSHEM_RULES',
    means: 'folder of the methodology files',
    byDefault: ownRulesFolder,
    read: (text) => ({ value: text }),
    shown: String,
  },
  data: {
    name: 'OLSHEM_DATA',
    means: "folder of the server's own files",
    byDefault: () => 'data',
    read: (text) => ({ value: text }),
    shown: String,
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    means: 'a PostgreSQL database; without it a SQLite file in OLSHEM_DATA',
    byDefault: () => null,
    read: readDatabaseUrl,
    shown: (url) => (url ? withoutSecrets(url) : '(none: SQLite)'),
  },
  bodyLimit: {
    name: 'OLSHEM_BODY_LIMIT',
    means: 'most bytes of a request; KiB or MiB may stand after the number',
    byDefault: () => 64 * MEBIBYTE,
    read: readBytes,
    shown: (bytes) => `${bytes} bytes`,
  },
  logLevel: {
    name: 'OLSHEM_LOG_LEVEL',
    means: `what is logged: ${LOG_LEVELS.join(', ')}`,
    byDefault: () => 'info',
    read: (text) => {
      const level = LOG_LEVELS.find((each) => each === text)
      return level
        ? { value: level }
        : { mistake: `write one of ${LOG_LEVELS.join(', ')}` }
    },
    shown: String,
  },
  timeZone: {
    name: 'OLSHEM_TIME_ZONE',
    means: 'the time zone of civil dates',
    byDefault: () => 'Asia/Almaty',
    read: readTimeZone,
    shown: String,
  },
  keepJobsDays: {
    name: 'OLSHEM_KEEP_JOBS_DAYS',
    means:
      'days after which ended jobs are deleted; runs and the log never are',
    byDefault: () => null,
    read: (text) => wholeNumber(text, 1, 36_500),
    shown: (days) => (days === null ? '(for ever)' : String(days)),
  },
}

function wholeNumber(text: string, least: number, most: number): Read<number> {
  const value = Number(text)
  return /^\d{1,12}$/.test(text) && value >= least && value <= most
    ? { value }
    : { mistake: `write a whole number from ${least} to ${most}` }
}

function readBytes(text: string): Read<number> {
  const [, digits = '', unit = ''] = /^(\d{1,9}) ?(KiB|MiB)?$/.exec(text) ?? []
  const factor = unit === 'MiB' ? MEBIBYTE : unit === 'KiB' ? 1024 : 1
  const value = Number(digits) * factor
  return digits !== '' && value >= 1024 && value <= 256 * MEBIBYTE
    ? { value }
    : { mistake: 'write bytes from 1 KiB to 256 MiB, such as 64 MiB' }
}

function readAddresses(text: string): Read<readonly string[]> {
  const addresses = text.split(',').map((each) => each.trim())
  return addresses.every(isNetwork)
    ? { value: addresses }
    : { mistake: 'write addresses such as 10.0.0.5 or networks as 10.0.0.0/24' }
}

function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const version = isIP(address)
  if (bits === undefined) return version !== 0
  // A network of everybody would believe everybody.
  return (
    version !== 0 &&
    Number(bits) >= 1 &&
    Number(bits) <= 8 * (version === 4 ? 4 : 16)
  )
}

function readTimeZone(text: string): Read<string> {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return { value: text }
  } catch {
    return { mistake: 'write a name of the IANA list, such as Asia/Almaty' }
  }
}

function readPublicUrl(text: string): Read<URL> {
  const url = urlOf(text)
  const isOrigin = url !== null && `${url.origin}/` === url.href
  return isOrigin && /^https?:$/.test(url.protocol)
    ? { value: url }
    : { mistake: 'write an origin such as https://rating.example' }
}

function readDatabaseUrl(text: string): Read<URL> {
  const url = urlOf(text)
  return url !== null && /^postgres(ql)?:$/.test(url.protocol)
    ? { value: url }
    : { mistake: 'write postgres://USER:PASSWORD@HOST:PORT/DATABASE' }
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

/** Who and where, but neither the password nor the parameters, which may hold one. */
function withoutSecrets(url: URL): string {
  const user = url.username === '' ? '' : `${url.username}@`
  return `${url.protocol}//${user}${url.host}${url.pathname}`
}
