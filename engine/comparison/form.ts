/** What a file says, in a form in which the same meaning looks the same. */

export type Form = ValueForm | TableForm | ListForm

export interface ValueForm {
  readonly kind: 'value'
  /** Equal for two values that mean the same. */
  readonly meaning: string
  /** As it is written, in one line. */
  readonly text: string
  readonly isExpression: boolean
}

export interface TableForm {
  readonly kind: 'table'
  readonly entries: ReadonlyMap<string, Form>
  /** What a key stands for where it is not said. */
  readonly standard: ReadonlyMap<string, Form>
  /** True where the keys are names that the author chose. */
  readonly isNamed: boolean
}

export interface ListForm {
  readonly kind: 'list'
  readonly items: readonly Form[]
  /** True where the order of the items says nothing. */
  readonly isSet: boolean
}

/** Equal for two forms that mean the same. */
export function meaningOf(form: Form): string {
  switch (form.kind) {
    case 'value':
      return form.meaning
    case 'list': {
      const items = form.items.map(meaningOf)
      return JSON.stringify(form.isSet ? items.sort() : items)
    }
    case 'table': {
      const said = [...form.entries].filter(
        ([key, entry]) => !isStandard(form, key, entry),
      )
      const pairs = said.map(([key, entry]) => [key, meaningOf(entry)] as const)
      return JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1)))
    }
  }
}

function isStandard({ standard }: TableForm, key: string, entry: Form) {
  const meant = standard.get(key)
  return meant !== undefined && meaningOf(meant) === meaningOf(entry)
}

/** Keys that stand for their table where they are alone in it. */
const SHORT = new Set(['en', 'paragraph'])

/** In one line, as a reader of the file would write it. */
export function textOf(form: Form): string {
  switch (form.kind) {
    case 'value':
      return form.text
    case 'list':
      return form.items.map(textOf).join(', ')
    case 'table': {
      const [first, second] = form.entries
      if (first && !second && SHORT.has(first[0])) return textOf(first[1])
      const pairs = [...form.entries].map(([key, entry]) => {
        const text = textOf(entry)
        const inner = entry.kind === 'list' ? `[${text}]` : text
        return `${key}: ${inner}`
      })
      return `{ ${pairs.join(', ')} }`
    }
  }
}
