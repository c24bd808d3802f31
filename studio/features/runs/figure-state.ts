/** A figure of a body: a number, a word, or one of the three ways in which it is not there. */
import type { BodyResult } from '../../api/answers.js'

export type FigureState =
  | { readonly kind: 'decimal'; readonly text: string }
  /** A level of a scale, or true and false. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'missing' | 'notApplicable' | 'restricted' }

export function figureState(body: BodyResult, output: string): FigureState {
  if (body.restricted?.some((each) => each.output === output)) {
    return { kind: 'restricted' }
  }
  const text = body.exact[output] ?? null
  if (text !== null) {
    const isWord = ['string', 'boolean'].includes(typeof body.outputs[output])
    return { kind: isWord ? 'word' : 'decimal', text }
  }
  const isMissing = body.missing.some((each) => each.output === output)
  return { kind: isMissing ? 'missing' : 'notApplicable' }
}
