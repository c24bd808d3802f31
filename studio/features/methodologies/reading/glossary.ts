/** What names stand for: figures and parameters in formulas, and entries that settings refer to. */
import type { FileTitle } from '../../../language/title-text.js'
import {
  entryOf,
  namedTables,
  textOf,
  translated,
  type FileValue,
} from './file-value.js'

export interface Meaning {
  readonly title: FileTitle
  /** Of a parameter that has one value. */
  readonly value: string | null
  readonly unit: string | null
}

export interface NamedMeaning extends Meaning {
  readonly name: string
}

export interface Glossary {
  /**
   * @param level - of the formula, as `goals.indicators`; '' for the body. The
   *   nearest level that declares the name has it, as in the language itself.
   */
  readonly find: (name: string, level: string) => Meaning | null
  /** The names of a formula that something is known of, each once. */
  readonly namesIn: (formula: string, level: string) => readonly NamedMeaning[]
  /** The title of an entry of another section, such as a ranking. */
  readonly titleIn: (section: string, name: string) => FileTitle
}

/** A word inside quotation marks is none, nor the name of a function. */
const NAME = /"[^"]*"|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\b(?!\s*\()/g

/** Whose names formulas may use. */
const FIGURES = ['indicators', 'computed', 'parameters', 'deductions']

export function glossaryOf(root: FileValue): Glossary {
  const meanings = new Map<string, Meaning>()
  const add = (name: string, entry: FileValue) => {
    const title = translated(root, entryOf(entry, 'title'))
    const value = textOf(entryOf(entry, 'value'))
    if ((title === null && value === null) || meanings.has(name)) return
    meanings.set(name, { title, value, unit: textOf(entryOf(entry, 'unit')) })
  }
  addInputs(entryOf(root, 'inputs'), [], add)
  addCriteria(entryOf(root, 'criteria'), add)
  for (const section of FIGURES) {
    for (const [name, entry] of namedTables(entryOf(root, section))) {
      add(name, entry)
    }
  }
  return {
    ...{ find, namesIn },
    titleIn: (section, name) =>
      translated(root, entryOf(entryOf(entryOf(root, section), name), 'title')),
  }

  function find(name: string, level: string): Meaning | null {
    const steps = level === '' ? [] : level.split('.')
    for (let depth = steps.length; depth >= 0; depth -= 1) {
      const found = meanings.get([...steps.slice(0, depth), name].join('.'))
      if (found) return found
    }
    return null
  }

  function namesIn(formula: string, level: string): readonly NamedMeaning[] {
    const names = new Set(formula.match(NAME) ?? [])
    return [...names].flatMap((name) => {
      const found = find(name, level)
      return found === null ? [] : [{ name, ...found }]
    })
  }
}

type Add = (name: string, entry: FileValue) => void

/** Inputs with a type are columns, those without are tables. */
function addInputs(
  value: FileValue | undefined,
  path: readonly string[],
  add: Add,
): void {
  for (const [name, entry] of namedTables(value)) {
    const own = [...path, name]
    if (entry.entries.get('type')?.kind === 'text') add(own.join('.'), entry)
    else addInputs(entry, own, add)
  }
}

function addCriteria(value: FileValue | undefined, add: Add): void {
  for (const [name, entry] of namedTables(value)) {
    add(name, entry)
    addCriteria(entry.entries.get('children'), add)
  }
}
