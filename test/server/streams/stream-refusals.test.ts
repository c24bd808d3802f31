import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { run } from '../commands/run-in-memory.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const rules = ['--rules', `${root}rules`]

describe('what cannot be streamed', () => {
  it('is a methodology whose figures look at all bodies, with the lines that do', async () => {
    const file = `${root}test/fixtures/composite-indices/perceptions.yaml`
    const asked = [
      'score',
      file,
      '--year',
      '2024',
      '--data',
      'x.ndjson',
      '--ndjson',
      ...rules,
    ]
    const { status, out, err } = await run(asked)
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain('cannot be scored body by body')
    expect(err).toContain('Score it without --ndjson')
    expect(err).toMatch(/perceptions\.yaml:\d+ /)
  })

  it('is a methodology with a register, and says why', async () => {
    const asked = [
      'score',
      'kz-unified-rating',
      '--year',
      '2025',
      '--data',
      'x.csv',
    ]
    const { status, err } = await run([...asked, '--ndjson', ...rules])
    expect(status).toBe(1)
    expect(err).toContain('takes its bodies from the register "kz-bodies"')
  })

  it.each([
    { args: ['--data', 'x.json'], says: '--ndjson reads ".ndjson"', status: 1 },
    {
      args: ['--data', 'no-such.ndjson'],
      says: 'there is no such file',
      status: 1,
    },
    {
      args: ['--data', 'rules', '--format', 'csv'],
      says: 'is a folder',
      status: 1,
    },
    {
      args: ['--data', 'x.ndjson', '--store', 's'],
      says: '--store cannot be used with --ndjson',
      status: 2,
    },
    {
      args: ['--data', 'x.ndjson', '--json'],
      says: 'cannot be used with',
      status: 2,
    },
    {
      args: ['--data', 'x.ndjson', '--workers', '0'],
      says: '1 or more',
      status: 2,
    },
    {
      args: ['--data', 'x.ndjson', '--register', 'r.csv'],
      says: 'names no register of bodies',
      status: 1,
    },
  ])('says so: $args', async ({ args, says, status }) => {
    const asked = ['score', 'kz-goals', '--year', '2012', '--ndjson']
    const found = await run([...asked, ...args, ...rules])
    expect(found).toMatchObject({ status, out: '' })
    expect(found.err).toContain(says)
  })

  it('needs the option where an option of it is given', async () => {
    const asked = ['score', 'kz-goals', '--year', '2012', '--data']
    expect(await run([...asked, '-'])).toMatchObject({ status: 2 })
    const { err } = await run([...asked, 'x.csv', '--workers', '2'])
    expect(err).toContain('--workers needs --ndjson')
  })
})
