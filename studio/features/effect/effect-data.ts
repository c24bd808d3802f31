/** The data of an effect, read once, and checked for each methodology that is tried on them. */
import {
  checkDataset,
  checkRegisterUse,
  datasetOfText,
  readRun,
  registerFromText,
  surroundingsOf,
  type CheckedDataset,
  type Dataset,
  type KnownRun,
  type Methodology,
  type ReadDataset,
  type ReadRegister,
  type Surroundings,
} from '../../../engine/index.js'
import type { Obstacle, ObstacleKind } from './effect-answer.js'
import type { EffectSetting } from './effect-setting.js'

/** Why there is no effect; thrown and answered as a value. */
export class NotComputable extends Error {
  override readonly name = 'NotComputable'
  readonly obstacle: Obstacle

  constructor(why: ObstacleKind, details: readonly string[] = []) {
    super(why)
    this.obstacle = { why, details }
  }
}

export interface ReadSetting {
  readonly year: number
  readonly leaveOutBroken: boolean
  readonly data: ReadDataset
  readonly earlier: readonly {
    readonly year: number
    readonly read: ReadDataset
  }[]
  readonly runs: readonly KnownRun[]
  /** By id. */
  readonly registers: ReadonlyMap<string, ReadRegister>
}

export interface CheckedData {
  readonly checked: CheckedDataset
  readonly dataset: Dataset
  readonly surroundings: Surroundings
}

/** How many mistakes of data are told. */
const MOST_DETAILS = 5

/** @throws NotComputable */
export async function readSetting(
  setting: EffectSetting,
): Promise<ReadSetting> {
  const { year, leaveOutBroken } = setting
  const registers = new Map<string, ReadRegister>()
  for (const text of setting.registers) {
    const read = await registerFromText(text, 'register')
    if (!read.register) throw new NotComputable('register-does-not-fit')
    registers.set(read.register.id, read)
  }
  const runs: KnownRun[] = []
  for (const run of setting.runs) {
    const { record } = await readRun(run)
    if (!record?.isWhole) throw new NotComputable('run-unreadable')
    runs.push(record.known)
  }
  const data = readData(setting.data)
  const earlier = setting.earlier.map((text) => {
    const read = readData(text)
    const of = read.dataset.year
    if (of === null) throw new NotComputable('data-unreadable')
    return { year: of, read }
  })
  return { year, leaveOutBroken, data, earlier, runs, registers }
}

function readData(text: string): ReadDataset {
  const read = datasetOfText(text, 'data')
  if (!read) throw new NotComputable('data-unreadable')
  return read
}

/** @throws NotComputable */
export async function checkSetting(
  methodology: Methodology,
  setting: ReadSetting,
): Promise<CheckedData> {
  const { year, leaveOutBroken } = setting
  const surroundings = await surroundingsFor(methodology, setting)
  const checked = await checkDataset(setting.data, methodology, {
    ...{ year, leaveOutBroken, surroundings },
  })
  return { checked, dataset: soundOf(checked), surroundings }
}

async function surroundingsFor(
  methodology: Methodology,
  setting: ReadSetting,
): Promise<Surroundings> {
  const { year, runs } = setting
  const register = registerFor(methodology, setting)
  const earlier = new Map<number, Dataset>()
  for (const each of setting.earlier) {
    const checked = await checkDataset(each.read, methodology, {
      year: each.year,
      role: 'previous',
      leaveOutBroken: setting.leaveOutBroken,
      surroundings: surroundingsOf({ register }),
    })
    earlier.set(each.year, soundOf(checked))
  }
  const own = runs.filter((run) => run.methodology === methodology.id)
  const others = runs.filter(
    (run) => run.methodology !== methodology.id && run.year === year,
  )
  return surroundingsOf({
    earlier,
    history: new Map(own.map((run) => [run.year, run])),
    others: new Map(others.map((run) => [run.methodology, run])),
    register,
  })
}

function registerFor(
  methodology: Methodology,
  { registers }: ReadSetting,
): Surroundings['register'] {
  const { register: use } = methodology
  if (!use) return null
  const read = registers.get(use.id)
  if (!read) throw new NotComputable('register-unknown', [use.id])
  const lacking = checkRegisterUse(methodology, read).filter(
    ({ code }) => code === 'UNKNOWN_NAME',
  )
  if (lacking.length === 0) return read.register
  const details = lacking.map(({ message }) => message)
  throw new NotComputable('register-does-not-fit', details)
}

function soundOf({ dataset, problems }: CheckedDataset): Dataset {
  if (dataset) return dataset
  const details = problems
    .slice(0, MOST_DETAILS)
    .map(({ body, column, message }) =>
      [body, column, message].filter((each) => each !== null).join(': '),
    )
  throw new NotComputable('data-do-not-fit', details)
}
