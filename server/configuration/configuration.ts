/** How a server is set up, every choice made: what the environment said, checked. */
export interface Configuration {
  readonly port: number
  /** The address that the server listens on. */
  readonly host: string
  /** Where others reach the server; null: at `host` and `port`. */
  readonly publicUrl: URL | null
  /** Addresses of proxies that are believed about where a request came from. */
  readonly trustedProxies: readonly string[]
  /** Most requests in a minute, of one user or key; without these of one address. */
  readonly rateLimit: number
  /** Folder of the methodology files. */
  readonly rules: string
  /** Folder of the server's own files. */
  readonly data: string
  /** PostgreSQL; null: a SQLite file in `data`. */
  readonly databaseUrl: URL | null
  /** Of a request, in bytes. */
  readonly bodyLimit: number
  readonly logLevel: LogLevel
  /** Civil dates are of this time zone (IANA). */
  readonly timeZone: string
  /** Days after their end; null: for ever. Runs and the audit log are never deleted. */
  readonly keepJobsDays: number | null
}

export const LOG_LEVELS = [
  'trace',
  'debug',
  'info',
  'warn',
  'error',
  'fatal',
  'silent',
] as const

export type LogLevel = (typeof LOG_LEVELS)[number]
