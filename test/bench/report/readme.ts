/** Writes the section "Performance" of the README, between its two markers. */
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'

import { format, resolveConfig } from 'prettier'

import { markdown } from './layout.js'
import type { Part } from './report.js'

const BEGIN = '<!-- written by npm run bench -- --write -->'
const END = '<!-- end of what the bench writes -->'

/** As `2026-11-22, AMD EPYC, 2 cores, Node 20.19.5 on linux`. */
export function dateAndMachine(now: Date): string {
  const processors = cpus()
  const model = processors[0]?.model.trim() ?? 'an unknown processor'
  return `${now.toISOString().slice(0, 10)}, ${model}, ${processors.length} cores, Node ${process.versions.node} on ${process.platform}`
}

/** @throws Error where the README has lost its markers */
export async function writeReadme(
  file: string,
  part: Part,
  machine: string,
): Promise<void> {
  const text = await readFile(file, 'utf8')
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  if (begin < 0 || end < begin) {
    throw new Error(
      `${file} has no place for the figures: it should hold the lines "${BEGIN}" and "${END}".`,
    )
  }
  const written = `${text.slice(0, begin)}${BEGIN}\n\nMeasured in one run of \`npm run bench\` on ${machine}. Times are processor time, but for whole processes; where two more figures stand in brackets they are the least and the most of the rounds, before them the median.\n\n${markdown(part.tables)}\n${text.slice(end)}`
  const options = await resolveConfig(file)
  await writeFile(file, await format(written, { ...options, filepath: file }))
}
