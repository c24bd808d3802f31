/**
 * Generated data for a generated methodology: cells taken from few figures, so
 * that bodies tie and thresholds are hit; empty cells, empty and absent tables,
 * a body alone, bodies that are copies of each other; and the years before.
 */
import fc from 'fast-check'

import { Choices, choices, things } from './choices.js'
import type { GeneratedMethodology } from './methodology.js'
import type { InputModel } from './model.js'
import { numberText, sizeText } from './numbers.js'
import { DATES, TEXTS } from './truths.js'

type Cell = string | number | boolean | null

export interface Row {
  readonly [column: string]: Cell | readonly Row[]
}

export type Body = { readonly id: string } & Row

export interface GeneratedData {
  readonly year: number
  readonly bodies: readonly Body[]
  /** Data of the years before, by their year. */
  readonly earlier: ReadonlyMap<number, readonly Body[]>
  /** Results of the years before: year -> body -> output -> text. */
  readonly history: ReadonlyMap<number, Figures>
}

interface Figures {
  readonly [body: string]: { readonly [output: string]: string | null }
}

export const YEAR = 2020

const PLAN = fc.record({
  palettes: choices(40),
  bodies: things(1, 7, 60),
  before: things(0, 4, 40),
  twoBefore: things(0, 2, 40),
  history: choices(24),
})

type Plan = typeof PLAN extends fc.Arbitrary<infer P> ? P : never

/** A methodology and data that it can score. */
export interface Generated extends GeneratedMethodology {
  readonly data: GeneratedData
}

/** Any methodologies, or those that somebody narrows. */
export function withData(
  methodologies: fc.Arbitrary<GeneratedMethodology>,
): fc.Arbitrary<Generated> {
  return fc.tuple(methodologies, PLAN).map(([methodology, plan]) => {
    const data = dataFor(methodology, plan)
    const generated: Generated = { ...methodology, data }
    return Object.assign(generated, {
      [fc.toStringMethod]: () => shown(generated),
    })
  })
}

/** The file and its data, to be read where a property fails. */
function shown({ text, data }: Generated): string {
  const lines = (bodies: readonly Body[]) =>
    bodies.map((body) => `  ${JSON.stringify(body)}\n`).join('')
  const earlier = [...data.earlier].map(
    ([year, bodies]) => `${year}\n${lines(bodies)}`,
  )
  const history = [...data.history].map(
    ([year, of]) => `results of ${year} ${JSON.stringify(of)}\n`,
  )
  return `\n${text}\n${data.year}\n${lines(data.bodies)}${earlier.join('')}${history.join('')}`
}

function dataFor(methodology: GeneratedMethodology, plan: Plan): GeneratedData {
  const palettes = palettesOf(methodology.inputs, new Choices(plan.palettes))
  const read = (lists: readonly (readonly number[])[]) =>
    bodiesOf(methodology, palettes, lists)
  const earlier = new Map<number, readonly Body[]>()
  if (plan.before.length > 0) earlier.set(YEAR - 1, read(plan.before))
  if (plan.twoBefore.length > 0) earlier.set(YEAR - 2, read(plan.twoBefore))
  return {
    year: YEAR,
    bodies: read(plan.bodies),
    earlier,
    history: historyOf(methodology, new Choices(plan.history)),
  }
}

/** Input -> what makes its cells. */
type Palettes = ReadonlyMap<InputModel, (of: Choices) => Cell>

function palettesOf(inputs: readonly InputModel[], of: Choices): Palettes {
  return new Map(inputs.map((input) => [input, paletteOf(input, of)] as const))
}

function paletteOf(input: InputModel, of: Choices): (of: Choices) => Cell {
  const { type, isSize } = input
  switch (type.kind) {
    case 'number': {
      const any = isSize ? sizeText : numberText
      const few = [0, 3, 2, 1, 4, 0][of.below(6)] ?? 0
      if (few === 0) return (cell) => asNumber(any(cell), cell)
      const values = Array.from({ length: few }, () => any(of))
      return (cell) => asNumber(cell.pick(values), cell)
    }
    case 'boolean':
      return (cell) => cell.pick([false, true])
    case 'date':
      return (cell) => cell.pick(DATES)
    case 'text':
      return (cell) => cell.pick(TEXTS)
    case 'level':
      return (cell) => cell.pick(type.values)
  }
}

/** Short decimals may be sent as numbers; everything else is text. */
function asNumber(text: string, of: Choices): Cell {
  const isShort = /^-?\d{1,7}(\.\d{1,7})?$/.test(text)
  return isShort && of.oneIn(2) ? Number(text) : text
}

function bodiesOf(
  { inputs, tables }: GeneratedMethodology,
  palettes: Palettes,
  lists: readonly (readonly number[])[],
): readonly Body[] {
  const bodies: Body[] = []
  for (const [index, list] of lists.entries()) {
    const of = new Choices(list)
    const last = bodies.at(-1)
    // Ids run against the order of the data, so that the two are not mixed up.
    const id = `b${lists.length - index}`
    const row =
      last && of.oneIn(5) ? last : rowOf('', inputs, tables, palettes, of)
    bodies.push({ ...row, id })
  }
  return bodies
}

function rowOf(
  path: string,
  inputs: readonly InputModel[],
  tables: readonly string[],
  palettes: Palettes,
  of: Choices,
): Row {
  const row: { [column: string]: Cell | readonly Row[] } = {}
  for (const input of inputs) {
    if (input.table !== path) continue
    const isEmpty = input.mayBeMissing && of.oneIn(5)
    if (!isEmpty) row[input.name] = palettes.get(input)?.(of) ?? null
    else if (of.oneIn(2)) row[input.name] = null
  }
  for (const table of tables.filter((each) => isJustBelow(each, path))) {
    const count = of.pick([1, 2, 3, 2, 0, -1])
    // -1: the table is not there at all.
    if (count < 0) continue
    const name = table.split('.').at(-1) ?? ''
    row[name] = Array.from({ length: count }, (_, index) => ({
      ...(of.oneIn(5) ? {} : { id: `r${index + 1}` }),
      ...rowOf(table, inputs, tables, palettes, of),
    }))
  }
  return row
}

function isJustBelow(table: string, path: string): boolean {
  if (table === '') return false
  const dot = table.lastIndexOf('.')
  return (dot < 0 ? '' : table.slice(0, dot)) === path
}

function historyOf(
  { lookedBack }: GeneratedMethodology,
  of: Choices,
): ReadonlyMap<number, Figures> {
  const years =
    lookedBack.length === 0
      ? []
      : [YEAR - 1, YEAR - 2].filter(() => of.oneIn(2))
  return new Map(
    years.map((year) => {
      const bodies = ['b1', 'b2', 'b3'].slice(0, 1 + of.below(3))
      const figures = bodies.map((id) => {
        const outputs = lookedBack
          .filter(() => !of.oneIn(6))
          .map(({ name, levels }) => [name, figureThen(levels, of)] as const)
        return [id, Object.fromEntries(outputs)] as const
      })
      return [year, Object.fromEntries(figures)] as const
    }),
  )
}

/** As results write it; sometimes missing, not applicable, or of another type. */
function figureThen(
  levels: readonly string[] | null,
  of: Choices,
): string | null {
  switch (of.below(8)) {
    case 5:
      return null
    case 6:
      return 'not-applicable'
    case 7:
      return levels ? '1' : 'elsewhere'
    default:
      return levels ? of.pick(levels) : numberText(of).replace(/e.*$/, '')
  }
}
