/** What choices are called in the language that is shown. */
import type { Choice } from './list-choices.js'
import { formula as words } from '../../../messages/en/formula.js'

/** Of vue-i18n. */
type Translate = (key: string) => string

/** @returns an empty text for a function without a title */
export function functionTitle(t: Translate, name: string): string {
  return Object.hasOwn(words.functions, name)
    ? t(`formula.functions.${name}`)
    : ''
}

export function choiceKind(t: Translate, choice: Choice): string {
  if (choice.kind !== 'name') return t(`formula.kinds.${choice.kind}`)
  const { kind } = choice.name
  const key = KEYS[kind] ?? kind
  return t(`formula.kinds.${key}`)
}

const KEYS: { readonly [kind: string]: string } = {
  'file-table': 'fileTable',
  'built-in': 'builtIn',
}
