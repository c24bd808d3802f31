/** Makes the nodes of a generated tree: makers, normalisers, weights, limits, deductions. */
import type { Choices } from './choices.js'
import { when } from './conditions.js'
import { number } from './formulas.js'
import { inputKeys } from './inputs.js'
import { anyLevel } from './levels.js'
import { fresh, NUMBER, write, type FigureType, type Model } from './model.js'
import { normalised } from './normalisers.js'
import { plainNumber } from './numbers.js'
import type { Place } from './place.js'
import type { Branch, Leaf } from './tree.js'
import { weigh } from './weights.js'
import type { Table, Written } from './yaml-text.js'

/** The branch and all below it, children first. */
export function grow(model: Model, branch: Branch): void {
  branch.branches.forEach((below) => grow(model, below))
  branch.leaves.forEach((leaf) => ripen(model, leaf, branch))
  const { choices, name, entry } = branch
  const place: Place = { model, table: model.bodies }
  const inFormula = branch.maker === 'formula' && branch.type.kind === 'number'
  const subtracted =
    inFormula && choices.oneIn(4) ? addDeduction(model, choices, null) : null
  Object.assign(entry, made(model, branch, place, subtracted))
  const children = [...branch.leaves, ...branch.branches]
  const staged = stages(model, choices, branch)
  Object.assign(entry, staged.keys)
  if (staged.type.kind === 'number' && choices.oneIn(5)) {
    addDeduction(model, choices, name)
  }
  if (choices.oneIn(4))
    addLimits(model, choices, name, staged.type, 'round' in entry)
  if (branch.branches.length > 0) {
    entry['children'] = Object.fromEntries(
      branch.branches.map((below) => [below.name, below.entry]),
    )
  }
  if (!branch.parent) write(model, 'criteria', name, entry)
  const figure = { name, type: staged.type, isInput: false }
  model.bodies.figures.push(figure)
  model.criteria.push(figure)
  if (children.length > 0) {
    const areNumbers =
      branch.leaves.every(
        ({ name: leaf }) =>
          finalType(model, `score(${leaf})`).kind === 'number',
      ) &&
      branch.branches.every(
        (below) => finalType(model, below.name).kind === 'number',
      )
    model.parents.push({ name, areNumbers })
  }
}

function finalType(model: Model, name: string): FigureType {
  const all = [...model.called, ...model.criteria]
  return all.find((each) => each.name === name)?.type ?? NUMBER
}

function needsNumber({ parent }: Branch): boolean {
  return parent?.maker === 'aggregate' && parent.type.kind === 'number'
}

/** The leaf of an indicator: its normaliser and what else stands on its line. */
function ripen(model: Model, leaf: Leaf, parent: Branch): void {
  const { choices, type, entry, name } = leaf
  const isOfNumbers =
    parent.maker === 'aggregate' && parent.type.kind === 'number'
  const isOfLevels = parent.maker === 'aggregate' && !isOfNumbers
  const must = isOfNumbers && type.kind !== 'number'
  const may = !isOfLevels && !leaf.isNormalised && choices.oneIn(2)
  const isNormalised = must || may
  if (isNormalised) Object.assign(entry, normalised(model, choices, type))
  const made: FigureType = isNormalised ? NUMBER : type
  if (made.kind === 'number') Object.assign(entry, ofNumbers(model, choices))
  const isLimited =
    made.kind !== 'boolean' && (made.kind !== 'level' || made.scale !== null)
  if (isLimited && choices.oneIn(8))
    addLimits(model, choices, name, made, 'round' in entry)
  model.called.push({ name: `score(${name})`, type: made, isInput: false })
}

/** Rounding, a maximum, and digits that are shown. */
function ofNumbers(model: Model, choices: Choices): Table {
  const fixed = model.parameters.map(({ name }) => name)
  const most =
    choices.oneIn(2) && fixed.length > 0
      ? choices.pick(fixed)
      : plainNumber(choices)
  const round = {
    digits: choices.pick(['2', '0', '1', '-1', '3']),
    mode: choices.pick(['half-up', 'half-even']),
  }
  return {
    ...(choices.oneIn(6) ? { maximum: most } : {}),
    ...(choices.oneIn(2) ? { round } : {}),
    ...(choices.oneIn(10) ? { show: { digits: '1' } } : {}),
  }
}

function stages(
  model: Model,
  choices: Choices,
  branch: Branch,
): { readonly keys: Table; readonly type: FigureType } {
  const isLevel = branch.type.kind === 'level'
  const must = isLevel && needsNumber(branch)
  const isOfLevels =
    branch.parent?.maker === 'aggregate' && !needsNumber(branch)
  const may = !isOfLevels && choices.oneIn(4)
  const keys: Table = must || may ? normalised(model, choices, branch.type) : {}
  const type = must || may ? NUMBER : branch.type
  return {
    keys: {
      ...keys,
      ...(type.kind === 'number' ? ofNumbers(model, choices) : {}),
    },
    type,
  }
}

function made(
  model: Model,
  branch: Branch,
  place: Place,
  subtracted: string | null,
): Table {
  const { choices, type, name } = branch
  const formula = () =>
    type.kind === 'level'
      ? anyLevel(choices, place, type)
      : number(choices, place, 3)
  const scale: Table = type.kind === 'level' ? { scale: type.scale ?? '' } : {}
  switch (branch.maker) {
    case 'aggregate':
      return weigh(model, branch)
    case 'formula': {
      const less = subtracted === null ? '' : ` - ${subtracted}`
      return { formula: `${formula()}${less}`, ...scale }
    }
    case 'variants':
      return {
        variants: variants(model, choices, name, place, formula),
        ...scale,
      }
    case 'judged': {
      const { entry, mayBeMissing, isSize } = inputKeys(choices, type)
      model.inputs.push({ table: '', name, type, mayBeMissing, isSize })
      const judged =
        type.kind === 'number' ? { type: 'number', ...entry } : entry
      return { judged }
    }
  }
}

/** One rule for each, most often so that exactly one fires. */
function variants(
  model: Model,
  choices: Choices,
  of: string,
  place: Place,
  formula: () => string,
): Table {
  const reading = { cite: '8', mark: 'given' }
  const one = when(choices, place)
  const otherwise: Written =
    typeof one === 'string' ? `not (${one})` : { not: one }
  const other = choices.mostly(otherwise, when(choices, place))
  const choose = (variant: string, condition: Written) =>
    write(model, 'rules', fresh(model, 'chooses'), {
      when: condition,
      choose: { of, variant },
    })
  choose('v', one)
  if (!choices.oneIn(6)) choose('w', other)
  return {
    v: { formula: formula(), ...reading },
    w: { formula: formula(), ...reading },
  }
}

/** @param from - the criterion that it is taken from; null where a formula subtracts it */
function addDeduction(
  model: Model,
  choices: Choices,
  from: string | null,
): string {
  const place: Place = { model, table: model.bodies }
  const name = fresh(model, 'd')
  const caps = choices.below(3)
  const atMost = () =>
    model.parameters.length > 0 && choices.oneIn(2)
      ? choices.pick(model.parameters).name
      : plainNumber(choices).replace('-', '')
  const entry: { [key: string]: Written } = from === null ? {} : { from }
  const written: { [cap: string]: Written } = {}
  const reading = { cite: '9', mark: 'given' }
  if (caps > 0) written['some'] = { at_most: atMost(), ...reading }
  if (caps > 1)
    written['whole'] = { at_most: atMost(), over: 'all', ...reading }
  if (caps > 0) entry['caps'] = written
  write(model, 'deductions', name, entry)
  const rules = 1 + choices.below(3)
  for (let rule = 0; rule < rules; rule += 1) {
    const points = choices.mostly(
      plainNumber(choices).replace('-', ''),
      `abs(${number(choices, place, 1)})`,
      number(choices, place, 2).replace(/^\(-/, '(0 - '),
      `${number(choices, place, 0)} - 2`,
    )
    const cap: Table = caps > 0 && choices.oneIn(2) ? { cap: 'some' } : {}
    write(model, 'rules', fresh(model, 'deducts'), {
      when: when(choices, place),
      deduct: { points, into: name, ...cap },
    })
  }
  if (from === null) {
    model.bodies.figures.push({ name, type: NUMBER, isInput: false })
  }
  return name
}

function addLimits(
  model: Model,
  choices: Choices,
  of: string,
  type: FigureType,
  isRounded: boolean,
): void {
  const place: Place = { model, table: model.bodies }
  const many = 1 + choices.below(2)
  for (let limit = 0; limit < many; limit += 1) {
    const bound = choices.pick(['at_most', 'at_least', 'exactly'])
    const value =
      type.kind === 'level'
        ? choices.pick(type.values)
        : choices.mostly(plainNumber(choices), number(choices, place, 1))
    const at: Table = isRounded
      ? choices.pick<Table>([{}, { before: 'rounding' }, { after: 'rounding' }])
      : {}
    write(model, 'rules', fresh(model, 'limits'), {
      when: when(choices, place),
      limit: { of, [bound]: value, ...at },
    })
  }
}
