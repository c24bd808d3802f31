/** Computes a stored run again from its stored texts alone, and compares. */
import {
  ENGINE_VERSION,
  isRestricted,
  type Difference,
  type Run,
  type Sight,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { replayRun as replayRecord } from '../history/replay.js'
import { databaseTexts } from './database-texts.js'
import { getRunRecord } from './run-surroundings.js'

export type Replay = ReplayHashes &
  (
    | { readonly kind: 'identical' }
    /** The first value that differs; null where only the hash of the results does. */
    | { readonly kind: 'different'; readonly difference: Difference | null }
  )

interface ReplayHashes {
  /** Of results and rankings, as the run states it and as it comes out now. */
  readonly written: string
  readonly computed: string
  /** Versions of the engine, then and now. */
  readonly writtenBy: string
  readonly computedBy: string
}

/** @throws ServiceRefusal `RUN_UNKNOWN`, `TEXT_DAMAGED`; Refusal where a text is missing */
export async function replayRun(
  database: Database,
  id: string,
): Promise<Replay> {
  return (await computeAgain(database, id)).replay
}

/** A replay as it is shown: what differs, and the hashes, may tell of restricted values. */
export type ShownReplay =
  | Replay
  | {
      readonly kind: Replay['kind']
      readonly written: null
      readonly computed: null
      readonly writtenBy: string
      readonly computedBy: string
      readonly restricted: readonly string[]
    }

/** @throws as `replayRun` */
export async function replayShownRun(
  database: Database,
  id: string,
  sight: Sight,
): Promise<ShownReplay> {
  const { replay, run } = await computeAgain(database, id)
  if (sight === 'everything' || !isRestricted(run.methodology)) return replay
  const { kind, writtenBy, computedBy } = replay
  return {
    ...{ kind, written: null, computed: null, writtenBy, computedBy },
    restricted: ['written', 'computed', 'difference'],
  }
}

/** The replay together with the run, for explanations. */
export async function computeAgain(
  database: Database,
  id: string,
): Promise<{ readonly replay: Replay; readonly run: Run }> {
  const record = await getRunRecord(database, id)
  const { result, run, difference } = await replayRecord(
    record,
    databaseTexts(database),
  )
  const { sha256: written } = record.known
  const hashes: ReplayHashes = {
    written,
    computed: result.sha256,
    writtenBy: record.engine,
    computedBy: ENGINE_VERSION,
  }
  const isSame =
    difference === null && result.sha256 === written && record.isWhole
  const replay: Replay = isSame
    ? { kind: 'identical', ...hashes }
    : { kind: 'different', difference, ...hashes }
  return { replay, run }
}
