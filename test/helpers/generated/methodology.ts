/**
 * Generated methodologies: valid by construction, over the whole language. Each
 * is drawn as lists of choices, one list for each input, column, criterion and
 * so on, so that a failing one is made shorter thing by thing.
 */
import fc from 'fast-check'

import { Choices, choices, things } from './choices.js'
import { addColumn, addOverall, addPopulation, addStanding } from './columns.js'
import { when } from './conditions.js'
import { grow } from './grow.js'
import {
  addInput,
  addKeyedTable,
  addParameter,
  addScale,
  addTable,
} from './inputs.js'
import {
  allTables,
  emptyModel,
  fresh,
  write,
  type InputModel,
  type Model,
  type TableModel,
} from './model.js'
import { addFlag, addRanking } from './rankings.js'
import { addStep } from './steps.js'
import { hang, plant } from './tree.js'
import { yamlText, type Table, type Written } from './yaml-text.js'

/** What a methodology is made of. */
const PLAN = fc.record({
  scale: choices(6),
  tables: things(0, 4, 12),
  inputs: things(1, 5, 10),
  keyed: things(0, 1, 20),
  parameters: things(0, 2, 20),
  first: things(0, 2, 30),
  gone: things(0, 1, 20),
  populations: things(0, 2, 24),
  columns: things(0, 3, 40),
  exclusions: things(0, 2, 24),
  criteria: things(1, 4, 60),
  indicators: things(0, 4, 50),
  steps: things(0, 3, 24),
  middle: things(0, 2, 40),
  last: things(0, 4, 40),
  outputs: choices(12),
})

type Plan = typeof PLAN extends fc.Arbitrary<infer P> ? P : never

/** A methodology with what its data must look like. */
export interface GeneratedMethodology {
  readonly text: string
  readonly inputs: readonly InputModel[]
  /** Paths of the tables, `t1.t2`; '' for the bodies. */
  readonly tables: readonly string[]
  /** Outputs whose earlier results are looked at. */
  readonly lookedBack: readonly {
    readonly name: string
    readonly levels: readonly string[] | null
  }[]
}

/** Of the whole language. */
export const generatedMethodology: fc.Arbitrary<GeneratedMethodology> =
  PLAN.map((plan) => build(plan, true))

/** In which no body looks at another, rankings apart. */
export const methodologyOfEachBody: fc.Arbitrary<GeneratedMethodology> =
  PLAN.map((plan) => build(plan, false))

function build(plan: Plan, looksAcross: boolean): GeneratedMethodology {
  const model = emptyModel(looksAcross)
  const each = (
    lists: readonly (readonly number[])[],
    make: (of: Choices) => void,
  ) => lists.forEach((list) => make(new Choices(list)))
  const place = { model, table: model.bodies }

  if (plan.scale.length > 0) addScale(model, new Choices(plan.scale))
  each(plan.inputs, (of) => addInput(model, of, model.bodies))
  const tables: TableModel[] = [model.bodies]
  each(plan.tables, (of) =>
    of.oneIn(3) && tables.length > 1
      ? addInput(model, of, of.pick(tables.slice(1)))
      : addTable(model, of, tables),
  )
  each(plan.keyed, (of) => addKeyedTable(model, of))
  each(plan.first, (of) => addColumn(model, of, true))
  each(plan.parameters, (of) => addParameter(model, of))
  each(plan.gone, (of) =>
    write(model, 'rules', fresh(model, 'gone'), {
      when: when(of, { ...place, isAlone: true }),
      exclude: { body: true },
    }),
  )
  each(looksAcross ? plan.populations : [], (of) => addPopulation(model, of))
  each(plan.columns, (of) => addAny(model, of))
  const exclusions = plan.exclusions.map((list) => {
    const of = new Choices(list)
    return { of, when: when(of, place) }
  })
  const branches = plant(
    model,
    plan.criteria.map((list) => new Choices(list)),
  )
  const leaves = hang(
    model,
    plan.indicators.map((list) => new Choices(list)),
    branches,
  )
  each(plan.steps, (of) => addStep(model, of, leaves))
  each(plan.middle, (of) => addAny(model, of))
  for (const root of branches.filter(({ parent }) => !parent)) {
    grow(model, root)
    if (root.choices.oneIn(3)) addRanking(model, root.choices)
  }
  const names = [...leaves, ...branches].map(({ name }) => name)
  for (const { of, when: condition } of exclusions) {
    const criterion = of.oneIn(4) ? of.some(names) : of.pick(names)
    write(model, 'rules', fresh(model, 'without'), {
      when: condition,
      exclude: { criterion },
    })
  }
  each(plan.last, (of) => addLast(model, of))
  return finished(model, new Choices(plan.outputs))
}

function addAny(model: Model, of: Choices): void {
  const kind = model.looksAcross ? of.below(4) : 0
  if (kind === 1) addOverall(model, of)
  else if (kind === 2) addStanding(model, of)
  else addColumn(model, of)
}

function addLast(model: Model, of: Choices): void {
  of.pick([addRanking, addFlag, addRanking, addAny, addFlag])(model, of)
}

const READING = { cite: '1', mark: 'given' }

const DEFAULTS: Table = {
  parameters: { cite: '1' },
  computed: READING,
  criteria: READING,
  deductions: READING,
  rules: READING,
  steps: READING,
}

const ORDER = [
  ...['parameters', 'scales', 'tables', 'inputs', 'populations', 'computed'],
  ...['normalisers', 'steps', 'indicators', 'criteria', 'deductions', 'rules'],
  'rankings',
]

function finished(model: Model, of: Choices): GeneratedMethodology {
  const root: { [key: string]: Written } = {
    format: 1,
    methodology: 'generated',
    version: '1',
    status: 'draft',
    act: { title: 'Test act' },
    years: { from: 2000 },
    total: of.pick(model.criteria).name,
    ...outputs(model, of),
    defaults: DEFAULTS,
  }
  for (const section of ORDER) {
    const entries = model.sections[section]
    if (entries) root[section] = entries
    if (section === 'steps' && model.listed.steps.length > 0) {
      root['steps'] = model.listed.steps
    }
  }
  return {
    text: yamlText(root).replace('version: 1\n', 'version: "1"\n'),
    inputs: model.inputs,
    tables: allTables(model).map(({ path }) => path),
    lookedBack: [...model.lookedBack].map((name) => {
      const type = model.criteria.find((each) => each.name === name)?.type
      return { name, levels: type?.kind === 'level' ? type.values : null }
    }),
  }
}

/** Every figure of the body may be an output. */
function outputs(model: Model, of: Choices): Table {
  if (!of.oneIn(2)) return {}
  const computed = model.bodies.figures.map(({ name }) => name)
  const called = model.called.map(({ name }) => name)
  const deductions = Object.keys(model.sections['deductions'] ?? {})
  const chosen = [...computed, ...called, ...deductions].filter(
    () => !of.oneIn(3),
  )
  return {
    outputs: [
      ...new Set([
        ...chosen,
        ...model.lookedBack,
        ...model.criteria.map(({ name }) => name),
      ]),
    ],
  }
}
