/** Which figures stand in the table of a ranking, and in which order. */
import type { ScoreAnswer } from '../../api/answers.js'
import type { RunOutline } from './run-outline.js'

export interface FigureColumn {
  readonly output: string
  /** It is what the places of the ranking are given by. */
  readonly isRanked: boolean
  readonly isTotal: boolean
}

export interface FigureColumns {
  readonly shown: readonly FigureColumn[]
  /** Further figures of the result, shown where they are asked for. */
  readonly further: readonly FigureColumn[]
}

/**
 * The ranked figure first, then the total, its blocks, and all others. Without
 * the rules nobody knows which is which, and all stand in their own order.
 *
 * @param ranking - null for the table of all bodies
 */
export function figureColumns(
  result: ScoreAnswer,
  outline: RunOutline | null,
  ranking: string | null,
): FigureColumns {
  const outputs = Object.keys(result.results[0]?.exact ?? {})
  const ranked = outline?.rankings.get(ranking ?? '')?.output ?? null
  const total = outline?.total ?? null
  const first = [ranked, total, ...(outline?.blocks ?? [])]
  const main = [...new Set(first)].filter(
    (each): each is string => each !== null && outputs.includes(each),
  )
  const others = outputs.filter((each) => !main.includes(each))
  const column = (output: string): FigureColumn => ({
    output,
    isRanked: output === ranked,
    isTotal: output === total,
  })
  const areAllShown = main.length < 2
  return {
    shown: (areAllShown ? [...main, ...others] : main).map(column),
    further: (areAllShown ? [] : others).map(column),
  }
}
