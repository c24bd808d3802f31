/** Writes invented bodies as NDJSON to stdout: `vite-node` or a build of it, and a number. */
import { once } from 'node:events'

import { goalsBody } from '../helpers/goals-bodies.js'

const count = Number(process.argv[2] ?? 1000)
for (let start = 0; start < count; start += 500) {
  const lines = Array.from(
    { length: Math.min(500, count - start) },
    (_, index) => `${JSON.stringify(goalsBody(start + index))}\n`,
  )
  if (!process.stdout.write(lines.join(''))) {
    await once(process.stdout, 'drain')
  }
}
