/** An event of a rule as a sentence: which one, and the words that it is filled with. */
import { tableAt, textAt, type FilePart } from '../file/file-part.js'
import { namesAt } from '../forms/form-fields.js'
import type { Place } from '../text/place.js'
import type { EventKind } from './rule-event.js'

export type SentenceKey =
  | 'exclude'
  | 'excludeBody'
  | 'deduct'
  | 'deductWithin'
  | 'at_most'
  | 'at_least'
  | 'exactly'
  | 'flag'
  | 'flagAbout'
  | 'choose'

export interface EventSentence {
  readonly key: SentenceKey
  /** null for what the file does not say. */
  readonly words: { readonly [placeholder: string]: string | null }
  /** Of a limit: it holds before the value is rounded. */
  readonly isBeforeRounding: boolean
}

export const BOUNDS = ['at_most', 'at_least', 'exactly'] as const

/** @param label - of an element of the file that stands at a place */
export function eventSentence(
  root: FilePart,
  rule: Place,
  kind: EventKind,
  label: (place: Place, name: string) => string,
): EventSentence {
  const event = [...rule, kind]
  const said = (key: string) => textAt(root, [...event, key])
  const named = (key: string) => {
    const names = namesAt(root, [...event, key])
    const labels = names.map((name) => label([...event, key], name))
    return labels.length === 0 ? null : labels.join(', ')
  }
  const sentence = (key: SentenceKey, words: EventSentence['words']) => ({
    ...{ key, words, isBeforeRounding: said('before') !== null },
  })
  switch (kind) {
    case 'exclude': {
      if (said('body') === 'true') return sentence('excludeBody', {})
      const parts = ['criterion', 'ranking', 'population'].map(named)
      const what = parts.filter((each) => each !== null).join('; ')
      return sentence('exclude', { what: what === '' ? null : what })
    }
    case 'deduct': {
      const [points, into, cap] = [said('points'), named('into'), named('cap')]
      return cap === null
        ? sentence('deduct', { points, into })
        : sentence('deductWithin', { points, into, cap })
    }
    case 'limit': {
      const written = tableAt(root, event)
      const bound = BOUNDS.find((each) => Object.hasOwn(written, each))
      const value = bound === undefined ? null : said(bound)
      return sentence(bound ?? 'at_most', { of: named('of'), value })
    }
    case 'flag': {
      const name = said('name') ?? String(rule.at(-1))
      const about = named('about')
      return about === null
        ? sentence('flag', { name })
        : sentence('flagAbout', { name, about })
    }
    case 'choose':
      return sentence('choose', { of: named('of'), variant: named('variant') })
  }
}
