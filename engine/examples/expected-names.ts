/** The names that an example expects something of, looked at where its data cannot be. */
import type { Problem, ProblemCode, ProblemInfo } from '../errors.js'
import type { Entry } from '../methodology/entry.js'
import type { Methodology } from '../methodology/methodology.js'
import { findExpectationProblems } from '../methodology/structure.js'
import type { Path } from '../source/path.js'
import { closest } from '../source/closest.js'

export interface NameReport {
  readonly add: (problems: readonly Problem[]) => void
  readonly report: <C extends ProblemCode>(
    code: C,
    at: Path,
    info: ProblemInfo[C],
  ) => void
}

/** @param excused - names whose declaration has a mistake of its own */
export function checkExpectedNames(
  { add, report }: NameReport,
  { bodies, root }: Methodology,
  entry: Entry,
  excused: readonly string[],
): void {
  const rankings = root.entry('rankings').keys()
  const steps = namedSteps(root)
  const figures = [...bodies.columns.keys()]
  const check = (
    at: Path,
    name: string,
    what: string,
    known: readonly string[],
  ) => {
    if (known.includes(name) || excused.includes(name)) return
    const near = closest(name, known)
    report('UNKNOWN_NAME', at, {
      name,
      what,
      ...(near ? { closest: near } : {}),
    })
  }
  const checkFigure = (at: Path, name: string) => {
    const step = stepOf(name)
    if (step !== null && steps.length > 0) check(at, step, 'a step', steps)
    const inner = indicatorOf(name)
    check(at, inner, 'a figure of the body', figures)
  }
  for (const expected of expectationsOf(entry)) {
    const mistakes = findExpectationProblems(expected.own(), expected.at)
    add(mistakes)
    if (mistakes.length > 0) continue
    for (const [name, { at }] of expected.entries('outputs')) {
      checkFigure(at, name)
    }
    for (const [name, { at }] of expected.entries('places')) {
      check(at, name, 'a ranking', rankings)
    }
  }
  for (const [name, { at }] of entry.entries('expect_columns')) {
    if (name.startsWith('places.')) {
      check(at, name.slice('places.'.length), 'a ranking', rankings)
    } else checkFigure(at, name)
  }
}

/** One for a single body; for several, one each. */
function expectationsOf(entry: Entry): readonly Entry[] {
  if (!entry.has('expect')) return []
  const expect = entry.entry('expect')
  return entry.has('body')
    ? [expect]
    : expect.keys().map((id) => expect.entry(id))
}

/** `after(STEP, NAME)` and `score(NAME)`: the indicator; any other name as it is. */
export function indicatorOf(name: string): string {
  return (
    /^(?:score\(\s*|after\(\s*\w+\s*,\s*)(\w+)\s*\)$/.exec(name)?.[1] ?? name
  )
}

export function stepOf(name: string): string | null {
  return /^after\(\s*(\w+)\s*,/.exec(name)?.[1] ?? null
}

/** None where a step does not say its name, which has been reported. */
export function namedSteps(root: Entry): readonly string[] {
  const names = root.items('steps').map((step) => step.text('name'))
  return names.every((name) => name !== null) ? names : []
}
