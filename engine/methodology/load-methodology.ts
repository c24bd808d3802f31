/** The text of a methodology file -> a checked, frozen methodology, or all its mistakes. */
import { problem, type LocatedProblem, type Problem } from '../errors.js'
import { parseYaml } from '../source/parse-yaml.js'
import type { Path } from '../source/path.js'
import type { LineRange, Source } from '../source/source.js'
import { describeType } from '../expression/type-rules.js'
import { buildComputed } from './build-computed.js'
import { buildDeductions } from './build-deductions.js'
import { buildIdentity } from './build-identity.js'
import { buildChecks, buildInputs } from './build-inputs.js'
import { buildKeyedTables } from './build-keyed-tables.js'
import { buildParameters, buildVariations } from './build-parameters.js'
import { buildNamedNormalisers } from './build-normalisers.js'
import { buildPopulations } from './build-populations.js'
import { buildRankings, findFigure } from './build-rankings.js'
import { checkReleased, readReleased } from './build-released.js'
import { buildRegister } from './build-register.js'
import { buildRules } from './build-rules.js'
import { buildScales } from './build-scales.js'
import { buildSteps } from './build-steps.js'
import { buildTree } from './build-tree.js'
import { checkDeductions } from './check-deductions.js'
import { fillDefaults } from './defaults.js'
import { checkTexts } from './check-texts.js'
import { isTable } from './tables.js'
import { Draft, type Mutable } from './draft.js'
import { Entry } from './entry.js'
import { gatherInstances } from './each/gather.js'
import { repeatEntries } from './each/repeat-entries.js'
import type { WrittenTable } from './keyed-table.js'
import { locateAll } from './locate.js'
import { deepFreeze } from './freeze.js'
import type { Column, CriterionNode, Methodology, Node } from './methodology.js'
import { blameDeclarations, isLosingNames } from './misspelt.js'
import { orderNodes } from './order.js'
import { readsOf } from './reads.js'
import { repairKeys } from './repair-keys.js'
import { findStructureProblems, show } from './structure.js'
import { reportUnknown } from './unknown.js'

export interface Loaded {
  /** null where the file has any mistake: nothing is scored with it. */
  readonly methodology: Methodology | null
  /** What can be computed in spite of the mistakes: examples are still tried on it. */
  readonly usable: Methodology | null
  /** Names that lead nowhere because their declaration is misspelt, which has been reported. */
  readonly excused: readonly string[]
  /** A rule that a mistake left unmade raises no flag. */
  readonly areRulesLost: boolean
  readonly source: Source
  /** In the order of the file. */
  readonly problems: readonly LocatedProblem[]
}

/**
 * @param file - how the file is named in messages
 * @param text - YAML; nothing else than this text is looked at
 * @param unread - where the section `examples` stands in a text that is known to
 * have no mistakes; it is then as if there were none, and what is computed from the
 * rest is the same
 */
export function loadMethodology(
  file: string,
  text: string,
  unread: LineRange | null = null,
): Loaded {
  const parsed = parseYaml(file, text, unread)
  const { source } = parsed
  const repaired = repairKeys(source.tree, parsed.broken)
  const filled = fillDefaults(repaired.tree)
  const meant = parsed.broken.map(repaired.meantPath)
  const written = [...meant, ...repaired.broken]
  const { renamed } = repaired
  const { form, expanded, tables } = repeatEntries(
    source,
    { ...filled, renamed },
    written,
  )
  const refused = [...meant.flatMap(expanded.made), ...expanded.broken]
  const problems: Problem[] = [
    ...parsed.problems,
    ...repaired.problems,
    ...filled.problems,
  ]
  const unreadable = parsed.broken.some((path) => path.length === 0)
  if (unreadable || !isTable(form.tree)) {
    if (!unreadable && problems.length + expanded.problems.length === 0) {
      const received = show(source.tree)
      problems.push(problem('NOT_A_METHODOLOGY', [], { received }))
    }
    return {
      methodology: null,
      usable: null,
      excused: [],
      areRulesLost: true,
      source,
      problems: locateAll(form, [...problems, ...expanded.problems]),
    }
  }
  const silent = [...refused, ...repaired.unread.flatMap(expanded.made)]
  const structure = findStructureProblems(form.tree).filter(
    // What YAML's refusal left empty is not reported again.
    ({ at }) => !silent.some((path) => isBelow(at, path)),
  )
  problems.push(...structure)
  const broken: readonly Path[] = [
    ...refused,
    ...repaired.broken.flatMap(expanded.made),
    ...structure.map((found) => found.at),
  ]
  const root = new Entry(form, [], form.tree)
  const draft = new Draft(root, broken, expanded.lost)
  draft.problems.push(...expanded.problems)
  const usable = build(draft, source, problems, tables)
  problems.push(...draft.problems)
  const gathered = gatherInstances(problems, expanded.instances, form)
  const located = locateAll(form, gathered)
  if (located.length === 0 && usable.nodes.length < draft.nodes.length) {
    // A figure must never disappear without a word.
    throw new Error('A part of the methodology was given up without a message')
  }
  return {
    methodology: located.length === 0 ? usable : null,
    usable,
    excused: draft.excused,
    areRulesLost:
      parsed.problems.length > 0 ||
      [...broken, ...gathered.map(({ at }) => at)].some(([section]) =>
        ['rules', 'tables'].includes(String(section)),
      ),
    source,
    problems: located,
  }
}

function isBelow(path: Path, above: Path): boolean {
  return above.every((step, index) => path[index] === step)
}

function build(
  draft: Draft,
  source: Source,
  ofText: readonly Problem[],
  tables: ReadonlyMap<string, WrittenTable>,
): Methodology {
  const { root } = draft
  const identity = buildIdentity(draft)
  buildParameters(draft)
  buildScales(draft)
  buildKeyedTables(draft, tables)
  buildInputs(draft)
  buildPopulations(draft)
  buildComputed(draft)
  buildVariations(draft)
  const roots = buildTree(draft)
  buildSteps(draft)
  const deductions = buildDeductions(draft)
  buildRankings(draft)
  buildRules(draft, deductions)
  const checks = buildChecks(draft)
  const register = buildRegister(draft)
  draft.settleAll()
  buildNamedNormalisers(draft)
  const named = readOutputs(draft, roots)
  const total = readTotal(draft, roots, ofText.length)
  const released = readReleased(draft)
  checkTexts(draft)
  blame(
    draft,
    source,
    [...ofText, ...draft.problems].filter(isLosingNames).length,
  )
  const nodes = inOrder(draft)
  checkDeductions(draft, root.texts('outputs'))
  const computable = new Set<Node>(nodes)
  const outputs = named.filter((column) => computable.has(column))
  const methodology: Methodology = {
    ...identity,
    register,
    parameters: draft.parameters,
    scales: [...draft.scales.values()].filter((scale) => scale !== null),
    population: draft.population,
    bodies: draft.bodies,
    nodes,
    outputs,
    total: total && computable.has(total) ? total : null,
    released: released.filter((node) => computable.has(node)),
    roots,
    rules: draft.rules.filter((rule) => computable.has(rule)),
    rankings: [...draft.rankings.values()].filter((each) =>
      computable.has(each),
    ),
    populations: [...draft.populations.values()].filter((each) =>
      computable.has(each),
    ),
    checks,
    root,
    source,
  }
  methodology.nodes.forEach(deepFreeze)
  // What stands behind a figure is known where nothing is broken.
  if (draft.problems.length === 0) checkReleased(draft, methodology)
  return Object.freeze(methodology)
}

/** What is misspelt where it is declared is said once, and what needs it is not computed. */
function blame(draft: Draft, source: Source, lost: number): void {
  const { problems, names, used } = blameDeclarations(
    draft.problems,
    source,
    (found) => draft.root.locate(found).line,
    lost,
  )
  draft.problems = [...blameTypes(draft, problems)]
  draft.excused = used
  if (names.length === 0) return
  const isNamed = (text: string) =>
    text.split(/[ .()]/).some((step) => names.includes(step))
  for (const node of draft.nodes) {
    const values =
      node.kind === 'input' && node.type.kind === 'level'
        ? node.type.values
        : []
    if (isNamed(node.name) || values.some((value) => names.includes(value))) {
      draft.markBroken(node)
    }
  }
}

/** An input whose type fits none of the places that read it has the wrong type. */
function blameTypes(
  draft: Draft,
  problems: readonly Problem[],
): readonly Problem[] {
  const misfits = new Map<Column, Problem[]>()
  for (const each of problems) {
    const column = each.mistyped
    if (column?.kind !== 'input' && column?.kind !== 'computed') continue
    misfits.set(column, [...(misfits.get(column) ?? []), each])
  }
  const replaced = new Map<Problem, Problem>()
  for (const [column, found] of misfits) {
    if (found.length < 2 || found.length < (draft.uses.get(column) ?? 0)) {
      continue
    }
    draft.markBroken(column)
    const lines = found.map((each) => draft.root.locate(each).line)
    const key = column.kind === 'input' ? 'type' : 'formula'
    const made = problem('TYPE_MISMATCH', [...column.at, key], {
      part: column.name,
      words: `it is ${describeType(column.type)}, and all that read it need another type (lines ${[...new Set(lines)].join(', ')})`,
    })
    found.forEach((each) => replaced.set(each, made))
  }
  return [...new Set(problems.map((each) => replaced.get(each) ?? each))]
}

/** The nodes that can be computed: not broken, not in a cycle, and reading only such. */
function inOrder(draft: Draft): readonly Node[] {
  for (const node of draft.nodes) {
    const reads = draft.isBroken(node)
      ? draft.mentionsOf(node)
      : readsOf(node, draft.bodies)
    ;(node as Mutable<Node>).reads = [...new Set(reads)]
  }
  const { order, cycles } = orderNodes(draft.nodes, (node) => node.reads)
  for (const members of cycles) {
    const [first] = members
    const names = [...members, ...(first ? [first] : [])].map(
      (node) => node.name,
    )
    draft.report('CYCLE', closingPath(draft, members), { members: names })
  }
  const computable = new Set<Node>()
  for (const node of order) {
    const whole =
      !draft.isBroken(node) && node.reads.every((read) => computable.has(read))
    if (whole) computable.add(node)
  }
  return order.filter((node) => computable.has(node))
}

/**
 * The member whose formula closes the circle: a limit, a criterion that reads what it is
 * below, or the only one that reads against the order of the file.
 */
function closingPath(draft: Draft, members: readonly Node[]): Path {
  const written = members.filter((node) => node.at.length > 0)
  const limit = written.find(
    (node) => node.kind === 'rule' && node.event.kind === 'limit',
  )
  if (limit) return limit.at
  const inside = written.find((node) =>
    node.reads.some(
      (read) =>
        read !== node &&
        members.includes(read) &&
        read.at.length < node.at.length &&
        isBelow(node.at, read.at),
    ),
  )
  if (inside) return inside.at
  const line = (node: Node) =>
    draft.root.locate(problem('CYCLE', node.at, { members: [] })).line
  const readers = (isAgainst: (node: Node, read: Node) => boolean) =>
    written.filter((node) =>
      node.reads.some(
        (read) => written.includes(read) && isAgainst(node, read),
      ),
    )
  const later = readers((node, read) => line(read) > line(node))
  const earlier = readers((node, read) => line(read) < line(node))
  const odd = earlier.length === 1 && later.length > 1 ? earlier : later
  return (odd[0] ?? written[0])?.at ?? []
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
    if (draft.isRefused(item.at)) return []
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
  mistakes: number,
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
  if (draft.problems.length + mistakes === 0) {
    draft.report('MISSING_KEY', [], {
      key: 'total',
      why: `The tree has ${roots.length} roots; name the figure that decides the status of a body.`,
    })
  }
  return null
}
