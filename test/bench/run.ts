/**
 * `npm run bench`: measures everything side by side in one run and prints the
 * tables; `--quick` takes some three minutes, `--write` puts the tables into the
 * README. It fails where a contender computes something else than the exact
 * engine, never because of time.
 */
import { join } from 'node:path'

import { processorTime, wallTime } from './measure/clocks.js'
import { FULL, QUICK } from './measure/effort.js'
import { compared } from './parts/compared.js'
import { effect } from './parts/effect.js'
import { growth } from './parts/growth.js'
import { http } from './parts/http.js'
import { sideBySide } from './parts/side-by-side.js'
import { startUp } from './parts/start-up.js'
import { streams } from './parts/streams.js'
import { weightDrawsPart } from './parts/weight-draws.js'
import { wideIndex } from './parts/wide-index.js'
import { goalText, plainText } from './report/layout.js'
import { dateAndMachine, writeReadme } from './report/readme.js'
import type { Part } from './report/report.js'
import { goalsMethodology } from './workload/methodology.js'

const OPTIONS = ['--quick', '--write']

await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<void> {
  const unknown = words.find((word) => !OPTIONS.includes(word))
  if (unknown !== undefined) {
    throw new Error(
      `The bench does not know "${unknown}"; it knows ${OPTIONS.join(' and ')}.`,
    )
  }
  const isQuick = words.includes('--quick')
  if (isQuick && words.includes('--write')) {
    throw new Error('Figures of a quick run are not written into the README.')
  }
  const root = join(import.meta.dirname, '..')
  const extent = isQuick ? QUICK : FULL
  const methodology = goalsMethodology(root)
  const machine = dateAndMachine(new Date())
  print(`${machine}; medians of ${extent.rounds} alternating rounds\n`)

  const parts: Part[] = []
  const start = wallTime()
  const add = (part: Part) => {
    parts.push(part)
    print(`\n${plainText({ ...part, goals: [] })}`)
  }
  const measures = [
    () => compared(root),
    () => sideBySide(methodology, extent, print),
    () => growth(methodology, extent),
    () => weightDrawsPart(extent),
    () => wideIndex(extent),
  ]
  for (const measure of measures) add(await measure())
  const share = processorShare(wallTime() - start)
  add(await startUp(root, extent))
  add(await streams(root, extent))
  add(await http(root, extent))
  add(await effect(root))
  const whole = {
    tables: parts.flatMap(({ tables }) => tables),
    goals: parts.flatMap(({ goals }) => goals),
  }
  print(whole.goals.map(goalText).join('\n'))
  if (share < 0.9) print(busyText(share))
  if (words.includes('--write')) {
    const circumstances =
      share < 0.9 ? `${machine}. ${busyText(share)}` : machine
    await writeReadme(join(root, 'README.md'), whole, circumstances)
  }
}

/** How much of the time this process had a processor. */
function processorShare(milliseconds: number): number {
  return processorTime() / milliseconds
}

function busyText(share: number): string {
  return `The machine was busy with other work: the bench had a processor for ${Math.round(share * 100)} % of its time, which shows in the times of whole processes`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
