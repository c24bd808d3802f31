/** The score as people read a methodology: criteria inside criteria, with what each weighs, is and brings. */
import type { BodyResult } from '../../api/answers.js'
import {
  isOfTheTree,
  keysBeneath,
  listFigures,
  type Figure,
  type FigureRule,
  type Figures,
} from './figures.js'

export type Part = NonNullable<Figure['aggregation']>['parts'][number]

/** What an absent child does to its parent. */
export type Treatment =
  | 'share-weights'
  | 'count-as-zero'
  | 'node-missing'
  | 'node-zero'
  | 'no-total'
  | 'decides'

export interface TreeNode {
  readonly figure: Figure
  /** How it goes into its parent; null at the top, and where a formula says it. */
  readonly part: Part | null
  readonly treatment: Treatment | null
  /** Rules that took it away. */
  readonly excludedBy: readonly FigureRule[]
  /** Rules that took points away, and those of which that is undecided. */
  readonly deductedBy: readonly FigureRule[]
  /** Rules that limit it and were met. */
  readonly limitedBy: readonly FigureRule[]
  /** By whom or what a value beneath it was put in. */
  readonly imputed: BodyResult['imputed']
  /** What was measured, where it is the score of an indicator. */
  readonly measured: Figure | null
  readonly children: readonly TreeNode[]
}

const TREATMENTS: readonly Treatment[] = [
  'share-weights',
  'count-as-zero',
  'node-missing',
  'node-zero',
  'no-total',
]

const BY_ROLE: Readonly<Record<Part['role'], Treatment | null>> = {
  used: null,
  'left-out': 'share-weights',
  zero: 'count-as-zero',
  decides: 'decides',
}

/** @returns null where the figure is not explained, or is none of the tree */
export function scoreTree(
  figures: Figures,
  top: string,
  body: BodyResult,
): TreeNode | null {
  const figure = figures.get(top)
  /** What formulas use in several places is taken apart in the first of them. */
  const seen = new Set<string>([top])
  return figure ? node(figure, null, null) : null

  function node(
    own: Figure,
    parent: Figure | null,
    part: Part | null,
  ): TreeNode {
    const parts = own.aggregation?.parts ?? []
    const beneath = listFigures(figures, [
      ...parts.map(({ key }) => key),
      ...own.operands,
    ]).filter((each) => isOfTheTree(each) && !seen.has(each.key))
    beneath.forEach(({ key }) => seen.add(key))
    const keys = keysBeneath(figures, own)
    return {
      figure: own,
      part,
      treatment: part && treatmentOf(part, parent, body),
      excludedBy: own.rules.filter(
        ({ event, state }) => event.startsWith('exclude') && state === 'fired',
      ),
      deductedBy: own.rules.filter(
        ({ event, state, instances }) =>
          event.startsWith('deduct') &&
          state !== 'not-fired' &&
          instances === null,
      ),
      limitedBy: own.rules.filter(({ limit }) => limit !== null),
      imputed:
        beneath.length > 0
          ? []
          : body.imputed.filter(({ column }) => keys.has(column)),
      measured: measuredOf(own, figures),
      children: [...new Set(beneath)].map((each) =>
        node(each, own, parts.find(({ key }) => key === each.key) ?? null),
      ),
    }
  }
}

/** What the result says of it; how it went in where the parent has no value. */
function treatmentOf(
  part: Part,
  parent: Figure | null,
  body: BodyResult,
): Treatment | null {
  const said = body.absences.find(
    ({ child, criterion }) => child === part.key && criterion === parent?.key,
  )
  const known = TREATMENTS.find((each) => each === said?.treatment)
  return known ?? BY_ROLE[part.role]
}

/** The indicator of which it is the score; null where both have the same value. */
function measuredOf(figure: Figure, figures: Figures): Figure | null {
  const [computed] = figure.steps
  if (computed?.with?.['by'] !== 'indicator') return null
  const measured = figures.get(computed.with['of'] ?? '')
  return measured && measured.value.text !== figure.value.text ? measured : null
}

/** Outputs, and criteria that rules took away, that the explanation of the score does not have. */
export function otherOutputs(
  { exact, notApplicable }: Pick<BodyResult, 'exact' | 'notApplicable'>,
  figures: Figures,
): readonly string[] {
  const away = notApplicable.flatMap(({ criterion }) => criterion ?? [])
  return [...new Set([...Object.keys(exact), ...away])].filter(
    (key) => !figures.has(key) && !figures.has(`score(${key})`),
  )
}
