/** What a run found of a body, as an example can expect it: each part with its exact value. */
import { cellOf } from '../../evaluation/cell.js'
import { metLimits } from '../../evaluation/evaluate-criterion.js'
import { evaluateDeduction } from '../../evaluation/evaluate-deduction.js'
import type { Row } from '../../evaluation/row.js'
import type { Run } from '../../evaluation/run.js'
import { nodesAcrossBodies } from '../../methodology/looks-across-bodies.js'
import type {
  Column,
  Methodology,
  Node,
  Title,
} from '../../methodology/methodology.js'
import { restrictionOf } from '../../restriction/restriction.js'
import { figureOf, hasFired } from '../../result/body-result.js'
import { isPresent } from '../../value.js'
import {
  writtenFigure,
  writtenNumber,
  type ExampleTree,
} from './example-tree.js'

export interface ExpectedFigure {
  readonly kind:
    | 'status'
    | 'outputs'
    | 'places'
    | 'deductions'
    | 'limits'
    | 'flags'
    | 'undecided_flags'
  /** Of the output or ranking; '' for what a body has once. */
  readonly name: string
  readonly title: Title
  /** null where the file cannot say it: a fraction of very many digits. */
  readonly value: ExampleTree | null
  /** Other bodies decide it too, so that the body alone does not have it. */
  readonly isOfOthers: boolean
}

/** In the order of the results; what a restricted input stands behind is left out. */
export function expectedFigures(
  run: Run,
  body: Row,
): readonly ExpectedFigure[] {
  const { methodology } = run
  const across = nodesAcrossBodies(methodology)
  const { touches, touchesMembership } = restrictionOf(methodology)
  if (touchesMembership) return []
  const ofBody = methodology.bodies.exclusions.some((rule) => across.has(rule))
  const isOpen = (nodes: readonly Node[]) => !nodes.some(touches)
  const made = (
    kind: ExpectedFigure['kind'],
    nodes: readonly Node[],
    value: ExampleTree | null,
  ): readonly ExpectedFigure[] => {
    const isOfOthers = ofBody || nodes.some((node) => across.has(node))
    const name = ''
    return nodes.length > 0 && isOpen(nodes)
      ? [{ kind, name, title: {}, value, isOfOthers }]
      : []
  }
  const { total } = methodology
  const deductions = methodology.nodes.filter(
    (node) => node.kind === 'deduction',
  )
  const limited = methodology.nodes.filter(
    (node) => node.kind === 'criterion' && node.limits.length > 0,
  )
  const flags = methodology.rules.filter(({ event }) => event.kind === 'flag')
  return [
    ...(total ? made('status', [total], statusOf(body, total)) : []),
    ...columnsOf(methodology).flatMap((column): ExpectedFigure[] =>
      isOpen([column])
        ? [
            {
              ...{ kind: 'outputs', name: column.name, title: column.title },
              value: writtenFigure(figureOf(body, column)),
              isOfOthers: ofBody || across.has(column),
            },
          ]
        : [],
    ),
    ...placesOf(run, body, isOpen),
    ...made('deductions', deductions, pointsOf(methodology, body)),
    ...made('limits', limited, limitsOf(methodology, body)),
    ...made('flags', flags, flagsOf(methodology, body, 'flags')),
    ...made('undecided_flags', flags, flagsOf(methodology, body, 'undecided')),
  ]
}

function columnsOf({ outputs, total }: Methodology): readonly Column[] {
  return total && !outputs.includes(total) ? [...outputs, total] : outputs
}

function statusOf(body: Row, total: Column): ExampleTree {
  const value = figureOf(body, total)
  if (value.kind === 'not-applicable') return 'not-applicable'
  return isPresent(value) ? 'scored' : 'not-scored'
}

function placesOf(
  { methodology, rankings }: Run,
  body: Row,
  isOpen: (nodes: readonly Node[]) => boolean,
): readonly ExpectedFigure[] {
  return methodology.rankings.flatMap((node): ExpectedFigure[] => {
    const found = rankings.get(node)
    if (!found || !isOpen([node])) return []
    const place = found.placed.find((each) => each.body === body)?.place
    return [
      {
        ...{ kind: 'places', name: node.ranking, title: node.title },
        value: { literal: String(place ?? null) },
        isOfOthers: true,
      },
    ]
  })
}

function pointsOf(methodology: Methodology, body: Row): ExampleTree | null {
  const points = methodology.nodes.flatMap((node) =>
    node.kind === 'deduction'
      ? evaluateDeduction(node, body).deducted.map(
          (each) => [each.rule.rule, writtenNumber(each.points)] as const,
        )
      : [],
  )
  const sayable = points.flatMap(([rule, text]) =>
    text === null ? [] : [[rule, text] as const],
  )
  return sayable.length < points.length ? null : Object.fromEntries(sayable)
}

function limitsOf(methodology: Methodology, body: Row): ExampleTree {
  return Object.fromEntries(
    methodology.nodes.flatMap((node) =>
      node.kind === 'criterion'
        ? metLimits(node, body).map(
            ({ rule, bound }) => [rule.rule, bound ? 'binds' : 'met'] as const,
          )
        : [],
    ),
  )
}

function flagsOf(
  { rules }: Methodology,
  body: Row,
  state: 'flags' | 'undecided',
): ExampleTree {
  const raised = rules.flatMap((rule) => {
    const isMeant =
      state === 'flags'
        ? hasFired(body, rule)
        : cellOf(body, rule)?.kind === 'missing'
    return rule.event.kind === 'flag' && isMeant ? [rule.event.flag] : []
  })
  return [...new Set(raised)]
}
