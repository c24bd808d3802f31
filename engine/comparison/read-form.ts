/** The full form of a file as forms to compare, walked along the schema. */
import { partOf, schemaFor } from '../methodology/repair-keys.js'
import type { Schema } from '../methodology/schema/parts.js'
import { SCHEMA } from '../methodology/schema/root.js'
import { standardSettings } from '../methodology/schema/standard-settings.js'
import {
  isTable,
  plainText,
  tableOf,
  type Table,
} from '../methodology/tables.js'
import { pathText, type Path } from '../source/path.js'
import type { Source, Tree } from '../source/source.js'
import { conditionText } from './condition-text.js'
import type { Form, TableForm, ValueForm } from './form.js'
import { meaningOf, textOf } from './form.js'
import {
  cellsOf,
  columnsOf,
  isKeyedRows,
  keysOf,
  valueAt,
} from './keyed-rows.js'
import { renamedInFormula, type Renames } from './names.js'
import { readScalar } from './read-scalar.js'

/** Ids of the file itself: the heading of a comparison says them. */
const IDENTITY = ['format', 'methodology', 'version', 'defaults']

/** Lists whose order says nothing. */
const SETS = new Set([
  ...[
    'outputs',
    'released',
    'values',
    'criterion',
    'ranking',
    'population',
    'all_of',
  ],
  ...['years', 'of', 'alternatives', 'amendedBy', 'all', 'any', 'examples'],
])

/** What a scalar is short for where a table may stand. */
const SHORT_FOR = ['en', 'paragraph', 'table', 'id', 'type']

/** @param renames - old name -> new name */
export function readForm(source: Source, renames: Renames): TableForm {
  const { tree } = source
  const root = isTable(tree) ? tree : tableOf([])
  const said = Object.entries(root).filter(
    ([key]) => !IDENTITY.includes(key) && key !== 'texts',
  )
  const reading = new Reading(source, renames)
  const form = reading.table(tableOf(said), SCHEMA, [])
  const texts = reading.furtherTexts(root['texts'])
  const entries = texts
    ? [...form.entries, ['texts', texts] as const]
    : form.entries
  return { ...form, entries: new Map(entries) }
}

class Reading {
  /** Translations that stand beside their text now. */
  private readonly placed = new Set<string>()

  constructor(
    private readonly source: Source,
    private readonly renames: Renames,
  ) {}

  read(tree: Tree, written: Schema, path: Path, isExpression = false): Form {
    const schema = schemaAt(written, tree, path)
    if (isKeyedRows(path) && Array.isArray(tree)) return this.rows(tree, path)
    if (path.length === 1 && path[0] === 'years') return yearsForm(tree)
    if (Array.isArray(tree)) return this.list(tree, schema, path, isExpression)
    if (isTable(tree)) {
      return schema['x-formula'] === true && !isExpression
        ? this.condition(tree, schema, path)
        : this.table(tree, schema, path, isExpression)
    }
    const short = shortKey(schema)
    if (short !== null && tree !== null) {
      return this.table(tableOf([[short, tree]]), schema, path, isExpression)
    }
    const text = this.text(tree, path)
    const scalar = { tree, text, schema, path, isExpression }
    const form = readScalar(scalar, this.renames)
    const isOneOfMany = [schema['type']].flat().includes('array')
    return isOneOfMany ? { kind: 'list', items: [form], isSet: true } : form
  }

  private text(tree: Tree, path: Path): string {
    const at = this.source.scalarText(path)
    // The short form of a table stands one step above.
    return at ?? this.source.scalarText(path.slice(0, -1)) ?? plainText(tree)
  }

  private list(
    tree: readonly Tree[],
    schema: Schema,
    path: Path,
    isExpression: boolean,
  ): Form {
    const items = partOf(schema, 'items') ?? {}
    const key = path.findLast((step) => typeof step === 'string') ?? ''
    return {
      kind: 'list',
      isSet: SETS.has(key) && typeof path.at(-1) === 'string',
      items: tree.map((item, index) =>
        this.read(item, items, [...path, index], isExpression),
      ),
    }
  }

  /** Rows of a keyed table by their keys, cells by their columns. */
  private rows(tree: readonly Tree[], path: Path): Form {
    const table = valueAt(this.source.tree, path.slice(0, -1))
    const columns = columnsOf(table)
    const keys = keysOf(table)
    const entries = new Map<string, Form>()
    for (const [index, row] of tree.entries()) {
      const at = [...path, index]
      const cells = cellsOf(row, [...columns.keys()], at).map((cell) => {
        const schema = columns.get(cell.column) ?? {}
        const form = this.read(cell.tree, schema, cell.path)
        return [cell.column, form] as const
      })
      const form: TableForm = {
        kind: 'table',
        // The keys are what the row is called.
        entries: new Map(cells.filter(([column]) => !keys.includes(column))),
        standard: new Map(),
        isNamed: false,
      }
      const name = keys.map((key) => {
        const found = cells.find(([column]) => column === key)
        return found ? textOf(found[1]) : ''
      })
      const key = name.join(', ')
      entries.set(entries.has(key) ? `${key} (row ${index + 1})` : key, form)
    }
    return { kind: 'table', entries, standard: new Map(), isNamed: true }
  }

  table(
    tree: Table,
    schema: Schema,
    path: Path,
    isExpression = false,
  ): TableForm {
    const properties = partOf(schema, 'properties') ?? {}
    const further = partOf(schema, 'additionalProperties')
    const entries = new Map<string, Form>()
    for (const [key, value] of Object.entries(tree)) {
      const isKnown = Object.hasOwn(properties, key)
      const below = (isKnown ? partOf(properties, key) : further) ?? {}
      const form = this.read(value, below, [...path, key], isExpression)
      entries.set(isKnown ? key : this.name(key, path), form)
    }
    if (isTitle(schema)) this.addTranslations(entries, path)
    const standard = new Map<string, Form>()
    for (const [key, value] of Object.entries(standardSettings(schema))) {
      const below = partOf(properties, key) ?? {}
      standard.set(key, readStandard(value, below, [...path, key]))
    }
    const isNamed = further !== undefined
    return { kind: 'table', entries, standard, isNamed }
  }

  /** The key of a computed column, its table as it is called now. */
  private name(key: string, path: Path): string {
    if (path.length !== 1 || path[0] !== 'computed') return key
    const steps = key.split('.')
    return steps.map((step) => renamedInFormula(this.renames, step)).join('.')
  }

  /** A condition is one thing, however many lines it takes. */
  private condition(tree: Table, schema: Schema, path: Path): ValueForm {
    const form = this.table(tree, {}, path, true)
    return {
      kind: 'value',
      meaning: `condition ${meaningOf(form)}`,
      text: conditionText(form),
      isExpression: schema['x-formula'] === true,
    }
  }

  /** Translations stand beside their text, wherever the file keeps them. */
  private addTranslations(entries: Map<string, Form>, path: Path): void {
    const { tree } = this.source
    const texts = isTable(tree) ? tree['texts'] : undefined
    for (const language of ['en', 'kk', 'ru']) {
      const table = isTable(texts) ? texts[language] : undefined
      const key = pathText(path)
      if (!isTable(table) || !Object.hasOwn(table, key)) continue
      const text = plainText(table[key] ?? null)
      const meaning = `text ${text}`
      entries.set(language, {
        kind: 'value',
        meaning,
        text,
        isExpression: false,
      })
      this.placed.add(`${language}.${key}`)
    }
  }

  /** Translations of what is no title. */
  furtherTexts(texts: Tree | undefined): TableForm | null {
    if (!isTable(texts)) return null
    const rest = Object.entries(texts).map(([language, table]) => {
      const pairs = Object.entries(isTable(table) ? table : {})
      const further = pairs.filter(
        ([key]) => !this.placed.has(`${language}.${key}`),
      )
      return [language, tableOf(further)] as const
    })
    const schema = partOf(partOf(SCHEMA, 'properties') ?? {}, 'texts') ?? {}
    return this.table(tableOf(rest), schema, ['texts'])
  }
}

/** Values of a parameter are numbers, however deep they stand. */
const VALUES: Schema = {
  'x-decimal': true,
  get additionalProperties() {
    return VALUES
  },
}

function schemaAt(written: Schema, tree: Tree, path: Path): Schema {
  const isValues =
    path[0] === 'parameters' && path.length === 3 && path[2] === 'values'
  return isValues ? VALUES : schemaFor(written, tree, path)
}

function readStandard(tree: Tree, schema: Schema, path: Path): Form {
  if (Array.isArray(tree)) {
    const list = tree as readonly Tree[]
    const items = partOf(schema, 'items') ?? {}
    return {
      kind: 'list',
      isSet: false,
      items: list.map((item) => readStandard(item, items, path)),
    }
  }
  const text = plainText(tree)
  return readScalar(
    { tree, text, schema, path, isExpression: false },
    new Map(),
  )
}

function isTitle(schema: Schema): boolean {
  return shortKey(schema) === 'en'
}

function shortKey(schema: Schema): string | null {
  const types: readonly unknown[] = [schema['type']].flat()
  if (!types.includes('string') || !types.includes('object')) return null
  const properties = partOf(schema, 'properties') ?? {}
  return SHORT_FOR.find((key) => Object.hasOwn(properties, key)) ?? null
}

/** The years 2012 and 2013 are the years from 2012 to 2013. */
function yearsForm(tree: Tree): ValueForm {
  const value = (text: string): ValueForm => ({
    kind: 'value',
    meaning: `years ${text}`,
    text,
    isExpression: false,
  })
  if (Array.isArray(tree)) {
    const years = [...new Set((tree as readonly Tree[]).map(Number))].sort(
      (a, b) => a - b,
    )
    const [first = 0] = years
    const last = years.at(-1) ?? first
    const isWhole = last - first === years.length - 1
    return value(isWhole ? rangeText(first, last) : years.join(', '))
  }
  if (!isTable(tree)) return value(plainText(tree))
  const to = tree['to'] ?? null
  const from = Number(tree['from'])
  return value(to === null ? `from ${from}` : rangeText(from, Number(to)))
}

function rangeText(from: number, to: number): string {
  return from === to ? String(from) : `${from}-${to}`
}
