/** Weights that are parameters: read by name, and added up for every value of what they vary by. */
import { cellText } from '../data/cell-text.js'
import type { Expression } from '../expression/expression.js'
import { add, compare, integer, ZERO, type Numeric } from '../number/numeric.js'
import { numberValue, type Value } from '../value.js'
import { constantOrParameter } from './constant.js'
import type { Branch } from './build-tree.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import { keyHolds, type Variation } from './keyed-rows.js'
import type { CriterionNode } from './methodology.js'
import { show } from './structure.js'

/** Combinations whose sums are looked at; more than any act writes down. */
const MOST_COMBINATIONS = 10_000

export type WrittenWeight = Pick<CriterionNode, 'weight' | 'weightBy'>

/** @returns no weight where it has a mistake, which has been reported */
export function readWeight(draft: Draft, entry: Entry): WrittenWeight {
  const weight = entry.has('weight') ? entry.fraction('weight') : null
  const text = (entry.text('weight') ?? '').trim()
  // A figure of the population is read when the tree is there: see below.
  if (OF_POPULATION.test(text)) return { weight: null, weightBy: null }
  if (weight || !/^[A-Za-z_]\w*$/.test(text)) {
    if (!weight && text !== '' && !draft.isBrokenEntry(entry, ['weight'])) {
      const expected =
        'a number of at most 200 digits, between 10^-400 and 10^400,'
      const received = show(text)
      draft.report('WRONG_TYPE', entry.path('weight'), { received, expected })
    }
    return { weight, weightBy: null }
  }
  const named = constantOrParameter(draft, entry, 'weight')
  if (named?.kind !== 'parameter') return { weight: null, weightBy: null }
  return { weight: named.parameter.value, weightBy: named }
}

const OF_POPULATION = /^population\.\w+$/

/**
 * Reads the weights that are figures of the population, and sees that the sums
 * of the others can be looked at.
 * @returns false where there is a mistake, which has been reported
 */
export function resolveWeights(
  draft: Draft,
  { entry, node, children }: Branch,
): boolean {
  let whole = true
  for (const child of children) {
    const text = (child.entry.text('weight') ?? '').trim()
    if (!OF_POPULATION.test(text)) continue
    const at = child.entry.path('weight')
    const checked = draft.formulaText(text, draft.bodies, at)
    if (
      checked?.type.kind === 'number' &&
      checked.expression.kind === 'column'
    ) {
      child.node.weightBy = checked.expression
    } else {
      if (checked) {
        const words = 'a weight is a number'
        draft.report('TYPE_MISMATCH', at, { part: text, words })
      }
      whole = false
    }
    if (entry.text('weights') === 'relative' || !whole) continue
    const why = `The weight ${text} is computed from the bodies, so that no sum can be checked: write "weights: relative".`
    draft.report('MISSING_KEY', entry.at, { key: 'weights', why })
    return false
  }
  if (entry.text('weights') === 'relative') return whole
  const attributes = candidatesOf(children.map((child) => child.node))
  const count = countOf(attributes)
  if (count <= MOST_COMBINATIONS) return whole
  draft.report('WEIGHTS_TOO_MANY', entry.at, {
    name: node.name,
    attributes: [...attributes.keys()],
    count,
    most: MOST_COMBINATIONS,
  })
  return false
}

function countOf(candidates: Candidates): number {
  return [...candidates.values()].reduce((so, { size }) => so * size, 1)
}

export function isWeighted({ weight, weightBy }: CriterionNode): boolean {
  return weight !== null || weightBy !== null
}

/** The first combination for which the weights do not add up. */
export interface WrongSum {
  /** As `kind central, year 2012`. */
  readonly where: string
  readonly sum: Numeric
}

/**
 * @param canGoWithout - whether a rule may exclude the child, so that where it
 *   has no weight the others add up without it
 */
export function findWrongSum(
  children: readonly CriterionNode[],
  total: Numeric,
  canGoWithout: (child: CriterionNode) => boolean,
): WrongSum | null {
  for (const combination of combinations(children)) {
    const needed = children.filter(
      (child) => weightFor(child, combination) !== null || !canGoWithout(child),
    )
    const weights = needed.map((child) => weightFor(child, combination))
    // Where a weight is not there, the node is missing with that reason.
    if (!weights.every((weight) => weight !== null)) continue
    if (needed.length === 0) continue
    const sum = weights.reduce<Numeric>((so, weight) => {
      const next = add(so, weight)
      return typeof next === 'string' ? so : next
    }, ZERO)
    if (compare(sum, total) === 0) continue
    const where = [...combination]
      .map(([name, value]) => `${name} ${cellText(value)}`)
      .join(', ')
    return { where, sum }
  }
  return null
}

function variationOf(by: CriterionNode['weightBy']): Variation | null {
  return by?.kind === 'parameter' ? (by.parameter.varies ?? null) : null
}

type Combination = ReadonlyMap<string, Value>

function weightFor(
  { weight, weightBy }: CriterionNode,
  combination: Combination,
): Numeric | null {
  const varies = variationOf(weightBy)
  if (!varies) return weight
  const found = varies.values.find(({ keys }) =>
    keys.every((key, index) => {
      const value = combination.get(varies.by[index]?.name ?? '')
      return value !== undefined && keyHolds(key, value)
    }),
  )
  return found?.value ?? null
}

/** What weights vary by -> the values that the file names, by their text. */
type Candidates = Map<string, Map<string, Value>>

function candidatesOf(children: readonly CriterionNode[]): Candidates {
  const candidates: Candidates = new Map()
  for (const { weightBy } of children) {
    const varies = variationOf(weightBy)
    if (varies) collect(varies, candidates)
  }
  return candidates
}

function combinations(
  children: readonly CriterionNode[],
): readonly Combination[] {
  return [...candidatesOf(children)].reduce<readonly Combination[]>(
    (made, [name, values]) =>
      made.flatMap((so) =>
        [...values.values()].map((value) => new Map([...so, [name, value]])),
      ),
    [new Map()],
  )
}

/** Words as they are written; of years both ends of each range. */
function collect({ by, values }: Variation, candidates: Candidates): void {
  for (const { keys } of values) {
    for (const [index, key] of keys.entries()) {
      const name = by[index]?.name ?? ''
      const known = candidates.get(name) ?? new Map<string, Value>()
      candidates.set(name, known)
      const found: readonly Value[] =
        key.kind === 'word'
          ? [{ kind: 'word', word: key.word }]
          : [key.from, key.to ?? key.from].map((year) =>
              numberValue(integer(year)),
            )
      for (const value of found) known.set(cellText(value), value)
    }
  }
}

/** The weight as a formula, for what it reads and for explanations. */
export function weightExpressions(
  children: readonly CriterionNode[],
): readonly Expression[] {
  return children.flatMap(({ weightBy }) => weightBy ?? [])
}
