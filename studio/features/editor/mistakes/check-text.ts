/** Everything that the engine says of a text: mistakes, warnings, and its examples. */
import {
  loadMethodology,
  releaseRisks,
  runExamples,
  type ReadDataset,
} from '../../../../engine/index.js'
import type { Mistake as WordedMistake } from '../../../engine-words/phrasebook.js'

export interface Mistake extends WordedMistake {
  readonly line: number
  readonly column: number
}

export interface CheckedExample {
  readonly title: string
  /** 1-based; where it begins. */
  readonly line: number
  /** `elsewhere`: its data are a file that only the server has. */
  readonly state: 'passed' | 'failed' | 'elsewhere'
  readonly mistakes: readonly Mistake[]
}

export interface CheckedText {
  readonly mistakes: readonly Mistake[]
  readonly warnings: readonly Mistake[]
  readonly examples: readonly CheckedExample[]
}

export async function checkText(text: string): Promise<CheckedText> {
  const loaded = loadMethodology('draft', text)
  const { usable } = loaded
  if (!usable) {
    return { mistakes: loaded.problems, warnings: [], examples: [] }
  }
  const { source } = usable
  const { examples, problems } = await runExamples(loaded, noData)
  const lines = examples.map(
    (_, index) => source.position(['examples', index]).line,
  )
  const after = lineAfter(lines[0] ?? 0, usable.root.keys().map(lineOf))
  const placed = problems.map((problem) => ({
    problem,
    example: problem.line < after ? lastBefore(lines, problem.line) : -1,
  }))
  const of = (index: number) =>
    placed.flatMap(({ problem, example }) => (example === index ? problem : []))
  return {
    mistakes: inOrder([...loaded.problems, ...of(-1)]),
    warnings: releaseRisks(usable),
    examples: examples.map(({ title, passed }, index) => {
      const line = lines[index] ?? 1
      const isElsewhere = usable.root.items('examples')[index]?.has('data')
      return isElsewhere
        ? { title, line, mistakes: [], state: 'elsewhere' }
        : {
            ...{ title, line, mistakes: inOrder(of(index)) },
            state: passed ? 'passed' : 'failed',
          }
    }),
  }

  function lineOf(key: string): number {
    return source.position([key]).line
  }
}

/** Data files of examples stand beside the rules, at the server. */
function noData(path: string): Promise<ReadDataset> {
  return Promise.resolve({
    dataset: { year: null, bodies: [] },
    problems: [
      {
        ...{ code: 'DATA_FILE_UNREADABLE', file: path, line: null },
        ...{ body: null, row: null, column: null },
        message: `"${path}" is read at the server.`,
      },
    ],
  })
}

function lastBefore(starts: readonly number[], line: number): number {
  return starts.findLastIndex((start) => start <= line)
}

function lineAfter(start: number, lines: readonly number[]): number {
  const later = lines.filter((line) => line > start)
  return Math.min(...later, Number.MAX_SAFE_INTEGER)
}

function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  return [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column)
}
