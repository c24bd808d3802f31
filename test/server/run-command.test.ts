import { describe, expect, it } from 'vitest'

import { runCommand } from '../../server/run-command.js'
import { memorySink, run } from './commands/run-in-memory.js'

describe('wrong usage', () => {
  it.each([
    { args: [], says: 'Usage: olshem' },
    { args: ['scoer'], says: 'Did you mean score?' },
    { args: ['list', '--yaer', '2021'], says: 'Did you mean --year?' },
    { args: ['list', '--year', '20x1'], says: 'A year is a whole number' },
    { args: ['list', '--year', '0'], says: 'A year is a whole number' },
    { args: ['list', 'extra'], says: 'too many arguments' },
    { args: ['score'], says: "'--year <year>' not specified" },
    { args: ['score', 'hdi', '--year', '2021'], says: "'--data <path>'" },
    { args: ['score', 'hdi', '--data', 'x'], says: "'--year <year>'" },
    {
      args: ['score', 'hdi', '--year', '1', '--data', 'x', '--json', '--csv'],
      says: 'cannot be used with',
    },
    {
      args: ['explain', 'hdi', '--year', '2021', '--data', 'x'],
      says: "'--body <id>'",
    },
  ])('exits with 2 and says what is wrong: $args', async ({ args, says }) => {
    const { status, out, err } = await run(args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(says)
  })
})

describe('help', () => {
  it('is no mistake, and shows examples', async () => {
    for (const args of [['--help'], ['score', '--help'], ['help', 'check']]) {
      const { status, out, err } = await run(args)
      expect({ status, err }).toEqual({ status: 0, err: '' })
      expect(out).toMatch(/^Usage: olshem[^]*\bolshem (score|check) /)
    }
  })

  it('lists every command, and says of each the same wherever it is asked', async () => {
    const { out } = await run(['--help'])
    const names = [...out.matchAll(/^ {2}([a-z][a-z-]*) .*\S/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !['olshem', 'help'].includes(name))
    expect(names.join(' ')).toBe(
      'list show diff template score explain sensitivity check replay verify test lock reference schema serve config user key audit export-rules backup restore tour',
    )
    for (const name of names) {
      const asked = await run([name, '--help'])
      expect(asked).toEqual(await run(['help', name]))
      expect(asked).toEqual(await run(['--rules', 'x', name, '--help']))
    }
  })

  it('has the version', async () => {
    const { status, out } = await run(['--version'])
    expect(status).toBe(0)
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('an error of the program itself', () => {
  async function fail(environment: Readonly<Record<string, string>>) {
    const err = memorySink()
    const status = await runCommand(['schema'], {
      out: {
        ...memorySink(),
        write: () => Promise.reject(new Error('the disk is full\nat once')),
      },
      err,
      environment,
      input: () => process.stdin,
      interruption: () => new AbortController().signal,
      ending: () => new AbortController().signal,
      programs: new URL('file:///no-programs/'),
    })
    return { status, text: err.text() }
  }

  it('is one line and status 70', async () => {
    expect(await fail({})).toEqual({
      status: 70,
      text: 'olshem: unexpected error: the disk is full (OLSHEM_DEBUG=1 shows where)\n',
    })
  })

  it('shows where when it is asked to', async () => {
    const { text } = await fail({ OLSHEM_DEBUG: '1' })
    expect(text).toMatch(/at once\n +at /)
  })
})
