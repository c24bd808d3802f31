/**
 * The formulas of a methodology that is being written, mistakes and all: what
 * each can name, and what is wrong with a text that might stand in its place.
 */
import type { DistributionNode, Level } from '../methodology/methodology.js'
import { findTable, type Scope } from '../expression/scope.js'
import type { Draft, WrittenFormula } from '../methodology/draft.js'
import { loadDraft, type LoadedDraft } from '../methodology/load-methodology.js'
import { writtenPath } from '../methodology/locate.js'
import { isTable } from '../methodology/tables.js'
import { pathKey, type Path } from '../source/path.js'
import type { Tree } from '../source/source.js'
import { formulaProblems, type FormulaProblem } from './formula-problems.js'
import { scopeNames, type ScopeName } from './scope-names.js'

export interface FormulaScope {
  readonly names: readonly ScopeName[]
  /** Problems of a text in this place, in the order of its characters. */
  readonly check: (formula: string) => readonly FormulaProblem[]
}

export interface OpenFormulas {
  /**
   * @param at - of the formula in the file, as `computed`, `goals.K`, `formula`;
   * it need not stand there yet
   */
  readonly scope: (at: Path) => FormulaScope
}

/** Keys whose formula is true or false. */
const CONDITIONS = new Set(['when', 'where', 'required_when'])

const NOTHING: FormulaScope = { names: [], check: () => [] }

/** @param text - of the file; where it cannot be read as YAML nothing is known */
export function openFormulas(file: string, text: string): OpenFormulas {
  const opened = loadDraft(file, text, null)
  return { scope: (at) => scopeOf(opened, at) }
}

function scopeOf({ draft, form }: LoadedDraft, at: Path): FormulaScope {
  if (!draft) return NOTHING
  const key = pathKey(at)
  const written = draft.formulas.find(
    (each) => pathKey(writtenPath(form, each.at)) === key,
  )
  const { level, options } = written ?? unwritten(draft, at)
  const makeScope = (report: Scope['report']): Scope =>
    draft.scope(level, at, {
      ...options,
      report,
      used: () => undefined,
      distribution: (of, text) => unkept(draft, of, text),
    })
  const isCondition = CONDITIONS.has(String(at.at(-1)))
  const hasColumns = isRepeated(form.source.tree, at)
  return {
    names: scopeNames(makeScope(() => undefined)),
    check: (formula) =>
      // $column is another text in every row: the file as a whole is checked for that.
      hasColumns && formula.includes('$')
        ? []
        : formulaProblems(formula, makeScope, isCondition),
  }
}

/** True below an entry with `each`. */
function isRepeated(tree: Tree, [section = '', name = '']: Path): boolean {
  const entries = isTable(tree) ? tree[section] : undefined
  const entry = isTable(entries) ? entries[name] : undefined
  return isTable(entry) && Object.hasOwn(entry, 'each')
}

/** The place of a formula that the file does not have yet. */
function unwritten(
  draft: Draft,
  at: Path,
): Pick<WrittenFormula, 'level' | 'options'> {
  const [section, key] = at
  const isGiven = at.at(-1) === 'required_when' || section === 'checks'
  const isOfValue = ['normalise', 'normalisers', 'steps'].some((each) =>
    at.includes(each),
  )
  return {
    level: section === 'computed' ? levelOf(draft, String(key)) : draft.bodies,
    options: {
      ...(isGiven ? { inputsOnly: true } : {}),
      ...(isOfValue ? { hasArgument: true } : {}),
    },
  }
}

/** Of a computed column: `goals.indicators.h`, `population.best`. */
function levelOf(draft: Draft, name: string): Level {
  const steps = name.split('.').slice(0, -1)
  if (steps[0] === 'population') return draft.population
  return findTable(draft.bodies, steps) ?? draft.bodies
}

/** The figures that a rank looks at; the methodology gets no node for a text that is only tried. */
function unkept(
  draft: Draft,
  of: DistributionNode['of'],
  text: string,
): DistributionNode {
  return {
    kind: 'distribution',
    name: text,
    among: null,
    level: draft.population,
    slot: -1,
    at: [],
    reads: [],
    of,
    text,
  }
}
