/** Every mistake of a text: its own, beside the published versions, and beside its register; and its examples. */
import {
  checkRegisterUse,
  registerFromText,
  releaseRisks,
  runExamples,
  type FileWarning,
  type Loaded,
  type LocatedProblem,
  type Methodology,
  type ReadRegister,
} from '../../engine/index.js'
import { fileProblemAt } from '../catalogue/file-problem-at.js'
import { exampleDataBeside, findOverlap } from '../catalogue/sent-text.js'
import { fileProblem } from '../data/file-problem.js'
import type { Database } from '../database/tables.js'
import { textOf } from '../methodology-store/get-version-text.js'
import { loadVersion, versionName } from '../methodology-store/load-version.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { listMethodologyVersions } from '../repository/methodology-versions.js'
import { findRegister } from '../repository/registers.js'
import { getText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import { DRAFT, loadDraft } from './checked-text.js'

export interface RunExample {
  readonly title: string
  readonly passed: boolean
  /** The values that differ, and what else is wrong with it. */
  readonly problems: readonly LocatedProblem[]
}

export interface TestedText {
  readonly examples: readonly RunExample[]
  /** Mistakes that show in examples and stand elsewhere. */
  readonly elsewhere: readonly LocatedProblem[]
}

/**
 * Without its examples.
 *
 * @throws ServiceRefusal `VERSION_CHANGED`, `TEXT_DAMAGED` for another version of the methodology
 */
export async function findMistakes(
  store: MethodologyStore,
  text: string,
): Promise<readonly LocatedProblem[]> {
  const { problems, usable } = await loadDraft(text)
  if (!usable) return problems
  const register = await readRegister(store.database, usable)
  return inOrder([
    ...problems,
    ...(await findOverlaps(store, usable)),
    ...checkRegisterUse(usable, register),
  ])
}

/** What people should know of a text that can be read. */
export async function findWarnings(
  text: string,
): Promise<readonly FileWarning[]> {
  const { usable } = await loadDraft(text)
  return usable ? releaseRisks(usable) : []
}

/**
 * As `olshem test` runs them;  data files are those of this server's rules folder.
 * What comes out is told to all who may read the text: restricted values of
 * examples are made up, and the text is refused where it does not say so.
 */
export async function testText(
  { rules }: Pick<MethodologyStore, 'rules'>,
  loaded: Loaded,
): Promise<TestedText> {
  const { usable } = loaded
  if (!usable) return { examples: [], elsewhere: [] }
  const { examples, problems } = await runExamples(
    loaded,
    exampleDataBeside(rules, usable),
  )
  const starts = examples.map(
    (_, index) => usable.source.position(['examples', index]).line,
  )
  const end = lineAfterExamples(usable)
  const exampleOf = ({ line }: LocatedProblem) =>
    line < end ? starts.findLastIndex((start) => start <= line) : -1
  return {
    examples: examples.map((example, index) => ({
      ...example,
      problems: inOrder(problems.filter((each) => exampleOf(each) === index)),
    })),
    elsewhere: inOrder(problems.filter((each) => exampleOf(each) < 0)),
  }
}

/** @throws ServiceRefusal `DRAFT_FAULTY` with everything that is wrong */
export async function checkSound(
  store: MethodologyStore,
  text: string,
): Promise<Methodology> {
  const mistakes = await findMistakes(store, text)
  const loaded = await loadDraft(text)
  const { examples, elsewhere } = await testText(store, loaded)
  const failed = examples.filter(({ passed }) => !passed)
  const { methodology } = loaded
  const isSound = mistakes.length + elsewhere.length + failed.length === 0
  if (methodology && isSound) return methodology
  const all = [
    ...mistakes,
    ...elsewhere,
    ...failed.flatMap(({ problems }) => problems),
  ]
  const words = [
    ...(mistakes.length + elsewhere.length > 0
      ? [`The text has ${mistakes.length + elsewhere.length} mistakes.`]
      : []),
    ...failed.map(({ title }) => `The example "${title}" fails.`),
  ]
  throw new ServiceRefusal('DRAFT_FAULTY', words, [], { mistakes: all })
}

/** Years that a published version has, and versions that are there already. */
async function findOverlaps(
  store: MethodologyStore,
  usable: Methodology,
): Promise<readonly LocatedProblem[]> {
  const versions = await listMethodologyVersions(store.database, usable.id)
  const problems: LocatedProblem[] = []
  for (const version of versions) {
    if (version.version === usable.version) {
      const other = `${versionName(version)}, which was published`
      const at = usable.source.valuePosition(['version'])
      problems.push(fileProblemAt(DRAFT, 'VERSION_DUPLICATE', { other }, at))
      continue
    }
    if (version.status === 'withdrawn') continue
    const loaded = loadVersion(await textOf(store, version), 'scoring')
    if (!loaded.usable) continue
    problems.push(...findOverlap(usable, loaded.usable))
  }
  return problems
}

async function readRegister(
  database: Database,
  { register }: Methodology,
): Promise<ReadRegister | null> {
  if (!register) return null
  const { id } = register
  const stored = await findRegister(database, id)
  const name = `register ${id}`
  if (stored) {
    const { text } = await getText(database, stored.sha256)
    return registerFromText(text, name)
  }
  const message = `There is no register "${id}". Load it first.`
  const problem = fileProblem('DATA_FILE_UNREADABLE', name, message)
  return { register: null, problems: [problem] }
}

/** The first line of the section after the examples. */
function lineAfterExamples({ source, root }: Methodology): number {
  const start = source.position(['examples']).line
  const later = root
    .keys()
    .map((key) => source.position([key]).line)
    .filter((line) => line > start)
  return Math.min(...later, Number.MAX_SAFE_INTEGER)
}

function inOrder(
  problems: readonly LocatedProblem[],
): readonly LocatedProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column)
}
