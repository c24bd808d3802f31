/** Every mistake of a methodology text that somebody sent, its examples run. */
import {
  checkRegisterUse,
  loadMethodology,
  releaseRisks,
  runExamples,
  sha256,
  type FileWarning,
  type LocatedProblem,
  type Methodology,
} from '../../../engine/index.js'
import type { Catalogue } from '../../catalogue/catalogue.js'
import { loadEntry } from '../../catalogue/load-entry.js'
import { exampleDataBeside, findOverlap } from '../../catalogue/sent-text.js'
import type { ServedRules } from './served-rules.js'
import { readUsedRegister } from './usable-register.js'

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
  { catalogue, stored }: Pick<ServedRules, 'catalogue' | 'stored'>,
): Promise<CheckedText> {
  const { folder: rules, texts } = catalogue
  const named = { file: TEXT, sha256: await sha256(text), unread: null }
  const loaded = texts.load(named, () => loadMethodology(TEXT, text))
  const { usable } = loaded
  if (!usable) return { mistakes: loaded.problems, warnings: [], examples: [] }
  const { problems, examples } = await runExamples(
    loaded,
    exampleDataBeside(rules, usable),
  )
  const register = await readUsedRegister(usable, rules, stored.registers)
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
    const entry = await loadEntry(catalogue, place.file, place)
    const { loaded, withdrawn } = entry
    if (!loaded?.usable || withdrawn) continue
    problems.push(...findOverlap(usable, loaded.usable))
  }
  return problems
}
