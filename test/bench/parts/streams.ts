/** `score --ndjson` as a whole process, over bodies that no memory would hold at once. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { goalsLines } from '../../helpers/goals-bodies.js'
import { checkStream } from '../agreement/streams.js'
import type { Extent } from '../measure/effort.js'
import { runWhole, type WholeProcess } from '../measure/whole-process.js'
import { bytesText, rounded } from '../report/figures.js'
import type { Goal, Part } from '../report/report.js'
import { YEAR } from '../workload/goals-columns.js'

const WORKERS = [1, 2]

/** Bytes of resident memory. */
const MOST = 400e6

/** @param root - folder of the package, built before */
export async function streams(root: string, extent: Extent): Promise<Part> {
  const bodies = extent.streamed
  const folder = mkdtempSync(join(tmpdir(), 'olshem-bench-'))
  const data = join(folder, 'bodies.ndjson')
  const score = ['score', 'kz-goals@2012', '--year', String(YEAR)]
  try {
    await pipeline(Readable.from(goalsLines(bodies)), createWriteStream(data))
    const measured = new Map<number, WholeProcess>()
    const outputs: string[] = []
    for (const workers of WORKERS) {
      const output = join(folder, `results-${workers}.ndjson`)
      const written = ['--data', data, '--ndjson', '--output', output]
      const threads = ['--workers', String(workers)]
      const words = ['dist/olshem.js', ...score, ...written, ...threads]
      measured.set(workers, await runWhole(words, root))
      outputs.push(output)
    }
    checkStream(outputs, bodies)
    return partOf(bodies, measured)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function partOf(
  bodies: number,
  measured: ReadonlyMap<number, WholeProcess>,
): Part {
  return {
    tables: [
      {
        title: 'Streams',
        says: `score --ndjson of ${rounded(bodies)} bodies of kz-goals@2012 with 115 inputs each, from a file into a file: whole processes from start to end, each once.`,
        head: ['', 'bodies/s', 'peak memory'],
        rows: [...measured].map(([workers, { milliseconds, peakBytes }]) => [
          nameOf(workers),
          rounded((1000 * bodies) / milliseconds),
          peakBytes === null ? 'not measured' : bytesText(peakBytes),
        ]),
      },
    ],
    goals: [...measured].flatMap(([workers, { peakBytes }]) =>
      goalOf(workers, peakBytes, bodies),
    ),
  }
}

function goalOf(
  workers: number,
  peakBytes: number | null,
  bodies: number,
): Goal[] {
  if (peakBytes === null) return []
  return [
    {
      words: `score --ndjson, ${nameOf(workers)}: below ${bytesText(MOST)} of memory on ${rounded(bodies)} bodies`,
      figure: bytesText(peakBytes),
      holds: peakBytes < MOST,
    },
  ]
}

function nameOf(workers: number): string {
  return workers === 1 ? '1 worker' : `${workers} workers`
}
