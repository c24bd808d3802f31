/** What an example knows beside its rows: earlier years, and results of other methodologies. */
import { checkDataset } from '../data/check-dataset.js'
import type { Dataset } from '../data/dataset.js'
import type { DataProblem } from '../data/problem.js'
import {
  problem,
  type Problem,
  type ProblemCode,
  type ProblemInfo,
} from '../errors.js'
import {
  surroundingsOf,
  type Surroundings,
} from '../evaluation/surroundings.js'
import { MOST_YEARS_BACK } from '../functions/previous.js'
import {
  missingThen,
  type KnownBody,
  type KnownRun,
} from '../history/known-run.js'
import { previousExpressions } from '../history/looked-back.js'
import type { Entry } from '../methodology/entry.js'
import type { Loaded } from '../methodology/load-methodology.js'
import type { Methodology } from '../methodology/methodology.js'
import { parseFraction } from '../number/text.js'
import { closest } from '../source/closest.js'
import type { Path } from '../source/path.js'
import type { Register } from '../register/register.js'
import type { Tree } from '../source/source.js'
import { booleanValue, numberValue, type Value } from '../value.js'
import { isExcused } from './data-mistakes.js'
import { declaredFigures, declaredSources } from './declared.js'
import { inlineDataset } from './example-data.js'

export interface ReadSurroundings {
  readonly surroundings: Surroundings
  readonly problems: readonly Problem[]
}

export async function readSurroundings(
  entry: Entry,
  year: number,
  methodology: Methodology,
  register: Register | null,
  { methodology: whole, excused }: Loaded,
): Promise<ReadSurroundings> {
  const keys = ['previous', 'history', 'from']
  if (!keys.some((key) => entry.has(key))) {
    return { surroundings: surroundingsOf({ register }), problems: [] }
  }
  const reading = new SurroundingsReading(
    year,
    methodology,
    register,
    whole === null,
    excused,
  )
  const earlier = await reading.earlier(entry)
  const history = reading.history(entry)
  const others = reading.others(entry)
  const { problems } = reading
  return { surroundings: { earlier, history, others, register }, problems }
}

class SurroundingsReading {
  readonly problems: Problem[] = []

  constructor(
    private readonly year: number,
    private readonly methodology: Methodology,
    private readonly register: Register | null,
    /** What the file declares may be lost by a mistake, which has been reported. */
    private readonly hasMistakes: boolean,
    private readonly excused: readonly string[],
  ) {}

  /** A list is of the year before; a table is keyed by year. */
  async earlier(entry: Entry): Promise<ReadonlyMap<number, Dataset>> {
    const found = new Map<number, Dataset>()
    if (!entry.has('previous')) return found
    const lists: (readonly [number, readonly Entry[], Path])[] = []
    const at = entry.path('previous')
    if (Array.isArray(entry.value('previous'))) {
      lists.push([this.year - 1, entry.items('previous'), at])
    } else {
      for (const [of, each] of this.years(entry.entry('previous'))) {
        const rows = entry.entry('previous').items(String(of))
        lists.push([of, rows, each.at])
      }
    }
    const { file } = this.methodology.source
    for (const [of, bodies, place] of lists) {
      const read = inlineDataset(bodies, of, file)
      const surroundings = surroundingsOf({ register: this.register })
      const options = { year: of, leaveOutBroken: false, surroundings }
      const { dataset, problems, warnings } = await checkDataset(
        read,
        this.methodology,
        { ...options, role: 'previous' },
      )
      const said = [...problems, ...warnings].filter(
        ({ column }) =>
          !isExcused(this.methodology, column ?? '', this.excused),
      )
      this.problems.push(...said.map(inRows(place)))
      if (dataset) found.set(of, dataset)
    }
    return found
  }

  history(entry: Entry): ReadonlyMap<number, KnownRun> {
    const { root } = this.methodology
    const outputs = [
      ...(this.hasMistakes ? declaredFigures(root) : []),
      ...this.methodology.outputs.map(({ name }) => name),
      ...previousExpressions(this.methodology).map(({ column }) => column.name),
    ]
    const runs = new Map<number, KnownRun>()
    if (!entry.has('history')) return runs
    for (const [of, bodies] of this.years(entry.entry('history'))) {
      const what = 'an output of the methodology'
      runs.set(of, this.run(this.methodology.id, of, bodies, outputs, what))
    }
    return runs
  }

  others(entry: Entry): ReadonlyMap<string, KnownRun> {
    const { root } = this.methodology
    const wanted = [
      ...(this.hasMistakes ? declaredSources(root) : []),
      ...this.methodology.nodes.flatMap((node) =>
        node.kind === 'input' && node.from ? [node.from] : [],
      ),
    ]
    const known = wanted.map(({ methodology }) => methodology)
    const runs = new Map<string, KnownRun>()
    for (const [id, bodies] of entry.entries('from')) {
      if (!known.includes(id)) {
        this.unknown(
          bodies.at,
          id,
          'a methodology that an input is from',
          known,
        )
        continue
      }
      const outputs = wanted.flatMap((each) =>
        each.methodology === id ? [each.output] : [],
      )
      const what = `an output of ${id} that an input is`
      runs.set(id, this.run(id, this.year, bodies, outputs, what))
    }
    return runs
  }

  private years(entry: Entry): readonly (readonly [number, Entry])[] {
    return entry.keys().flatMap((key) => {
      const of = Number(key)
      const back = this.year - of
      const isBefore = back >= 1 && back <= MOST_YEARS_BACK
      if (/^\d{1,4}$/.test(key) && isBefore) {
        return [[of, entry.entry(key)] as const]
      }
      // The years of the methodology could not be read, which has been reported.
      if (this.year === 0) return []
      const received = `"${key}"`
      const expected = `a year before ${this.year}, the year of the example, and at most ${MOST_YEARS_BACK} years before`
      this.report('WRONG_TYPE', entry.path(key), { received, expected })
      return []
    })
  }

  private run(
    methodology: string,
    year: number,
    entry: Entry,
    outputs: readonly string[],
    what: string,
  ): KnownRun {
    const reference = { methodology, version: 'example', year, sha256: '' }
    const bodies = new Map<string, KnownBody>()
    for (const id of entry.keys()) {
      const body = entry.entry(id)
      const figures = new Map<string, Value>()
      for (const name of body.keys()) {
        const output = name.replaceAll(/\s/g, '')
        if (outputs.includes(output)) {
          const tree = body.value(name) ?? null
          figures.set(output, figureOf(tree, body.text(name), reference))
        } else this.unknown(body.path(name), name, what, outputs)
      }
      bodies.set(id, { id, figures })
    }
    return { ...reference, bodies }
  }

  private unknown(
    at: Path,
    name: string,
    what: string,
    known: readonly string[],
  ): void {
    const near = closest(name, known)
    if (this.excused.includes(name)) return
    if (this.hasMistakes && near === undefined) return
    const hint = near === undefined ? {} : { closest: near }
    this.report('UNKNOWN_NAME', at, { name, what, ...hint })
  }

  private report<C extends ProblemCode>(
    code: C,
    at: Path,
    info: ProblemInfo[C],
  ): void {
    this.problems.push(problem(code, at, info))
  }
}

function inRows(at: Path): (found: DataProblem) => Problem {
  return ({ body, row, column, message }) => {
    const place = [body, row, column].filter((part) => part !== null).join(' ')
    return problem('EXAMPLE_DATA', at, { words: `${place}: ${message}` })
  }
}

/** A decimal, a fraction, a level, true or false, `not-applicable`, or null for missing. */
function figureOf(
  tree: Tree,
  text: string | null,
  run: Parameters<typeof missingThen>[0],
): Value {
  if (typeof tree === 'boolean') return booleanValue(tree)
  if (text === null) return missingThen(run, ['as the example says'])
  if (text === 'not-applicable') {
    const exclusion = { rule: 'of the example', criterion: null, citation: '' }
    return { kind: 'not-applicable', exclusion }
  }
  const number = parseFraction(text)
  return typeof number === 'string'
    ? { kind: 'word', word: text }
    : numberValue(number)
}
