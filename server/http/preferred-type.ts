/** Which form of an answer the header Accept asks for (RFC 9110, 12.5.1). */
import { HttpProblem } from './problems/http-problem.js'

/**
 * @param types - the forms that there are; the first where nothing is preferred
 * @throws HttpProblem NOT_ACCEPTABLE
 */
export function preferredType<Type extends string>(
  accept: string | undefined,
  types: readonly [Type, ...Type[]],
): Type {
  const ranges = (accept ?? '*/*').split(',').map(rangeOf)
  const qualityOf = (type: string) => {
    const fitting = ranges.filter(({ range }) => fits(type, range))
    // The most specific range counts: application/yaml before */*.
    const [best] = fitting.sort((a, b) => specific(b.range) - specific(a.range))
    return best?.quality ?? 0
  }
  const [first] = types
  const chosen = types.reduce(
    (best, type) => (qualityOf(type) > qualityOf(best) ? type : best),
    first,
  )
  if (qualityOf(chosen) > 0) return chosen
  throw new HttpProblem(
    'NOT_ACCEPTABLE',
    `The header Accept is ${JSON.stringify(accept ?? '')}; there are ${types.join(' and ')}.`,
  )
}

interface Range {
  readonly range: string
  /** 0 to 1. */
  readonly quality: number
}

function rangeOf(text: string): Range {
  const [range = '', ...parameters] = text
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const said = parameters.find((each) => each.startsWith('q='))?.slice(2)
  const quality = said === undefined ? 1 : Number(said)
  return { range, quality: Number.isFinite(quality) ? quality : 0 }
}

function fits(type: string, range: string): boolean {
  const [kind = ''] = type.split('/')
  return range === type || range === `${kind}/*` || range === '*/*'
}

function specific(range: string): number {
  return range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2
}
