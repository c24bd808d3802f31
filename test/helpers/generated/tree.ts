/** The generated tree: criteria with indicators below them, children before parents. */
import type { Choices } from './choices.js'
import { fresh, write, type FigureType, type Model } from './model.js'
import { inputKeys, someType } from './inputs.js'
import type { Stepped } from './steps.js'
import type { Written } from './yaml-text.js'

export const MAKERS = ['aggregate', 'formula', 'variants', 'judged'] as const

/** A criterion before it is made: where it hangs, and what hangs below it. */
export interface Branch {
  readonly name: string
  readonly choices: Choices
  readonly maker: (typeof MAKERS)[number]
  /** What it makes, before it is normalised for its parent. */
  readonly type: FigureType
  readonly parent: Branch | null
  readonly depth: number
  readonly branches: Branch[]
  readonly leaves: Leaf[]
  readonly entry: { [key: string]: Written }
}

export interface Leaf extends Stepped {
  readonly choices: Choices
  readonly entry: { [key: string]: Written }
}

export function plant(
  model: Model,
  list: readonly Choices[],
): readonly Branch[] {
  const branches: Branch[] = []
  for (const choices of list) {
    const maker = choices.pick<Branch['maker']>([
      'aggregate',
      'aggregate',
      ...MAKERS,
    ])
    const open = branches.filter(({ depth }) => depth < 3)
    const parent =
      open.length > 0 && !choices.oneIn(4) ? choices.pick(open) : null
    const wanted = parent?.maker === 'aggregate' ? parent.type : null
    const [scale] = model.scales
    const ofScale: FigureType | null = scale
      ? { kind: 'level', values: scale.levels, scale: scale.name }
      : null
    const isLevel = ofScale && choices.oneIn(4)
    const type: FigureType =
      wanted?.kind === 'level' ? wanted : isLevel ? ofScale : { kind: 'number' }
    const branch: Branch = {
      name: fresh(model, 'c'),
      choices,
      maker,
      type,
      parent,
      depth: parent ? parent.depth + 1 : 0,
      branches: [],
      leaves: [],
      entry: {},
    }
    parent?.branches.push(branch)
    branches.push(branch)
  }
  return branches
}

/** Hangs indicators below criteria, and one below each that would have no child. */
export function hang(
  model: Model,
  list: readonly Choices[],
  branches: readonly Branch[],
): readonly Leaf[] {
  const leaves = list.map((choices) =>
    leafBelow(model, choices, choices.pick(branches)),
  )
  const bare = branches.filter(
    ({ maker, leaves: own, branches: below }) =>
      maker === 'aggregate' && own.length + below.length === 0,
  )
  const needed = bare.map((branch) => leafBelow(model, branch.choices, branch))
  return [...leaves, ...needed]
}

function leafBelow(model: Model, choices: Choices, under: Branch): Leaf {
  const own = someType(model, choices)
  const isFitting = own.kind === 'boolean' || own.kind === 'level'
  const isOfLevels = under.maker === 'aggregate' && under.type.kind === 'level'
  const type: FigureType = isOfLevels
    ? under.type
    : isFitting
      ? own
      : { kind: 'number' }
  const name = fresh(model, 'i')
  const { entry, mayBeMissing, isSize } = inputKeys(choices, type)
  const written: { [key: string]: Written } = {
    under: under.name,
    ...(type.kind === 'number' ? {} : { type: type.kind }),
    ...entry,
  }
  write(model, 'indicators', name, written)
  model.inputs.push({ table: '', name, type, mayBeMissing, isSize })
  model.bodies.figures.push({ name, type, isInput: true })
  const leaf: Leaf = {
    name,
    type,
    choices,
    entry: written,
    isChanged: false,
    isNormalised: false,
  }
  under.leaves.push(leaf)
  return leaf
}
