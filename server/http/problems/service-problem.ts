/** What a service refuses, as an answer. */
import type { ServiceRefusal } from '../../service-refusal.js'
import { dataError, HttpProblem } from './http-problem.js'

export function serviceProblem(refusal: ServiceRefusal): HttpProblem {
  const { code, lines, problems } = refusal
  const detail = lines.join(' ')
  return new HttpProblem(code, detail, problems.map(dataError))
}
