/** All bodies of a data file against the published figures that stand in its further columns. */
import type { ReadDataset } from '../data/from-json.js'
import type { RawRow } from '../data/raw.js'
import { figureOf } from '../result/body-result.js'
import type { Row } from '../evaluation/row.js'
import type { Entry } from '../methodology/entry.js'
import type { Numeric } from '../number/numeric.js'
import {
  findColumn,
  isDeclaredRanking,
  placeOf,
} from './compare-expectation.js'
import { figureDifference } from './compare-figure.js'
import type { Outcome } from './run-examples.js'

/** Differences that are written out; the rest is counted. */
const MOST_SHOWN = 5

export function compareColumns(
  outcome: Outcome,
  entry: Entry,
  read: ReadDataset,
  within: Numeric | null,
): void {
  const rows = new Map(read.dataset.bodies.map((row) => [row.id, row]))
  for (const [figure, column] of entry.entries('expect_columns')) {
    const compare = comparison(outcome, figure, column, within)
    if (!compare) continue
    const source = column.ownText() ?? ''
    const differences: string[] = []
    let compared = 0
    for (const body of outcome.run.bodies) {
      const expected = expectedText(rows.get(body.given?.id ?? null), source)
      if (expected === null) continue
      compared += 1
      const received = compare(body, expected)
      if (received === null) continue
      differences.push(`${body.given?.id ?? ''}: ${expected}, not ${received}`)
    }
    if (compared === 0) {
      outcome.report('EXAMPLE_DATA', column.at, {
        words: `the data have no column "${source}" with a value`,
      })
    } else if (differences.length > 0) {
      const shown = differences.slice(0, MOST_SHOWN).join('; ')
      const more = differences.length > MOST_SHOWN ? '; ...' : ''
      outcome.report('EXAMPLE_FAILED', column.at, {
        what: figure,
        expected: `as in the column "${source}" for ${compared} bodies`,
        received: `${differences.length} differences (${shown}${more})`,
      })
    }
  }
}

/** Compares one body; null where the figure is unknown, which has been reported. */
function comparison(
  outcome: Outcome,
  figure: string,
  column: Entry,
  within: Numeric | null,
): ((body: Row, expected: string) => string | null) | null {
  if (!figure.startsWith('places.')) {
    const node = findColumn(outcome, figure, column)
    return (
      node &&
      ((body, expected) =>
        figureDifference(figureOf(body, node), expected, within))
    )
  }
  const ranking = figure.slice('places.'.length)
  if (placeOf(outcome, ranking, '') === undefined) {
    if (!isDeclaredRanking(outcome, ranking)) {
      outcome.report('UNKNOWN_NAME', column.at, {
        name: ranking,
        what: 'a ranking',
      })
    }
    return null
  }
  return (body, expected) => {
    const place = placeOf(outcome, ranking, body.given?.id ?? '')
    const received = place === null ? 'no place' : String(place)
    return received === expected ? null : received
  }
}

function expectedText(row: RawRow | undefined, column: string): string | null {
  const cell = row?.cells.get(column)
  return cell === undefined || cell === null || typeof cell === 'object'
    ? null
    : String(cell)
}
