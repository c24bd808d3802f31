import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { damage, type Slip } from './damage.js'
import { findProblems, linesAndCodes } from './find-problems.js'

const ROOT = join(import.meta.dirname, '../../..')

/** Keeps a few examples, so that hundreds of damaged files are read quickly. */
function withFewExamples(text: string, titles: readonly string[]): string {
  const from = text.indexOf('\nexamples:\n')
  const to = text.indexOf('\ntexts:\n')
  const [head = '', ...examples] = text
    .slice(from, to)
    .split(/\n(?= {2}- title: )/)
  const kept = examples.filter((example) =>
    titles.some((title) => example.includes(title)),
  )
  return text.slice(0, from) + [head, ...kept].join('\n') + text.slice(to)
}

const files = [
  {
    id: 'kz-goals-2012',
    path: 'rules/kz-goals/2012.yaml',
    titles: [
      'Central body with all three criteria',
      'Local body, the performance coefficient is a factor',
      'Risks of a local body',
      'The plan is the mean over its sectors',
      'Two unreliable facts lose nothing',
    ],
  },
  {
    id: 'hdi-2014',
    path: 'rules/hdi/2014.yaml',
    titles: [
      'All countries of 2021',
      'Kazakhstan in 2021',
      'The geometric mean of exact indices',
      'Countries with equal rounded values',
    ],
  },
]

describe.each(files)('one slip of the pen in $id', ({ id, path, titles }) => {
  const file = join(ROOT, path)
  const sound = withFewExamples(readFileSync(file, 'utf8'), titles)
  const slips = JSON.parse(
    readFileSync(join(ROOT, `test/fixtures/invalid/slips/${id}.json`), 'utf8'),
  ) as readonly Slip[]

  it('is a change of a file without mistakes', async () => {
    expect(await findProblems(file, sound)).toEqual([])
  })

  it.each(slips)('$write is one message, $code', async (slip) => {
    const { text, expected } = damage(sound, [slip])

    expect(linesAndCodes(await findProblems(file, text))).toEqual(expected)
  })
})
