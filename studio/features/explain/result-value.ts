/** A figure of a result as explanations have them: with the kind of its absence. */
import type { BodyResult } from '../../api/answers.js'
import type { FigureValue } from './figures.js'

export function resultValue(
  body: Pick<BodyResult, 'exact' | 'status' | 'restricted' | 'notApplicable'>,
  key: string,
): FigureValue {
  const text = body.exact[key] ?? null
  if (text !== null) return { state: 'present', text, reason: null }
  return { state: absenceOf(body, key), text: null, reason: null }
}

function absenceOf(
  {
    status,
    restricted = [],
    notApplicable,
  }: Pick<BodyResult, 'status' | 'restricted' | 'notApplicable'>,
  key: string,
): FigureValue['state'] {
  if (restricted.some(({ output }) => output === key)) return 'restricted'
  if (status === 'restricted') return 'restricted'
  if (status === 'not-applicable') return 'not-applicable'
  const isAway = notApplicable.some(
    ({ criterion }) => criterion === null || criterion === key,
  )
  return isAway ? 'not-applicable' : 'missing'
}
