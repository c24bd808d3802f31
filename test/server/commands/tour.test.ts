import { expect, it } from 'vitest'

import { run } from './run-in-memory.js'

it('scores the shipped table, says how much more there is, and explains Kazakhstan', async () => {
  const { status, out } = await run(['tour'])
  expect(status).toBe(0)
  // Human Development Report 2021/22, table 1: Switzerland 0.962, Kazakhstan 0.811.
  expect(out).toMatch(/ 1 {2}CHE {2}Switzerland +0\.962 /)
  expect(out).toMatch(/the top of the table; \d+ more lines follow/)
  expect(out).toMatch(/^hdi = 0\.811 /m)
})
