/** How a figure of a stored run came about, from the texts that it was computed from. */
import {
  explainOutput,
  type Explanation,
  type Sight,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { unknownFigure } from '../scoring/unknown-figure.js'
import { ServiceRefusal } from '../service-refusal.js'
import { computeAgain } from './replay-run.js'

/**
 * @param output - an output, any figure or a flag; null for the figure that
 *   decides the status of the body
 * @throws ServiceRefusal `RUN_UNKNOWN`, `TEXT_DAMAGED`, `BODY_UNKNOWN`,
 *   `FIGURE_UNKNOWN`; `RUN_DIFFERS` where the figures of today are not those of the run
 */
export async function explainRun(
  database: Database,
  id: string,
  body: string,
  output: string | null,
  sight: Sight = 'everything',
): Promise<Explanation> {
  const { replay, run } = await computeAgain(database, id)
  if (replay.kind === 'different') {
    throw new ServiceRefusal('RUN_DIFFERS', [
      `The run ${id} cannot be explained: computed again it is not the same. A replay shows the first value that differs.`,
    ])
  }
  const name = body.normalize('NFC')
  const explanation = await explainOutput(run, name, output, sight)
  if (explanation) return explanation
  const { unknown, words } = unknownFigure(run, name, output)
  const code = unknown === 'body' ? 'BODY_UNKNOWN' : 'FIGURE_UNKNOWN'
  throw new ServiceRefusal(code, [words])
}
