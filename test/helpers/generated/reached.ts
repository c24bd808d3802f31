/** Counts what generated methodologies reach, so that a test can see that nothing is left out. */
import type {
  CriterionNode,
  Methodology,
} from '../../../engine/methodology/methodology.js'

export type Reached = Map<string, number>

export function count(reached: Reached, what: string, times = 1): void {
  if (times > 0) reached.set(what, (reached.get(what) ?? 0) + times)
}

/** Kinds of nodes and of everything inside them. */
export function countMethodology(
  reached: Reached,
  methodology: Methodology,
): void {
  for (const node of methodology.nodes) {
    const depth = node.level.name === '' ? 0 : node.level.name.split('.').length
    count(reached, `node ${node.kind}`)
    if (node.kind === 'computed') count(reached, `computed ${depth} deep`)
    if (node.kind === 'criterion') countCriterion(reached, node)
    for (const [key, value] of Object.entries(node)) {
      if (!OF_THE_GRAPH.has(key)) countParts(reached, key, value)
    }
  }
  for (const { varies } of methodology.parameters.values()) {
    const by = varies?.by.map(({ name }) =>
      name === 'year' ? 'year' : 'attribute',
    )
    count(reached, `parameter ${by?.join(' and ') ?? 'fixed'}`)
  }
}

const OF_THE_GRAPH = new Set([
  'kind',
  'name',
  'level',
  'slot',
  'at',
  'reads',
  'parent',
  'title',
  'reading',
])

function countCriterion(reached: Reached, node: CriterionNode): void {
  const { maker, weightBy } = node
  if (maker.kind === 'aggregate') {
    const kind = maker.scale ? 'levels' : 'numbers'
    count(reached, `${kind} by ${maker.aggregation}`)
    count(reached, `missing_child ${maker.missingChild}`)
    count(reached, `excluded_child ${maker.excludedChild}`)
    count(reached, `all_missing ${maker.allMissing}`)
    if (maker.atLeast) count(reached, `at_least ${maker.atLeast.kind}`)
  }
  if (weightBy) count(reached, `weight by ${weightBy.kind}`)
  if (node.round) count(reached, `round ${node.round.mode}`)
  if (node.maximum) count(reached, 'maximum')
  let depth = 1
  for (let above = node.parent; above; above = above.parent) depth += 1
  count(reached, `tree ${depth} deep`)
}

/** Settings by their words, expressions by their kinds; what is a node itself is counted elsewhere. */
function countParts(reached: Reached, key: string, value: unknown): void {
  if (Array.isArray(value)) {
    value.forEach((each) => countParts(reached, key, each))
  } else if (typeof value === 'string') {
    if (WORDS.has(key)) count(reached, `${key} ${value}`)
  } else if (typeof value === 'object' && value !== null) {
    if ('slot' in value || 'slots' in value || 'levels' in value) return
    const kind =
      'kind' in value && typeof value.kind === 'string' ? value.kind : null
    if (kind === 'ratio') return
    if (kind !== null)
      count(reached, `${PLACES.has(key) ? key : 'expression'} ${kind}`)
    countNamed(reached, kind, value)
    for (const [inner, each] of Object.entries(value)) {
      if (inner === 'among' || inner === 'varies' || inner === 'reading')
        continue
      countParts(reached, inner, each)
    }
  }
}

const PLACES = new Set([
  'maker',
  'normaliser',
  'event',
  'action',
  'imputation',
  'ties',
  'from',
  'to',
  'target',
  'condition',
  'conditions',
  'atLeast',
  'most',
])

const WORDS = new Set([
  'operator',
  'operators',
  'clamp',
  'transform',
  'deviation',
  'better',
  'bound',
  'rounding',
  'over',
  'moments',
  'end',
  'what',
])

const FUNCTIONS_BY_KIND = new Set(['call', 'aggregate', 'children', 'standing'])

function countNamed(
  reached: Reached,
  kind: string | null,
  value: object,
): void {
  if (kind === null) return
  if (FUNCTIONS_BY_KIND.has(kind) && 'name' in value) {
    count(reached, `function ${String(value.name)}`)
    count(reached, `${kind} ${String(value.name)}`)
  }
  if (['previous', 'band', 'lookup'].includes(kind))
    count(reached, `function ${kind}`)
  const text = kind === 'column' && 'text' in value ? String(value.text) : ''
  const called = /^(score|after)\(/.exec(text)?.[1]
  if (called !== undefined) count(reached, `function ${called}`)
  if ('tableText' in value) {
    const deep = String(value.tableText).split('.').length
    const over = String(value.tableText).startsWith('bodies')
      ? 'bodies and'
      : 'tables'
    count(reached, `aggregate over ${over} ${deep} deep`)
  }
}
