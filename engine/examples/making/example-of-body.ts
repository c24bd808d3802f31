/**
 * A body of a run as an example: its rows, what is looked at beside them, and
 * the figures that the run found. A file is public, so restricted cells are not
 * written, and nothing that they stand behind is expected.
 */
import type { Run } from '../../evaluation/run.js'
import type { InputNode } from '../../methodology/methodology.js'
import { bodyOf } from '../../explanation/explain-register.js'
import { restrictionOf } from '../../restriction/restriction.js'
import { rowsBeside } from './beside-rows.js'
import { bodyRow } from './body-rows.js'
import type { ExampleTable } from './example-tree.js'
import { expectedFigures, type ExpectedFigure } from './expected-figures.js'

export type BodyExample =
  | {
      readonly kind: 'made'
      /** The year, the rows and what stands beside them, by the keys of an example. */
      readonly given: ExampleTable
      readonly figures: readonly ExpectedFigure[]
      /** Restricted inputs, whose cells are left out. */
      readonly leftOut: readonly string[]
    }
  | {
      readonly kind: 'refused'
      readonly why:
        /** Bodies were joined, or ended, as only a register says it. */
        | 'reorganised'
        /** A body must have cells that are restricted, or every figure hangs on them. */
        | 'restricted'
      /** Ids of bodies; names of inputs. */
      readonly names: readonly string[]
    }

/**
 * @param withOthers - all other bodies of the run are written too, so that what
 *   hangs on them (places, means, ranks) can be expected
 * @returns null where the run has no such body
 */
export function exampleOfBody(
  run: Run,
  id: string,
  withOthers: boolean,
): BodyExample | null {
  const { methodology, dataset } = run
  const body = bodyOf(run, id)
  if (!body) return null
  // With what the register says of them.
  const given = run.bodies.flatMap((each) => each.given ?? [])
  const ids = withOthers ? given.flatMap((each) => each.id ?? []) : [id]
  const reorganised = ids.filter((each) => isReorganised(run, each))
  if (reorganised.length > 0) {
    return { kind: 'refused', why: 'reorganised', names: reorganised }
  }
  const { inputs: restricted } = restrictionOf(methodology)
  const figures = expectedFigures(run, body)
  const needed = restricted.filter(({ mayBeMissing }) => !mayBeMissing)
  if (needed.length > 0 || figures.length === 0) {
    const names = namesOf(needed.length > 0 ? needed : restricted)
    return { kind: 'refused', why: 'restricted', names }
  }
  const closed = new Set<unknown>(restricted)
  const inputs = methodology.nodes.filter(
    (node): node is InputNode => node.kind === 'input' && !closed.has(node),
  )
  const rows = given
    .filter((each) => ids.includes(each.id ?? ''))
    .map((each) => bodyRow(each, methodology, inputs))
  const [only] = rows
  if (!only) return null
  const { touches } = restrictionOf(methodology)
  return {
    kind: 'made',
    given: {
      year: { literal: String(dataset.year) },
      ...(withOthers ? { bodies: rows } : { body: only }),
      ...rowsBeside(run, ids, (column) => !touches(column)),
    },
    figures,
    leftOut: namesOf(restricted),
  }
}

function isReorganised({ joined, ofYear }: Run, id: string): boolean {
  const standing = ofYear?.standings.get(id)
  return (
    joined.has(id) || standing?.kind === 'joined' || standing?.kind === 'ended'
  )
}

function namesOf(inputs: readonly InputNode[]): readonly string[] {
  return inputs.map(({ name }) => name)
}
