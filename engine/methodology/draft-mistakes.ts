/** The mistakes of a methodology under construction, and what they leave unusable. */
import {
  problem,
  type Problem,
  type ProblemCode,
  type ProblemInfo,
} from '../errors.js'
import type { Path } from '../source/path.js'
import type { Entry } from './entry.js'

const LACKING: ReadonlySet<ProblemCode> = new Set([
  'CITATION_MISSING',
  'MARK_MISSING',
])

export class DraftMistakes {
  problems: Problem[] = []
  /** Names that could not be declared. */
  protected readonly lost = new Set<string>()

  constructor(
    readonly root: Entry,
    /** Places of structural mistakes; what stands there is not used. */
    private readonly brokenPaths: readonly Path[],
    /** What names look like that a mistake left unmade. */
    private readonly unmade: readonly RegExp[] = [],
  ) {}

  report<C extends ProblemCode>(code: C, at: Path, info: ProblemInfo[C]): void {
    // What is not said in the entry may stand in `defaults`, which could not be read.
    if (LACKING.has(code) && this.areDefaultsLost(at)) return
    this.problems.push(problem(code, at, info))
  }

  private areDefaultsLost([section = '']: Path): boolean {
    return (
      this.isRefused(['defaults', section]) ||
      this.brokenPaths.some(
        (path) =>
          path[0] === 'defaults' && path[1] === section && path.length < 4,
      )
    )
  }

  /**
   * True where the structure of the entry has a mistake; its children do not count.
   * @param keys - only these are looked at; null: all
   */
  isBrokenEntry(entry: Entry, keys: readonly string[] | null = null): boolean {
    const { at } = entry
    return this.brokenPaths.some((path) => {
      const shared = Math.min(path.length, at.length)
      if (path.slice(0, shared).some((step, index) => step !== at[index])) {
        return false
      }
      return path.length >= at.length
        ? isCounted(path.slice(at.length), keys)
        : path.length > 0
    })
  }

  /** What the name stands for has a mistake; what needs it is not reported again. */
  lose(name: string): void {
    this.lost.add(name)
  }

  isLost(name: string): boolean {
    return (
      name.split('.').some((step) => this.lost.has(step)) ||
      this.unmade.some((names) => names.test(name))
    )
  }

  /** True where a step does not say its name, which has been reported. */
  hasNamelessStep(): boolean {
    return this.root
      .items('steps')
      .some(
        (step) =>
          step.text('name') === null || this.isRefused(step.path('name')),
      )
  }

  /** True for a path whose content, or that of something around it, is not what the file says. */
  isRefused(at: Path): boolean {
    return this.brokenPaths.some(
      (path) =>
        path.length <= at.length &&
        path.every((step, index) => at[index] === step),
    )
  }
}

/** Whether a mistake below an entry is one of its own keys. */
function isCounted(below: Path, keys: readonly string[] | null): boolean {
  const [key] = below
  if (key === 'children' && below.length > 1) return false
  return keys === null || key === undefined || keys.includes(String(key))
}
