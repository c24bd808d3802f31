/** Every example of every shipped methodology, as a test of its own. */
import { describe, expect, it } from 'vitest'

import { runExamples, type LocatedProblem } from '../../engine/index.js'
import { openCatalogue } from '../../server/catalogue/catalogue.js'
import { readExampleData } from '../../server/catalogue/example-data.js'
import { loadEntry } from '../../server/catalogue/load-entry.js'
import { ownRulesFolder } from '../../server/catalogue/rules-folder.js'

const catalogue = await openCatalogue(ownRulesFolder())

for (const place of catalogue.files) {
  const { file, loaded, problems } = await loadEntry(
    catalogue,
    place.file,
    place,
  )

  describe(`${place.methodology}@${place.version}`, async () => {
    it('has no mistakes', () => {
      expect(problems.map(lineOf)).toEqual([])
    })

    if (!loaded) return
    const report = await runExamples(loaded, (path, year) =>
      readExampleData(file, path, year),
    )
    it.each(report.examples)('$title', ({ passed }) => {
      expect(passed, report.problems.map(lineOf).join('\n')).toBe(true)
    })
  })
}

it('has at least 30 examples', async () => {
  const entries = await Promise.all(
    catalogue.files.map((place) => loadEntry(catalogue, place.file, place)),
  )
  const trees = entries.map(({ loaded }) => loaded?.source.tree)
  const counts = trees.map((tree) => {
    const { examples } = tree as { readonly examples: readonly unknown[] }
    return examples.length
  })
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
    30,
  )
})

function lineOf({ file, line, column, message }: LocatedProblem): string {
  return `${file}:${line}:${column} ${message}`
}
