/** Writes invented bodies as NDJSON to stdout: `vite-node` or a build of it, and a number. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { goalsLines } from '../helpers/goals-bodies.js'

const count = Number(process.argv[2] ?? 1000)
await pipeline(Readable.from(goalsLines(count)), process.stdout)
