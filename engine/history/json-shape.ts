/**
 * Reads JSON of others part by part: what is not as it should be is named by
 * its path, and nothing is looked up through prototypes.
 */
import { describe } from '../data/json-cell.js'

/** Mistakes that are named; a file with more is another kind of file. */
const MOST_FAULTS = 10

export type Fields = ReadonlyMap<string, unknown>

export class JsonShape {
  readonly faults: string[] = []
  private readonly paths: string[] = []

  /** What stands inside something that is wrong itself is not named as well. */
  wrong(path: string, expected: string, value: unknown): void {
    if (this.faults.length >= MOST_FAULTS) return
    if (this.paths.some((outer) => isInside(path, outer))) return
    this.paths.push(path)
    const where = path === '' ? 'The JSON' : `"${path}"`
    this.faults.push(
      `${where} should be ${expected}, but it is ${describe(value)}.`,
    )
  }

  fields(value: unknown, path: string, expected = 'an object'): Fields {
    const isTable =
      typeof value === 'object' && value !== null && !Array.isArray(value)
    if (!isTable) this.wrong(path, expected, value)
    return new Map<string, unknown>(isTable ? Object.entries(value) : [])
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value as readonly unknown[]
    this.wrong(path, 'a list', value)
    return []
  }

  text(value: unknown, path: string, expected = 'text'): string {
    if (typeof value === 'string') return value
    this.wrong(path, expected, value)
    return ''
  }

  textOrNull(value: unknown, path: string): string | null {
    return value === null ? null : this.text(value, path, 'text or null')
  }

  year(value: unknown, path: string): number {
    const isYear =
      typeof value === 'number' && Number.isInteger(value) && value > 0
    if (!isYear || value > 9999) {
      this.wrong(path, 'a year such as 2021', value)
      return 0
    }
    return value
  }

  hash(value: unknown, path: string): string {
    if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value
    this.wrong(path, 'a SHA-256 hash of 64 hexadecimal digits', value)
    return ''
  }
}

function isInside(path: string, outer: string): boolean {
  return (
    outer === '' || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`)
  )
}
