/** What a file declares as it is written, whether or not it can be computed. */
import type { Entry } from '../methodology/entry.js'
import { isTable } from '../methodology/tables.js'
import type { OutputOfOther } from '../methodology/methodology.js'
import type { Tree } from '../source/source.js'

/** The names of figures that results may hold. */
export function declaredFigures(root: Entry): readonly string[] {
  return [
    ...root.texts('outputs').map((name) => name.replaceAll(/\s/g, '')),
    ...criteriaBelow(root.entry('criteria')),
    ...root.entry('deductions').keys(),
    ...root.entry('computed').keys(),
  ]
}

function criteriaBelow(criteria: Entry): readonly string[] {
  return criteria
    .keys()
    .flatMap((name) => [
      name,
      ...criteriaBelow(criteria.entry(name).entry('children')),
    ])
}

/** The outputs of other methodologies that inputs are from. */
export function declaredSources(root: Entry): readonly OutputOfOther[] {
  return ['inputs', 'indicators', 'criteria'].flatMap((section) =>
    sourcesIn(root.value(section) ?? null),
  )
}

function sourcesIn(tree: Tree): readonly OutputOfOther[] {
  if (!isTable(tree)) return []
  const from = tree['from'] ?? null
  const [methodology, output] = isTable(from)
    ? [from['methodology'], from['output']]
    : []
  const own =
    typeof methodology === 'string' && typeof output === 'string'
      ? [{ methodology, output: output.replaceAll(/\s/g, '') }]
      : []
  return [...own, ...Object.values(tree).flatMap(sourcesIn)]
}
