import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

import { run } from './run-in-memory.js'
import { tiny, tinyFolder } from './tiny-methodology.js'

describe('olshem show', () => {
  it('prints the file as it is', async () => {
    const { rules } = await tinyFolder()
    const { status, out } = await run(['show', 'tiny@2020', '--rules', rules])
    expect(status).toBe(0)
    expect(out).toBe(tiny())
  })

  it('writes out what is not said', async () => {
    const { rules } = await tinyFolder()
    const { out } = await run(['show', 'tiny', '--full', '--rules', rules])
    expect(out).toContain('missing_child: node-missing')
    expect(out).toContain('ties: competition')
  })

  it('prints a full form that can be checked and scored', async () => {
    const { rules, folder } = await tinyFolder()
    const file = `${folder}/full.yaml`
    await run(['show', 'tiny', '--full', '--output', file, '--rules', rules])
    expect(await readFile(file, 'utf8')).toContain('outputs: [total]')
    expect((await run(['test', file, '--rules', rules])).status).toBe(0)
  })

  it('prints a file with mistakes, and has no full form of it', async () => {
    const { rules, folder } = await tinyFolder()
    const file = `${folder}/broken.yaml`
    await writeFile(file, `${tiny()}nonsense: 1\n`)
    const shown = await run(['show', file, '--rules', rules])
    expect([shown.status, shown.out]).toEqual([0, `${tiny()}nonsense: 1\n`])
    const full = await run(['show', file, '--full', '--rules', rules])
    expect([full.status, full.out]).toEqual([1, ''])
    expect(full.err).toContain('UNKNOWN_KEY')
  })

  it('asks for a version where there are several', async () => {
    const { rules } = await tinyFolder({}, twoVersions())
    const { status, err } = await run(['show', 'tiny', '--rules', rules])
    expect(status).toBe(1)
    expect(err).toContain(
      '"tiny" has 2 versions: tiny@2020, tiny@2023. Name the one that is meant.',
    )
  })

  it('shows control characters on a screen instead of obeying them', async () => {
    const { rules, folder } = await tinyFolder()
    await writeFile(`${folder}/odd.yaml`, '# \u001b[2J\n')
    const args = ['show', `${folder}/odd.yaml`, '--rules', rules]
    const { out } = await run(args, { isTerminal: true })
    expect(out).toBe('# \\u{001b}[2J\n')
    expect((await run(args)).out).toBe('# \u001b[2J\n')
  })
})

function twoVersions() {
  return {
    'tiny/2020.yaml': tiny(),
    'tiny/2023.yaml': tiny({ version: '2023', years: '{ from: 2023 }' }),
  }
}
