import { describe, expect, it } from 'vitest'

import { run } from './run-in-memory.js'
import { tinyFolder } from './tiny-methodology.js'

async function explain(options: readonly string[]) {
  const data = { 'data.csv': 'id,name,a,b\nm1,Қаржы,1,2\nm2,Білім,1,\n' }
  const { rules, folder } = await tinyFolder(data)
  const asked = ['--year', '2021', '--data', `${folder}/data.csv`]
  return run(['explain', 'tiny', ...asked, '--rules', rules, ...options])
}

describe('olshem explain', () => {
  it('shows the total down to the cells of the file', async () => {
    const { status, out } = await explain(['--body', 'm1'])
    expect(status).toBe(0)
    expect(out).toMatch(/total = 3/)
    expect(out).toMatch(/data\.csv:2, column a/)
  })

  it('shows the figure that is asked for', async () => {
    const { out } = await explain(['--body', 'm1', '--of', 'score(b)'])
    expect(out).toMatch(/score\(b\) = 2/)
    expect(out).not.toContain('column a')
  })

  it('prints the same as JSON', async () => {
    const { out } = await explain(['--body', 'm1', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      methodology: { id: 'tiny', version: '2020' },
      year: 2021,
      body: { id: 'm1', name: 'Қаржы' },
      of: 'total',
    })
  })

  it('explains why a body has no score', async () => {
    const { status, out } = await explain(['--body', 'm2'])
    expect(status).toBe(0)
    expect(out).toContain('not given in the data')
  })

  it('names the bodies that there are for one that is not', async () => {
    const { status, err } = await explain(['--body', 'm3'])
    expect(status).toBe(1)
    expect(err).toContain('No body of the data has the id "m3".')
    expect(err).toContain('m1, m2')
  })

  it('names the figures that there are for one that is not', async () => {
    const { status, err } = await explain(['--body', 'm1', '--of', 'totl'])
    expect(status).toBe(1)
    expect(err).toContain('"totl" is not a figure')
    expect(err).toContain('Did you mean "total"?')
  })
})
