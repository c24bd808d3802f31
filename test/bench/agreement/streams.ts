/** Whether streams are whole, and the same whoever wrote them. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** The last line of a stream. */
interface End {
  readonly end?: boolean
  readonly bodies?: number
  readonly errors?: number
  readonly sha256?: string
}

const LONGEST_LINE = 10_000

/**
 * @param files - what several runs over the same bodies wrote
 * @throws Error where one of them is not whole, or they differ
 */
export function checkStream(files: readonly string[], bodies: number): void {
  const hashes = new Set<string | undefined>()
  for (const file of files) {
    const last = lastLine(file)
    const { end, bodies: scored, errors, sha256 } = JSON.parse(last) as End
    if (end !== true || scored !== bodies || errors !== 0) {
      throw new Error(
        `${file} should end with ${bodies} bodies and no errors; it ends with: ${last}`,
      )
    }
    hashes.add(sha256)
  }
  if (hashes.size > 1) {
    throw new Error(`The streams should be the same: ${[...hashes].join(', ')}`)
  }
}

function lastLine(file: string): string {
  const open = openSync(file, 'r')
  try {
    const { size } = fstatSync(open)
    const end = Buffer.alloc(Math.min(size, LONGEST_LINE))
    readSync(open, end, 0, end.length, size - end.length)
    return end.toString('utf8').trimEnd().split('\n').at(-1) ?? ''
  } finally {
    closeSync(open)
  }
}
