/** Streams that the bench has measured are whole and the same, or it fails. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { checkStream } from './agreement/streams.js'

const folder = mkdtempSync(join(tmpdir(), 'olshem-streams-'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function written(name: string, ...lines: readonly unknown[]): string {
  const file = join(folder, name)
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return file
}

const BODY = { id: 'b1', outputs: { A: 1 } }
const END = { end: true, bodies: 1, errors: 0, sha256: 'one' }

describe('streams of several runs', () => {
  it('are accepted where all end with the same hash', () => {
    const files = ['a', 'b'].map((name) => written(name, {}, BODY, END))
    expect(() => checkStream(files, 1)).not.toThrow()
  })

  it('are refused where one has no last line', () => {
    const files = [written('whole', {}, BODY, END), written('cut', {}, BODY)]
    expect(() => checkStream(files, 1)).toThrow(/cut should end with 1 bodies/)
  })

  it('are refused where a body was lost or had errors', () => {
    const lost = written('lost', {}, { ...END, bodies: 0 })
    expect(() => checkStream([lost], 1)).toThrow(/lost should end/)
    const broken = written('broken', {}, { ...END, errors: 1 })
    expect(() => checkStream([broken], 1)).toThrow(/no errors/)
  })

  it('are refused where they differ', () => {
    const files = [
      written('first', {}, BODY, END),
      written('second', {}, BODY, { ...END, sha256: 'two' }),
    ]
    expect(() => checkStream(files, 1)).toThrow(
      /should be the same: .*one, two/,
    )
  })
})
