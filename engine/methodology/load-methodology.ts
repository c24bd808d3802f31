/** The text of a methodology file -> a checked, frozen methodology, or all its mistakes. */
import { problem, type LocatedProblem, type Problem } from '../errors.js'
import { parseYaml } from '../source/parse-yaml.js'
import { pathText, type Path } from '../source/path.js'
import type { Source, Tree } from '../source/source.js'
import { closest } from '../source/closest.js'
import { buildComputed } from './build-computed.js'
import { buildDeductions } from './build-deductions.js'
import { buildIdentity } from './build-identity.js'
import { buildChecks, buildInputs, buildParameters } from './build-inputs.js'
import { buildNamedNormalisers } from './build-normalisers.js'
import { buildRankings } from './build-rankings.js'
import { buildRules } from './build-rules.js'
import { buildTree } from './build-tree.js'
import { fillDefaults } from './defaults.js'
import { isTable } from './tables.js'
import { Draft, type Mutable } from './draft.js'
import { Entry } from './entry.js'
import { locateAll, type FilledSource } from './locate.js'
import { deepFreeze } from './freeze.js'
import type { Column, CriterionNode, Methodology, Node } from './methodology.js'
import { orderNodes } from './order.js'
import { readsOf } from './reads.js'
import { repairKeys } from './repair-keys.js'
import { findStructureProblems, show } from './structure.js'
import { findFigure } from './build-rankings.js'
import { reportUnknown } from './unknown.js'

export interface Loaded {
  /** null where the file has any mistake: nothing is scored with it. */
  readonly methodology: Methodology | null
  /** What can be computed in spite of the mistakes: examples are still tried on it. */
  readonly usable: Methodology | null
  readonly source: Source
  /** In the order of the file. */
  readonly problems: readonly LocatedProblem[]
}

/**
 * @param file - how the file is named in messages
 * @param text - YAML; nothing else than this text is looked at
 */
export function loadMethodology(file: string, text: string): Loaded {
  const parsed = parseYaml(file, text)
  const { source } = parsed
  const repaired = repairKeys(source.tree)
  const filled = fillDefaults(repaired.tree)
  const { renamed } = repaired
  const form: FilledSource = { source, ...filled, renamed }
  const problems: Problem[] = [
    ...parsed.problems,
    ...repaired.problems,
    ...filled.problems,
  ]
  const unreadable = parsed.broken.some((path) => path.length === 0)
  if (unreadable || !isTable(filled.tree)) {
    if (!unreadable) {
      const received = show(source.tree)
      problems.push(problem('NOT_A_METHODOLOGY', [], { received }))
    }
    return {
      methodology: null,
      usable: null,
      source,
      problems: locateAll(form, problems),
    }
  }
  const refused = new Set(parsed.broken.map((path) => pathText(path)))
  const structure = findStructureProblems(filled.tree).filter(
    // What YAML's refusal left empty is not reported again.
    ({ at }) => !refused.has(pathText(at)),
  )
  problems.push(...structure)
  const broken: readonly Path[] = [
    ...parsed.broken,
    ...repaired.broken,
    ...structure.map((found) => found.at),
  ]
  const root = new Entry(form, [], filled.tree)
  const draft = new Draft(root, broken)
  const usable = build(draft, source)
  problems.push(...draft.problems)
  const located = locateAll(form, problems)
  return {
    methodology: located.length === 0 ? usable : null,
    usable,
    source,
    problems: located,
  }
}

function build(draft: Draft, source: Source): Methodology {
  const { root } = draft
  const identity = buildIdentity(draft)
  buildParameters(draft)
  buildInputs(draft)
  buildComputed(draft)
  const roots = buildTree(draft)
  buildNamedNormalisers(draft)
  const deductions = buildDeductions(draft)
  buildRankings(draft)
  buildRules(draft, deductions)
  const checks = buildChecks(draft)
  draft.settleAll()
  const nodes = inOrder(draft)
  const computable = new Set<Node>(nodes)
  const outputs = readOutputs(draft, roots).filter((column) =>
    computable.has(column),
  )
  const total = readTotal(draft, roots)
  checkTexts(draft)
  const methodology: Methodology = {
    ...identity,
    parameters: draft.parameters,
    population: draft.population,
    bodies: draft.bodies,
    nodes,
    outputs,
    total: total && computable.has(total) ? total : null,
    roots,
    rules: draft.rules.filter((rule) => computable.has(rule)),
    rankings: [...draft.rankings.values()].filter((each) =>
      computable.has(each),
    ),
    checks,
    examples: root.items('examples').length,
    root,
    source,
  }
  methodology.nodes.forEach(deepFreeze)
  return Object.freeze(methodology)
}

/** The nodes that can be computed: not broken, not in a cycle, and reading only such. */
function inOrder(draft: Draft): readonly Node[] {
  for (const node of draft.nodes) {
    const reads = draft.isBroken(node) ? [] : readsOf(node, draft.bodies)
    ;(node as Mutable<Node>).reads = [...new Set(reads)]
  }
  const { order, cycles } = orderNodes(draft.nodes, (node) => node.reads)
  for (const members of cycles) {
    const [first] = members
    const names = [...members, ...(first ? [first] : [])].map(
      (node) => node.name,
    )
    const earliest = members.find((node) => node.at.length > 0) ?? first
    draft.report('CYCLE', earliest?.at ?? [], { members: names })
  }
  const computable = new Set<Node>()
  for (const node of order) {
    const whole =
      !draft.isBroken(node) && node.reads.every((read) => computable.has(read))
    if (whole) computable.add(node)
  }
  return order.filter((node) => computable.has(node))
}

/** Named by the file, or all criteria and deductions. */
function readOutputs(
  draft: Draft,
  roots: readonly CriterionNode[],
): readonly Column[] {
  const { root } = draft
  if (!root.has('outputs')) {
    const own = draft.nodes.filter(
      (node): node is Column =>
        node.kind === 'deduction' ||
        (node.kind === 'criterion' &&
          node.maker.kind !== 'indicator' &&
          draft.tree.get(node.name) === node),
    )
    return own.length > 0 ? own : roots
  }
  return root.items('outputs').flatMap((item) => {
    const name = item.ownText() ?? ''
    const column = findFigure(draft, name)
    if (column) return column
    const known = draft.bodies.columns.keys()
    reportUnknown(draft, item.at, name, 'a figure of the body', known)
    return []
  })
}

/** The figure that decides the status of a body. */
function readTotal(
  draft: Draft,
  roots: readonly CriterionNode[],
): Column | null {
  const { root } = draft
  const name = root.text('total')
  if (name !== null) {
    const column = findFigure(draft, name)
    if (column) return column
    const known = draft.bodies.columns.keys()
    reportUnknown(
      draft,
      root.path('total'),
      name,
      'a figure of the body',
      known,
    )
    return null
  }
  const [only, second] = roots
  if (only && !second) return only
  if (draft.problems.length === 0) {
    draft.report('MISSING_KEY', [], {
      key: 'total',
      why: `The tree has ${roots.length} roots; name the figure that decides the status of a body.`,
    })
  }
  return null
}

/** Translations whose path leads nowhere would be lost without a word. */
function checkTexts(draft: Draft): void {
  const { root } = draft
  const paths = new Set<string>()
  for (const key of root.keys()) {
    if (key !== 'texts') collectPaths(root.value(key) ?? null, [key], paths)
  }
  for (const [, language] of root.entries('texts')) {
    for (const key of language.keys()) {
      if (paths.has(key)) continue
      const near = closest(key, paths)
      draft.report('UNKNOWN_NAME', language.path(key), {
        name: key,
        what: 'the path of a title or text in this file',
        ...(near ? { closest: near } : {}),
      })
    }
  }
}

function collectPaths(tree: Tree, path: Path, paths: Set<string>): void {
  if (tree === null || typeof tree !== 'object') {
    paths.add(pathText(path))
    return
  }
  for (const [key, value] of Object.entries(tree)) {
    const step = Array.isArray(tree) ? Number(key) : key
    collectPaths(value as Tree, [...path, step], paths)
  }
}
