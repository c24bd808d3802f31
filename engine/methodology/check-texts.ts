/** Translations at the end of a file: each path leads to a title or text of the file. */
import { problem, type Typo } from '../errors.js'
import { closest } from '../source/closest.js'
import { pathText, type Path } from '../source/path.js'
import type { Tree } from '../source/source.js'
import type { Draft } from './draft.js'
import { isTable } from './tables.js'

const LANGUAGES = ['en', 'kk', 'ru']

/** With more, nobody looks for the nearest path of each text. */
const MOST_PROBLEMS = 1_000

/** Translations whose path leads nowhere would be lost without a word. */
export function checkTexts(draft: Draft): void {
  const { root } = draft
  const paths = new Set<string>()
  for (const key of root.keys()) {
    if (key !== 'texts') collectPaths(root.value(key) ?? null, [key], paths)
  }
  for (const name of LANGUAGES) {
    const language = root.entry('texts').entry(name)
    for (const key of language.keys()) {
      if (draft.problems.length > MOST_PROBLEMS) return
      if (paths.has(key) || draft.isRefused(key.split('.'))) continue
      const near = closest(key, paths)
      const found = problem('UNKNOWN_NAME', language.path(key), {
        name: key,
        what: 'the path of a title or text in this file',
        ...(near ? { closest: near } : {}),
      })
      draft.problems.push({ ...found, typo: lostStep(root.own(), key) })
    }
  }
}

/** The step of a path at which the file has nothing, with the nearest that it has. */
function lostStep(tree: Tree, key: string): Typo {
  let here: Tree | undefined = tree
  // Keys of computed columns hold points themselves.
  const steps = /^computed\.(.*)\.[^.]+$/.test(key)
    ? ['computed', key.replace(/^computed\.|\.[^.]+$/g, '')]
    : key.split('.')
  for (const step of steps) {
    const known: readonly string[] = isTable(here) ? Object.keys(here) : []
    if (!known.includes(step)) {
      return { written: step, near: closest(step, known) ?? null }
    }
    here = isTable(here) ? here[step] : undefined
  }
  return { written: key, near: null }
}

function collectPaths(tree: Tree, path: Path, paths: Set<string>): void {
  if (tree === null || typeof tree !== 'object') {
    paths.add(pathText(path))
    return
  }
  const languages = Object.keys(tree)
  if (languages.every((key) => LANGUAGES.includes(key))) {
    paths.add(pathText(path))
  }
  for (const [key, value] of Object.entries(tree)) {
    const step = Array.isArray(tree) ? Number(key) : key
    collectPaths(value, [...path, step], paths)
  }
}
