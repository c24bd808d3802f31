/**
 * json-rules-engine: which of the seven rules fire. It computes no figures, so
 * it stands beside the others without being compared with them.
 */
import { Engine, type RuleProperties } from 'json-rules-engine'

import { RULES } from '../hand-written/figures.js'
import type { Contender } from './contender.js'

type Rule = keyof typeof RULES

const CONDITIONS: Readonly<Record<Rule, RuleProperties['conditions']>> = {
  central_total: isEqual('kind', 'central'),
  local_total: isEqual('kind', 'local'),
  no_risks_of_local: isEqual('kind', 'local'),
  no_coefficient_of_central: isEqual('kind', 'central'),
  late: isEqual('reported_late', true),
  incomplete_report: isEqual('incomplete', true),
  unreliable: {
    all: [
      { fact: 'unreliable_facts', operator: 'greaterThanInclusive', value: 3 },
    ],
  },
}

export const jsonRulesEngine: Contender = {
  name: 'json-rules-engine, rules alone',
  library: 'json-rules-engine',
  how: 'Which of the seven rules fire; it computes no figures.',
  computes: 'rules',
  reads: 'json',
  origin: 'peer',
  exact: false,
  prepare: ({ bodies }) => {
    const engine = new Engine([], { allowUndefinedFacts: true })
    for (const rule of Object.keys(CONDITIONS) as Rule[]) {
      engine.addRule({ conditions: CONDITIONS[rule], event: { type: rule } })
    }
    const facts = bodies.map(
      ({ kind, reported_late, incomplete, unreliable_facts }) => ({
        kind,
        ...(reported_late === undefined ? {} : { reported_late }),
        ...(incomplete === undefined ? {} : { incomplete }),
        ...(unreliable_facts === undefined ? {} : { unreliable_facts }),
      }),
    )
    const fired = new Uint8Array(bodies.length)
    return Promise.resolve({
      bodies: bodies.length,
      run: async () => {
        for (const [index, fact] of facts.entries()) {
          const { events } = await engine.run(fact)
          let bits = 0
          for (const { type } of events) bits |= RULES[type as Rule]
          fired[index] = bits
        }
      },
      result: () => ({ outputs: {}, fired }),
    })
  },
}

function isEqual(fact: string, value: unknown): RuleProperties['conditions'] {
  return { all: [{ fact, operator: 'equal', value }] }
}
