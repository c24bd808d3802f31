/** The tree that people see: inner nodes from `criteria`, leaves from `indicators`. */
import {
  entryOf,
  namedTables,
  textOf,
  type FileValue,
  type TableValue,
} from './file-value.js'

export interface CriterionPart {
  readonly name: string
  readonly entry: TableValue
  readonly children: readonly CriterionPart[]
  /** Its parts have no weights of their own and count the same. */
  readonly areWeightsEqual: boolean
}

const MEANS = ['arithmetic', 'geometric', 'harmonic']

export function criteriaTree(root: FileValue): readonly CriterionPart[] {
  const leaves = namedTables(entryOf(root, 'indicators'))
  return partsOf(entryOf(root, 'criteria'))

  function partsOf(value: FileValue | undefined): readonly CriterionPart[] {
    return namedTables(value).map(([name, entry]) => {
      const children = [
        ...partsOf(entry.entries.get('children')),
        ...leaves
          .filter(([, leaf]) => textOf(leaf.entries.get('under')) === name)
          .map(([leafName, leaf]) => leafPart(leafName, leaf)),
      ]
      const aggregate = textOf(entry.entries.get('aggregate')) ?? ''
      const areWeightsEqual =
        MEANS.includes(aggregate) &&
        children.length > 1 &&
        children.every((child) => !child.entry.entries.has('weight'))
      return { name, entry, children, areWeightsEqual }
    })
  }
}

function leafPart(name: string, entry: TableValue): CriterionPart {
  return { name, entry, children: [], areWeightsEqual: false }
}
