/** The result of a run from a file that `score --json` wrote, with every mistake of it. */
import {
  readRun,
  type DataProblem,
  type RunRecord,
} from '../../engine/index.js'
import { fileProblem, quote } from '../data/file-problem.js'
import { duplicateKeys, nestingDepth } from '../data/json-text.js'
import { readText } from '../data/read-text.js'

/** As many as data may have; far below what the stack holds. */
const MOST_BRACKETS = 1000

export type RunFile =
  | { readonly kind: 'run'; readonly file: string; readonly record: RunRecord }
  | {
      readonly kind: 'problems'
      readonly file: string
      readonly problems: readonly DataProblem[]
    }

export async function readRunFile(file: string): Promise<RunFile> {
  const read = await readText(file)
  if (read.kind === 'problem') return problems(file, [read.problem])
  const parsed = parseRunJson(read.text)
  if ('fault' in parsed) {
    const message = `${file} is not the result of a run: ${parsed.fault}. Give the file that "olshem score --json" wrote.`
    return problems(file, [fileProblem('RUN_UNREADABLE', file, message)])
  }
  return runOfJson(parsed.json, file)
}

/** @param file - as problems name it */
export async function runOfJson(json: unknown, file: string): Promise<RunFile> {
  const { record, faults } = await readRun(json)
  if (record) return { kind: 'run', file, record }
  return problems(
    file,
    faults.map((fault) =>
      fileProblem(
        'RUN_SHAPE',
        file,
        `${fault} Give the file that "olshem score --json" wrote, unchanged.`,
      ),
    ),
  )
}

type ParsedJson = { readonly json: unknown } | { readonly fault: string }

export function parseRunJson(text: string): ParsedJson {
  const depth = nestingDepth(text)
  if (depth > MOST_BRACKETS) {
    return { fault: `it nests brackets ${depth} deep` }
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { fault: `it is not JSON (${said})` }
  }
  const [duplicate] = duplicateKeys(text)
  return duplicate
    ? { fault: `the key ${quote(duplicate.key)} stands twice in one object` }
    : { json }
}

function problems(file: string, found: readonly DataProblem[]): RunFile {
  return { kind: 'problems', file, problems: found }
}
