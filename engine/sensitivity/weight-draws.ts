/**
 * How far places hang on the weights: all weights of the tree are drawn anew many
 * times, and the bodies placed each time. Uncertainty and sensitivity analysis as
 * in OECD/EU/JRC (2008), Handbook on Constructing Composite Indicators, step 7,
 * doi:10.1787/9789264043466-en; of its sources of uncertainty the weights alone.
 */
import type { ColumnSource } from '../columns/column-source.js'
import type { ColumnProgram } from '../columns/program/prepare.js'
import type { Target } from '../columns/program/step.js'
import type { CriterionNode, Methodology } from '../methodology/methodology.js'
import { doubleOf } from '../number/double.js'
import { checkDrawOptions, type DrawOptions } from './draw-options.js'
import { DrawsRefused } from './draws-refused.js'
import { drawWeights } from './draw-weights.js'
import { summedUp, type DrawnPlaces } from './drawn-places.js'
import { prepareDraws, type PreparedDraws } from './prepare-draws.js'
import { randomNumbers } from './random-numbers.js'

export interface WeightDraws {
  readonly margin: number
  readonly seed: number
  /** How many places count as the first in `amongFirst`. */
  readonly first: number
  /** How many draws were made. */
  readonly draws: number
  /** True where it was stopped before all draws that were asked for. */
  readonly isStopped: boolean
  /** Those that were drawn, in the order of the tree. */
  readonly weights: readonly DrawnWeight[]
  /** Criteria whose weights differ between bodies or years, or are computed: not drawn. */
  readonly unvaried: readonly string[]
  readonly rankings: readonly RankingDraws[]
}

export interface DrawnWeight {
  readonly criterion: string
  /** The criterion whose other children share the sum of the weights. */
  readonly parent: string
  /** As the file has it; 1 where it leaves the weights equal. */
  readonly weight: number
}

export interface RankingDraws {
  readonly ranking: string
  /** False where no drawn weight reaches it, so that no place can change. */
  readonly isReached: boolean
  /** In the order of the ids of the data. */
  readonly bodies: readonly DrawnPlaces[]
  /**
   * Bodies whose place by doubles under the weights of the file is not their
   * certified place, because figures tie or lie closer than doubles tell.
   */
  readonly differing: readonly string[]
}

/** After so many draws whoever watches is asked. */
const BETWEEN = 50
/** Places that are kept at once, 4 bytes each. */
const MOST_PLACES = 100_000_000

/**
 * Places of draws are computed in doubles and not certified; equal doubles tie.
 *
 * @param source - the data, in whose order bodies are numbered
 * @param target - what runs the columns
 * @throws DrawsRefused where an option is out of range, the methodology has no
 *   such ranking or no weights, or a figure that weights reach has no column code
 */
export async function weightDraws(
  methodology: Methodology,
  source: ColumnSource,
  target: Target,
  options: DrawOptions,
): Promise<WeightDraws> {
  checkDrawOptions(options)
  const { draws, margin, seed, first = 1, watch } = options
  const prepared = prepareDraws(methodology, source, target, options.rankings)
  const { rankings } = prepared
  const bodies = source.data.ids.length
  refuseTooMany(draws, bodies, rankings.length)
  const random = randomNumbers(seed)
  const places = rankings.map(() => new Uint32Array(draws * bodies))
  let made = 0
  while (made < draws) {
    const { given, siblings, settings } = prepared
    drawWeights(given, siblings, margin, random, settings)
    prepared.run()
    for (const [index, { column }] of rankings.entries()) {
      keepPlaces(column(), places[index] ?? NONE, made, draws)
    }
    made += 1
    if (made % BETWEEN === 0 && made < draws) {
      await watch?.made?.(made)
      if (watch?.isStopped?.()) break
    }
  }
  return {
    margin,
    seed,
    first,
    draws: made,
    isStopped: made < draws,
    weights: drawnWeights(prepared),
    unvaried: prepared.varied.unvaried.map(({ name }) => name),
    rankings: rankings.map((ranking, index) => {
      const { ids } = source.data
      const all = places[index] ?? NONE
      return {
        ranking: ranking.node.ranking,
        isReached: ranking.isReached,
        bodies: ids.map((id, body) => {
          const drawn = all.subarray(body * draws, body * draws + made)
          return summedUp(id, placeOf(ranking.certified, body), drawn, first)
        }),
        differing: ids.filter(
          (_, body) =>
            placeOf(ranking.certified, body) !== placeOf(ranking.plain, body),
        ),
      }
    }),
  }
}

const NONE = new Uint32Array(0)

function refuseTooMany(draws: number, bodies: number, rankings: number): void {
  const most = Math.floor(MOST_PLACES / Math.max(1, bodies * rankings))
  if (draws <= most) return
  throw new DrawsRefused(
    `${draws} draws of ${bodies} bodies in ${rankings === 1 ? 'a ranking' : `${rankings} rankings`} are more than memory is kept for: ask for at most ${most} draws.`,
  )
}

/** Those of a body stand together. */
function keepPlaces(
  column: Float64Array,
  places: Uint32Array,
  draw: number,
  draws: number,
): void {
  for (let body = 0; body < column.length; body += 1) {
    // No place is NaN, which becomes 0.
    places[body * draws + draw] = column[body] ?? 0
  }
}

function placeOf(places: Float64Array, body: number): number | null {
  const place = places[body] ?? NaN
  return place === place ? place : null
}

function drawnWeights({
  varied,
  program,
}: PreparedDraws): readonly DrawnWeight[] {
  return varied.siblings.flatMap(({ parent, children }) =>
    children.map((child) => ({
      criterion: child.name,
      parent: parent.name,
      weight: weightOf(child, program),
    })),
  )
}

function weightOf(child: CriterionNode, { lowering }: ColumnProgram): number {
  const found = lowering.weights.find(({ node }) => node === child)
  return found ? doubleOf(found.weight) : NaN
}
