/** How many figures of a distribution lie below and above the figure of each body. */
import type { DistributionNode } from '../../methodology/methodology.js'
import { CERTAIN, within } from '../code/facts.js'
import { applicable, type Lowered } from './lowered.js'
import type { Standing } from './lowering.js'
import type { MethodologyLowering } from './methodology-lowering.js'
import { figuresOf } from './statistic.js'

const WHOLE = within(0, 2 ** 31, {
  mayBeAbsent: true,
  isWhole: true,
  isDecimal: true,
})

export function lowerStandingCounts(
  lowering: MethodologyLowering,
  among: DistributionNode,
  own: Lowered,
): Standing {
  const { code, store, bodies } = lowering
  const group = lowering.groupOf(among.among)
  const { figures } = figuresOf(among, lowering)
  const { isUndecided } = lowering.statistic(
    among,
    'count',
    (rows) => rows.count,
    () => 'NOT_GIVEN',
  )
  const name = `figure held against ${among.text}`
  // Its doubts are handed on: whoever reads the counts is computed exactly.
  const stored = store.withDoubts(name, bodies, own)
  const columns = store.columnsOf(figures)
  if (!columns) throw new TypeError('The figures of a distribution are stored')
  const below = store.column(`below in ${among.text}`, bodies, WHOLE)
  const above = store.column(`above in ${among.text}`, bodies, WHOLE)
  const count = store.column(`count of ${among.text}`, bodies, WHOLE)
  const doubt = store.column(`doubts about ${among.text}`, bodies, CERTAIN)
  store.steps.push({
    kind: 'standing',
    level: bodies,
    figures: columns,
    own: stored.target,
    ownDoubt: stored.doubt,
    groupOf: group,
    below,
    above,
    count,
    doubt,
  })
  if (lowering.options.isCertified) {
    for (const column of [below, above]) code.storeDoubts(column, doubt)
  }
  return {
    below: code.cell(below),
    above: code.cell(above),
    count: code.cell(count),
    isUndecided,
    group: group ? store.reading(group) : applicable(code, code.number(0)),
  }
}
