/** When and how a step brings outliers in. */
import { sign } from '../number/numeric.js'
import type { Draft } from './draft.js'
import { newLevel } from './draft-level.js'
import type { Entry } from './entry.js'
import { figuresOf, numberFormula, once, shareOf } from './step-parts.js'
import type { StepAction, StepNode, Winsorisation } from './steps.js'
import { show } from './structure.js'

export function buildWinsorisation(
  draft: Draft,
  entry: Entry,
): (node: StepNode) => StepAction | null {
  const winsorise = entry.entry('winsorise')
  const read = once(() => readWinsorisation(draft, winsorise))
  const population = once(() => draft.populationOf(winsorise, 'among'))
  return (node) => {
    const winsorisation = read()
    const whose = population()
    if (!winsorisation || whose === 'mistake') return null
    const among = figuresOf(draft, node.of, entry, whose)
    return { kind: 'winsorise', winsorisation, among }
  }
}

function readWinsorisation(
  draft: Draft,
  winsorise: Entry,
): Winsorisation | null {
  const skewness = winsorise.decimal('skewness')
  const kurtosis = winsorise.decimal('kurtosis')
  const most = readMost(draft, winsorise)
  const saysOtherwise = winsorise.has('otherwise')
  const otherwise = saysOtherwise ? readOtherwise(draft, winsorise) : null
  if (skewness && sign(skewness) < 0) {
    draft.report('WRONG_TYPE', winsorise.path('skewness'), {
      received: show(winsorise.text('skewness')),
      expected: 'a limit that is not below 0 (it holds for both signs)',
    })
    return null
  }
  if (!skewness || !kurtosis || !most || (saysOtherwise && !otherwise)) {
    return null
  }
  return {
    skewness,
    kurtosis,
    most,
    moments: winsorise.flag('sample') === true ? 'sample' : 'population',
    otherwise,
    otherwiseText: winsorise.text('otherwise'),
  }
}

function readMost(
  draft: Draft,
  winsorise: Entry,
): Winsorisation['most'] | null {
  const given = ['most', 'most_share'].filter((key) => winsorise.has(key))
  const [key, second] = given
  if (key === undefined) {
    const why =
      'Say how many values may be changed at most: a number as most, or a share as most_share.'
    draft.report('MISSING_KEY', winsorise.at, { key: 'most', why })
    return null
  }
  if (second !== undefined) {
    const why = '"most" says already how many values may be changed'
    draft.report('SETTING_NOT_USED', winsorise.path(second), {
      key: second,
      why,
    })
    return null
  }
  if (key === 'most') {
    const values = winsorise.whole('most')
    return values === null ? null : { kind: 'values', values }
  }
  const share = shareOf(draft, winsorise, 'most_share')
  return share && { kind: 'share', share }
}

/** It transforms the values of all bodies at once, so it sees no column of a body. */
function readOtherwise(draft: Draft, winsorise: Entry) {
  const nothing = newLevel('', null)
  return numberFormula(draft, winsorise, 'otherwise', {
    level: nothing,
    population: nothing,
    bodies: nothing,
    hasArgument: true,
    hasEnds: true,
  })
}
