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
import type { CriterionNode, IndicatorNode, Rounding } from './methodology.js'
import { NO_READING, readReading } from './reading.js'
import { reportUnknown } from './unknown.js'

/** A node of the tree while its children are gathered. */
export interface Branch {
  readonly node: Mutable<CriterionNode>
  readonly entry: Entry
  readonly children: Branch[]
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
  const branch: Branch = { node, entry, children: [] }
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
    weight: entry.has('weight') ? entry.fraction('weight') : null,
    maker: { kind: 'formula', expression: { kind: 'argument' }, formula: '' },
    normaliser: null,
    maximum: null,
    deductions: [],
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
  parent?.children.push({ node, entry, children: [] })
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
    return isNumeric(draft, node, entry, indicator)
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

/** Without a normaliser that gives points, only numbers can be aggregated. */
function isNumeric(
  draft: Draft,
  node: CriterionNode,
  entry: Entry,
  indicator: IndicatorNode,
): boolean {
  const { kind } = indicator.type
  const gives =
    node.normaliser?.kind === 'scale' ? kind !== 'number' : kind === 'number'
  if (gives) return hasAllPoints(draft, node, entry, indicator)
  draft.report('WRONG_TYPE', entry.at, {
    received:
      kind === 'number'
        ? `an indicator of numbers with a scale of levels`
        : `a ${kind} indicator without points`,
    expected:
      kind === 'number'
        ? '"type: level" with its "values", or a normaliser of numbers such as goalposts'
        : 'normalise: { kind: scale, points: { ... } }',
  })
  return false
}

/** Every level of the input has points, and points stand for no other level. */
function hasAllPoints(
  draft: Draft,
  node: CriterionNode,
  entry: Entry,
  { type }: IndicatorNode,
): boolean {
  const { normaliser } = node
  if (normaliser?.kind !== 'scale') return true
  const levels = type.kind === 'level' ? type.values : ['true', 'false']
  const points = [...normaliser.points.keys()]
  const strange = points.filter((level) => !levels.includes(level))
  const isWritten = normaliser.name === null
  for (const level of isWritten ? strange : []) {
    const at = [...entry.path('normalise'), 'points', level]
    reportUnknown(draft, at, level, 'a level of this indicator', levels)
  }
  const lacking = levels.filter((level) => !points.includes(level))
  // A misspelt level is one mistake and not two.
  if (lacking.length > 0 && (!isWritten || strange.length === 0)) {
    const why = `The scale has no points for ${lacking.map((level) => `"${level}"`).join(', ')}.`
    draft.report('MISSING_KEY', entry.path('normalise'), { key: 'points', why })
  }
  return lacking.length === 0 && (!isWritten || strange.length === 0)
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
    const isWritten = entry.has('formula') || entry.has('variants')
    // Children that are not there are no mistake of their own.
    const maker = isWhole || isWritten ? buildMaker(draft, branch) : null
    if (maker) node.maker = maker
    return buildStages(draft, node, entry) && isWhole && maker !== null
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
