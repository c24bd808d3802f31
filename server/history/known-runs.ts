/** The options --history and --from: results of earlier years and of other methodologies. */
import {
  lookedBack,
  MOST_YEARS_BACK,
  runName,
  type DataProblem,
  type KnownRun,
  type Methodology,
  type RunRecord,
} from '../../engine/index.js'
import { fileProblem } from '../data/file-problem.js'
import { readRunFile, type RunFile } from './read-run-file.js'

export interface KnownRuns {
  readonly history: ReadonlyMap<number, KnownRun>
  readonly others: ReadonlyMap<string, KnownRun>
  /** For the store: a run that looked at others is computed again with them. */
  readonly records: readonly RunRecord[]
  readonly problems: readonly DataProblem[]
  readonly warnings: readonly DataProblem[]
}

export interface RunPaths {
  readonly history?: readonly string[]
  readonly from?: readonly string[]
}

export async function readKnownRuns(
  methodology: Methodology,
  year: number,
  { history = [], from = [] }: RunPaths,
): Promise<KnownRuns> {
  const read = (files: readonly string[]) => Promise.all(files.map(readRunFile))
  return knownRuns(methodology, year, {
    history: await read(history),
    from: await read(from),
  })
}

/** What the results that were given are to the run. */
export function knownRuns(
  methodology: Methodology,
  year: number,
  given: {
    readonly history: readonly RunFile[]
    readonly from: readonly RunFile[]
  },
): KnownRuns {
  const reading = new RunsReading(methodology, year)
  for (const file of given.history) reading.history(file)
  for (const file of given.from) reading.other(file)
  const { ofYears, ofOthers, records, problems, warnings } = reading
  return { history: ofYears, others: ofOthers, records, problems, warnings }
}

class RunsReading {
  readonly ofYears = new Map<number, KnownRun>()
  readonly ofOthers = new Map<string, KnownRun>()
  readonly records: RunRecord[] = []
  readonly problems: DataProblem[] = []
  readonly warnings: DataProblem[] = []
  private readonly files = new Map<KnownRun, string>()

  constructor(
    private readonly methodology: Methodology,
    private readonly year: number,
  ) {}

  history(given: RunFile): void {
    const run = this.read(given)
    if (!run) return
    const { file } = given
    const { id } = this.methodology
    if (run.methodology !== id) {
      const words = `${file} is the result of ${runName(run)}, and --history takes results of ${id}. Results of other methodologies are given with --from.`
      this.report('RUN_OTHER_METHODOLOGY', file, words)
      return
    }
    const back = this.year - run.year
    if (back < 1 || back > MOST_YEARS_BACK) {
      const words = `${file} is of ${run.year}; --history takes the ${MOST_YEARS_BACK} years before ${this.year}.`
      this.report('RUN_OTHER_YEAR', file, words)
      return
    }
    const first = this.ofYears.get(run.year)
    if (first) {
      this.twice(file, first, `of ${run.year}, and each year has one result`)
      return
    }
    this.ofYears.set(run.year, run)
    if (!lookedBack(this.methodology).results.has(back)) {
      const years = back === 1 ? 'a year' : `${back} years`
      const words = `${file} is not used: no formula looks at an output of ${years} before.`
      this.warnings.push(fileProblem('RUN_NOT_USED', file, words))
    }
  }

  other(given: RunFile): void {
    const run = this.read(given)
    if (!run) return
    const { file } = given
    const { id } = this.methodology
    if (run.methodology === id) {
      const words = `${file} is a result of ${id} itself, and --from takes those of other methodologies. Results of earlier years are given with --history.`
      this.report('RUN_OTHER_METHODOLOGY', file, words)
      return
    }
    if (run.year !== this.year) {
      const words = `${file} is of ${run.year}, and --from takes results of ${this.year}, the reporting year.`
      this.report('RUN_OTHER_YEAR', file, words)
      return
    }
    const first = this.ofOthers.get(run.methodology)
    if (first) {
      this.twice(file, first, `of ${run.methodology}, and it can have one`)
      return
    }
    this.ofOthers.set(run.methodology, run)
    const { others } = lookedBack(this.methodology)
    if (others.has(run.methodology)) return
    const known = others.size === 0 ? 'none' : [...others].join(', ')
    const words = `${file} is not used: no input is an output of ${run.methodology} (inputs are outputs of ${known}).`
    this.warnings.push(fileProblem('RUN_NOT_USED', file, words))
  }

  private read(given: RunFile): KnownRun | null {
    if (given.kind === 'problems') {
      this.problems.push(...given.problems)
      return null
    }
    const { file, record } = given
    if (!record.isWhole) {
      const words = `${file} was changed after it was written: its results do not fit the hash that it states. "olshem replay ${file}" shows where.`
      this.report('RUN_ALTERED', file, words)
      return null
    }
    this.records.push(record)
    this.files.set(record.known, file)
    return record.known
  }

  private twice(file: string, first: KnownRun, words: string): void {
    const message = `${file} and ${this.files.get(first) ?? ''} are both ${words}. Give one of the two.`
    this.report('RUN_DUPLICATE', file, message)
  }

  private report(
    code: DataProblem['code'],
    file: string,
    message: string,
  ): void {
    this.problems.push(fileProblem(code, file, message))
  }
}
