/** The result of one body against the expectation written in the file. */
import { cellOf } from '../evaluation/cell.js'
import { figureOf, hasFired } from '../result/body-result.js'
import { bodyOf } from '../explanation/explain-register.js'
import { evaluateDeduction } from '../evaluation/evaluate-deduction.js'
import type { Row } from '../evaluation/row.js'
import type { Entry } from '../methodology/entry.js'
import type { Column, Methodology } from '../methodology/methodology.js'
import type { RuleNode } from '../methodology/rule-nodes.js'
import type { Numeric } from '../number/numeric.js'
import { closest } from '../source/closest.js'
import { missing, numberValue } from '../value.js'
import { compareLimits } from './compare-limits.js'
import { figureDifference } from './compare-figure.js'
import { indicatorOf, namedSteps, stepOf } from './expected-names.js'
import type { Outcome } from './run-examples.js'

export function compareExpectation(
  outcome: Outcome,
  expected: Entry,
  id: string,
  within: Numeric | null,
): void {
  const body = bodyOf(outcome.run, id)
  if (!body) {
    outcome.report('EXAMPLE_DATA', expected.at, {
      words: `there is no body "${id}" in its data`,
    })
    return
  }
  compareStatus(outcome, expected, id)
  for (const [name, entry] of expected.entries('outputs')) {
    const column = findColumn(outcome, name, entry)
    if (!column || isStrangeLevel(outcome, column, entry)) continue
    const received = figureDifference(
      figureOf(body, column),
      entry.ownText(),
      within,
    )
    if (received !== null)
      fail(
        outcome,
        entry,
        `${name} of ${id}`,
        entry.ownText() ?? 'missing',
        received,
      )
  }
  for (const [name, entry] of expected.entries('places')) {
    comparePlace(outcome, name, entry, id)
  }
  if (expected.has('joined')) compareJoined(outcome, expected, id)
  if (expected.has('deductions'))
    compareDeductions(outcome, expected.entry('deductions'), body, within)
  if (expected.has('limits')) {
    compareLimits(outcome, expected.entry('limits'), body)
  }
  if (expected.has('flags')) {
    compareFlags(outcome, expected, 'flags', (rule) => hasFired(body, rule))
  }
  if (expected.has('undecided_flags')) {
    compareFlags(
      outcome,
      expected,
      'undecided_flags',
      (rule) => cellOf(body, rule)?.kind === 'missing',
    )
  }
}

/** A word that the figure can never be is misspelt. */
function isStrangeLevel(
  outcome: Outcome,
  { type }: Column,
  entry: Entry,
): boolean {
  const word = entry.ownText()
  if (type.kind !== 'level' || word === null || word === 'not-applicable') {
    return false
  }
  if (type.values.includes(word)) return false
  const near = closest(word, type.values)
  outcome.report('UNKNOWN_NAME', entry.at, {
    name: word,
    what: `one of the levels ${type.values.join(', ')}`,
    ...(near ? { closest: near } : {}),
  })
  return true
}

function fail(
  outcome: Outcome,
  entry: Entry,
  what: string,
  expected: string,
  received: string,
): void {
  outcome.report('EXAMPLE_FAILED', entry.at, { what, expected, received })
}

function compareStatus(outcome: Outcome, expected: Entry, id: string): void {
  const wanted = expected.text('status')
  const hasTotal = outcome.run.methodology.total !== null
  if (wanted === null || !hasTotal) return
  const status =
    outcome.result.results.find((each) => each.id === id)?.status ?? ''
  if (status === wanted) return
  const at = expected.path('status')
  outcome.report('EXAMPLE_FAILED', at, {
    what: `status of ${id}`,
    expected: wanted,
    received: status,
  })
}

/** A figure that cannot be computed because of a mistake elsewhere is not compared. */
export function findColumn(
  outcome: Outcome,
  name: string,
  entry: Entry,
): Column | null {
  const { methodology } = outcome.run
  const column = columnsOf(methodology).find((node) => node.name === name)
  if (column) return column
  if (!isDeclared(methodology, name) && !outcome.excused.includes(name)) {
    const near = closest(
      name,
      columnsOf(methodology).map((node) => node.name),
    )
    outcome.report('UNKNOWN_NAME', entry.at, {
      name,
      what: 'a figure of the body',
      ...(near ? { closest: near } : {}),
    })
  }
  return null
}

/** A figure with a mistake, already reported, is declared and not computed. */
function isDeclared({ bodies, root }: Methodology, name: string): boolean {
  const step = stepOf(name)
  const steps = namedSteps(root)
  const isStep = step === null || steps.length === 0 || steps.includes(step)
  return isStep && bodies.columns.has(indicatorOf(name))
}

export function isDeclaredRanking(
  { run, excused }: Outcome,
  ranking: string,
): boolean {
  const { root } = run.methodology
  return root.entry('rankings').has(ranking) || excused.includes(ranking)
}

function columnsOf(methodology: Methodology): readonly Column[] {
  return methodology.nodes.filter(
    (node): node is Column =>
      node.level === methodology.bodies && 'type' in node,
  )
}

export function placeOf(
  outcome: Outcome,
  ranking: string,
  id: string,
): number | null | undefined {
  const places = Object.hasOwn(outcome.result.rankings, ranking)
    ? outcome.result.rankings[ranking]
    : undefined
  return places && (places.find((each) => each.id === id)?.place ?? null)
}

function comparePlace(
  outcome: Outcome,
  ranking: string,
  entry: Entry,
  id: string,
): void {
  const place = placeOf(outcome, ranking, id)
  if (place === undefined) {
    if (isDeclaredRanking(outcome, ranking)) return
    const near = closest(ranking, Object.keys(outcome.result.rankings))
    outcome.report('UNKNOWN_NAME', entry.at, {
      name: ranking,
      what: 'a ranking',
      ...(near ? { closest: near } : {}),
    })
    return
  }
  const wanted = entry.ownText()
  const received = place === null ? 'no place' : String(place)
  if ((wanted ?? 'no place') === received) return
  fail(
    outcome,
    entry,
    `place of ${id} in ${ranking}`,
    wanted ?? 'no place',
    received,
  )
}

function compareJoined(outcome: Outcome, expected: Entry, id: string): void {
  const received = (outcome.run.joined.get(id) ?? []).map((body) => body.id)
  const wanted = expected.texts('joined')
  if ([...wanted].sort().join() === received.join()) return
  outcome.report('EXAMPLE_FAILED', expected.path('joined'), {
    what: `bodies joined to ${id}`,
    expected: wanted.join(', ') || 'none',
    received: received.join(', ') || 'none',
  })
}

function compareDeductions(
  outcome: Outcome,
  expected: Entry,
  body: Row,
  within: Numeric | null,
): void {
  const points = new Map(
    outcome.run.methodology.nodes.flatMap((node) =>
      node.kind === 'deduction'
        ? evaluateDeduction(node, body).deducted.map(
            ({ rule, points: each }) => [rule.rule, numberValue(each)] as const,
          )
        : [],
    ),
  )
  for (const rule of new Set([...points.keys(), ...expected.keys()])) {
    const known = outcome.run.methodology.nodes.some(
      (node) =>
        node.kind === 'deduction' &&
        node.rules.some((each) => each.rule === rule),
    )
    if (!known && outcome.run.methodology.root.entry('rules').has(rule))
      continue
    const entry = expected.has(rule) ? expected.entry(rule) : expected
    const value = points.get(rule) ?? missing('NOT_GIVEN')
    const wanted = expected.text(rule)
    const received = figureDifference(value, wanted, within)
    if (received === null && wanted !== null) continue
    fail(
      outcome,
      entry,
      `points of ${rule}`,
      wanted ?? 'none',
      points.has(rule) ? (received ?? '') : 'none',
    )
  }
}

function isComputed({ run }: Outcome, name: string): boolean {
  const { rules, root } = run.methodology
  const isDeclared = root.entry('rules').has(name)
  return !isDeclared || rules.some(({ rule }) => rule === name)
}

/** False where a rule that could raise it has a mistake. */
function isFlagComputed(outcome: Outcome, flag: string): boolean {
  const { root } = outcome.run.methodology
  return root.entries('rules').every(([rule, entry]) => {
    const name = entry.entry('flag').text('name') ?? rule
    return name !== flag || isComputed(outcome, rule)
  })
}

function compareFlags(
  outcome: Outcome,
  expected: Entry,
  key: 'flags' | 'undecided_flags',
  isMeant: (rule: RuleNode) => boolean,
): void {
  const fired = outcome.run.methodology.rules.flatMap((rule) =>
    rule.event.kind === 'flag' && isMeant(rule) ? [rule.event.flag] : [],
  )
  const raised = [...new Set(fired)].filter((flag) =>
    isFlagComputed(outcome, flag),
  )
  // A flag whose rule has a mistake is not raised, and not expected either.
  const wanted = expected
    .texts(key)
    .filter((flag) => isFlagComputed(outcome, flag))
  const same =
    wanted.length === raised.length &&
    wanted.every((flag) => raised.includes(flag))
  if (same || outcome.areRulesLost) return
  const at = expected.path(key)
  outcome.report('EXAMPLE_FAILED', at, {
    what: key === 'flags' ? 'flags' : 'undecided flags',
    expected: wanted.join(', ') || 'none',
    received: raised.join(', ') || 'none',
  })
}
