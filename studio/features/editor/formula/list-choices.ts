/** What may stand where one types in a formula: names by name or title, functions, levels after a comparison. */
import type {
  FunctionDeclaration,
  ScopeName,
} from '../../../../engine/index.js'
import { titleText } from '../../../language/title-text.js'
import type { Language } from '../../../language/languages.js'

export type Choice =
  | { readonly kind: 'name'; readonly text: string; readonly name: ScopeName }
  | {
      readonly kind: 'function'
      readonly text: string
      /** min and max are two functions each. */
      readonly functions: readonly FunctionDeclaration[]
    }
  | { readonly kind: 'level'; readonly text: string }

export interface Choices {
  /** Where the word that is typed begins. */
  readonly from: number
  readonly choices: readonly Choice[]
}

export interface ChoiceSource {
  readonly names: readonly ScopeName[]
  readonly functions: readonly FunctionDeclaration[]
  readonly language: Language
  /** In the language that is shown. */
  readonly functionTitle: (name: string) => string
}

/** @returns null where a number or the inside of a word for nothing known is typed */
export function listChoices(
  before: string,
  source: ChoiceSource,
): Choices | null {
  const levels = listLevels(before, source.names)
  if (levels) return levels
  const typed = /[\p{L}_$][\p{L}\p{N}_.]*$/u.exec(before)?.[0] ?? ''
  if (typed === '' && /[\d.)"]\s*$/.test(before)) return null
  const wanted = typed.toLowerCase()
  const all = [...listNames(source), ...listFunctions(source)]
  const ranked = all.flatMap(({ choice, title }) => {
    const rank = rankOf(choice.text.toLowerCase(), title.toLowerCase(), wanted)
    return rank === null ? [] : [{ choice, rank }]
  })
  ranked.sort((a, b) => a.rank - b.rank)
  const from = before.length - typed.length
  return { from, choices: ranked.map(({ choice }) => choice) }
}

/** Behind `kind ==`, the levels that kind may have. */
function listLevels(
  before: string,
  names: readonly ScopeName[],
): Choices | null {
  const match = /([A-Za-z_][\w.]*)\s*(?:==|!=|<=?|>=?)\s*("?[^"\s]*)$/.exec(
    before,
  )
  const [, name, typed = ''] = match ?? []
  const values = names.find((each) => each.name === name)?.type?.values ?? []
  if (values.length === 0) return null
  const wanted = typed.replace('"', '').toLowerCase()
  const choices = values
    .filter((value) => value.toLowerCase().startsWith(wanted))
    .map((value): Choice => ({ kind: 'level', text: `"${value}"` }))
  return { from: before.length - typed.length, choices }
}

function listNames({ names, language }: ChoiceSource) {
  return names.map((name) => ({
    choice: { kind: 'name', text: name.name, name } satisfies Choice,
    title: titleText(name.title, language)?.text ?? '',
  }))
}

function listFunctions({ functions, functionTitle }: ChoiceSource) {
  const names = [...new Set(functions.map(({ name }) => name))]
  return names.map((text) => ({
    choice: {
      kind: 'function',
      text,
      functions: functions.filter(({ name }) => name === text),
    } satisfies Choice,
    title: functionTitle(text),
  }))
}

/** Names that begin so first, then names that hold it, then titles. */
function rankOf(name: string, title: string, wanted: string): number | null {
  if (name.startsWith(wanted)) return 0
  const places = [
    name.includes(wanted),
    title.startsWith(wanted),
    title.includes(wanted),
  ]
  const place = places.indexOf(true)
  return place === -1 ? null : place + 1
}
