/** Every text that a run names by its hash. */
import type { RunRecord } from '../../engine/index.js'

export interface NamedHash {
  readonly sha256: string
  /** For messages. */
  readonly what: string
}

export function hashesOfRun(record: RunRecord): readonly NamedHash[] {
  const { known, data, earlier, history, from, register } = record
  return [
    {
      sha256: record.methodologySha256,
      what: `the methodology ${known.methodology}@${known.version}`,
    },
    { sha256: data.sha256, what: `the data of ${known.year}` },
    ...earlier.map(({ sha256, year }) => ({
      sha256,
      what: `the data of ${year}`,
    })),
    ...[...history, ...from].map(({ sha256, methodology, version, year }) => ({
      sha256,
      what: `the result of ${methodology}@${version}, ${year}`,
    })),
    ...(register
      ? [{ sha256: register.sha256, what: `the register ${register.id}` }]
      : []),
  ]
}
