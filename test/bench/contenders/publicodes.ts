/**
 * publicodes: the whole methodology in its rules. The language has no tables,
 * so that each row of the largest body is a set of rules of its own, and rows
 * that a body does not have are not applicable. A mean of nothing is 0 there,
 * hence the conditions beside each mean.
 */
import Engine from 'publicodes'

import type { JsonBody } from '../workload/goals-json.js'
import type { Contender } from './contender.js'

/** No generated body has more rows. */
const MOST = {
  sectors: 5,
  directions: 3,
  risks: 6,
  goals: 5,
  indicators: 4,
  tasks: 3,
  results: 3,
  indices: 7,
} as const

type Rules = Record<string, object | string>
type RawRules = ConstructorParameters<typeof Engine>[0]
type Cell = number | boolean
type Situation = Record<string, number | string>

export const publicodes: Contender = {
  name: 'publicodes',
  library: 'publicodes',
  how: 'It has no tables: every row of the largest body is a set of rules of its own.',
  computes: 'figures',
  reads: 'json',
  origin: 'peer',
  exact: false,
  prepare: ({ bodies }) => {
    const engine = new Engine(rulesOfTheMethodology() as RawRules, {
      warn: false,
    })
    const situations = bodies.map(situationOf)
    const A = new Float64Array(bodies.length)
    return Promise.resolve({
      bodies: bodies.length,
      run: () => {
        situations.forEach((situation, index) => {
          engine.setSituation(situation)
          const { nodeValue } = engine.evaluate('A')
          A[index] = typeof nodeValue === 'number' ? nodeValue : NaN
        })
      },
      result: () => ({ outputs: { A } }),
    })
  },
}

function rulesOfTheMethodology(): Rules {
  const rules: Rules = {
    'is central': {},
    late: {},
    incomplete: {},
    facts: {},
    W: {
      somme: [
        { variations: [{ si: 'late', alors: 1.5 }, { sinon: 0 }] },
        { variations: [{ si: 'incomplete', alors: 2 }, { sinon: 0 }] },
        {
          variations: [
            { si: 'facts >= 3', alors: { valeur: '0.2 * facts', plafond: 5 } },
            { sinon: 0 },
          ],
        },
      ],
    },
    A: {
      variations: [
        { si: 'is central', alors: total('(0.1 * B + 0.1 * C + 0.8 * D)') },
        { sinon: total('(0.2 * B + 0.8 * D) * E') },
      ],
    },
    B: mean(names('sector', MOST.sectors).map((row) => `${row} . q`)),
    C: mean(names('risk', MOST.risks).map((row) => `${row} . r`)),
    D: mean(names('goal', MOST.goals).map((row) => `${row} . X`)),
  }
  for (const sector of names('sector', MOST.sectors)) {
    addSector(rules, sector)
  }
  for (const risk of names('risk', MOST.risks)) {
    rules[risk] = IS_THERE
    rules[`${risk} . r`] = {}
  }
  for (const goal of names('goal', MOST.goals)) addGoal(rules, goal)
  addIndices(rules)
  return rules
}

/** Rows are there only where the situation says so. */
const IS_THERE = { 'par défaut': 'non' }

function total(formula: string) {
  return {
    valeur: { valeur: `${formula} * 100 - W`, plancher: 0 },
    arrondi: '2 décimales',
  }
}

function addSector(rules: Rules, sector: string): void {
  rules[sector] = IS_THERE
  rules[`${sector} . q1`] = {}
  rules[`${sector} . q2`] = {}
  rules[`${sector} . has directions`] = { 'par défaut': 'non' }
  const directions = names(`${sector} . direction`, MOST.directions)
  for (const direction of directions) {
    rules[direction] = IS_THERE
    rules[`${direction} . q1`] = {}
    rules[`${direction} . q2`] = {}
    rules[`${direction} . q`] = '(q1 + q2) / 2'
  }
  rules[`${sector} . q`] = {
    variations: [
      {
        si: 'has directions',
        alors: { moyenne: directions.map((each) => `${each} . q`) },
      },
      { sinon: '(q1 + q2) / 2' },
    ],
  }
}

function addGoal(rules: Rules, goal: string): void {
  rules[goal] = IS_THERE
  const indicators = names(`${goal} . indicator`, MOST.indicators)
  for (const row of indicators) addImprovement(rules, row)
  const tasks = names(`${goal} . task`, MOST.tasks)
  for (const task of tasks) {
    rules[task] = IS_THERE
    const results = names(`${task} . result`, MOST.results)
    for (const row of results) addImprovement(rules, row)
    rules[`${task} . coefficient`] = mean(results.map((row) => `${row} . h`))
  }
  rules[`${goal} . K`] = mean(indicators.map((row) => `${row} . h`))
  rules[`${goal} . Y`] = mean(tasks.map((task) => `${task} . coefficient`))
  rules[`${goal} . X`] = 'K * Y'
}

function addImprovement(rules: Rules, row: string): void {
  rules[row] = IS_THERE
  rules[`${row} . base`] = { 'par défaut': 0 }
  rules[`${row} . plan`] = {}
  rules[`${row} . operational`] = {}
  rules[`${row} . fact`] = { 'par défaut': 'operational' }
  rules[`${row} . falls`] = { 'par défaut': 'non' }
  rules[`${row} . planned`] = {
    variations: [
      { si: 'falls', alors: 'base - plan' },
      { sinon: 'plan - base' },
    ],
  }
  rules[`${row} . actual`] = {
    variations: [
      { si: 'falls', alors: 'base - fact' },
      { sinon: 'fact - base' },
    ],
  }
  rules[`${row} . h`] = {
    'applicable si': {
      'toutes ces conditions': [
        { 'est défini': 'plan' },
        { 'est défini': 'fact' },
      ],
    },
    variations: [
      {
        si: 'planned > 0',
        alors: { valeur: 'actual / planned', plancher: 0, plafond: 1 },
      },
      { si: 'actual >= planned', alors: 1 },
      { sinon: 0 },
    ],
  }
}

function addIndices(rules: Rules): void {
  const rows = names('index', MOST.indices)
  for (const row of rows) {
    rules[row] = IS_THERE
    rules[`${row} . previous`] = {}
    rules[`${row} . current`] = {}
    rules[`${row} . falls`] = { 'par défaut': 'non' }
    rules[`${row} . s`] = {
      'applicable si': {
        'toutes ces conditions': [
          { 'est défini': 'previous' },
          { 'est défini': 'current' },
          { 'une de ces conditions': ['falls', 'previous != 0'] },
        ],
      },
      variations: [
        { si: { 'toutes ces conditions': ['falls', 'current = 0'] }, alors: 1 },
        { si: 'falls', alors: { valeur: 'previous / current', plafond: 1 } },
        { sinon: { valeur: 'current / previous', plafond: 1 } },
      ],
    }
  }
  const present = rows.map((row) => ({ 'est applicable': `${row} . s` }))
  rules['product'] = {
    produit: rows.map((row) => ({
      variations: [
        { si: { 'est applicable': `${row} . s` }, alors: `${row} . s` },
        { sinon: 1 },
      ],
    })),
  }
  rules['number of indices'] = {
    somme: present.map((si) => ({
      variations: [{ si, alors: 1 }, { sinon: 0 }],
    })),
  }
  rules['E'] = {
    'applicable si': { 'une de ces conditions': present },
    valeur: 'product ** (1 / number of indices)',
  }
}

/** Of those that are applicable; not applicable itself where there are none. */
function mean(rows: readonly string[]) {
  return {
    'applicable si': {
      'une de ces conditions': rows.map((row) => ({ 'est applicable': row })),
    },
    moyenne: rows,
  }
}

function names(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name} ${index + 1}`)
}

function situationOf(body: JsonBody): Situation {
  const situation: Situation = {}
  const set = (name: string, value: Cell | undefined) => {
    if (typeof value === 'boolean') situation[name] = value ? 'oui' : 'non'
    else if (value !== undefined) situation[name] = value
  }
  const setCells = (row: string, cells: object) => {
    set(row, true)
    for (const [name, value] of Object.entries(cells)) {
      if (!Array.isArray(value)) set(`${row} . ${name}`, value as Cell)
    }
  }
  set('is central', body.kind === 'central')
  set('late', body.reported_late)
  set('incomplete', body.incomplete)
  set('facts', body.unreliable_facts)
  body.sectors.forEach((sector, index) => {
    const row = `sector ${index + 1}`
    setCells(row, sector)
    if (sector.directions.length > 0) set(`${row} . has directions`, true)
    sector.directions.forEach((direction, at) =>
      setCells(`${row} . direction ${at + 1}`, direction),
    )
  })
  body.risks.forEach((risk, index) => setCells(`risk ${index + 1}`, risk))
  body.goals.forEach(({ indicators, tasks }, index) => {
    const goal = `goal ${index + 1}`
    set(goal, true)
    indicators.forEach((each, at) =>
      setCells(`${goal} . indicator ${at + 1}`, each),
    )
    tasks.forEach(({ results }, at) => {
      const task = `${goal} . task ${at + 1}`
      set(task, true)
      results.forEach((each, last) =>
        setCells(`${task} . result ${last + 1}`, each),
      )
    })
  })
  body.indices.forEach((each, at) => setCells(`index ${at + 1}`, each))
  return situation
}
