/** What the screen of a run takes from its methodology: titles, and which figures are the blocks of the total. */
import type { Act, Methodology } from '../../../engine/index.js'
import type { FileTitle } from '../../language/title-text.js'

export interface RankingOutline {
  readonly title: FileTitle
  /** The figure that is compared. */
  readonly output: string
}

export interface RunOutline {
  readonly title: FileTitle
  readonly act: Act
  readonly total: string | null
  /** The outputs that the total is made of directly, in the order of the file. */
  readonly blocks: readonly string[]
  /** Of criteria, indicators and figures, by name. */
  readonly titles: ReadonlyMap<string, FileTitle>
  readonly rankings: ReadonlyMap<string, RankingOutline>
  /** Of rules, and of flags that one rule alone raises. */
  readonly rules: ReadonlyMap<string, FileTitle>
}

export function outlineOf(methodology: Methodology): RunOutline {
  const { title, act, total, outputs, rankings, nodes, rules } = methodology
  const children = total?.reads ?? []
  // An indicator that is an output stands below the criterion that scores it.
  const parts = children.flatMap((child) =>
    child.kind === 'criterion' && child.maker.kind === 'indicator'
      ? [child, ...child.reads]
      : [child],
  )
  const blocks = outputs.filter(
    (output) => output.kind !== 'deduction' && parts.includes(output),
  )
  return {
    ...{ title, act },
    total: total?.name ?? null,
    blocks: blocks.map(({ name }) => name),
    titles: new Map(
      nodes.flatMap((node) =>
        'title' in node ? [[node.name, node.title] as const] : [],
      ),
    ),
    rankings: new Map(
      rankings.map((each) => [
        each.ranking,
        { title: each.title, output: each.output.name },
      ]),
    ),
    rules: new Map(rules.map((each) => [each.rule, each.title])),
  }
}
