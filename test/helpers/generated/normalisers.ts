/** Generated normalisers: every kind, with its settings. */
import { percent } from './aggregates.js'
import type { Choices } from './choices.js'
import { when } from './conditions.js'
import { number } from './formulas.js'
import { fresh, NUMBER, write, type FigureType, type Model } from './model.js'
import { plainNumber } from './numbers.js'
import { isOfType, type Place } from './place.js'
import type { Table, Written } from './yaml-text.js'

const KINDS = [
  ...['goalposts', 'min-max', 'z-score', 'rank', 'percentile-rank'],
  ...['distance-to-target', 'formula'],
]

const OF_ONE_BODY = ['goalposts', 'distance-to-target', 'formula']

export function kindsOf({ looksAcross }: Model): readonly string[] {
  return looksAcross ? KINDS : OF_ONE_BODY
}

/** What stands on the node: `normalise`, and `better` where the kind knows it. */
export function normalised(
  model: Model,
  choices: Choices,
  type: FigureType,
): Table {
  if (type.kind !== 'number') return { normalise: ofLevels(choices, type) }
  const kind = choices.pick(kindsOf(model))
  const keys = ofNumbers(model, choices, kind)
  const better: Table =
    kind !== 'formula' && choices.oneIn(3) ? { better: 'less' } : {}
  if (!choices.oneIn(4)) return { normalise: keys, ...better }
  const name = fresh(model, 'n')
  write(model, 'normalisers', name, keys)
  return { normalise: name, ...better }
}

/** Points for every level, or those that the scale says. */
function ofLevels(choices: Choices, type: FigureType): Table {
  const levels = type.kind === 'level' ? type.values : ['true', 'false']
  const isOfScale = type.kind === 'level' && type.scale !== null
  if (isOfScale && choices.oneIn(2)) return { kind: 'scale' }
  const points = levels.map((level) => [level, plainNumber(choices)] as const)
  return { kind: 'scale', points: Object.fromEntries(points) }
}

export function ofNumbers(model: Model, choices: Choices, kind: string): Table {
  const place: Place = { model, table: model.bodies }
  const looked = among(model, choices)
  switch (kind) {
    case 'goalposts': {
      const posts = goalposts(model, choices, place)
      const isLooking = [posts['from'], posts['to']].some(isOfBodies)
      return {
        kind,
        ...posts,
        ...range(choices),
        ...transform(choices),
        ...clamp(choices),
        ...ifConstant(choices),
        ...(isLooking ? looked : {}),
      }
    }
    case 'min-max':
      return {
        kind,
        ...range(choices),
        ...transform(choices),
        ...clamp(choices),
        ...ifConstant(choices),
        ...looked,
      }
    case 'z-score':
      return {
        kind,
        ...(choices.oneIn(2)
          ? { deviation: choices.pick(['population', 'sample']) }
          : {}),
        ...ifConstant(choices),
        ...looked,
      }
    case 'percentile-rank':
      return { kind, ...range(choices), ...looked }
    case 'distance-to-target': {
      const target = post(choices, place, ['100', '10', '2.1', '0'])
      return { kind, target, ...(isOfBodies(target) ? looked : {}) }
    }
    case 'formula':
      return {
        kind,
        ...formulas(choices, place),
        ...GIVEN,
        ...clamp(choices, true),
      }
    default:
      return { kind, ...looked }
  }
}

const GIVEN: Table = { cite: '7', mark: 'given' }

function formulas(choices: Choices, place: Place): Table {
  const inX: Place = { ...place, hasArgument: true }
  if (choices.oneIn(3)) return { formula: number(choices, inX, 2) }
  const pieces: Table[] = Array.from({ length: 1 + choices.below(2) }, () => ({
    when: when(choices, inX),
    value: number(choices, inX, 1),
  }))
  const rest: Table[] = choices.oneIn(2)
    ? []
    : [{ value: number(choices, inX, 1) }]
  return { pieces: [...pieces, ...rest] }
}

/** Two ends that are not the same number, or are the same figure of the body. */
function goalposts(model: Model, choices: Choices, place: Place): Table {
  const [own] = model.bodies.figures.filter(isOfType(NUMBER))
  if (own && choices.oneIn(8)) return { from: own.name, to: own.name }
  const from = post(choices, place, ['0', '-1', '0.1', '20', '100'])
  const to = post(choices, place, ['1', '10', '0.3', '85', '2.1'])
  const [parameter] = model.parameters
  const isParameter = parameter && parameter.value === null && choices.oneIn(4)
  return { from, to: isParameter ? parameter.name : to }
}

function post(
  choices: Choices,
  place: Place,
  plain: readonly string[],
): Written {
  switch (choices.below(place.model.looksAcross ? 8 : 4)) {
    case 4:
      return 'best'
    case 5:
      return 'worst'
    case 6:
      return { percentile: choices.pick(['0', '2.5', '50', '100']) }
    case 7:
      return `${percent(choices, place)} + ${number(choices, place, 1)}`
    default:
      return choices.pick(plain)
  }
}

function isOfBodies(post: Written | undefined): boolean {
  return post === 'best' || post === 'worst' || typeof post === 'object'
}

/** The turned range scores the other way round. */
function range(choices: Choices): Table {
  const ranges = [
    ['0', '100'],
    ['1', '0'],
    ['-1', '1'],
    ['0.1', '0.3'],
  ]
  return choices.oneIn(2) ? { range: choices.pick(ranges) } : {}
}

function transform(choices: Choices): Table {
  return choices.oneIn(4)
    ? { transform: choices.pick(['ln', 'log10', 'sqrt']) }
    : {}
}

function clamp(choices: Choices, needsRange = false): Table {
  if (!choices.oneIn(2)) return {}
  const held = { clamp: choices.pick(['both', 'above', 'below', 'none']) }
  return needsRange ? { range: ['0', '1'], ...held } : held
}

function ifConstant(choices: Choices): Table {
  return choices.oneIn(2) ? { if_constant: plainNumber(choices) } : {}
}

export function among(model: Model, choices: Choices): Table {
  const { populations } = model
  return populations.length > 0 && choices.oneIn(2)
    ? { among: choices.pick(populations).name }
    : {}
}
