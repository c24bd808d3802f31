/** All contenders on the same bodies, against hand-written columns. */
import type { Methodology } from '../../../engine/index.js'
import { checkAgreement } from '../agreement/agreement.js'
import { referenceOf, type Reference } from '../agreement/reference.js'
import { CONTENDERS } from '../contenders/all.js'
import type { Contender, Prepared } from '../contenders/contender.js'
import {
  handWritten,
  handWrittenWithPlaces,
} from '../contenders/hand-written.js'
import { NotInstalled } from '../contenders/not-installed.js'
import { processorTime } from '../measure/clocks.js'
import type { Extent } from '../measure/effort.js'
import { heldBytes } from '../measure/memory.js'
import { timeInRounds } from '../measure/rounds.js'
import { ratios, spreadOf, type Spread } from '../measure/statistics.js'
import { bytesText, rounded, spreadText } from '../report/figures.js'
import type { Part, Table } from '../report/report.js'
import type { ColumnData } from '../workload/column-data.js'
import {
  columnBytes,
  givenCells,
  goalsColumns,
} from '../workload/goals-columns.js'
import { jsonBodies } from '../workload/goals-json.js'
import { goalsOfTheRun } from './goals.js'

/** One contender on one number of bodies. */
export interface Measured {
  readonly contender: Contender
  readonly size: number
  /** Bodies that one run computed; below `size` where the first of them were taken. */
  readonly bodies: number
  /** Microseconds of a body, round by round. */
  readonly perBody: readonly number[]
  /** How many times the hand-written columns of the same scope take. */
  readonly slower: Spread
  readonly inputBytes: number
}

type Log = (line: string) => void

export async function sideBySide(
  methodology: Methodology,
  extent: Extent,
  log: Log,
): Promise<Part & { readonly measured: readonly Measured[] }> {
  const compared = rowsOf(extent.compared)
  const bodies = jsonBodies(goalsColumns(extent.compared), compared)
  const leftOut = new Map<string, string>()
  const measured: Measured[] = []
  const tables: Table[] = []
  const references = new Map<number, Reference>()
  for (const size of extent.sizes) {
    const count = Math.min(size, extent.compared)
    const reference =
      references.get(count) ??
      (await referenceOf(methodology, bodies.slice(0, count)))
    references.set(count, reference)
    const here = await measureSize(size, {
      methodology,
      reference,
      extent,
      earlier: measured,
      leftOut,
      log,
    })
    measured.push(...here.measured)
    tables.push(tableOf(size, here.cells, here.measured))
  }
  for (const [name, reason] of leftOut) {
    log(`left out (${leftOut.size} in all): ${name}, ${reason}`)
  }
  return { tables, goals: goalsOfTheRun(measured), measured }
}

interface Setting {
  readonly methodology: Methodology
  readonly reference: Reference
  readonly extent: Extent
  readonly earlier: readonly Measured[]
  readonly leftOut: Map<string, string>
  readonly log: Log
}

async function measureSize(size: number, setting: Setting) {
  const { methodology, reference, extent, earlier, leftOut, log } = setting
  const columns = goalsColumns(size)
  const cells = givenCells(columns) / size
  const ready = new Map<Contender, Prepared>()
  const inputBytes = new Map<Contender, number>()
  for (const contender of CONTENDERS) {
    if (leftOut.has(contender.name)) continue
    const count = bodiesFor(contender, size, earlier, extent)
    try {
      const before = heldBytes()
      const prepared = await prepareOn(contender, methodology, columns, count)
      const bytes =
        contender.reads === 'json' ? heldBytes() - before : columnBytes(columns)
      inputBytes.set(contender, bytes / prepared.bodies)
      await prepared.run()
      const { bodies, onAHalf } = checkAgreement(contender, prepared, reference)
      ready.set(contender, prepared)
      log(
        `${contender.name}: agrees on ${bodies} of ${size} bodies, ${onAHalf} of them on a half`,
      )
    } catch (error) {
      if (!(error instanceof NotInstalled)) throw error
      leftOut.set(contender.name, error.message)
    }
  }
  const tasks = [...ready].map(([{ name }, { run }]) => ({ name, run }))
  const times = await timeInRounds(tasks, extent, processorTime)
  const perBody = (contender: Contender) =>
    (times.get(contender.name) ?? []).map(
      (time) => (time * 1000) / (ready.get(contender)?.bodies ?? NaN),
    )
  const measured = [...ready].map(([contender, prepared]): Measured => {
    const base =
      contender.computes === 'places' ? handWrittenWithPlaces : handWritten
    return {
      contender,
      size,
      bodies: prepared.bodies,
      perBody: perBody(contender),
      slower: spreadOf(ratios(perBody(contender), perBody(base))),
      inputBytes: inputBytes.get(contender) ?? NaN,
    }
  })
  return { cells, measured }
}

/** The bodies as JSON are let go where the contender brings them into another form. */
function prepareOn(
  contender: Contender,
  methodology: Methodology,
  columns: ColumnData,
  count: number,
): Promise<Prepared> {
  const rows = contender.reads === 'json' ? rowsOf(count) : []
  const bodies = jsonBodies(columns, rows)
  return contender.prepare({ methodology, columns, bodies })
}

/** As many as fit the longest run, by the time that a body took before; at most 10,000. */
function bodiesFor(
  contender: Contender,
  size: number,
  earlier: readonly Measured[],
  { longestRun, fewest }: Extent,
): number {
  const before = earlier.findLast((each) => each.contender === contender)
  if (contender.reads === 'columns' || !before) return size
  const { median } = spreadOf(before.perBody)
  const fitting = Math.floor((longestRun * 1000) / median)
  return Math.min(size, Math.max(fewest, Math.min(fitting, 10_000)))
}

const SCOPES = {
  rules: 'rules',
  figures: 'outputs, rules',
  places: 'outputs, rules, places',
}

function tableOf(
  size: number,
  cells: number,
  measured: readonly Measured[],
): Table {
  return {
    title: `${rounded(size)} bodies`,
    says: `The methodology kz-goals@2012 on invented bodies with ${cells.toFixed(1)} inputs each in the mean. Times slower: than hand-written columns that compute the same.`,
    head: [
      '',
      'computes',
      'timed on',
      'bodies/s',
      'times slower',
      'input a body',
    ],
    rows: measured.map(({ contender, bodies, perBody, slower, inputBytes }) => [
      contender.name,
      SCOPES[contender.computes],
      bodies === size ? 'all' : `first ${rounded(bodies)}`,
      rounded(1e6 / spreadOf(perBody).median),
      contender.computes === 'rules' ? '-' : spreadText(slower),
      size < 1000 || contender.reads === 'columns'
        ? '-'
        : bytesText(inputBytes),
    ]),
  }
}

function rowsOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, row) => row)
}
