/**
 * The full form of a file: what `defaults` says is written out in every entry
 * that it holds for, and, where asked for, what the language itself means by
 * saying nothing. It loads to the same methodology.
 */
import { loadMethodology } from '../methodology/load-methodology.js'
import type { Methodology } from '../methodology/methodology.js'
import { pathKey, type Path } from '../source/path.js'
import {
  defaultInsertions,
  standardInsertions,
  type Insertion,
} from './insertions.js'
import { writeInsertions, type Written } from './write-insertions.js'

export interface FullForm {
  readonly text: string
  /** Place of a key that `defaults` said -> where it said it. */
  readonly borrowed: ReadonlyMap<string, Path>
}

/** Every round takes out what was refused; one is enough unless one mistake hid another. */
const MOST_ROUNDS = 20

/** With `defaults` written out. */
export function fullForm({ source }: Methodology): FullForm {
  return write(source.file, source.text, defaultInsertions(source.tree))
}

/** With `defaults` and the settings of the language written out: for people to read. */
export function fullText(methodology: Methodology): string {
  const { file } = methodology.source
  const { text } = fullForm(methodology)
  // A table that `defaults` said is filled up as well, now that it stands in its entry.
  const entries = loadMethodology(file, text).methodology ?? methodology
  return write(file, text, standardInsertions(entries)).text
}

/**
 * A setting that is without effect on an entry may come from `defaults` and may
 * not be written there: what the loader refuses is left out again.
 */
function write(
  file: string,
  text: string,
  insertions: readonly Insertion[],
): FullForm {
  let kept = insertions
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const form = writeInsertions(text, kept)
    const { problems } = loadMethodology(file, form.text)
    if (problems.length === 0) {
      const borrowed = kept.flatMap(({ into, key, from }) =>
        from ? [[pathKey([...into, key]), from] as const] : [],
      )
      return { text: form.text, borrowed: new Map(borrowed) }
    }
    const starts = lineStarts(form.text)
    const refused = new Set(
      problems.flatMap(({ line, column }) => {
        const offset = (starts[line - 1] ?? 0) + column - 1
        return insertionAt(form.written, offset) ?? []
      }),
    )
    if (refused.size === 0) {
      const words = problems.map(({ message }) => message).join(' ')
      throw new Error(`The full form of ${file} has mistakes: ${words}`)
    }
    kept = kept.filter((insertion) => !refused.has(insertion))
  }
  throw new Error(`The full form of ${file} cannot be written`)
}

function insertionAt(
  written: readonly Written[],
  offset: number,
): Insertion | undefined {
  return written.find(({ start, end }) => start <= offset && offset < end)
    ?.insertion
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1)
  }
  return starts
}
