/** The cells of one generated body: decimals of up to two digits, a few of them missing. */
import type { LevelName, PerLevel } from './goals-levels.js'
import { SEED, shapeOf } from './goals-shape.js'
import { randomOf, type Random } from './random.js'

/** The columns while they are written. */
export interface Sheet {
  /** The row that is written next. */
  readonly next: PerLevel<number>
  readonly offsets: PerLevel<Int32Array>
  /** In the order of the inputs of the level. */
  readonly cells: PerLevel<readonly Float64Array[]>
}

/** Writes the rows of one body; bodies are written in their order. */
export function writeBody(sheet: Sheet, body: number): void {
  const random = randomOf(SEED + 1, body)
  const shape = shapeOf(body)

  for (const directions of shape.sectors) {
    const own = directions === 0 ? coefficients(random) : [NaN, NaN]
    const sector = write(sheet, 'sectors', own)
    for (let each = 0; each < directions; each++) {
      write(sheet, 'sectors.directions', coefficients(random))
    }
    close(sheet, 'sectors.directions', sector)
  }
  close(sheet, 'sectors', body)
  for (let each = 0; each < shape.risks; each++) {
    write(sheet, 'risks', [coefficient(random)])
  }
  close(sheet, 'risks', body)
  for (const { indicators, tasks } of shape.goals) {
    const goal = write(sheet, 'goals', [])
    for (let each = 0; each < indicators; each++) {
      write(sheet, 'goals.indicators', improvement(random))
    }
    close(sheet, 'goals.indicators', goal)
    for (const results of tasks) {
      const task = write(sheet, 'goals.tasks', [])
      for (let each = 0; each < results; each++) {
        write(sheet, 'goals.tasks.results', improvement(random))
      }
      close(sheet, 'goals.tasks.results', task)
    }
    close(sheet, 'goals.tasks', goal)
  }
  close(sheet, 'goals', body)
  for (let each = 0; each < shape.indices; each++) {
    write(sheet, 'indices', index(random))
  }
  close(sheet, 'indices', body)
  write(sheet, '', [
    shape.kind,
    sometimesMissing(random, Number(random.chance(0.15))),
    sometimesMissing(random, Number(random.chance(0.1))),
    sometimesMissing(random, unreliableFacts(random)),
  ])
}

/** @returns the row */
function write(
  { next, cells }: Sheet,
  level: LevelName,
  values: readonly number[],
): number {
  const row = next[level]++
  values.forEach((value, index) => {
    const column = cells[level][index]
    if (column) column[row] = value
  })
  return row
}

/** Ends the rows that belong to one row of the level above. */
function close(
  { next, offsets }: Sheet,
  level: LevelName,
  parent: number,
): void {
  offsets[level][parent + 1] = next[level]
}

function sometimesMissing(random: Random, value: number): number {
  return random.chance(0.005) ? NaN : value
}

/** Mostly none; 3 is where points begin, 25 where they reach their cap. */
function unreliableFacts(random: Random): number {
  if (random.chance(0.6)) return 0
  if (random.chance(0.1)) return 25
  return random.whole(1, random.chance(0.2) ? 40 : 6)
}

function coefficients(random: Random): readonly number[] {
  return [coefficient(random), coefficient(random)]
}

function coefficient(random: Random): number {
  return random.chance(0.5) ? 1 : random.whole(0, 1) / 2
}

/** A target indicator or a direct result: base, plan, fact, operational, falls. */
function improvement(random: Random): readonly number[] {
  const unit = [1, 10, 100][random.whole(0, 2)] ?? 1
  const falls = random.chance(0.25)
  const hasBase = !random.chance(0.1)
  const base = hasBase ? random.whole(20 * unit, 900 * unit) : 0
  const planned = plannedImprovement(random, unit)
  const toward = falls && hasBase ? -1 : 1
  const share = random.chance(0.3) ? 1 : random.share() * 1.4 - 0.1
  const reached = base + toward * Math.round(planned * share)
  const gap = random.share()
  return [
    hasBase ? base / unit : NaN,
    random.chance(0.02) ? NaN : (base + toward * planned) / unit,
    gap < 0.06 ? NaN : reached / unit,
    gap < 0.045 || gap > 0.97 ? (reached + 1) / unit : NaN,
    random.chance(0.2) && !falls ? NaN : Number(falls),
  ]
}

/** A few plans are equal to the base, and a few are worse. */
function plannedImprovement(random: Random, unit: number): number {
  if (random.chance(0.04)) return 0
  const size = random.whole(1, 19 * unit)
  return random.chance(0.02) ? -size : size
}

/** Previous, current, falls. Indices hardly move; a few are zero on one side or on both. */
function index(random: Random): readonly number[] {
  const falls = random.chance(0.3)
  const previous = random.whole(500, 20_000)
  const current = Math.round(previous * (0.8 + random.share() * 0.45))
  const gap = random.share()
  return [
    gap < 0.02 ? 0 : gap < 0.03 ? NaN : previous / 100,
    gap > 0.98 || gap < 0.002 ? 0 : gap > 0.97 ? NaN : current / 100,
    random.chance(0.2) && !falls ? NaN : Number(falls),
  ]
}
