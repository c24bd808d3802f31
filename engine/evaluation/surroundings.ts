/**
 * What a run knows beside its own data: data and results of earlier years, and
 * results of other methodologies for the same year. Nothing else reaches it.
 */
import type { Dataset } from '../data/dataset.js'
import type { KnownRun } from '../history/known-run.js'
import type { Register } from '../register/register.js'
import type {
  DistributionNode,
  PopulationNode,
} from '../methodology/methodology.js'
import type { OnDemand } from './cell.js'
import type { Gathered } from './distribution.js'
import type { Row } from './row.js'

export interface Surroundings {
  /** Checked data of earlier years, by their year. */
  readonly earlier: ReadonlyMap<number, Dataset>
  /** Results of the same methodology, any version, for earlier years, by their year. */
  readonly history: ReadonlyMap<number, KnownRun>
  /** Results of other methodologies for the same year, by the methodology's id. */
  readonly others: ReadonlyMap<string, KnownRun>
  /** The register that the methodology names; null where the data alone say who there is. */
  readonly register: Register | null
}

export const NO_SURROUNDINGS: Surroundings = {
  earlier: new Map(),
  history: new Map(),
  others: new Map(),
  register: null,
}

/** @param known - what there is; the rest is nothing */
export function surroundingsOf(known: Partial<Surroundings>): Surroundings {
  return { ...NO_SURROUNDINGS, ...known }
}

/** What all rows of a run share. */
export interface RunSetting {
  readonly year: number
  readonly surroundings: Surroundings
  /** null in a run that fills all cells itself. */
  readonly onDemand: OnDemand | null
  /** The figures of all bodies, by node. */
  readonly distributions: Map<DistributionNode, Gathered>
  /** The rows of the groups of each named population. */
  readonly groups: Map<PopulationNode, ReadonlyMap<string, Row>>
}

export function runSetting(
  year: number,
  surroundings: Surroundings,
  onDemand: OnDemand | null,
): RunSetting {
  return {
    year,
    surroundings,
    onDemand,
    distributions: new Map(),
    groups: new Map(),
  }
}
