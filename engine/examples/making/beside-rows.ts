/** What an example says beside its rows: earlier years, and outputs of other methodologies, as far as they are looked at. */
import type { Run } from '../../evaluation/run.js'
import type { KnownRun } from '../../history/known-run.js'
import { previousExpressions } from '../../history/looked-back.js'
import type { Column, InputNode } from '../../methodology/methodology.js'
import { bodyRow } from './body-rows.js'
import {
  writtenFigure,
  type ExampleTable,
  type ExampleTree,
} from './example-tree.js'

/** @param isOpen - false for what a public file must not say */
export function rowsBeside(
  run: Run,
  ids: readonly string[],
  isOpen: (column: Column) => boolean,
): ExampleTable {
  return {
    ...named('previous', earlierRows(run, ids, isOpen)),
    ...named('history', earlierFigures(run, ids, isOpen)),
    ...named('from', figuresOfOthers(run, ids, isOpen)),
  }
}

function named(key: string, table: ExampleTable): ExampleTable {
  return Object.keys(table).length === 0 ? {} : { [key]: table }
}

function earlierRows(
  { methodology, dataset, surroundings }: Run,
  ids: readonly string[],
  isOpen: (column: Column) => boolean,
): ExampleTable {
  const looked = previousExpressions(methodology)
  return Object.fromEntries(
    [...surroundings.earlier].flatMap(([year, { bodies }]) => {
      const inputs = looked.flatMap(({ column, years }) =>
        column.kind === 'input' &&
        dataset.year - years === year &&
        isOpen(column)
          ? column
          : [],
      )
      const unique = [...new Set<InputNode>(inputs)]
      const rows = bodies
        .filter(({ id }) => id !== null && ids.includes(id))
        .map((body) => bodyRow(body, methodology, unique))
      return unique.length === 0 || rows.length === 0
        ? []
        : [[String(year), rows] as const]
    }),
  )
}

function earlierFigures(
  { methodology, dataset, surroundings }: Run,
  ids: readonly string[],
  isOpen: (column: Column) => boolean,
): ExampleTable {
  const looked = previousExpressions(methodology)
  return Object.fromEntries(
    [...surroundings.history].flatMap(([year, known]) => {
      const names = looked.flatMap(({ column, years }) =>
        column.kind !== 'input' &&
        dataset.year - years === year &&
        isOpen(column)
          ? column.name
          : [],
      )
      const bodies = figuresOf(known, ids, [...new Set(names)])
      return Object.keys(bodies).length === 0
        ? []
        : [[String(year), bodies] as const]
    }),
  )
}

function figuresOfOthers(
  { methodology, surroundings }: Run,
  ids: readonly string[],
  isOpen: (column: Column) => boolean,
): ExampleTable {
  return Object.fromEntries(
    [...surroundings.others].flatMap(([id, known]) => {
      const names = methodology.nodes.flatMap((node) =>
        node.kind === 'input' && node.from?.methodology === id && isOpen(node)
          ? node.from.output
          : [],
      )
      const bodies = figuresOf(known, ids, [...new Set(names)])
      return Object.keys(bodies).length === 0 ? [] : [[id, bodies] as const]
    }),
  )
}

function figuresOf(
  { bodies }: KnownRun,
  ids: readonly string[],
  names: readonly string[],
): ExampleTable {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const figures = names.flatMap((name) => {
        const value = bodies.get(id)?.figures.get(name)
        const written = value && writtenFigure(value)
        return written ? [[name, written] as const] : []
      })
      const table: ExampleTable = Object.fromEntries<ExampleTree>(figures)
      return figures.length === 0 ? [] : [[id, table] as const]
    }),
  )
}
