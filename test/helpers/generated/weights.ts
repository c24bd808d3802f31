/** How a generated criterion aggregates its children: weights, and words for absent ones. */
import type { Choices } from './choices.js'
import { keysOf } from './inputs.js'
import { fresh, NUMBER, write, type Model } from './model.js'
import { isOfType } from './place.js'
import type { Branch } from './tree.js'
import type { Table, Written } from './yaml-text.js'

const WEIGHTED = ['arithmetic', 'geometric', 'harmonic', 'sum']
const OTHERS = ['product', 'min', 'max', 'median']
const ABSENT = ['share-weights', 'count-as-zero', 'node-missing', 'node-zero']

type Mutable = { [key: string]: Written }

export function weigh(model: Model, branch: Branch): Table {
  const { choices } = branch
  const children = [...branch.leaves, ...branch.branches].map(
    ({ entry }) => entry,
  )
  const isLevel = branch.type.kind === 'level'
  const only = children.length === 1 ? ['only'] : []
  const kinds = isLevel
    ? ['min', 'max', 'median', ...only]
    : ['arithmetic', ...WEIGHTED, ...OTHERS, ...only, ...only]
  const aggregate = choices.pick(kinds)
  const weights = WEIGHTED.includes(aggregate)
    ? weightsOf(model, choices, children)
    : {}
  return {
    aggregate,
    ...weights,
    ...absentWords(choices, children.length, isLevel),
  }
}

function absentWords(
  choices: Choices,
  children: number,
  isLevel: boolean,
): Table {
  // Levels have no zero.
  const known = isLevel ? ['share-weights', 'node-missing'] : ABSENT
  const least = choices.oneIn(2)
    ? { children: String(1 + choices.below(children)) }
    : { share: choices.pick(['0.5', '0.65', '1/3', '1']) }
  const all = isLevel
    ? ['node-missing']
    : ['node-missing', 'node-zero', 'count-as-zero']
  return {
    ...(choices.oneIn(4) ? {} : { missing_child: choices.pick(known) }),
    ...(choices.oneIn(2)
      ? { excluded_child: choices.pick([...known, 'no-total']) }
      : {}),
    ...(choices.oneIn(4) ? { all_missing: choices.pick(all) } : {}),
    ...(choices.oneIn(5) ? { at_least: least } : {}),
  }
}

/** Weights on all children or on none. */
function weightsOf(
  model: Model,
  choices: Choices,
  children: readonly Mutable[],
): Table {
  const set = (weights: readonly string[]) =>
    children.forEach((child, index) => {
      child['weight'] = weights[index] ?? '0'
    })
  switch (choices.below(6)) {
    case 1:
      set(addingUp(choices, children.length))
      return {}
    case 2:
      set(children.map(() => choices.pick(['1', '2', '0.1', '0', '0.7', '3'])))
      return { weights: 'relative' }
    case 3:
      set(
        children.map((_, index) =>
          index === 0 ? String(100 - 10 * (children.length - 1)) : '10',
        ),
      )
      return { weights_total: '100' }
    case 4: {
      const computed = computedWeight(model, choices)
      if (computed === null) return {}
      set(children.map(() => choices.mostly('1', computed)))
      return { weights: 'relative' }
    }
    case 5:
      return varying(model, choices, children)
    default:
      return {}
  }
}

/** A figure of the population, sometimes below zero. */
function computedWeight(model: Model, choices: Choices): string | null {
  if (!model.looksAcross) return null
  if (model.overall.length > 0 && choices.oneIn(2)) {
    return choices.pick(model.overall).name
  }
  const [own] = model.bodies.figures.filter(isOfType(NUMBER))
  const name = `population.${fresh(model, 'o')}`
  const formula = own ? `min(bodies.${own.name}) - 1` : 'count(bodies) - 1'
  write(model, 'computed', name, { formula })
  return name
}

/** Exactly 1 together. */
function addingUp(choices: Choices, children: number): readonly string[] {
  const known = [
    ['1'],
    ['0.3', '0.7'],
    ['1/3', '2/3'],
    ['0', '1'],
    ['0.2', '0.3', '0.5'],
    ['0.1', '0.2', '0.7'],
  ]
  const fitting = known.filter((each) => each.length === children)
  return fitting.length > 0
    ? choices.pick(fitting)
    : Array.from({ length: children }, () => `1/${children}`)
}

/** Two parameters that add up for every value of what they vary by, or lack one of them both. */
function varying(
  model: Model,
  choices: Choices,
  children: readonly Mutable[],
): Table {
  const [first, second] = children
  const by = model.bodies.figures.filter(
    ({ type, isInput }) =>
      isInput && (type.kind === 'level' || type.kind === 'boolean'),
  )
  const attribute = by.find(({ name }) => !model.sections['indicators']?.[name])
  if (!first || !second || children.length > 2 || !attribute) return {}
  const words = keysOf(attribute.type).filter(
    (_, index) => index === 0 || !choices.oneIn(4),
  )
  const shares = words.map(() =>
    choices.pick([
      ['0.3', '0.7'],
      ['1/3', '2/3'],
      ['0.5', '0.5'],
      ['1', '0'],
    ]),
  )
  for (const [index, child] of [first, second].entries()) {
    const name = fresh(model, 'p')
    const values = words.map(
      (word, at) => [word, shares[at]?.[index] ?? '0'] as const,
    )
    write(model, 'parameters', name, {
      by: attribute.name,
      values: Object.fromEntries(values),
    })
    model.parameters.push({ name, isOfBody: true, value: null })
    child['weight'] = name
  }
  return {}
}
