/**
 * Decides a condition for one body with json-rules-engine, in three values.
 *
 * json-rules-engine knows true and false only, so each condition is evaluated
 * twice in one run: once with every undecided fact taken so as to make it true,
 * once so as to make it false. Where the two agree, it is decided. A fact that
 * is not applicable is taken so as to make it false both times: the condition
 * does not fire and is not undecided.
 */
import type {
  ConditionProperties,
  Engine,
  NestedCondition,
  TopLevelCondition,
} from 'json-rules-engine'
import type { Frame } from '../evaluation/evaluate-expression.js'
import {
  FALSE,
  missing,
  TRUE,
  type MissingValue,
  type Value,
} from '../value.js'
import { leavesOf, type Condition, type Leaf } from './condition.js'
import { leafOutcome, type LeafOutcome } from './leaf-outcome.js'

export interface Decision {
  /** true, false, or missing with the facts that leave it undecided. */
  readonly value: Value
  readonly leaves: readonly LeafOutcome[]
}

/** What the condition is to become: each rule takes what is undecided its way. */
const AIMS = ['true', 'false'] as const
type Aim = (typeof AIMS)[number]

/** What a leaf counts as where it has no truth of its own. */
interface Taken {
  readonly missing: boolean
  readonly notApplicable: boolean
}

/**
 * Prepared once per condition; an engine keeps no facts between runs. It is
 * asked once for each pattern of what the facts are: what is known is answered
 * at once, and not by a promise.
 */
export type Decider = (frame: Frame) => Decision | Promise<Decision>

export function isPromise(
  decision: Decision | Promise<Decision>,
): decision is Promise<Decision> {
  return decision instanceof Promise
}

/** Made once for a condition, which is frozen. */
export function compileCondition(condition: Condition): Decider {
  const known = deciders.get(condition)
  if (known) return known
  const made = prepare(condition)
  deciders.set(condition, made)
  return made
}

const deciders = new WeakMap<Condition, Decider>()

/** Patterns that are remembered of one condition. */
const MOST_PATTERNS = 1000

function prepare(condition: Condition): Decider {
  const leaves = leavesOf(condition)
  const [only] = leaves
  if (condition.kind === 'leaf' && only) {
    return (frame) => decideLeaf(only, frame)
  }
  let engine: Promise<Engine> | null = null
  const ask = async (outcomes: readonly LeafOutcome[]): Promise<Truth> => {
    engine ??= engineOf(condition, leaves)
    const { events } = await (
      await engine
    ).run(
      Object.fromEntries(
        outcomes.map((outcome, index) => [factName(index), outcome]),
      ),
    )
    const met = (aim: Aim) => events.some((event) => event.type === aim)
    if (met('false')) return 'true'
    return met('true') ? 'undecided' : 'false'
  }
  const answers = new Map<string, Truth>()
  return (frame) => {
    const outcomes = leaves.map((leaf) => leafOutcome(leaf, frame))
    const pattern = patternOf(outcomes)
    const known = answers.get(pattern)
    if (known) return decision(known, outcomes)
    return ask(outcomes).then((truth) => {
      if (answers.size < MOST_PATTERNS) answers.set(pattern, truth)
      return decision(truth, outcomes)
    })
  }
}

/** The library is loaded for the first condition that needs it; most have one fact. */
async function engineOf(
  condition: Condition,
  leaves: readonly Leaf[],
): Promise<Engine> {
  const { Engine } = await import('json-rules-engine')
  const engine = new Engine([], { allowUndefinedFacts: false, pathResolver })
  engine.addOperator<LeafOutcome, Taken>('comes', ({ holds }, taken) => {
    if (holds.kind === 'boolean') return holds.boolean
    return holds.kind === 'not-applicable' ? taken.notApplicable : taken.missing
  })
  for (const aim of AIMS) {
    engine.addRule({
      conditions: topLevel(rewrite(condition, leaves, aim, true)),
      event: { type: aim },
    })
  }
  return engine
}

type Truth = 'true' | 'false' | 'undecided'

/** All that the engine sees of the facts: one letter for each. */
function patternOf(outcomes: readonly LeafOutcome[]): string {
  return outcomes
    .map(({ holds }) =>
      holds.kind === 'boolean' ? (holds.boolean ? 't' : 'f') : holds.kind[0],
    )
    .join('')
}

function decision(truth: Truth, leaves: readonly LeafOutcome[]): Decision {
  if (truth === 'undecided') return { value: undecided(leaves), leaves }
  return { value: truth === 'true' ? TRUE : FALSE, leaves }
}

/** One fact alone needs no engine: it is what it is. */
function decideLeaf(leaf: Leaf, frame: Frame): Decision {
  const outcome = leafOutcome(leaf, frame)
  const { holds } = outcome
  const value = holds.kind === 'not-applicable' ? FALSE : holds
  return { value, leaves: [outcome] }
}

/** The facts that are missing, in reading order. */
export function undecided(outcomes: readonly LeafOutcome[]): MissingValue {
  const because = outcomes.flatMap(({ holds }) =>
    holds.kind === 'missing' ? [holds] : [],
  )
  return missing('OPERAND_MISSING', { because })
}

/**
 * The condition over facts `leaf0`, `leaf1`, ...: each leaf says how it is taken
 * where its fact is absent, turned round below every `not`.
 */
function rewrite(
  condition: Condition,
  leaves: readonly Leaf[],
  aim: Aim,
  upright: boolean,
): NestedCondition {
  switch (condition.kind) {
    case 'all':
      return {
        all: condition.conditions.map((part) =>
          rewrite(part, leaves, aim, upright),
        ),
      }
    case 'any':
      return {
        any: condition.conditions.map((part) =>
          rewrite(part, leaves, aim, upright),
        ),
      }
    case 'not':
      return { not: rewrite(condition.condition, leaves, aim, !upright) }
    case 'leaf': {
      const value: Taken = {
        missing: (aim === 'true') === upright,
        notApplicable: !upright,
      }
      const fact = factName(leaves.indexOf(condition))
      const properties: ConditionProperties = {
        fact,
        operator: 'comes',
        value,
      }
      return properties
    }
  }
}

function topLevel(condition: NestedCondition): TopLevelCondition {
  return 'fact' in condition ? { all: [condition] } : condition
}

const factName = (index: number) => `leaf${index}`

/** Facts are whole outcomes; no path is ever resolved, so no path language is reached. */
function pathResolver(): never {
  throw new TypeError('Paths are resolved when the methodology is read')
}
