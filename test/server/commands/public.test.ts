/** What the commands write for everybody: `--public`, and what they say of restricted inputs. */
import { describe, expect, it } from 'vitest'

import {
  RESTRICTED_BEFORE,
  RESTRICTED_BODIES,
  restrictedText,
  tracesIn,
} from '../../helpers/restricted.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'
import { run } from './run-in-memory.js'
import { tiny, tinyFolder } from './tiny-methodology.js'

async function folderWith(text: string): Promise<string> {
  return temporaryData({
    'secret.yaml': text,
    'data.json': JSON.stringify({ year: 2020, bodies: RESTRICTED_BODIES }),
    'before.json': JSON.stringify({ year: 2019, bodies: RESTRICTED_BEFORE }),
  })
}

async function ask(command: string, ...options: readonly string[]) {
  const folder = await folderWith(restrictedText())
  return run([
    ...[command, `${folder}/secret.yaml`, '--year', '2020'],
    ...['--data', `${folder}/data.json`, '--previous', `${folder}/before.json`],
    ...options,
  ])
}

describe('with --public', () => {
  it.each([['--json'], ['--csv'], ['--table']])(
    'score %s writes no restricted value, not even as a warning',
    async (form) => {
      const { status, out, err } = await ask('score', form, '--public')
      expect(status).toBe(0)
      expect(tracesIn(out + err)).toEqual([])
      expect(out).toContain('restricted')
      const all = await ask('score', form)
      expect(tracesIn(all.out)).not.toEqual([])
    },
  )

  it('explain names the figure and what it depends on', async () => {
    const { out } = await ask(
      ...['explain', '--body', 'b1', '--of', 'double', '--public'],
    )
    expect(tracesIn(out)).toEqual([])
    expect(out).toContain('restricted (depends on restricted inputs: income)')
  })

  it('sensitivity refuses rankings with restricted inputs behind them', async () => {
    const { status, err } = await ask('sensitivity', '--public')
    expect(status).toBe(1)
    expect(err).toContain('cannot be published of total')
  })

  it('nothing is kept for a replay', async () => {
    const { status, err } = await ask(
      'score',
      '--public',
      '--store',
      '/nowhere',
    )
    expect(status).toBe(2)
    expect(err).toContain('--store cannot be used with --public')
  })
})

describe('a file with restricted inputs', () => {
  it('is checked for releases that tell too much, which is a warning', async () => {
    const folder = await folderWith(restrictedText('released: [double]'))
    const { status, out } = await run(['check', `${folder}/secret.yaml`])
    expect(status).toBe(0)
    expect(out).toContain('RELEASE_SOLVABLE "double" is released')
    expect(out).toContain('No mistakes found. 1 warning.')
  })

  it('gives restricted values in invented examples alone', async () => {
    const text = tiny().replace('a: { under', 'a: { restricted: true, under')
    const folder = await folderWith(text)
    const { status, out } = await run(['check', `${folder}/secret.yaml`])
    expect(status).toBe(1)
    expect(out).toContain('source: hand with values of a')
    const mended = text.replace('source: hand', 'source: invented')
    const other = await folderWith(mended)
    expect((await run(['check', `${other}/secret.yaml`])).status).toBe(0)
  })

  it('differs in meaning from one without', async () => {
    const later = tiny({ version: '2023' }).replace(
      'a: { under',
      'a: { restricted: true, under',
    )
    const files = { 'tiny/2020.yaml': tiny(), 'tiny/2023.yaml': later }
    const { rules } = await tinyFolder({}, files)
    const { out } = await run([
      ...['diff', 'tiny@2020', 'tiny@2023', '--rules', rules],
    ])
    expect(out).toContain('a: restricted (paragraph 1): added: is true')
  })

  it('has forms that mark the columns', async () => {
    const folder = await folderWith(restrictedText())
    const { out } = await run([
      ...['template', `${folder}/secret.yaml`, '--format', 'csv'],
      ...['--output', `${folder}/form`],
    ])
    expect(out).toContain('inputs.md')
    const { readFile } = await import('node:fs/promises')
    const list = await readFile(`${folder}/form/inputs.md`, 'utf8')
    expect(list).toMatch(/`income`.*\*\*restricted\*\*/)
  })
})
