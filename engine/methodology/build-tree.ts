/** The tree of criteria, with the indicators that hang themselves below. */
import { NUMBER } from '../expression/expression.js'
import { closest } from '../source/closest.js'
import { buildInput } from './build-inputs.js'
import { buildMaker } from './build-maker.js'
import { buildNormaliser } from './build-normalisers.js'
import { normalisingStep } from './build-steps.js'
import { constantOrParameter } from './constant.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type {
  CriterionNode,
  IndicatorNode,
  InputNode,
  Rounding,
} from './methodology.js'
import { fitsParent, settleType } from './node-type.js'
import { NO_READING, readReading } from './reading.js'
import { reportUnknown } from './unknown.js'
import { readWeight } from './varying-weights.js'

/** A node of the tree while its children are gathered. */
export interface Branch {
  readonly node: Mutable<CriterionNode>
  readonly entry: Entry
  readonly children: Branch[]
  /** The cell that an assessor fills, where the criterion is judged. */
  readonly judged: InputNode | null
}

export function buildTree(draft: Draft): readonly CriterionNode[] {
  const branches = new Map<string, Branch>()
  const roots = draft.root
    .entries('criteria')
    .map(([name, entry]) => buildBranch(draft, name, entry, null, branches))
  for (const [name, entry] of draft.root.entries('indicators')) {
    buildIndicator(draft, name, entry, branches)
  }
  for (const branch of branches.values()) complete(draft, branch)
  return roots.map((root) => root.node)
}

function buildBranch(
  draft: Draft,
  name: string,
  entry: Entry,
  parent: Branch | null,
  branches: Map<string, Branch>,
): Branch {
  const node = newCriterion(draft, name, entry, parent?.node ?? null)
  const judged = entry.has('judged') ? buildJudged(draft, name, entry) : null
  const branch: Branch = { node, entry, children: [], judged }
  draft.add(node)
  draft.declare(node, name, entry.at)
  if (!branches.has(name)) {
    branches.set(name, branch)
    draft.tree.set(name, node)
  }
  for (const [child, below] of entry.entries('children')) {
    branch.children.push(buildBranch(draft, child, below, branch, branches))
  }
  return branch
}

/** The criterion is an input itself; its column has the name of the criterion. */
function buildJudged(draft: Draft, name: string, entry: Entry): InputNode {
  const judged = entry.entry('judged')
  const given = `${name} (as judged)`
  const input = buildInput(draft, judged, given, name, draft.bodies)
  if (!judged.has('title')) {
    ;(input as Mutable<InputNode>).title = entry.title('title')
  }
  return input
}

function newCriterion(
  draft: Draft,
  name: string,
  entry: Entry,
  parent: CriterionNode | null,
): Mutable<CriterionNode> {
  return {
    kind: 'criterion',
    name,
    level: draft.bodies,
    slot: -1,
    at: entry.at,
    reads: [],
    type: NUMBER,
    title: entry.title('title'),
    unit: entry.text('unit'),
    parent,
    ...readWeight(draft, entry),
    maker: { kind: 'formula', expression: { kind: 'argument' }, formula: '' },
    normaliser: null,
    maximum: null,
    deductions: [],
    limits: [],
    round: readRounding(entry),
    showDigits: entry.entry('show').whole('digits'),
    exclusions: [],
    reading: NO_READING,
  }
}

function buildIndicator(
  draft: Draft,
  name: string,
  entry: Entry,
  branches: Map<string, Branch>,
): void {
  const input = buildInput(
    draft,
    entry,
    `${name} (as given)`,
    name,
    draft.bodies,
  )
  const indicator: IndicatorNode = draft.add<IndicatorNode>({
    kind: 'indicator',
    name,
    level: draft.bodies,
    slot: -1,
    at: entry.at,
    reads: [],
    type: input.type,
    title: input.title,
    unit: input.unit,
    input,
    exclusions: [],
    reading: NO_READING,
  })
  draft.declare(indicator, name, entry.at)
  const under = entry.text('under')
  const parent = branches.get(under ?? '')
  if (under !== null && !parent) {
    const at = entry.path('under')
    reportUnknown(draft, at, under, 'a criterion of the tree', branches.keys())
    missChild(draft, under, branches)
  }
  if (under === null) missChild(draft, '', branches)
  const node = newCriterion(
    draft,
    `score(${name})`,
    entry,
    parent?.node ?? null,
  )
  node.unit = null
  node.maker = { kind: 'indicator', indicator, value: indicator }
  draft.add(node)
  parent?.children.push({ node, entry, children: [], judged: null })
  if (!draft.tree.has(name)) draft.tree.set(name, node)
  draft.later(node, () => {
    const reading = readReading(
      draft,
      entry,
      'nothing',
      `The indicator "${name}"`,
      null,
    )
    ;(indicator as Mutable<IndicatorNode>).reading = reading
    node.reading = reading
    const isWhole = buildStages(draft, node, entry)
    if (draft.isBroken(input) || draft.isBroken(indicator)) return false
    if (draft.isBrokenEntry(entry) || !isWhole) return false
    const { type } = indicator
    const fits = settleType(draft, node, entry, type)
    const above = parent?.entry ?? null
    return fits && (!!node.normaliser || fitsParent(draft, entry, above, type))
  })
}

/** The criterion that was meant lacks a child, so that it cannot be computed. */
function missChild(
  draft: Draft,
  under: string,
  branches: ReadonlyMap<string, Branch>,
): void {
  const near = branches.get(closest(under, branches.keys()) ?? '')
  for (const branch of near ? [near] : branches.values()) {
    draft.markBroken(branch.node)
  }
}

function complete(draft: Draft, branch: Branch): void {
  const { node, entry } = branch
  draft.later(node, () => {
    const hasFormula = entry.says('formula')
    const needs = hasFormula ? 'citation-and-mark' : 'nothing'
    const what = hasFormula
      ? `The formula of "${node.name}"`
      : `The criterion "${node.name}"`
    node.reading = readReading(draft, entry, needs, what, draft.bodies)
    const isWhole = !draft.isBrokenEntry(entry) && !draft.isBroken(node)
    const isWritten = ['formula', 'variants', 'judged'].some((key) =>
      entry.has(key),
    )
    // Children that are not there are no mistake of their own.
    const made = isWhole || isWritten ? buildMaker(draft, branch) : null
    if (made) node.maker = made.maker
    const isStaged = buildStages(draft, node, entry)
    if (!isStaged || !isWhole || !made) return false
    return settleType(draft, node, entry, made.type)
  })
}

/** What happens to the value after it is computed. */
function buildStages(
  draft: Draft,
  node: Mutable<CriterionNode>,
  entry: Entry,
): boolean {
  let whole = true
  const step = normalisingStep(draft, node)
  if (step === 'unknown') return false
  if (entry.has('normalise') && step) {
    const info = { name: entry.at.at(-1) as string, step: step.step }
    draft.report('NORMALISED_TWICE', entry.path('normalise'), info)
    return false
  }
  if (entry.has('normalise')) {
    node.normaliser = buildNormaliser(draft, node, entry)
    whole = node.normaliser !== null
  } else if (entry.says('better') && !step) {
    draft.report('SETTING_NOT_USED', entry.path('better'), {
      key: 'better',
      why: 'nothing is normalised here',
    })
  }
  if (entry.has('maximum')) {
    node.maximum = constantOrParameter(draft, entry, 'maximum')
    whole &&= node.maximum !== null
  }
  return whole
}

function readRounding(entry: Entry): Rounding | null {
  if (!entry.has('round')) return null
  const round = entry.entry('round')
  const digits = round.whole('digits')
  const mode = round.text('mode') === 'half-even' ? 'half-even' : 'half-up'
  return digits === null ? null : { digits, mode }
}
