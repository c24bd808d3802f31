/** `olshem replay`: computes a result again from what it was computed from, and compares. */
import { Command } from 'commander'

import {
  ENGINE_VERSION,
  runName,
  type Difference,
  type RunRecord,
} from '../../engine/index.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { readRunFile } from '../history/read-run-file.js'
import { replayRun } from '../history/replay.js'
import { textSource } from '../history/text-source.js'
import { dataProblemLine } from '../output/problem-line.js'
import { printable } from '../output/printable.js'
import { Refusal } from '../refusal.js'
import { DEFAULT_STORE, storePlace } from '../store/store.js'
import type { ProgramOptions, Setting } from './setting.js'

interface Options extends ProgramOptions {
  readonly store?: string
}

export function replayCommand({ io, exitWith }: Setting): Command {
  return new Command('replay')
    .description(
      'compute a result again from the texts that it names, and compare',
    )
    .argument('<run>', 'a result, as score --json wrote it')
    .option(
      '--store <folder>',
      `folder that score kept the texts in (default ${DEFAULT_STORE}, or OLSHEM_STORE)`,
    )
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const read = await readRunFile(file)
      if (read.kind === 'problems') {
        throw new Refusal(read.problems.map(dataProblemLine))
      }
      const { record } = read
      const place = storePlace(options.store, io)
      const texts = textSource(
        place?.folder ?? DEFAULT_STORE,
        findRulesFolder(options.rules, io),
      )
      const { difference, result } = await replayRun(record, texts)
      const isSame =
        difference === null && result.sha256 === record.known.sha256
      if (!isSame || !record.isWhole) exitWith(1)
      const lines = [
        isSame && record.isWhole
          ? `identical: ${runName(record.known)}, ${record.known.bodies.size} bodies, sha256 ${record.known.sha256}`
          : `different: ${runName(record.known)}`,
        ...(difference ? differenceLines(difference) : []),
        ...hashLines(record, file, difference, result.sha256),
        ...engineLines(record),
      ]
      await io.out.write(lines.map((line) => `${printable(line)}\n`).join(''))
    })
}

const EXAMPLES = `
The methodology is found by its hash in the store or among the files of the rules
folder, wherever it has been moved to. Examples:
  olshem score hdi --year 2021 --data data.csv --json --output run.json
  olshem replay run.json

Exit status: 0 identical, 1 different or a text is missing, 2 the command was not
understood.`

function differenceLines({
  body,
  what,
  written,
  computed,
}: Difference): readonly string[] {
  const of = body === null ? what : `${what} of ${body}`
  return [
    `first value that differs: ${of}`,
    `  in the file:    ${written ?? 'not there'}`,
    `  computed again: ${computed ?? 'not there'}`,
  ]
}

function hashLines(
  { isWhole, known }: RunRecord,
  file: string,
  difference: Difference | null,
  computed: string,
): readonly string[] {
  if (isWhole) return []
  if (difference) {
    return [
      `${file} was changed after it was written: its results do not fit its hash, sha256 ${known.sha256}`,
    ]
  }
  return [
    `first value that differs: sha256, the hash of the results`,
    `  in the file:    ${known.sha256}`,
    `  computed again: ${computed}`,
  ]
}

function engineLines({ engine }: RunRecord): readonly string[] {
  if (engine === ENGINE_VERSION) return []
  return [`made by version ${engine}, computed again by ${ENGINE_VERSION}`]
}
