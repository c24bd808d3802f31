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
import { blameDeclarations, isLosingNames } from '../methodology/misspelt.js'
import { compareColumns } from './compare-columns.js'
import { compareExpectation } from './compare-expectation.js'
import { checkExpectedNames } from './expected-names.js'
import { fileMistakes, rowMistakes } from './data-mistakes.js'
import { exampleRegister } from './example-register.js'
import { restrictedMistakes, type AnyRow } from './restricted-examples.js'
import { readSurroundings } from './example-surroundings.js'
import {
  inlineDataset,
  SINGLE_BODY,
  type ReadExampleData,
} from './example-data.js'

/** Mistakes of a data file that are written out; the rest is counted. */
const MOST_SHOWN = 5

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
  /** Names that a mistake of the file, already reported, leads nowhere. */
  readonly excused: readonly string[]
  /** A rule that a mistake left unmade raises no flag. */
  readonly areRulesLost: boolean
  readonly add: (problems: readonly Problem[]) => void
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
  const all: Problem[] = []
  const examples: { title: string; passed: boolean }[] = []
  for (const entry of usable?.root.items('examples') ?? []) {
    const found: Problem[] = []
    if (usable && entry.keys().length > 0) {
      await runExample(loaded, usable, entry, readData, found)
    }
    all.push(...found)
    const title = entry.title('title')
    examples.push({
      title: title.en ?? title.ru ?? title.kk ?? '',
      passed: found.length === 0,
    })
  }
  const problems = usable ? blamed(usable, all, loaded.problems) : []
  const passed = examples.filter((example) => example.passed).length
  return { passed, failed: examples.length - passed, examples, problems }
}

/** An input that is misspelt where it is declared is one mistake, and not one per example. */
function blamed(
  { root, source }: Methodology,
  found: readonly Problem[],
  ofFile: readonly LocatedProblem[],
): readonly LocatedProblem[] {
  const locate = (each: Problem) => root.locate(each)
  const { problems } = blameDeclarations(
    found,
    source,
    (each) => locate(each).line,
    ofFile.filter(isLosingNames).length,
  )
  return problems.map(locate)
}

async function runExample(
  loaded: Loaded,
  methodology: Methodology,
  entry: Entry,
  readData: ReadExampleData,
  found: Problem[],
): Promise<void> {
  const report: Outcome['report'] = (code, at, info) => {
    found.push(problem(code, at, info))
  }
  const add: Outcome['add'] = (problems) => found.push(...problems)
  checkSource(entry, report)
  const year = entry.whole('year') ?? firstYear(methodology)
  const read = await readExample(entry, year, methodology, readData, report)
  const { excused } = loaded
  const checkNames = () =>
    checkExpectedNames({ add, report }, methodology, entry, excused)
  if (!read || isAway(loaded, read) || isRegisterLost(entry, methodology)) {
    checkNames()
    return
  }
  const { register, problems } = await exampleRegister(entry, methodology)
  const beside = await readSurroundings(
    entry,
    year,
    methodology,
    register,
    loaded,
  )
  const earlier = [...beside.surroundings.earlier.values()]
  const rows: readonly AnyRow[] = [
    ...read.dataset.bodies,
    ...earlier.flatMap(({ bodies }) => bodies),
  ]
  found.push(...restrictedMistakes(entry, methodology, rows))
  const mistakesBeside = [...problems, ...beside.problems]
  found.push(...mistakesBeside)
  if (mistakesBeside.length > 0) {
    checkNames()
    return
  }
  const { surroundings } = beside
  const checked = await checkDataset(read, methodology, {
    year,
    leaveOutBroken: false,
    surroundings,
  })
  const mistakes = dataMistakes(entry, methodology, read, checked, excused)
  found.push(...mistakes)
  if (mistakes.length > 0 || checked.problems.length > 0) {
    checkNames()
    return
  }
  const scored = await scoreDataset(methodology, checked, surroundings, {
    year,
    leaveOutBroken: false,
  })
  const { run, result } = scored
  if (!run || !result) {
    const reasons = scored.problems.map(({ message }) => message).join('; ')
    report('EXAMPLE_DATA', entry.at, { words: reasons })
    return
  }
  const { areRulesLost } = loaded
  const outcome = { run, result, excused, areRulesLost, report, add }
  compare(outcome, entry, read)
}

/** The rows of a register mean nothing while what the file says of it has a mistake. */
function isRegisterLost(
  example: Entry,
  { register, root }: Methodology,
): boolean {
  return example.has('register') && root.has('register') && register === null
}

/**
 * A file that is being mended away from its data: what it says itself comes
 * first, and the data are asked for when it is whole.
 */
function isAway(loaded: Loaded, read: ReadDataset): boolean {
  const unreadable = read.problems.some(
    ({ code }) => code === 'DATA_FILE_UNREADABLE',
  )
  return unreadable && loaded.methodology === null
}

/** Rows in the file are mended cell by cell; a data file says a few of its own. */
function dataMistakes(
  entry: Entry,
  methodology: Methodology,
  read: ReadDataset,
  { problems, warnings }: CheckedDataset,
  excused: readonly string[],
): readonly Problem[] {
  if (!entry.has('data')) {
    return rowMistakes(entry, methodology, problems, warnings, excused)
  }
  const at = entry.path('data')
  if (problems.length === 0) {
    return fileMistakes(at, methodology, read.dataset.bodies, warnings)
  }
  const shown = problems
    .slice(0, MOST_SHOWN)
    .map(({ code, body, row, column, message }) =>
      [code, body, row, column, message]
        .filter((part) => part !== null)
        .join(' '),
    )
  const more = problems.length - shown.length
  const words = [...shown, ...(more > 0 ? [`and ${more} more`] : [])]
  return [problem('EXAMPLE_DATA', at, { words: words.join('\n  ') })]
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
  outcome.add(mistakes)
  if (mistakes.length === 0)
    compareExpectation(outcome, expectation, id, within)
}

function firstYear({ years }: Methodology): number {
  return years.kind === 'list' ? (years.years[0] ?? 0) : years.from
}
