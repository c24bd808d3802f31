/** The runs behind the examples of a methodology file. */
import {
  checkDataset,
  loadMethodology,
  scoreDataset,
  type Methodology,
  type ReadDataset,
  type Run,
} from '../../engine/index.js'
import { inlineDataset } from '../../engine/examples/example-data.js'
import { exampleRegister } from '../../engine/examples/example-register.js'
import { readSurroundings } from '../../engine/examples/example-surroundings.js'

export interface ExampleRun {
  readonly title: string
  readonly run: Run
}

/** @param readData - reads a data file that an example names */
export async function exampleRuns(
  methodology: Methodology,
  readData: (path: string, year: number) => Promise<ReadDataset>,
): Promise<readonly ExampleRun[]> {
  const { file, text } = methodology.source
  const loaded = loadMethodology(file, text)
  const { years } = methodology
  const first = years.kind === 'list' ? (years.years[0] ?? 0) : years.from
  const runs: ExampleRun[] = []
  for (const entry of methodology.root.items('examples')) {
    const year = entry.whole('year') ?? first
    const rows = entry.has('body')
      ? [entry.entry('body')]
      : entry.items('bodies')
    const read = entry.has('data')
      ? await readData(entry.text('data') ?? '', year)
      : inlineDataset(rows, year, file)
    const { register } = await exampleRegister(entry, methodology)
    const { surroundings } = await readSurroundings(
      entry,
      year,
      methodology,
      register,
      loaded,
    )
    const options = { year, leaveOutBroken: false }
    const checked = await checkDataset(read, methodology, {
      ...options,
      surroundings,
    })
    const { run } = await scoreDataset(
      methodology,
      checked,
      surroundings,
      options,
    )
    const title = entry.title('title').en ?? ''
    if (run) runs.push({ title, run })
  }
  return runs
}
