/** All words that a run may compare, in the order of the alphabet: a word is its place in the list. */
import { leavesOf } from '../../conditions/condition.js'
import type { Expression } from '../../expression/expression.js'
import { partsOf } from '../../expression/parts.js'
import type { Methodology, Node } from '../../methodology/methodology.js'
import { expressionsOf } from '../../methodology/reads.js'
import { levelNames } from '../../scales/scale.js'
import type { Value } from '../../value.js'
import type { ColumnData } from '../data/column-data.js'

export function wordsOf(
  methodology: Methodology,
  data: ColumnData,
): readonly string[] {
  const columns = [...data.inputs.values(), ...data.previous.values()]
  const found = new Set([
    ...columns.flatMap(({ words }) => words ?? []),
    ...methodology.scales.flatMap(levelNames),
    ...methodology.nodes.flatMap(wordsOfNode),
  ])
  // The order in which formulas compare words.
  return [...found].sort()
}

function wordsOfNode(node: Node): readonly string[] {
  const ofType =
    'type' in node && node.type.kind === 'level' ? node.type.values : []
  const ofInput = node.kind === 'input' ? node.ifEmpty : null
  const conditions =
    node.kind === 'rule'
      ? leavesOf(node.condition)
      : node.kind === 'ranking' || node.kind === 'population'
        ? node.where
          ? leavesOf(node.where)
          : []
        : []
  const expressions = [
    ...expressionsOf(node),
    ...conditions.flatMap(({ left, right }) => [left, ...right]),
  ]
  return [
    ...ofType,
    ...(ofInput ? wordOf(ofInput) : []),
    ...expressions.flatMap(wordsOfExpression),
  ]
}

function wordsOfExpression(expression: Expression): readonly string[] {
  return [
    ...ownWords(expression),
    ...partsOf(expression).flatMap(wordsOfExpression),
  ]
}

function ownWords(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'constant':
      return wordOf(expression.value)
    case 'lookup':
      return [...expression.table.rows].flatMap(([key, { cells }]) => [
        ...(JSON.parse(key) as readonly string[]).filter(isWord),
        ...[...cells.values()].flatMap(wordOf),
      ])
    case 'parameter':
      return (expression.parameter.varies?.values ?? []).flatMap(({ keys }) =>
        keys.flatMap((key) =>
          key.kind === 'word' && isWord(key.word) ? [key.word] : [],
        ),
      )
    default:
      return []
  }
}

function wordOf(value: Value): readonly string[] {
  return value.kind === 'word' ? [value.word] : []
}

/** Truth values and numbers are no words where they stand as keys. */
function isWord(text: string): boolean {
  return text !== 'true' && text !== 'false' && Number.isNaN(Number(text))
}
