/** Figures, rules and places of bodies that stand in the test, computed in columns. */
import {
  columnsOfDataset,
  MISSING,
  NOT_APPLICABLE,
  prepareColumns,
  scoreColumns,
  type ScoredColumn,
} from '../../../engine/index.js'
import { score, type Body } from '../../helpers/score.js'
import { TARGETS } from './run-code.js'

export type Figure = number | string

export interface FiguresInColumns {
  /** In the order of the bodies; `missing` or `not-applicable` where there is none. */
  readonly outputs: { readonly [output: string]: readonly Figure[] }
  readonly rules: { readonly [rule: string]: readonly Figure[] }
  readonly places: { readonly [ranking: string]: readonly Figure[] }
}

/** By closures and by generated loops, plain and certified; for `describe.each`. */
export const WAYS = TARGETS.flatMap((target) =>
  [true, false].map((isCertified) => ({
    way: `${target.name}, ${isCertified ? 'certified' : 'plain'}`,
    target,
    isCertified,
  })),
)

/** @param bodies - in the order of their ids */
export async function figuresInColumns(
  rules: string,
  bodies: readonly Body[],
  { target, isCertified }: (typeof WAYS)[number],
): Promise<FiguresInColumns> {
  const { run } = await score(rules, bodies)
  const { methodology, dataset, surroundings } = run
  const source = columnsOfDataset(methodology, dataset, surroundings)
  const options = { isCertified, target }
  const program = prepareColumns(methodology, source.data, options)
  const scores = scoreColumns(program, source)
  return {
    outputs: mapped(scores.outputs, figuresOf),
    rules: mapped(scores.rules, orWord('undecided')),
    places: mapped(scores.rankings, orWord('none')),
  }
}

function figuresOf({ values, words, absence }: ScoredColumn): Figure[] {
  return Array.from(values, (value, at) => {
    if (absence[at] === MISSING) return 'missing'
    if (absence[at] === NOT_APPLICABLE) return 'not-applicable'
    return words ? (words[value] ?? 'no word') : value
  })
}

function orWord(word: string): (values: Float64Array) => Figure[] {
  return (values) =>
    Array.from(values, (value) => (Number.isNaN(value) ? word : value))
}

function mapped<Item>(
  columns: ReadonlyMap<string, Item>,
  make: (item: Item) => Figure[],
): { readonly [name: string]: Figure[] } {
  return Object.fromEntries(
    [...columns].map(([name, each]) => [name, make(each)]),
  )
}
