/**
 * What of a file decides whether work for the text before can be kept: two
 * files of the same shape have the same shape text. It is taken from what the
 * file says, before anything is filled in, and rather tells two files apart
 * that mean the same than the other way round.
 */
import type { Methodology } from '../../../engine/index.js'

type Tree = Methodology['source']['tree']
type Table = { readonly [key: string]: Tree }

/** Says nothing that is computed with. */
const WORDS = ['act', 'description', 'examples', 'status', 'title']

/** Is computed from checked data, and decides nothing about them. */
const ABOVE_DATA = [
  'criteria',
  'deductions',
  'normalisers',
  'outputs',
  'populations',
  'rankings',
  'rules',
  'steps',
  'supersedes',
  'total',
  'version',
  'years',
]
const ABOVE_CELLS = ['normalise', 'title', 'under', 'cite', 'note']

/** The same where data that were checked for one are checked for the other. */
export function dataShape({ source }: Methodology): string {
  const { indicators, ...rest } = tableOf(source.tree)
  const kept = without(rest, [...WORDS, ...ABOVE_DATA])
  const cells = mapTable(withoutWeights(indicators), (indicator) =>
    isTable(indicator) ? without(indicator, ABOVE_CELLS) : indicator,
  )
  return JSON.stringify([kept, cells])
}

/** The same where two files differ in weights that they give as numbers alone. */
export function computedShape({ source }: Methodology): string {
  const { indicators, criteria, ...rest } = tableOf(source.tree)
  return JSON.stringify([
    without(rest, WORDS),
    withoutWeights(indicators),
    withoutWeights(criteria),
  ])
}

/** Of indicators, or of criteria with their children. */
function withoutWeights(entries: Tree | undefined): Tree {
  return mapTable(entries, (entry) => {
    if (!isTable(entry)) return entry
    const { weight, children, ...rest } = entry
    return {
      ...rest,
      // The name of a parameter decides what is computed.
      weight: weight === undefined || isNumber(weight) ? null : weight,
      hasWeight: weight !== undefined,
      children: withoutWeights(children),
    }
  })
}

function isNumber(weight: Tree): boolean {
  return (
    typeof weight === 'number' ||
    (typeof weight === 'string' && /^[\d.]+( *\/ *[\d.]+)?$/.test(weight))
  )
}

function mapTable(entries: Tree | undefined, made: (each: Tree) => Tree): Tree {
  if (!isTable(entries)) return entries ?? null
  return Object.fromEntries(
    Object.entries(entries).map(([key, each]) => [key, made(each)]),
  )
}

function without(table: Table, keys: readonly string[]): Table {
  return Object.fromEntries(
    Object.entries(table).filter(([key]) => !keys.includes(key)),
  )
}

function tableOf(tree: Tree): Table {
  return isTable(tree) ? tree : {}
}

function isTable(tree: Tree | undefined): tree is Table {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
}
