/** The log of the server: a line of JSON for each event, without bodies or secrets. */
import { pino, stdSerializers, type Logger } from 'pino'

import type { LogLevel } from '../configuration/configuration.js'
import type { Io } from '../io.js'

export function openLog(level: LogLevel, { out }: Pick<Io, 'out'>): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      // Headers may hold a key, and addresses who asked: neither is logged.
      serializers: {
        req: () => undefined,
        res: () => undefined,
        err: stdSerializers.err,
      },
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line) => void out.write(line) },
  )
}
