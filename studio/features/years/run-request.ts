/** What a run can be asked for: which earlier data and results its rules look at, and what there is of them. */
import type { DataSet, RunRequest, StoredRun } from '../../api/answers.js'
import type { components } from '../../api/openapi.js'

type Schemas = components['schemas']
export type StoredRegister = Schemas['RegisterList']['items'][number]

/** What the rules of a version look at beside the data of the year. */
export interface RunNeeds {
  /** The id of the register; null without one. */
  readonly register: string | null
  /** How many years back inputs are read from data. */
  readonly earlierData: readonly number[]
  /** How many years back figures are read from results. */
  readonly earlierRuns: readonly number[]
  /** Methodologies whose results of the same year are inputs. */
  readonly others: readonly string[]
}

/** One further thing that the rules look at, and what can be chosen for it. */
export type Supply =
  | {
      readonly kind: 'earlierData'
      readonly key: string
      readonly year: number
      readonly choices: readonly DataSet[]
    }
  | {
      readonly kind: 'earlierRun' | 'otherRun'
      readonly key: string
      readonly year: number
      readonly methodology: string
      readonly choices: readonly StoredRun[]
    }

export function suppliesFor(
  { earlierData, earlierRuns, others }: RunNeeds,
  methodology: string,
  year: number,
  dataSets: readonly DataSet[],
  runs: readonly StoredRun[],
): readonly Supply[] {
  const runsOf = (id: string, of: number) =>
    runs.filter((run) => run.methodology === id && run.year === of)
  return [
    ...earlierData.map((back) => ({
      kind: 'earlierData' as const,
      key: `data-${back}`,
      year: year - back,
      choices: dataSetsFor(dataSets, methodology, year - back),
    })),
    ...earlierRuns.map((back) => ({
      kind: 'earlierRun' as const,
      key: `run-${back}`,
      ...{ year: year - back, methodology },
      choices: runsOf(methodology, year - back),
    })),
    ...others.map((other) => ({
      kind: 'otherRun' as const,
      key: `other-${other}`,
      ...{ year, methodology: other },
      choices: runsOf(other, year),
    })),
  ]
}

/** Data sets that name no methodology fit any. */
export function dataSetsFor(
  dataSets: readonly DataSet[],
  methodology: string,
  year: number,
): readonly DataSet[] {
  return dataSets.filter(
    (each) =>
      each.year === year &&
      (each.methodology === null || each.methodology === methodology),
  )
}

export interface RunChoice {
  readonly methodology: string
  /** Empty for the one in force. */
  readonly version: string
  readonly dataSet: string
  /** Empty for the state loaded last. */
  readonly register: string
  /** Key of a supply -> what was chosen; empty or absent where nothing was. */
  readonly supplies: Readonly<Record<string, string>>
  readonly leaveOutBroken: boolean
}

export function runRequest(
  choice: RunChoice,
  year: number,
  supplies: readonly Supply[],
): RunRequest {
  const { methodology, version, dataSet, register, leaveOutBroken } = choice
  const chosen = (kind: Supply['kind']) =>
    supplies
      .filter((each) => each.kind === kind)
      .flatMap(({ key }) => choice.supplies[key] || [])
  const previous = chosen('earlierData')
  const history = chosen('earlierRun')
  const from = chosen('otherRun')
  return {
    ...{ methodology, year, dataSet },
    ...(version === '' ? {} : { version }),
    ...(register === '' ? {} : { register }),
    ...(previous.length === 0 ? {} : { previous }),
    ...(history.length === 0 ? {} : { history }),
    ...(from.length === 0 ? {} : { from }),
    ...(leaveOutBroken ? { leaveOutBroken } : {}),
  }
}
