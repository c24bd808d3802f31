/** Asks a lazy run for everything that a run has computed, in a random order. */
import fc from 'fast-check'
import { expect } from 'vitest'

import type { CellNode } from '../../engine/evaluation/cell.js'
import type { EvaluatedRanking } from '../../engine/evaluation/evaluate-ranking.js'
import { openLazyRun, type LazyRun } from '../../engine/evaluation/lazy-run.js'
import type { Row } from '../../engine/evaluation/row.js'
import type { Run } from '../../engine/index.js'

/** One thing to ask for, and what the run says of it. */
interface Question {
  readonly what: string
  readonly computed: () => unknown
  readonly asked: (lazy: LazyRun) => unknown
}

/** The same bodies, nothing computed yet. */
export function lazyRunOf({
  methodology,
  dataset,
  surroundings,
  bodies,
}: Run): LazyRun {
  const given = bodies.flatMap((row) => row.given ?? [])
  const at = (index: number) => {
    const body = given[index]
    if (!body) throw new RangeError(String(index))
    return body
  }
  const list = { count: given.length, at }
  return openLazyRun(methodology, list, dataset.year, surroundings)
}

/** @param orders - in how many random orders everything is asked */
export function expectSameLazily(run: Run, orders = 2): void {
  const questions = questionsOf(run)
  const order = fc.shuffledSubarray([...questions.keys()], {
    minLength: questions.length,
  })
  for (const indices of fc.sample(order, { seed: 7, numRuns: orders })) {
    const lazy = lazyRunOf(run)
    for (const index of indices) {
      const question = questions[index]
      if (!question) continue
      const { what, computed, asked } = question
      expect(asked(lazy), what).toStrictEqual(computed())
    }
  }
}

function questionsOf(run: Run): readonly Question[] {
  const { methodology, population } = run
  return methodology.nodes.flatMap((node): readonly Question[] => {
    if (node.kind === 'distribution') {
      const computed = () => [
        ...(population.setting.distributions.get(node) ?? []),
      ]
      const asked = (lazy: LazyRun) => {
        for (const body of bodiesOf(lazy)) lazy.distribution(node, body)
        return [
          ...(lazy.population.setting.distributions.get(node) ?? computed()),
        ]
      }
      return [{ what: node.name, computed, asked }]
    }
    if (node.kind === 'ranking') {
      const found = run.rankings.get(node)
      const computed = () => found && plain(found, run.absent)
      const asked = (lazy: LazyRun) => plain(lazy.ranking(node), [])
      return [{ what: node.name, computed, asked }]
    }
    return placesOf(node, run).map(([row, asked]) => ({
      what: `${node.name} in ${row.given?.id ?? ''} ${row.given?.label ?? ''}`,
      computed: () => row.cells[node.slot],
      asked: (lazy) => lazy.value(node, asked(lazy)),
    }))
  })
}

/** The rows that have the node, each with where the lazy run has it. */
function placesOf(
  node: CellNode,
  { population, bodies }: Run,
): readonly (readonly [Row, (lazy: LazyRun) => Row])[] {
  if (node.level.parent === null) {
    const among = node.kind === 'computed' ? node.among : null
    if (!among || among.by.length === 0) {
      return [[population, (lazy) => lazy.population]]
    }
    return [...(population.setting.groups.get(among) ?? [])].map(
      ([key, row]) => [row, (lazy) => present(lazy.groups(among).get(key))],
    )
  }
  return bodies.flatMap((body, index) =>
    below(body, node).map((row, place) => [
      row,
      (lazy) => present(lazy.rowsOf(lazy.bodyRow(index), node.level)[place]),
    ]),
  )
}

function below(row: Row, node: CellNode): readonly Row[] {
  if (row.level === node.level) return [row]
  return [...row.tables.values()].flat().flatMap((each) => below(each, node))
}

function bodiesOf({ population }: LazyRun): readonly Row[] {
  return population.tables.get('bodies') ?? []
}

/** Bodies by their ids, so that rows of two runs can be compared. */
function plain({ placed, leftOut }: EvaluatedRanking, absent: readonly Row[]) {
  return {
    placed: placed.map(({ body, ...rest }) => [body.given?.id, rest]),
    leftOut: leftOut
      .filter(({ body }) => !absent.includes(body))
      .map(({ body, ...rest }) => [body.given?.id, rest]),
  }
}

function present(row: Row | undefined): Row {
  if (!row) throw new Error('The lazy run lacks a row')
  return row
}
