/** Every mistake of a methodology text that somebody sent, its examples run. */
import { join } from 'node:path'

import {
  checkRegisterUse,
  findVersionProblems,
  loadMethodology,
  releaseRisks,
  runExamples,
  sha256,
  type FileWarning,
  type LocatedProblem,
  type Methodology,
} from '../../../engine/index.js'
import type { Catalogue } from '../../catalogue/catalogue.js'
import { readExampleData } from '../../catalogue/example-data.js'
import { loadEntry } from '../../catalogue/load-entry.js'
import { readRegisterOf } from '../../registers/read-register-file.js'

export interface CheckedText {
  readonly mistakes: readonly LocatedProblem[]
  /** What people should know of a text without mistakes. */
  readonly warnings: readonly FileWarning[]
  readonly examples: readonly {
    readonly title: string
    readonly passed: boolean
  }[]
}

/** How mistakes name the text. */
const TEXT = 'request'

export async function checkText(
  text: string,
  catalogue: Catalogue,
): Promise<CheckedText> {
  const { folder: rules, texts } = catalogue
  const named = { file: TEXT, sha256: await sha256(text), unread: null }
  const loaded = texts.load(named, () => loadMethodology(TEXT, text))
  const { usable } = loaded
  if (!usable) return { mistakes: loaded.problems, warnings: [], examples: [] }
  const { problems, examples } = await runExamples(loaded, (path, year) =>
    readExampleData(fileBeside(catalogue, usable.id), path, year),
  )
  const register = await readRegisterOf(usable, rules)
  const mistakes = [
    ...loaded.problems,
    ...problems,
    ...(await findOverlaps(catalogue, usable)),
    ...checkRegisterUse(usable, register),
  ]
  return {
    mistakes: mistakes.sort((a, b) => a.line - b.line || a.column - b.column),
    warnings: releaseRisks(usable),
    examples,
  }
}

/** Where the file would stand: examples name data beside it. */
function fileBeside({ folder }: Catalogue, id: string): string {
  return join(folder, id, TEXT)
}

/** Years that another version has; the one that the text would take the place of has none. */
async function findOverlaps(
  catalogue: Catalogue,
  usable: Methodology,
): Promise<readonly LocatedProblem[]> {
  const others = catalogue.files.filter(
    ({ methodology, version }) =>
      methodology === usable.id && version !== usable.version,
  )
  const problems: LocatedProblem[] = []
  for (const place of others) {
    const { loaded } = await loadEntry(catalogue, place.file, place)
    if (!loaded?.usable) continue
    problems.push(...findVersionProblems([usable, loaded.usable]))
  }
  return problems.filter(({ file }) => file === TEXT)
}
