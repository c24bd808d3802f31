/** Keeps what a run was computed from, so that `olshem replay` can compute it again. */
import {
  runText,
  textsOfRun,
  type Run,
  type RunRecord,
} from '../../engine/index.js'
import { faultOf } from '../data/read-text.js'
import type { Io } from '../io.js'
import { Refusal } from '../refusal.js'
import { DamagedTextError, keepTexts, type StorePlace } from './store.js'

/**
 * A folder that was named must take the texts; the default one may fail, and
 * says so.
 *
 * @param records - the results that the run looked at
 * @throws Refusal
 */
export async function keepRun(
  run: Run,
  records: readonly RunRecord[],
  place: StorePlace,
  io: Io,
): Promise<void> {
  const { folder, isNamed } = place
  try {
    const looked = records.map(({ known, json }) => ({
      sha256: known.sha256,
      text: runText(json),
    }))
    await keepTexts(folder, [...(await textsOfRun(run)), ...looked])
  } catch (error) {
    const why =
      error instanceof DamagedTextError ? error.message : faultOf(error)
    const words = `The texts of the run cannot be kept in ${folder}: ${why}.`
    if (isNamed) throw new Refusal([`${words} Name another folder.`])
    await io.err.write(
      `${words} "olshem replay" will need them; name a folder with --store, or leave them with --no-store.\n`,
    )
  }
}
