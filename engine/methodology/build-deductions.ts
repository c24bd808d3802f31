/** Deductions and their caps; the rules that deduct are hung in when rules are built. */
import { NUMBER } from '../expression/expression.js'
import { constantOrParameter } from './constant.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type { CriterionNode } from './methodology.js'
import type { Cap, DeductionNode } from './rule-nodes.js'
import { NO_READING, readReading } from './reading.js'
import { reportUnknown } from './unknown.js'

export function buildDeductions(
  draft: Draft,
): ReadonlyMap<string, Mutable<DeductionNode>> {
  return new Map(
    draft.root
      .entries('deductions')
      .map(([name, entry]) => [name, buildDeduction(draft, name, entry)]),
  )
}

function buildDeduction(
  draft: Draft,
  name: string,
  entry: Entry,
): Mutable<DeductionNode> {
  const node: Mutable<DeductionNode> = {
    kind: 'deduction',
    name,
    level: draft.bodies,
    slot: -1,
    at: entry.at,
    reads: [],
    type: NUMBER,
    title: entry.title('title'),
    unit: entry.text('unit'),
    rules: [],
    caps: [],
    reading: NO_READING,
  }
  draft.add(node)
  draft.declare(node, name, entry.at)
  node.reading = readReading(
    draft,
    entry,
    'citation-and-mark',
    `The deduction "${name}"`,
    null,
  )
  const caps = entry
    .entries('caps')
    .map(([cap, below]) => buildCap(draft, cap, below))
  node.caps = caps.filter((cap) => cap !== null)
  const isBroken = draft.isBrokenEntry(entry) || node.caps.length < caps.length
  if (isBroken) draft.markBroken(node)
  if (entry.has('from')) takeFrom(draft, entry, node)
  return node
}

function buildCap(draft: Draft, name: string, entry: Entry): Cap | null {
  const what = `The cap "${name}"`
  const reading = readReading(draft, entry, 'citation-and-mark', what, null)
  if (!entry.has('at_most')) return null
  const atMost = constantOrParameter(draft, entry, 'at_most')
  const over = entry.text('over') === 'all' ? 'all' : 'group'
  return atMost && { name, atMost, over, reading }
}

/** The criterion subtracts the deduction before its rounding. */
function takeFrom(draft: Draft, entry: Entry, node: DeductionNode): void {
  const name = entry.text('from') ?? ''
  const criterion = draft.tree.get(name) as Mutable<CriterionNode> | undefined
  if (!criterion) {
    const known = draft.tree.keys()
    reportUnknown(draft, entry.path('from'), name, 'a criterion', known)
    return
  }
  criterion.deductions = [...criterion.deductions, node]
}
