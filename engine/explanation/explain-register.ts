/** What a register and reorganised bodies have to do with a figure. */
import { cellOf } from '../evaluation/cell.js'
import type { Row } from '../evaluation/row.js'
import type { Run } from '../evaluation/run.js'
import { citationText } from '../methodology/citation.js'
import type { InputNode } from '../methodology/methodology.js'
import type { JoinedPart } from '../register/join-bodies.js'
import { missing } from '../value.js'
import { describeValue } from './describe-value.js'
import type { ExplainedSource, ExplainedStep } from './explanation.js'

/** The body by its id, whether or not it has figures of its own. */
export function bodyOf(run: Run, id: string): Row | undefined {
  return [...run.bodies, ...run.absent].find((row) => row.given?.id === id)
}

/** The rule by which a body that ended has no figures of its own. */
export function endedCitation(run: Run, row: Row): string | null {
  const standing = run.ofYear?.standings.get(row.given?.id ?? '')
  if (standing?.kind !== 'joined' && standing?.kind !== 'ended') return null
  return citationText(standing.rule.reading.cite)
}

/** Where an input stands: in the data, or, an attribute, in the register. */
export function sourceOf(column: InputNode, row: Row): ExplainedSource | null {
  const { given } = row
  if (!given) return null
  const { registered } = given
  const place = registered?.columns.has(column.column)
    ? registered.place
    : given.place
  const { file, line, path } = place
  return { file, line, path, column: column.column, says: column.source }
}

/** How the figures of joined bodies made one. */
export function joinedSteps(
  column: InputNode,
  row: Row,
): readonly ExplainedStep[] {
  const parts = row.given?.joined?.get(column.column)
  if (!parts) return []
  const how = column.joining.how === 'add' ? 'added' : 'the worst counts'
  const list = parts.map(partWords).join(', ')
  const value = cellOf(row, column) ?? missing('NOT_GIVEN')
  const words = `${list}: ${how} (when_joined: ${column.joining.how})`
  return [{ step: 'joined', words, value: describeValue(value) }]
}

function partWords({ body, value }: JoinedPart): string {
  const { text } = describeValue(value ?? missing('NOT_GIVEN'))
  return `${text ?? 'missing'} of ${body}`
}
