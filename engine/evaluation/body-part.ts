/**
 * Some bodies of a run: the rows of so few stay in the caches of a processor
 * while one node after another is computed for them, and where nobody asks for
 * the rows of their tables any more, these are given up.
 */
import type { DatasetRow } from '../data/dataset.js'
import type { Level, Methodology } from '../methodology/methodology.js'
import type { Row } from './row.js'
import { bodyRows, fillInputs, forgetTables, rowsByLevel } from './rows.js'

const BODIES_OF_A_PART = 32

export class BodyPart {
  #rows: ReadonlyMap<Level, readonly Row[]> | null = null

  constructor(
    private readonly methodology: Methodology,
    private readonly build: () => readonly Row[],
  ) {}

  /** Level -> its rows, inputs filled; those that are there by now. */
  get rows(): ReadonlyMap<Level, readonly Row[]> {
    return this.#rows ?? this.open()
  }

  open(): ReadonlyMap<Level, readonly Row[]> {
    const rows = rowsByLevel(this.build())
    fillInputs(this.methodology, rows)
    this.#rows = rows
    return rows
  }

  forgetTables(): void {
    const { bodies } = this.methodology
    const rows = this.rows.get(bodies) ?? []
    rows.forEach(forgetTables)
    this.#rows = new Map([[bodies, rows]])
  }
}

/**
 * @param given - bodies in the order of the run
 * @param bodies - of the population; each part adds its own when it is asked for its
 * rows first, so that the parts must be gone through in their order
 */
export function bodyParts(
  methodology: Methodology,
  population: Row,
  given: readonly DatasetRow[],
  bodies: Row[],
): readonly BodyPart[] {
  const bodyRow = bodyRows(methodology, population)
  const count = Math.ceil(given.length / BODIES_OF_A_PART)
  return Array.from({ length: count }, (_, part) => {
    const start = part * BODIES_OF_A_PART
    const build = () => {
      const own = given.slice(start, start + BODIES_OF_A_PART).map(bodyRow)
      bodies.push(...own)
      return own
    }
    return new BodyPart(methodology, build)
  })
}
