/**
 * Figures that one methodology withholds must not be shown by another that reads
 * them: its file has to mark such an input as restricted too.
 */
import { restrictionOf, type Methodology } from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { getRun } from '../repository/runs.js'
import { ServiceRefusal } from '../service-refusal.js'
import { methodologyOf } from './run-sight.js'

/**
 * @param from - runs of other methodologies
 * @throws ServiceRefusal `RUN_NOT_USABLE`
 */
export async function refuseOpenedOutputs(
  database: Database,
  { id, version, nodes }: Methodology,
  from: readonly string[],
): Promise<void> {
  const open = nodes.flatMap((node) =>
    node.kind === 'input' && !node.isRestricted && node.from
      ? [{ name: node.name, ...node.from }]
      : [],
  )
  for (const run of from) {
    const { methodologySha256 } = await getRun(database, run)
    const other = await methodologyOf(database, methodologySha256)
    const { hidesFigure } = restrictionOf(other)
    const hidden = new Set(
      other.outputs.filter(hidesFigure).map(({ name }) => name),
    )
    const opened = open.find(
      ({ methodology, output }) =>
        methodology === other.id && hidden.has(output),
    )
    if (!opened) continue
    const { name, output } = opened
    throw new ServiceRefusal('RUN_NOT_USABLE', [
      `"${output}" of ${other.id}@${other.version} is restricted, and the input "${name}" of ${id}@${version}, which it fills, is not: everybody would see it. Mark the input as restricted, or release the figure where it is computed.`,
    ])
  }
}
