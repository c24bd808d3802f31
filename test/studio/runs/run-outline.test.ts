/** Which figures are the blocks of a total, and how rankings are called, from the rules themselves. */
import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../../engine/index.js'
import { figureColumns } from '../../../studio/features/runs/result-columns.js'
import {
  outlineOf,
  type RunOutline,
} from '../../../studio/features/runs/run-outline.js'
import { inventedResult, scoredBody } from './invented-result.js'

async function outlineOfFile(name: string): Promise<RunOutline> {
  const text = await readFile(`rules/${name}.yaml`, 'utf8')
  const { methodology } = loadMethodology(name, text)
  if (!methodology) throw new Error(`${name} has mistakes`)
  return outlineOf(methodology)
}

describe('the outline of a methodology', () => {
  it('has the blocks of the unified rating, in the order of the act', async () => {
    const { total, blocks } = await outlineOfFile('kz-unified-rating/2025')
    expect(total).toBe('total')
    expect(blocks).toEqual(['goals', 'interaction', 'orgdev'])
  })

  it('has titles of rankings that are repeated for the rows of a table', async () => {
    const { rankings } = await outlineOfFile('kz-unified-rating/2025')
    expect(rankings.get('goals-central')).toEqual({
      title: {
        en: 'Achievement of goals: central bodies',
        kk: 'Мақсаттарға қол жеткізу: орталық органдар',
        ru: 'Достижение целей: центральные органы',
      },
      output: 'goals',
    })
  })
})

describe('the columns of a table', () => {
  const exact = {
    goals: '1',
    interaction: '2',
    orgdev: '3',
    total: '4',
    x: '5',
  }
  const result = inventedResult([scoredBody('a', '4', { exact })])
  const names = (columns: readonly { readonly output: string }[]) =>
    columns.map(({ output }) => output)

  it('begin with the figure that is ranked, then total and blocks', async () => {
    const outline = await outlineOfFile('kz-unified-rating/2025')
    const { shown, further } = figureColumns(result, outline, 'orgdev-local')
    expect(names(shown)).toEqual(['orgdev', 'total', 'goals', 'interaction'])
    expect(names(further)).toEqual(['x'])
  })

  it('are all figures where the rules are not known', () => {
    const { shown, further } = figureColumns(result, null, 'orgdev-local')
    expect(names(shown)).toEqual(Object.keys(exact))
    expect(further).toEqual([])
  })
})
