/** Whole processes of the command line, from their start to their end. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { wallTime } from '../measure/clocks.js'
import type { Extent } from '../measure/effort.js'
import { timeInRounds } from '../measure/rounds.js'
import { spreadOf } from '../measure/statistics.js'
import { rounded, spreadText } from '../report/figures.js'
import type { Part } from '../report/report.js'
import { goalsColumns, YEAR } from '../workload/goals-columns.js'
import { jsonBodies } from '../workload/goals-json.js'

/** Command -> milliseconds at most. */
const MOST = { list: 400, 'score of 40 bodies': 800 } as const

/** @param root - folder of the package, built before */
export async function startUp(root: string, extent: Extent): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'olshem-bench-'))
  const data = join(folder, 'bodies.json')
  const columns = goalsColumns(40)
  const bodies = jsonBodies(columns, [...columns.ids.keys()])
  writeFileSync(data, JSON.stringify({ year: YEAR, bodies }))
  const bin = join(root, 'dist/olshem.js')
  const start = (...words: readonly string[]) => {
    execFileSync(process.execPath, [bin, ...words], {
      stdio: 'pipe',
      cwd: root,
    })
  }
  const score = ['score', 'kz-goals@2012', '--year', String(YEAR)]
  const tasks = [
    { name: 'list', run: () => start('list') },
    {
      name: 'score of 40 bodies',
      run: () => start(...score, '--data', data, '--store', folder),
    },
  ] as const
  try {
    const times = await timeInRounds(
      tasks,
      { ...extent, milliseconds: 1, warmUp: 1 },
      wallTime,
    )
    const spreads = tasks.map(({ name }) => ({
      name,
      spread: spreadOf(times.get(name) ?? []),
    }))
    return {
      tables: [
        {
          title: 'Start-up',
          says: 'Whole processes of the command line, in milliseconds.',
          head: ['', 'milliseconds'],
          rows: spreads.map(({ name, spread }) => [name, spreadText(spread)]),
        },
      ],
      goals: spreads.map(({ name, spread }) => ({
        words: `${name}: below ${MOST[name]} milliseconds as a whole process`,
        figure: rounded(spread.median),
        holds: spread.median < MOST[name],
      })),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
