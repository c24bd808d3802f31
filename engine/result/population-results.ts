/** The named populations of a run as JSON data: how many bodies, group by group, and who is left out. */
import { groupWords } from '../evaluation/group.js'
import {
  populationMembers,
  type LeftOutOfPopulation,
} from '../evaluation/population-members.js'
import type { Run } from '../evaluation/run.js'
import type { LeftOutResult, PopulationResult } from './score-result.js'

export function populationResults(run: Run): {
  readonly [population: string]: PopulationResult
} {
  return Object.fromEntries(
    run.methodology.populations.map((node) => {
      const { groups, leftOut } = populationMembers(run.population, node)
      const counted = groups.map(({ group, bodies }) => ({
        group: groupWords(group) ?? {},
        bodies: bodies.length,
      }))
      const result: PopulationResult = {
        bodies: counted.reduce((sum, { bodies }) => sum + bodies, 0),
        ...(node.by.length > 0 ? { groups: counted } : {}),
        leftOut: leftOut.map(leftOutResult),
      }
      return [node.population, result]
    }),
  )
}

export function leftOutResult({
  body,
  reason,
  exclusion,
}: LeftOutOfPopulation): LeftOutResult {
  return {
    id: body.given?.id ?? '',
    reason,
    rule: exclusion?.rule ?? null,
    citation: exclusion?.citation ?? null,
  }
}
