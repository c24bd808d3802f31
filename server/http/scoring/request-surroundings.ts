/** What a request gives beside its data: earlier years, and results of other runs. */
import {
  datasetFromJson,
  MOST_YEARS_BACK,
  type Methodology,
  type Register,
} from '../../../engine/index.js'
import { checkEarlierData } from '../../history/earlier-data.js'
import { knownRuns } from '../../history/known-runs.js'
import { runOfJson } from '../../history/read-run-file.js'
import {
  surroundingsFrom,
  type ReadSurroundings,
} from '../../scoring/read-surroundings.js'
import type { Static } from 'typebox'
import { errorAt, HttpProblem } from '../problems/http-problem.js'
import type { ScoreRequest } from '../schemas/score-request.js'
import { REQUEST } from './read-request-json.js'

export type CheckedRequest = Static<typeof ScoreRequest>

/** @throws HttpProblem where the years of `previous` cannot be earlier ones */
export async function requestSurroundings(
  methodology: Methodology,
  register: Register | null,
  { year, previous = [], history = [], from = [] }: CheckedRequest,
): Promise<ReadSurroundings> {
  refuseYears(year, previous)
  const years = previous.map((given, index) => {
    const path = `${REQUEST} /previous/${index}`
    return {
      path,
      year: given.year,
      data: datasetFromJson({ bodies: given.bodies }, path),
    }
  })
  const options = { year, leaveOutBroken: false, register }
  const before = await checkEarlierData(methodology, years, options)
  const runs = (given: readonly unknown[], key: string) =>
    Promise.all(
      given.map((each, index) =>
        runOfJson(withDoubles(each), `${REQUEST} /${key}/${index}`),
      ),
    )
  const known = knownRuns(methodology, year, {
    history: await runs(history, 'history'),
    from: await runs(from, 'from'),
  })
  return surroundingsFrom(before, known, register)
}

function refuseYears(
  year: number,
  previous: readonly { readonly year: number }[],
): void {
  const years = previous.map((given) => given.year)
  const errors = years.flatMap((given, index) => {
    const at = `/previous/${index}/year`
    if (years.indexOf(given) < index) {
      return [errorAt('FIELD_VALUE', `${given} stands twice`, { at })]
    }
    const isEarlier = given < year && given >= year - MOST_YEARS_BACK
    const words = `must be one of the ${MOST_YEARS_BACK} years before ${year}`
    return isEarlier ? [] : [errorAt('FIELD_VALUE', words, { at })]
  })
  const [first] = errors
  if (!first) return
  const detail = `The request at ${first.at ?? ''}: ${first.message}.`
  throw new HttpProblem('REQUEST_SHAPE', detail, errors)
}

/** Results state the doubles nearest to figures, all digits of them; the figures stand in `exact`. */
function withDoubles(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withDoubles)
  if (typeof json !== 'object' || json === null) return json
  if ('longNumber' in json && typeof json.longNumber === 'string') {
    return Number(json.longNumber)
  }
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, withDoubles(value)]),
  )
}
