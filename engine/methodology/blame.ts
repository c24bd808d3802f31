/** What is misspelt or mistyped where it is declared is said there, and not at each place that reads it. */
import { problem, type Problem } from '../errors.js'
import { describeType } from '../expression/type-rules.js'
import type { Source } from '../source/source.js'
import type { Draft } from './draft.js'
import type { Column } from './methodology.js'
import { blameDeclarations } from './misspelt.js'

/** What is misspelt where it is declared is said once, and what needs it is not computed. */
export function blame(draft: Draft, source: Source, lost: number): void {
  const { problems, names, used } = blameDeclarations(
    draft.problems,
    source,
    (found) => draft.root.locate(found).line,
    lost,
  )
  draft.problems = [...blameTypes(draft, problems)]
  draft.excused = used
  if (names.length === 0) return
  const isNamed = (text: string) =>
    text.split(/[ .()]/).some((step) => names.includes(step))
  for (const node of draft.nodes) {
    const values =
      node.kind === 'input' && node.type.kind === 'level'
        ? node.type.values
        : []
    if (isNamed(node.name) || values.some((value) => names.includes(value))) {
      draft.markBroken(node)
    }
  }
}

/** An input whose type fits none of the places that read it has the wrong type. */
function blameTypes(
  draft: Draft,
  problems: readonly Problem[],
): readonly Problem[] {
  const misfits = new Map<Column, Problem[]>()
  for (const each of problems) {
    const column = each.mistyped
    if (column?.kind !== 'input' && column?.kind !== 'computed') continue
    misfits.set(column, [...(misfits.get(column) ?? []), each])
  }
  const replaced = new Map<Problem, Problem>()
  for (const [column, found] of misfits) {
    if (found.length < 2 || found.length < (draft.uses.get(column) ?? 0)) {
      continue
    }
    draft.markBroken(column)
    const lines = found.map((each) => draft.root.locate(each).line)
    const key = column.kind === 'input' ? 'type' : 'formula'
    const made = problem('TYPE_MISMATCH', [...column.at, key], {
      part: column.name,
      words: `it is ${describeType(column.type)}, and all that read it need another type (lines ${[...new Set(lines)].join(', ')})`,
    })
    found.forEach((each) => replaced.set(each, made))
  }
  return [...new Set(problems.map((each) => replaced.get(each) ?? each))]
}
