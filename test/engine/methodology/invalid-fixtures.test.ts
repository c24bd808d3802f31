import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { MESSAGES } from '../../../engine/index.js'
import { findProblems } from './find-problems.js'
import { INVALID_WORDS } from './invalid-words.js'

const FOLDER = join(import.meta.dirname, '../../fixtures/invalid')

/** Codes that one file cannot show; the tests named here do. */
const ELSEWHERE = {
  FILE_ENCODING: 'test/server/catalogue',
  FILE_UNREADABLE: 'test/server/catalogue',
  EACH_TOO_LARGE: 'test/engine/methodology/each.test.ts',
  FILE_TOO_LARGE: 'test/engine/source/hostile-yaml.test.ts',
  VERSION_CHANGED: 'test/server/commands/lock.test.ts',
  LOCKED_FILE_MISSING: 'test/server/commands/lock.test.ts',
  VERSION_DUPLICATE: 'test/engine/catalogue/version-problems.test.ts',
  REGISTER_NOT_USABLE: 'test/server/registers/check-register.test.ts',
  YEARS_OVERLAP: 'test/engine/catalogue/version-problems.test.ts',
}

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    return { name: name.slice(0, -'.yaml'.length), text }
  })

describe('a file with one mistake', () => {
  it.each(files)('$name is told once, at its line', async ({ name, text }) => {
    const problems = await findProblems(join(FOLDER, name), text)

    expect(
      problems.map(({ line, code, message }) => ({ line, code, message })),
    ).toEqual([
      {
        line: markedLine(text),
        code: codeOf(name),
        message: expect.any(String) as unknown,
      },
    ])
    for (const words of INVALID_WORDS[name] ?? ['(no words listed)']) {
      expect(problems[0]?.message).toContain(words)
    }
  })

  it('exists for every code of the table', () => {
    const shown = new Set(files.map(({ name }) => codeOf(name)))
    const all = Object.keys(MESSAGES).sort()

    expect([...shown, ...Object.keys(ELSEWHERE)].sort()).toEqual(all)
  })
})

/** `unknown-name.in-condition` -> `UNKNOWN_NAME`. */
function codeOf(name: string): string {
  return (name.split('.')[0] ?? '').replaceAll('-', '_').toUpperCase()
}

/** The line that says `# <- here`, or the one that the first line names. */
function markedLine(text: string): number {
  const named = /^# line: (\d+)/.exec(text)?.[1]
  return named === undefined
    ? text.split('\n').findIndex((line) => line.includes('# <- here')) + 1
    : Number(named)
}
