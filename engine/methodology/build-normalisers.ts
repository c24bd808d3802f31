/** Normalisers, named ones and those written on a node. */
import type { Expression } from '../expression/expression.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type { CriterionNode, DistributionNode } from './methodology.js'
import type { Normaliser } from './normaliser.js'
import {
  isLookingAtBodies,
  readNormaliser,
  type WrittenNormaliser,
} from './read-normaliser.js'
import { isTable } from './tables.js'
import { reportUnknown } from './unknown.js'

/** Reads all named normalisers, used or not, so that each mistake is found. */
export function buildNamedNormalisers(draft: Draft): void {
  for (const [name] of draft.root.entries('normalisers')) readNamed(draft, name)
}

/** Reads a named normaliser once; undefined where there is none of that name. */
function readNamed(
  draft: Draft,
  name: string,
): WrittenNormaliser | null | undefined {
  const known = draft.normalisers.get(name)
  if (known !== undefined) return known
  const all = draft.root.entry('normalisers')
  if (!all.has(name)) return undefined
  const read = readNormaliser(draft, all.entry(name), name)
  draft.normalisers.set(name, read)
  return read
}

/** @returns null where there is a mistake, which has been reported */
export function buildNormaliser(
  draft: Draft,
  node: CriterionNode,
  entry: Entry,
): Normaliser | null {
  const written = readWritten(draft, entry)
  return (
    written &&
    normaliserFor(draft, written, entry, () => figuresOf(draft, node, written))
  )
}

/** What stands under `normalise`: a name, or the keys of a normaliser. */
export function readWritten(
  draft: Draft,
  entry: Entry,
): WrittenNormaliser | null {
  return isTable(entry.value('normalise'))
    ? readNormaliser(draft, entry.entry('normalise'), null)
    : findNamed(draft, entry)
}

/**
 * @param entry - of the indicator or criterion, which says what is better
 * @param figures - makes the figures of all bodies, where the normaliser looks at them
 */
export function normaliserFor(
  draft: Draft,
  written: WrittenNormaliser,
  entry: Entry,
  figures: () => DistributionNode,
): Normaliser | null {
  const better = entry.text('better') === 'less' ? 'less' : 'more'
  if (better === 'less' && ['scale', 'formula'].includes(written.kind)) {
    draft.report('SETTING_NOT_USED', entry.path('better'), {
      key: 'better',
      why: `a normaliser of kind "${written.kind}" says itself what scores how much`,
    })
    return null
  }
  const among = isLookingAtBodies(written) ? figures() : null
  return { ...written, better, among }
}

function findNamed(draft: Draft, entry: Entry): WrittenNormaliser | null {
  const name = entry.text('normalise') ?? ''
  const found = readNamed(draft, name)
  if (found === undefined) {
    const known = draft.root.entry('normalisers').keys()
    reportUnknown(draft, entry.path('normalise'), name, 'a normaliser', known)
  }
  return found ?? null
}

/** The figures that the normaliser compares with: those of the node before it is normalised. */
function figuresOf(
  draft: Draft,
  node: CriterionNode,
  { population }: WrittenNormaliser,
): DistributionNode {
  const { maker } = node
  if (maker.kind === 'indicator') {
    const { value } = maker
    const of: Expression = { kind: 'column', column: value, text: value.name }
    return draft.distribution(of, value.name, node.at, population)
  }
  const raw = beforeNormalising(draft, node)
  return draft.distribution(raw, node.name, node.at, population)
}

/** Splits an inner node in two, so that all bodies' values are there before one is normalised. */
function beforeNormalising(draft: Draft, node: CriterionNode): Expression {
  const raw: Mutable<CriterionNode> = {
    ...node,
    name: `${node.name} before normalisation`,
    slot: -1,
    normaliser: null,
    maximum: null,
    deductions: [],
    limits: [],
    round: null,
  }
  draft.add(raw)
  const expression: Expression = { kind: 'column', column: raw, text: raw.name }
  const whole = node as Mutable<CriterionNode>
  whole.maker = { kind: 'formula', expression, formula: raw.name }
  return expression
}
