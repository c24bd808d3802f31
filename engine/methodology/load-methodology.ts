/** The text of a methodology file -> a checked, frozen methodology, or all its mistakes. */
import { problem, type LocatedProblem, type Problem } from '../errors.js'
import { parseYaml } from '../source/parse-yaml.js'
import { isBelow, type Path } from '../source/path.js'
import type { LineRange, Source } from '../source/source.js'
import { buildMethodology } from './build-methodology.js'
import { fillDefaults } from './defaults.js'
import { Draft } from './draft.js'
import { gatherInstances } from './each/gather.js'
import { repeatEntries } from './each/repeat-entries.js'
import { Entry } from './entry.js'
import { locateAll, type FilledSource } from './locate.js'
import type { Methodology } from './methodology.js'
import { repairKeys } from './repair-keys.js'
import { findStructureProblems, show } from './structure.js'
import { isTable } from './tables.js'

export interface Loaded {
  /** null where the file has any mistake: nothing is scored with it. */
  readonly methodology: Methodology | null
  /** What can be computed in spite of the mistakes: examples are still tried on it. */
  readonly usable: Methodology | null
  /** Names that lead nowhere because their declaration is misspelt, which has been reported. */
  readonly excused: readonly string[]
  /** A rule that a mistake left unmade raises no flag. */
  readonly areRulesLost: boolean
  readonly source: Source
  /** In the order of the file. */
  readonly problems: readonly LocatedProblem[]
}

/**
 * @param file - how the file is named in messages
 * @param text - YAML; nothing else than this text is looked at
 * @param unread - where the section `examples` stands in a text that is known to
 * have no mistakes; it is then as if there were none, and what is computed from the
 * rest is the same
 */
export function loadMethodology(
  file: string,
  text: string,
  unread: LineRange | null = null,
): Loaded {
  return loadDraft(file, text, unread).loaded
}

/** A loaded file with what it was built from, for what looks at single formulas of it. */
export interface LoadedDraft {
  readonly loaded: Loaded
  /** null where the text is not a table of keys. */
  readonly draft: Draft | null
  readonly form: FilledSource
}

export function loadDraft(
  file: string,
  text: string,
  unread: LineRange | null,
): LoadedDraft {
  const parsed = parseYaml(file, text, unread)
  const { source } = parsed
  const repaired = repairKeys(source.tree, parsed.broken)
  const filled = fillDefaults(repaired.tree)
  const meant = parsed.broken.map(repaired.meantPath)
  const written = [...meant, ...repaired.broken]
  const { renamed } = repaired
  const { form, expanded, tables } = repeatEntries(
    source,
    { ...filled, renamed },
    written,
  )
  const refused = [...meant.flatMap(expanded.made), ...expanded.broken]
  const problems: Problem[] = [
    ...parsed.problems,
    ...repaired.problems,
    ...filled.problems,
  ]
  const unreadable = parsed.broken.some((path) => path.length === 0)
  if (unreadable || !isTable(form.tree)) {
    if (!unreadable && problems.length + expanded.problems.length === 0) {
      const received = show(source.tree)
      problems.push(problem('NOT_A_METHODOLOGY', [], { received }))
    }
    const loaded: Loaded = {
      methodology: null,
      usable: null,
      excused: [],
      areRulesLost: true,
      source,
      problems: locateAll(form, [...problems, ...expanded.problems]),
    }
    return { loaded, draft: null, form }
  }
  const silent = [...refused, ...repaired.unread.flatMap(expanded.made)]
  const structure = findStructureProblems(form.tree).filter(
    // What YAML's refusal left empty is not reported again.
    ({ at }) => !silent.some((path) => isBelow(at, path)),
  )
  problems.push(...structure)
  const broken: readonly Path[] = [
    ...refused,
    ...repaired.broken.flatMap(expanded.made),
    ...structure.map((found) => found.at),
  ]
  const root = new Entry(form, [], form.tree)
  const draft = new Draft(root, broken, expanded.lost)
  draft.problems.push(...expanded.problems)
  const usable = buildMethodology(draft, source, problems, tables)
  problems.push(...draft.problems)
  const gathered = gatherInstances(problems, expanded.instances, form)
  const located = locateAll(form, gathered)
  if (located.length === 0 && usable.nodes.length < draft.nodes.length) {
    // A figure must never disappear without a word.
    throw new Error('A part of the methodology was given up without a message')
  }
  const loaded: Loaded = {
    methodology: located.length === 0 ? usable : null,
    usable,
    excused: draft.excused,
    areRulesLost:
      parsed.problems.length > 0 ||
      [...broken, ...gathered.map(({ at }) => at)].some(([section]) =>
        ['rules', 'tables'].includes(String(section)),
      ),
    source,
    problems: located,
  }
  return { loaded, draft, form }
}
