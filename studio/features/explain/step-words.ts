/** A step of a figure in the words of the studio: which key says it, with which values. */
import type { FigureStep } from './figures.js'

export interface StepWords {
  readonly key: string
  readonly values: Readonly<Record<string, string>>
  /** The key says all that the words of the engine say. */
  readonly isWhole: boolean
}

const AGGREGATIONS = [
  ...['arithmetic', 'geometric', 'harmonic', 'sum', 'product'],
  ...['min', 'max', 'median', 'only'],
]

const NORMALISERS: Readonly<Record<string, string>> = {
  'min-max': 'minMax',
  goalposts: 'goalposts',
  'z-score': 'zScore',
  rank: 'rank',
  'percentile-rank': 'percentileRank',
  'distance-to-target': 'distanceToTarget',
  scale: 'scale',
  formula: 'formula',
}

/** Of the steps that are named and no more. */
const NAMED: Readonly<Record<string, string>> = {
  computed: 'computed',
  normalised: 'normalised',
  limited: 'limited',
  default: 'default',
  imputed: 'imputed',
  joined: 'joined',
  statistic: 'statistic',
  membership: 'membership',
  screened: 'screened',
  formula: 'formula',
  winsorise: 'winsorise',
  impute: 'impute',
  normalise: 'normalise',
  screen: 'screened',
}

/** @returns null for a step that this studio does not know: the words of the engine say it */
export function stepWords({
  step,
  with: said = {},
}: FigureStep): StepWords | null {
  const partly = (key: string): StepWords => ({
    ...{ key, values: said, isWhole: false },
  })
  const wholly = (key: string): StepWords => ({
    ...{ key, values: said, isWhole: true },
  })
  const { by, kind, mode } = said
  if (step === 'rounded' && said['digits'] !== undefined) {
    return wholly(
      mode === 'half-even' ? 'steps.roundedEven' : 'steps.roundedUp',
    )
  }
  if (step === 'maximum') return wholly('steps.maximum')
  if (step === 'deducted') return wholly('steps.deducted')
  if (step === 'computed' && by !== undefined) return computedWords(by)
  if (step === 'normalised' && kind !== undefined) {
    const normaliser = NORMALISERS[kind]
    if (normaliser !== undefined) return partly(`normalisers.${normaliser}`)
  }
  const named = NAMED[step]
  return named === undefined ? null : partly(`steps.${named}`)

  function computedWords(made: string): StepWords {
    switch (made) {
      case 'indicator':
        return wholly('steps.ofIndicator')
      case 'formula':
        return wholly('steps.byFormula')
      case 'variants':
        return said['of'] === undefined
          ? wholly('steps.noVariant')
          : wholly('steps.byVariant')
      case 'judged':
        return partly('steps.judged')
      default:
        return AGGREGATIONS.includes(kind ?? '')
          ? partly(`aggregations.${kind ?? ''}`)
          : partly('steps.computed')
    }
  }
}
