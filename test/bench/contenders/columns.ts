/** Olshem's evaluators over columns: plain and certified, by generated loops and by closures. */
import {
  blocksTarget,
  prepareColumns,
  scoreColumns,
  sourceOfColumns,
  type ColumnScores,
  type PrepareOptions,
} from '../../../engine/index.js'
import { generatedColumns } from '../../../server/columns/generated-columns.js'
import { RULES } from '../hand-written/figures.js'
import { OUTPUTS, type Contender, type Result } from './contender.js'

function contender(
  name: string,
  how: string,
  options: PrepareOptions,
): Contender {
  return {
    name,
    how,
    computes: options.leavesOutRankings ? 'figures' : 'places',
    reads: 'columns',
    origin: 'olshem',
    exact: options.isCertified,
    prepare: ({ methodology, columns }) => {
      const source = sourceOfColumns(methodology, columns)
      const program = prepareColumns(methodology, source.data, options)
      let scores: ColumnScores | null = null
      return Promise.resolve({
        bodies: columns.ids.length,
        run: () => {
          scores = scoreColumns(program, source)
        },
        result: () => {
          if (!scores) throw new Error('There was no run yet')
          return resultOf(scores)
        },
      })
    },
  }
}

const LOOPS =
  'the checked tree lowered once, generated loops over columns of doubles'
const CERTIFIED = `${LOOPS}, with error bounds; what they cannot decide is computed exactly`

export const columnsByLoops = contender('Olshem, columns', LOOPS, {
  isCertified: false,
  target: generatedColumns,
  leavesOutRankings: true,
})

export const columnsWithPlaces = contender(
  'Olshem, columns, with places',
  LOOPS,
  { isCertified: false, target: generatedColumns },
)

export const certified = contender('Olshem, certified columns', CERTIFIED, {
  isCertified: true,
  target: generatedColumns,
  leavesOutRankings: true,
})

export const certifiedWithPlaces = contender(
  'Olshem, certified columns, with places',
  CERTIFIED,
  { isCertified: true, target: generatedColumns },
)

export const columnsByBlocks: Contender = {
  ...contender(
    'Olshem, columns by closures',
    'the same code by closures over blocks of rows, without generated code, as in a browser',
    { isCertified: false, target: blocksTarget, leavesOutRankings: true },
  ),
  isShownOnly: true,
}

function resultOf({ outputs, rules, rankings, ids }: ColumnScores): Result {
  const fired = new Uint8Array(ids.length)
  for (const [rule, values] of rules) {
    const bit = (RULES as Readonly<Record<string, number>>)[rule] ?? 0
    values.forEach((value, row) => {
      if (value === 1) fired[row] = (fired[row] ?? 0) | bit
    })
  }
  const places = new Int32Array(ids.length)
  for (const of of rankings.values()) {
    of.forEach((place, row) => {
      if (place === place) places[row] = place
    })
  }
  return {
    outputs: Object.fromEntries(
      OUTPUTS.map((output) => [output, outputs.get(output)?.values]),
    ),
    fired,
    ...(rankings.size > 0 ? { places } : {}),
  }
}
