import { describe, expect, it } from 'vitest'

import { findVersionProblems, loadMethodology } from '../../../engine/index.js'
import { withHeader } from '../../helpers/methodology.js'

interface Version {
  readonly id?: string
  readonly version: string
  readonly years: string
  readonly edition?: string
  readonly supersedes?: string
  readonly status?: string
}

/** Problems of versions in files named after them, as `b.yaml:3 CODE`. */
function said(...versions: readonly Version[]) {
  const loaded = versions.map(
    ({ id, version, years, edition, supersedes, status }, at) => {
      const file = `${'abc'.charAt(at)}.yaml`
      const text = withHeader(`
    methodology: ${id ?? 'example'}
    version: ${JSON.stringify(version)}
    status: ${status ?? 'published'}
    years: ${years}
    ${edition === undefined ? '' : `edition: ${edition}`}
    ${supersedes === undefined ? '' : `supersedes: "${supersedes}"`}
    computed: { y: { formula: 1 } }
    outputs: [y]
    total: y`)
      const { methodology, problems } = loadMethodology(file, text)
      if (!methodology) throw new Error(JSON.stringify(problems))
      return methodology
    },
  )
  return findVersionProblems([...loaded].reverse())
}

describe('versions of one methodology', () => {
  it('share no year', () => {
    const problems = said(
      { version: '1', years: '{ from: 2010, to: 2012 }' },
      { version: '2', years: '{ from: 2012, to: 2014 }' },
    )

    expect(problems).toMatchObject([
      {
        file: 'b.yaml',
        line: expect.any(Number) as number,
        code: 'YEARS_OVERLAP',
      },
    ])
    expect(problems[0]?.message).toContain('Version 1 covers 2012 too')
    expect(problems[0]?.message).toContain('name different editions')
  })

  it.each([
    ['{ from: 2010 }', '{ from: 2012 }', 'from 2012'],
    ['{ from: 2010, to: 2011 }', '{ from: 2005 }', '2010-2011'],
    ['[2010, 2012, 2014]', '{ from: 2011, to: 2013 }', '2012'],
    ['{ from: 2011, to: 2013 }', '[2010, 2012, 2013]', '2012, 2013'],
    ['[2010, 2012]', '[2012, 2010]', '2010, 2012'],
  ])('%s and %s share %s', (first, second, years) => {
    const [only] = said(
      { version: '1', years: first },
      { version: '2', years: second },
    )
    expect(only?.message).toContain(`covers ${years} too`)
  })

  it('may leave a gap, and follow each other', () => {
    expect(
      said(
        { version: '1', years: '{ from: 1975, to: 2007 }' },
        { version: '2', years: '{ from: 2008, to: 2010 }' },
        { version: '3', years: '{ from: 2013 }' },
      ),
    ).toEqual([])
  })

  it('may replace one without a last year, which is published and cannot be changed', () => {
    const years = '{ from: 2010 }'
    const next = { version: '2', years: '{ from: 2012 }' }
    expect(said({ version: '1', years }, { ...next, supersedes: '1' })).toEqual(
      [],
    )
    const overlaps = [
      said({ version: '1', years }, { ...next, supersedes: '0' }),
      said({ version: '1', years }, { version: '2', years, supersedes: '1' }),
      said(
        { version: '1', years: '{ from: 2010, to: 2014 }' },
        { ...next, supersedes: '1' },
      ),
    ]
    expect(overlaps.map(([only]) => only?.code)).toEqual(
      overlaps.map(() => 'YEARS_OVERLAP'),
    )
  })

  it('may share years as different editions, as drafts, or under another id', () => {
    const years = '{ from: 2010 }'
    expect(
      said(
        { version: '1', years, edition: 'first' },
        { version: '2', years, edition: 'second' },
        { version: '3', years, status: 'draft' },
      ),
    ).toEqual([])
    expect(
      said({ version: '1', years }, { id: 'other', version: '1', years }),
    ).toEqual([])
  })

  it('are told apart by their names', () => {
    const problems = said(
      { version: '1', years: '{ from: 2010, to: 2010 }' },
      { version: '1', years: '{ from: 2012 }' },
    )

    expect(problems).toMatchObject([
      { file: 'b.yaml', code: 'VERSION_DUPLICATE' },
    ])
    expect(problems[0]?.message).toContain('a.yaml')
  })

  it('of the same edition do not share a year', () => {
    const years = '{ from: 2010 }'
    expect(
      said(
        { version: '1', years, edition: 'first' },
        { version: '2', years, edition: 'first' },
      ),
    ).toMatchObject([{ code: 'YEARS_OVERLAP' }])
  })
})
