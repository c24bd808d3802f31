import { expect, it } from 'vitest'

import { referenceText, SCHEMA } from '../../../engine/index.js'
import { run } from './run-in-memory.js'

it('prints the reference that the engine generates', async () => {
  const { status, out } = await run(['reference'])
  expect(status).toBe(0)
  expect(out.trimEnd()).toBe(referenceText().trimEnd())
})

it('prints the JSON Schema of methodology files', async () => {
  const { status, out } = await run(['schema'])
  expect(status).toBe(0)
  expect(JSON.parse(out)).toEqual(SCHEMA)
})
