/**
 * Of any methodology with restricted inputs, what is shown to everybody is the same
 * whatever the restricted cells hold: results, rankings, warnings, and the
 * explanation of every figure, character by character.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMap, parseDocument } from 'yaml'

import {
  explainableFigures,
  explainableFlags,
  explainOutput,
  showResult,
  type Methodology,
  type ScoreResult,
} from '../../../../engine/index.js'
import {
  withData,
  type Body,
  type Generated,
  type Row,
} from '../../../helpers/generated/data.js'
import { generatedMethodology } from '../../../helpers/generated/methodology.js'
import type { InputModel } from '../../../helpers/generated/model.js'
import { patience, runs } from '../../../helpers/generated/runs.js'
import {
  loadGenerated,
  scoreGenerated,
  type ScoredGenerated,
} from '../../../helpers/generated/score-generated.js'

const RUNS = 150

describe('for any methodology with restricted inputs', () => {
  it(
    'what is shown does not change where restricted cells change places',
    async () => {
      let compared = 0
      await fc.assert(
        fc.asyncProperty(
          withData(generatedMethodology),
          fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
          async (generated, choice) => {
            const secret = choice.map(
              (each) => generated.inputs[each % generated.inputs.length],
            )
            const inputs = [...new Set(secret)].flatMap((each) => each ?? [])
            const restricted = restrict(generated, inputs)
            const before = await scoreGenerated(restricted)
            const after = await scoreGenerated(moved(restricted, inputs))
            if (!before || !after || !areSameBodies(before, after)) return
            compared += 1
            expect(await shown(after)).toEqual(await shown(before))
          },
        ),
        runs(RUNS),
      )
      expect(compared).toBeGreaterThan(RUNS / 2)
    },
    patience(RUNS),
  )

  it(
    'what is shown changes with the released figures alone',
    async () => {
      let compared = 0
      await fc.assert(
        fc.asyncProperty(
          withData(generatedMethodology),
          fc.nat(30),
          fc.nat(1000),
          async (generated, choice, released) => {
            const input = generated.inputs[choice % generated.inputs.length]
            if (!input) return
            const restricted = release(restrict(generated, [input]), released)
            if (!restricted) return
            const before = await scoreGenerated(restricted)
            const after = await scoreGenerated(moved(restricted, [input]))
            if (!before || !after || !areSameBodies(before, after)) return
            if (releasedOf(before) !== releasedOf(after)) return
            compared += 1
            expect(await shown(after)).toEqual(await shown(before))
          },
        ),
        runs(RUNS),
      )
      expect(compared).toBeGreaterThan(RUNS / 10)
    },
    patience(RUNS),
  )

  it(
    'everything is shown to those who may see it',
    async () => {
      await fc.assert(
        fc.asyncProperty(withData(generatedMethodology), async (generated) => {
          const [input] = generated.inputs
          if (!input) return
          const plain = await scoreGenerated(generated)
          const secret = await scoreGenerated(restrict(generated, [input]))
          if (!plain || !secret) return
          const { result, methodology } = secret
          const seen = showResult(result, methodology, 'everything')
          expect(seen.results).toEqual(plain.result.results)
          expect(seen.rankings).toEqual(plain.result.rankings)
          expect(seen.sha256).toBe(plain.result.sha256)
          expect(showResult(plain.result, plain.methodology, 'public')).toBe(
            plain.result,
          )
        }),
        runs(40),
      )
    },
    patience(40),
  )
})

/** The same file, in which the inputs are restricted. */
function restrict(
  generated: Generated,
  inputs: readonly InputModel[],
): Generated {
  const { text } = generated
  const document = parseDocument(text)
  const places = inputs.map(({ table, name }) => {
    const path = ['inputs', ...(table === '' ? [] : table.split('.')), name]
    const judged = judgedPaths(document.toJS(), name)
    const there = [path, ['indicators', name], ...judged].find((each) =>
      document.hasIn(each),
    )
    const node = there && document.getIn(there, true)
    if (!isMap(node) || !node.range) throw new Error(`No ${name} in\n${text}`)
    return node.range[0] + 1
  })
  const written = places
    .sort((a, b) => b - a)
    .reduce(
      (before, at) =>
        `${before.slice(0, at)} restricted: true, ${before.slice(at)}`,
      text,
    )
  return { ...generated, text: written }
}

function judgedPaths(
  tree: unknown,
  name: string,
  at: string[] = [],
): string[][] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, below]) => {
    const path = [...at, key]
    const own =
      key === name && at.at(-1) !== 'inputs' ? [[...path, 'judged']] : []
    return [...own, ...judgedPaths(below, name, path)]
  })
}

/** Releases an output behind which a restricted input stands; null where none does. */
function release(generated: Generated, choice: number): Generated | null {
  const methodology = loadGenerated(generated.text)
  const { nodes, outputs } = methodology
  const reached = new Set(
    nodes.filter(
      (node) => node.kind === 'input' && node.isRestricted,
    ) as unknown[],
  )
  for (const node of nodes) {
    if (node.reads.some((read) => reached.has(read))) reached.add(node)
  }
  const names = outputs
    .filter(
      (each) =>
        reached.has(each) && each.kind !== 'input' && each.kind !== 'indicator',
    )
    .map(({ name }) => name)
  const name = names[choice % Math.max(1, names.length)]
  if (name === undefined) return null
  const list = `released: [${JSON.stringify(name)}]\n`
  return { ...generated, text: `${list}${generated.text}` }
}

/** Each restricted column moved by one row, in all tables that have it. */
function moved(generated: Generated, inputs: readonly InputModel[]): Generated {
  const { data } = generated
  const earlier = new Map(
    [...data.earlier].map(([year, bodies]) => [year, rotated(bodies, inputs)]),
  )
  return {
    ...generated,
    data: { ...data, bodies: rotated(data.bodies, inputs), earlier },
  }
}

function rotated(
  bodies: readonly Body[],
  inputs: readonly InputModel[],
): readonly Body[] {
  const copies = structuredClone(bodies) as Body[]
  for (const { table, name } of inputs) {
    const rows = rowsOf(copies, table === '' ? [] : table.split('.'))
    const cells = rows.map((row) => row[name])
    for (const [index, row] of rows.entries()) {
      const cell = cells[(index + 1) % cells.length]
      // An absent key and null are both missing.
      row[name] = cell ?? null
    }
  }
  return copies
}

type Writable = { [column: string]: Row[string] }

function rowsOf(rows: readonly Row[], path: readonly string[]): Writable[] {
  const [first, ...rest] = path
  if (first === undefined) return rows as Writable[]
  return rows.flatMap((row) => {
    const below = row[first]
    return Array.isArray(below) ? rowsOf(below as Row[], rest) : []
  })
}

/** A broken cell leaves its body out, which everybody sees. */
function areSameBodies(a: ScoredGenerated, b: ScoredGenerated): boolean {
  const left = ({ result }: ScoredGenerated) =>
    JSON.stringify([
      result.leftOut.map(({ id }) => id),
      result.results.map(({ id }) => id),
    ])
  return left(a) === left(b) && left2(a) === left2(b)
}

function left2({ surroundings }: ScoredGenerated): string {
  return JSON.stringify(
    [...surroundings.earlier].map(([year, { broken }]) => [year, [...broken]]),
  )
}

function releasedOf({ result, methodology }: ScoredGenerated): string {
  const names = methodology.released.map(({ name }) => name)
  return JSON.stringify(
    result.results.map((body) =>
      names.map((name) => [
        body.exact[name],
        body.missing.some(({ output }) => output === name),
      ]),
    ),
  )
}

async function shown({
  run,
  result,
  methodology,
}: ScoredGenerated): Promise<unknown> {
  const figures = [...explainableFigures(run), ...explainableFlags(run)]
  const explanations: unknown[] = []
  for (const { id } of result.results) {
    for (const figure of figures) {
      explanations.push(await explainOutput(run, id, figure, 'public'))
    }
  }
  return { result: publicResult(result, methodology), explanations }
}

function publicResult(result: ScoreResult, methodology: Methodology) {
  const { leftOut, ...rest } = showResult(result, methodology, 'public')
  // What else is wrong with the data of a body may be told after a restricted cell.
  return { ...rest, leftOut: leftOut.map(({ id }) => id) }
}
