/** A number that the file states: written out, or named as a parameter. */
import type { Expression } from '../expression/expression.js'
import { numberValue } from '../value.js'
import { closest } from '../source/closest.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'

/** @returns null where the key is neither, or names a parameter with a mistake, which has been reported */
export function constantOrParameter(
  draft: Draft,
  entry: Entry,
  key: string,
): Expression | null {
  if (draft.isRefused(entry.path(key))) return null
  const text = (entry.text(key) ?? '').trim()
  const number = entry.decimal(key)
  if (number) return { kind: 'constant', value: numberValue(number), text }
  const parameter = draft.parameters.get(text)
  if (parameter && draft.isBroken(parameter)) return null
  if (parameter) return { kind: 'parameter', parameter }
  const near = closest(text, draft.parameters.keys())
  draft.report('UNKNOWN_NAME', entry.path(key), {
    name: text,
    what: 'a number or a parameter',
    ...(near ? { closest: near } : {}),
  })
  return null
}
