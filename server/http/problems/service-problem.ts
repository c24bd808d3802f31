/** What a service refuses, as an answer. */
import type { ServiceRefusal } from '../../service-refusal.js'
import { dataError, errorAt, fileError, HttpProblem } from './http-problem.js'

export function serviceProblem(refusal: ServiceRefusal): HttpProblem {
  const { code, lines, problems, more } = refusal
  const { mistakes = [], runs = [], conflict = null } = more
  const errors = [
    ...problems.map(dataError),
    ...mistakes.map((each) => fileError(each, each.file)),
    ...runs.map((id) => errorAt(code, `The run ${id}.`, { at: `run:${id}` })),
  ]
  return new HttpProblem(code, lines.join(' '), errors, {}, conflict)
}
