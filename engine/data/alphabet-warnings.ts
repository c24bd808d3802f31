/** Remarks about ids in which letters of two alphabets look alike. */
import { problemAt } from './dataset-reading.js'
import { mixedAlphabetIds } from './mixed-alphabets.js'
import type { DataProblem } from './problem.js'
import type { RawRow } from './raw.js'

/** Ids that mix the alphabets, and ids of several bodies that look the same. */
export function alphabetWarnings(
  bodies: readonly RawRow[],
): readonly DataProblem[] {
  const { lookAlikes } = mixedAlphabetIds(idsOf(bodies))
  return [
    ...mixedAlphabetWarnings(bodies),
    ...lookAlikes.map((group) =>
      warning(
        bodies,
        group[0] ?? '',
        `the ids ${group.map((id) => `"${id}"`).join(', ')} look the same and are different; write them in one alphabet.`,
      ),
    ),
  ]
}

/** Ids that mix the alphabets, each looked at by itself. */
export function mixedAlphabetWarnings(
  bodies: readonly RawRow[],
): readonly DataProblem[] {
  const { mixed } = mixedAlphabetIds(idsOf(bodies))
  return mixed.map((id) =>
    warning(
      bodies,
      id,
      `the id "${id}" mixes Cyrillic and Latin letters that look alike; write it in one alphabet, or data of other years will not find it.`,
    ),
  )
}

function idsOf(bodies: readonly RawRow[]): readonly string[] {
  return bodies.flatMap(({ id }) => id ?? [])
}

function warning(
  bodies: readonly RawRow[],
  id: string,
  message: string,
): DataProblem {
  const place = bodies.find((body) => body.id === id)?.place ?? {
    file: '',
    line: null,
    path: null,
  }
  const where = { raw: { place }, body: id, label: null }
  return problemAt('ID_MIXED_ALPHABETS', where, 'id', message)
}
