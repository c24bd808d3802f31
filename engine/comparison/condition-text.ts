/** A condition of facts, operators and values as words. */
import { textOf, type Form, type TableForm } from './form.js'

export function conditionText(form: TableForm): string {
  const { entries } = form
  const all = entries.get('all')
  if (all) return group(all, 'and')
  const any = entries.get('any')
  if (any) return group(any, 'or')
  const not = entries.get('not')
  if (not?.kind === 'table') return `not (${conditionText(not)})`
  const left = factText(entries)
  const operator = entries.get('operator')
  const value = entries.get('value')
  if (left === null || !operator || !value) return textOf(form)
  const right =
    value.kind === 'table'
      ? (factText(value.entries) ?? textOf(value))
      : textOf(value)
  return `${left} ${textOf(operator)} ${right}`
}

function group(form: Form, word: string): string {
  const items = form.kind === 'list' ? form.items : [form]
  const texts = items.map((item) =>
    item.kind === 'table' ? conditionText(item) : textOf(item),
  )
  return texts.length === 1
    ? (texts[0] ?? '')
    : texts.map((text) => `(${text})`).join(` ${word} `)
}

/** The fact with all that is said beside it: its path, ranking or year. */
function factText(entries: ReadonlyMap<string, Form>): string | null {
  const fact = entries.get('fact')
  if (!fact) return null
  const beside = [...entries].filter(
    ([key]) => !['fact', 'operator', 'value'].includes(key),
  )
  const words = beside.map(([key, form]) => `${key} ${textOf(form)}`)
  const name = textOf(fact)
  return words.length === 0 ? name : `${name} (${words.join(', ')})`
}
