/** The parts of a methodology in the order in which they need each other, made of a file whose keys are in order. */
import type { Problem } from '../errors.js'
import type { Source } from '../source/source.js'
import { blame } from './blame.js'
import { buildComputed } from './build-computed.js'
import { buildDeductions } from './build-deductions.js'
import { buildIdentity } from './build-identity.js'
import { buildChecks, buildInputs } from './build-inputs.js'
import { buildKeyedTables } from './build-keyed-tables.js'
import { buildNamedNormalisers } from './build-normalisers.js'
import { readOutputs, readTotal } from './build-outputs.js'
import { buildParameters, buildVariations } from './build-parameters.js'
import { buildPopulations } from './build-populations.js'
import { buildRankings } from './build-rankings.js'
import { buildRegister } from './build-register.js'
import { checkReleased, readReleased } from './build-released.js'
import { buildRules } from './build-rules.js'
import { buildScales } from './build-scales.js'
import { buildSteps } from './build-steps.js'
import { buildTree } from './build-tree.js'
import { checkDeductions } from './check-deductions.js'
import { checkTexts } from './check-texts.js'
import { computableOrder } from './computable-order.js'
import type { Draft } from './draft.js'
import { deepFreeze } from './freeze.js'
import type { WrittenTable } from './keyed-table.js'
import type { Methodology, Node } from './methodology.js'
import { isLosingNames } from './misspelt.js'

/** @param ofText - mistakes that were found before */
export function buildMethodology(
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
  const nodes = computableOrder(draft)
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
