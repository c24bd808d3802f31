/** Runs the examples of a file: its inputs through the whole engine, against what it expects. */
import { checkDataset, type CheckedDataset } from '../data/check-dataset.js'
import type { ReadDataset } from '../data/from-json.js'
import {
  problem,
  type LocatedProblem,
  type Problem,
  type ProblemCode,
  type ProblemInfo,
} from '../errors.js'
import type { Run } from '../evaluation/run.js'
import type { Entry } from '../methodology/entry.js'
import type { Loaded } from '../methodology/load-methodology.js'
import type { Methodology } from '../methodology/methodology.js'
import { findExpectationProblems } from '../methodology/structure.js'
import type { ScoreResult } from '../result/score-result.js'
import { scoreDataset } from '../result/score-dataset.js'
import type { Path } from '../source/path.js'
import { compareColumns } from './compare-columns.js'
import { compareExpectation } from './compare-expectation.js'
import {
  inlineDataset,
  SINGLE_BODY,
  type ReadExampleData,
} from './example-data.js'

export interface ExampleReport {
  readonly passed: number
  readonly failed: number
  readonly examples: readonly {
    readonly title: string
    readonly passed: boolean
  }[]
  readonly problems: readonly LocatedProblem[]
}

/** What an example is compared with. */
export interface Outcome {
  readonly run: Run
  readonly result: ScoreResult
  /** True where the file has mistakes: figures that hang on them are not compared. */
  readonly isPartial: boolean
  readonly report: <C extends ProblemCode>(
    code: C,
    at: Path,
    info: ProblemInfo[C],
  ) => void
}

/**
 * @param loaded - a file with mistakes is tried as far as it can be computed
 * @param readData - reads a data file named by an example, beside the methodology
 */
export async function runExamples(
  loaded: Loaded,
  readData: ReadExampleData,
): Promise<ExampleReport> {
  const { usable } = loaded
  const problems: LocatedProblem[] = []
  const examples: { title: string; passed: boolean }[] = []
  for (const entry of usable?.root.items('examples') ?? []) {
    const found: Problem[] = []
    if (usable && entry.keys().length > 0) {
      await runExample(loaded, usable, entry, readData, found)
    }
    problems.push(...found.map((each) => entry.locate(each)))
    const title = entry.title('title')
    examples.push({
      title: title.en ?? title.ru ?? title.kk ?? '',
      passed: found.length === 0,
    })
  }
  const passed = examples.filter((example) => example.passed).length
  return { passed, failed: examples.length - passed, examples, problems }
}

async function runExample(
  loaded: Loaded,
  methodology: Methodology,
  entry: Entry,
  readData: ReadExampleData,
  found: Problem[],
): Promise<void> {
  const isPartial = loaded.methodology === null
  const report: Outcome['report'] = (code, at, info) => {
    found.push(problem(code, at, info))
  }
  checkSource(entry, report)
  const year = entry.whole('year') ?? firstYear(methodology)
  const read = await readExample(entry, year, methodology, readData, report)
  if (!read) return
  const checked = await checkDataset(read, methodology, {
    year,
    leaveOutBroken: false,
  })
  const isInline = !entry.has('data')
  const words = [
    ...checked.problems,
    ...(isInline && !isPartial ? checked.warnings : []),
  ].map(({ code, body, row, column, message }) =>
    [code, body, row, column, message]
      .filter((part) => part !== null)
      .join(' '),
  )
  if (words.length > 0) {
    const shown = words.slice(0, 5).join('\n  ')
    const more = words.length > 5 ? `\n  and ${words.length - 5} more` : ''
    report('EXAMPLE_DATA', entry.at, { words: `${shown}${more}` })
    return
  }
  const previous = await readPrevious(entry, year, methodology)
  const scored = await scoreDataset(
    methodology,
    checked,
    previous?.dataset ?? null,
    {
      year,
      leaveOutBroken: false,
    },
  )
  const { run, result } = scored
  if (!run || !result) {
    const reasons = scored.problems.map(({ message }) => message).join('; ')
    report('EXAMPLE_DATA', entry.at, { words: reasons })
    return
  }
  compare({ run, result, isPartial, report }, entry, read)
}

/** Each kind of source needs the words that let a reader check it. */
function checkSource(entry: Entry, report: Outcome['report']): void {
  const needs = { published: 'cite', hand: 'calculation', invented: 'note' }
  const source = entry.text('source')
  const key = Object.entries(needs).find(([kind]) => kind === source)?.[1]
  if (key !== undefined && !entry.has(key)) {
    report('MISSING_KEY', entry.at, {
      key,
      why: `An example whose source is "${source ?? ''}" has it, so that a reader can check the figures.`,
    })
  }
}

async function readExample(
  entry: Entry,
  year: number,
  methodology: Methodology,
  readData: ReadExampleData,
  report: Outcome['report'],
): Promise<ReadDataset | null> {
  const given = ['body', 'bodies', 'data'].filter((key) => entry.has(key))
  const [only] = given
  if (given.length !== 1 || only === undefined) {
    report('MISSING_KEY', entry.at, {
      key: 'body" or "bodies" or "data',
      why: `An example has one of them, and this one has ${given.length === 0 ? 'none' : given.join(' and ')}.`,
    })
    return null
  }
  if (only === 'data') {
    try {
      return await readData(entry.text('data') ?? '', year)
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      report('EXAMPLE_DATA', entry.path('data'), { words })
      return null
    }
  }
  const bodies = only === 'body' ? [entry.entry('body')] : entry.items('bodies')
  return inlineDataset(bodies, year, methodology.source.file)
}

async function readPrevious(
  entry: Entry,
  year: number,
  methodology: Methodology,
): Promise<CheckedDataset | null> {
  if (!entry.has('previous')) return null
  const bodies = entry.items('previous')
  const before = year - 1
  const read = inlineDataset(bodies, before, methodology.source.file)
  return checkDataset(read, methodology, {
    year: before,
    leaveOutBroken: false,
  })
}

function compare(outcome: Outcome, entry: Entry, read: ReadDataset): void {
  const within = entry.has('within') ? entry.fraction('within') : null
  const expect = entry.entry('expect')
  if (entry.has('expect') && entry.has('body')) {
    const id = entry.entry('body').text('id') ?? SINGLE_BODY
    expectBody(outcome, expect, id, within)
  } else {
    for (const id of expect.keys()) {
      expectBody(outcome, expect.entry(id), id, within)
    }
  }
  if (entry.has('expect_columns')) {
    compareColumns(outcome, entry, read, within)
  }
  if (!entry.has('expect') && !entry.has('expect_columns')) {
    outcome.report('MISSING_KEY', entry.at, {
      key: 'expect',
      why: 'An example says what must come out.',
    })
  }
}

function expectBody(
  outcome: Outcome,
  expectation: Entry,
  id: string,
  within: ReturnType<Entry['fraction']>,
): void {
  const mistakes = findExpectationProblems(expectation.own(), expectation.at)
  for (const { code, at, message } of mistakes) {
    outcome.report('EXAMPLE_DATA', at, { words: `${code} ${message}` })
  }
  if (mistakes.length === 0)
    compareExpectation(outcome, expectation, id, within)
}

function firstYear({ years }: Methodology): number {
  return years.kind === 'list' ? (years.years[0] ?? 0) : years.from
}
