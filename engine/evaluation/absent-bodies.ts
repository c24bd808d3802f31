/**
 * The bodies of the register that have no figures of their own: without data,
 * joined to a successor, or ended in the year. They stand outside of the
 * population, so that no statistic and no place counts them.
 */
import type { Dataset } from '../data/dataset.js'
import { citationText } from '../methodology/citation.js'
import type { Methodology } from '../methodology/methodology.js'
import {
  registerRow,
  type RegisterStanding,
  type YearRegister,
} from '../register/year-register.js'
import { missing, type MissingValue } from '../value.js'
import type { Row } from './row.js'
import { absentRow } from './rows.js'

/** In the order of their ids. */
export function absentBodies(
  methodology: Methodology,
  dataset: Dataset,
  { standings }: YearRegister,
  population: Row,
): readonly Row[] {
  const there = new Set([
    ...dataset.bodies.map(({ id }) => id ?? ''),
    ...dataset.broken,
  ])
  const absent = [...standings].flatMap(([id, standing]) => {
    const why = whyAbsent(standing, there.has(id), standings)
    if (!why || !('attributes' in standing)) return []
    const given = registerRow(standing.row, standing.attributes)
    return [absentRow(methodology, population, given, why)]
  })
  const idOf = (row: Row) => row.given?.id ?? ''
  return absent.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
}

function whyAbsent(
  standing: RegisterStanding,
  isThere: boolean,
  standings: YearRegister['standings'],
): MissingValue | null {
  switch (standing.kind) {
    case 'not-in-force':
    case 'not-assessed':
      return null
    case 'counts':
      return isThere ? null : missing('NO_DATA')
    case 'joined': {
      const { row, successor, rule } = standing
      const after = standings.get(successor)
      const then =
        after?.kind === 'ended'
          ? `; the successor ended on ${after.row.validTo ?? ''} itself and is not scored (${citationText(after.rule.reading.cite)})`
          : ''
      const detail = `${successor}, ended on ${row.validTo ?? ''} (${citationText(rule.reading.cite)})${then}`
      return missing('JOINED', { detail })
    }
    case 'ended': {
      const { row, rule } = standing
      const detail = `${row.validTo ?? ''} (${citationText(rule.reading.cite)})`
      return missing('ENDED_IN_YEAR', { detail })
    }
  }
}
