/**
 * What of two results may be set side by side: only what either methodology shows.
 * A text that takes the mark of restricted inputs away makes nothing of earlier
 * data public by being tried on them.
 */
import {
  restrictionOf,
  showProblems,
  showResult,
  type DataProblem,
  type Methodology,
  type ScoreResult,
  type ShownResult,
  type Sight,
} from '../../engine/index.js'

/** The rules of then, and those of the text. */
export interface BothRules {
  readonly before: Methodology
  readonly after: Methodology
}

export interface ShownEffect {
  readonly before: ShownResult
  readonly after: ShownResult
  /** Rankings that are not told of. */
  readonly hides: (ranking: string) => boolean
  /** False: who was scored, and who would be, is not told. */
  readonly tellsStatus: boolean
}

export function isEffectWithheld(
  { before, after }: BothRules,
  sight: Sight,
): boolean {
  if (sight === 'everything') return false
  return [before, after].some((rules) => restrictionOf(rules).inputs.length > 0)
}

export function showEffect(
  rules: BothRules,
  results: { readonly before: ScoreResult; readonly after: ScoreResult },
  sight: Sight,
): ShownEffect {
  const before = showResult(results.before, rules.before, sight)
  const after = showResult(results.after, rules.after, sight)
  const isOpened = sight === 'public' && opensInputs(rules)
  const names = [before, after].flatMap(
    ({ restricted }) => restricted?.rankings ?? [],
  )
  return {
    ...{ before, after, tellsStatus: !isOpened },
    hides: (ranking) => isOpened || names.includes(ranking),
  }
}

/** Mistakes of the data of then under the rules of the text. */
export function showObstacles(
  problems: readonly DataProblem[],
  { before, after }: BothRules,
  sight: Sight,
): readonly DataProblem[] {
  return showProblems(showProblems(problems, after, sight), before, sight)
}

/** Whether the text shows what the rules of then restrict. */
function opensInputs({ before, after }: BothRules): boolean {
  const still = new Set(restrictionOf(after).inputs.map(({ name }) => name))
  return restrictionOf(before).inputs.some(({ name }) => !still.has(name))
}
