/** Rankings as columns: who has a place, by which figure, and the places themselves. */
import { decideNow } from '../../conditions/decide-now.js'
import type {
  Column,
  RankingNode,
  StandingNode,
} from '../../methodology/methodology.js'
import { round } from '../../number/rounding.js'
import { missing, numberValue } from '../../value.js'
import type { Code } from '../code/code.js'
import { CERTAIN, within } from '../code/facts.js'
import type {
  ExactRankingStep,
  RankingStep,
  ValueColumns,
} from '../program/step.js'
import { lowerCondition } from './lower-condition.js'
import type { LoweringFrame } from './lower-expression.js'
import {
  exclusionBy,
  isTrue,
  membershipIn,
  type LoweredMembership,
} from './lower-membership.js'
import { applicable, type Lowered } from './lowered.js'
import type { MethodologyLowering } from './methodology-lowering.js'

export interface LoweredRanking {
  readonly step: RankingStep | ExactRankingStep
  /** 1 where a body is left out for a reason of the file, or not of the ranking at all. */
  readonly isOut: Code
}

export function lowerRanking(
  node: RankingNode,
  lowering: MethodologyLowering,
): LoweredRanking {
  const { code, store } = lowering
  const { bodies } = lowering
  const belongs = belonging(node, lowering)
  const isOutside = isTrue(code.operation('not', belongs), lowering)
  const isIn = isTrue(belongs, lowering)
  const whole = exclusionBy(lowering.bodyExclusions, lowering)
  const group = lowering.groupOf(node.among)
  // The first of these that keeps a body out says why.
  const hurdles: readonly Pick<LoweredMembership, 'counts' | 'isExcluded'>[] = [
    whole,
    membershipIn(node.among, lowering),
    exclusionBy(node.exclusions, lowering),
    ...[...node.allOf, node.output].map((column) =>
      hurdle(decided(column, lowering), lowering),
    ),
    ...(group ? [hurdle(store.reading(group), lowering)] : []),
  ]
  const passes = hurdles.reduce<Code>(
    (so, { counts }) => code.both(so, counts),
    code.number(1),
  )
  const excluded = hurdles.reduceRight<Code>(
    (otherwise, { counts, isExcluded }) =>
      code.select(
        isExcluded,
        code.number(1),
        code.select(counts, otherwise, code.number(0)),
      ),
    code.number(0),
  )
  const isPlaced = stored(
    lowering,
    `${node.name} has a place for it`,
    code.both(isIn, passes),
  )
  const step: RankingStep = {
    kind: 'ranking',
    node,
    isPlaced: isPlaced.value,
    figure: figureColumns(node, lowering),
    next: node.ties.kind === 'by' ? lowering.columnsOf(node.ties.column) : null,
    groupOf: group,
    place: store.column(`place in ${node.ranking}`, bodies, WHOLE),
    below: store.column(`below in ${node.ranking}`, bodies, WHOLE),
  }
  store.steps.push(step)
  return { step, isOut: code.either(code.both(isIn, excluded), isOutside) }
}

/** A ranking whose parts have no column code. */
export function exactRanking(
  node: RankingNode,
  { code, store, bodies }: MethodologyLowering,
): LoweredRanking {
  const step: ExactRankingStep = {
    kind: 'exact-ranking',
    node,
    place: store.column(`place in ${node.ranking}`, bodies, WHOLE),
    below: store.column(`below in ${node.ranking}`, bodies, WHOLE),
    isOut: store.column(`out of ${node.ranking}`, bodies, CERTAIN),
  }
  store.steps.push(step)
  return { step, isOut: code.cell(step.isOut) }
}

const WHOLE = within(0, 2 ** 31, {
  mayBeAbsent: true,
  isWhole: true,
  isDecimal: true,
})

function hurdle(lowered: Lowered, { code }: MethodologyLowering) {
  return {
    counts: code.isPresent(lowered.value),
    isExcluded: lowered.notApplicable,
  }
}

/** Stored, so that whatever is in doubt about it has been computed exactly. */
function decided(column: Column, lowering: MethodologyLowering): Lowered {
  lowering.columnsOf(column)
  return lowering.read(column)
}

/** 1, 0, or absent where it is undecided whether a body is of the ranking. */
function belonging(node: RankingNode, lowering: MethodologyLowering): Code {
  const frame: LoweringFrame = { lowering, at: lowering.bodies }
  const { code, store } = lowering
  const { where, among } = node
  const { counts, isExcluded, isUndecided } = membershipIn(among, lowering)
  const isOf = code.either(counts, code.either(isExcluded, isUndecided))
  const isOutside = among ? code.opposite(isOf) : code.number(0)
  const holds = where
    ? store.add(
        `${node.name} where`,
        frame.at,
        applicable(code, lowerCondition(where, frame)),
        (run, row) =>
          decideNow(where, { row: run.bodyRow(row), node: node.name }),
        false,
      ).value
    : code.number(1)
  return code.select(isOutside, code.number(0), holds)
}

/** The figure at the compared digits. */
function figureColumns(
  node: RankingNode,
  lowering: MethodologyLowering,
): ValueColumns {
  const { digits, output } = node
  if (digits === null) return lowering.columnsOf(output)
  const { code, store } = lowering
  const { value } = lowering.read(output)
  const rounded = code.operation('round-half-up', value, code.number(digits))
  const made = store.add(
    `${node.name} figure`,
    lowering.bodies,
    applicable(code, rounded),
    (run, row) => {
      const exact = run.value(output, run.bodyRow(row))
      return exact.kind === 'number'
        ? numberValue(round(exact.number, digits, 'half-up'))
        : missing('NO_PLACE')
    },
    false,
  )
  const columns = store.columnsOf(made)
  if (!columns) throw new TypeError('The figure of a ranking is stored')
  return columns
}

function stored(
  lowering: MethodologyLowering,
  name: string,
  value: Code,
): ValueColumns {
  const { store } = lowering
  const column = store.column(name, lowering.bodies, CERTAIN)
  const target = { value: column, notApplicable: null, error: null }
  store.steps.push({
    kind: 'code',
    name,
    level: lowering.bodies,
    stored: [{ column, code: value }],
    // Everything that it reads has been decided before.
    doubt: null,
    target,
    exact: () => {
      throw new TypeError(`${name} is never in doubt`)
    },
  })
  return target
}

/** Places, and how many stand below, as figures that conditions read. */
export function lowerStandingNode(
  node: StandingNode,
  { step, isOut }: LoweredRanking,
  { code }: MethodologyLowering,
): Lowered {
  const column = node.what === 'place' ? step.place : step.below
  return { value: code.cell(column), notApplicable: isOut }
}
