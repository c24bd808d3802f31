/**
 * Mistakes of a methodology file. Codes are permanent: never renamed, never
 * reused. Each message says what is wrong, what was received and how to mend it.
 */
import type { Syntax } from './expression/syntax.js'
import type { Column } from './methodology/methodology.js'
import type { Path } from './source/path.js'
import type { Position } from './source/source.js'

/** What each code carries. */
export interface ProblemInfo {
  FILE_TOO_LARGE: { readonly length: number }
  FILE_ENCODING: { readonly offset: number }
  FILE_UNREADABLE: { readonly reason: string }
  YAML_SYNTAX: { readonly words: string }
  NESTED_TOO_DEEP: { readonly most: number }
  DUPLICATE_KEY: { readonly key: string; readonly first: number }
  ALIAS_NOT_ALLOWED: { readonly received: string }
  TAG_NOT_ALLOWED: { readonly received: string }
  KEY_NOT_TEXT: { readonly received: string }
  NOT_A_METHODOLOGY: { readonly received: string }
  FORMAT_UNKNOWN: { readonly received: string }
  UNKNOWN_KEY: {
    readonly key: string
    readonly closest?: string
    readonly allowed: readonly string[]
  }
  MISSING_KEY: { readonly key: string; readonly why: string }
  WRONG_TYPE: { readonly received: string; readonly expected: string }
  NOT_YET: { readonly key: string; readonly words: string }
  NAME_NOT_ALLOWED: { readonly name: string; readonly why: string }
  NAME_DUPLICATE: { readonly name: string; readonly other: string }
  INPUT_WITHOUT_TYPE: { readonly name: string }
  /** `key` is null for an item of a list. */
  COMMA_NOT_QUOTED: { readonly key: string | null; readonly text: string }
  NAME_MISSPELT: {
    readonly name: string
    readonly used: string
    readonly lines: readonly number[]
  }
  UNKNOWN_NAME: {
    readonly name: string
    readonly what: string
    readonly closest?: string
  }
  SIBLING_TABLE: { readonly name: string; readonly from: string }
  UNKNOWN_FUNCTION: { readonly name: string; readonly closest?: string }
  WRONG_ARGUMENTS: { readonly name: string; readonly words: string }
  TYPE_MISMATCH: { readonly part: string; readonly words: string }
  FORMULA_SYNTAX: { readonly formula: string; readonly words: string }
  FORMULA_NOT_ALLOWED: { readonly part: string; readonly words: string }
  FORMULA_TOO_LONG: { readonly length: number; readonly most: number }
  FORMULA_TOO_DEEP: { readonly most: number }
  CONDITION_NOT_ALLOWED: { readonly part: string; readonly words: string }
  CYCLE: { readonly members: readonly string[] }
  WEIGHTS_SUM: {
    readonly name: string
    /** For which values of what they vary by; empty where they do not. */
    readonly where: string
    readonly sum: string
    readonly total: string
  }
  WEIGHTS_TOO_MANY: {
    readonly name: string
    readonly attributes: readonly string[]
    readonly count: number
    readonly most: number
  }
  WEIGHTS_PARTLY: { readonly name: string; readonly without: readonly string[] }
  WEIGHT_NOT_USED: { readonly name: string; readonly why: string }
  CITATION_MISSING: { readonly what: string }
  MARK_MISSING: { readonly what: string }
  ALTERNATIVES_MISSING: { readonly what: string }
  GOALPOSTS_EQUAL: { readonly value: string }
  SETTING_NOT_USED: { readonly key: string; readonly why: string }
  SCALE_INTERVALS: { readonly name: string; readonly words: string }
  DEDUCTION_NOT_USED: { readonly name: string }
  DEDUCTED_TWICE: { readonly name: string; readonly criterion: string }
  STEP_NOT_ALLOWED: { readonly step: string; readonly why: string }
  NORMALISED_TWICE: { readonly name: string; readonly step: string }
  TABLE_ROW: {
    readonly table: string
    readonly columns: readonly string[]
    readonly cells: readonly string[]
  }
  TABLE_KEY_MISSING: { readonly table: string; readonly column: string }
  TABLE_KEY_DUPLICATE: {
    readonly table: string
    readonly row: string
    readonly first: number
  }
  TABLE_CELL_MISSING: {
    readonly table: string
    readonly column: string
    readonly entry: string
    readonly isList: boolean
  }
  EACH_NAME_DUPLICATE: { readonly name: string; readonly words: string }
  EACH_TOO_LARGE: { readonly table: string; readonly words: string }
  YEARS_REVERSED: { readonly from: string; readonly to: string }
  YEARS_OVERLAP: { readonly other: string; readonly years: string }
  VERSION_DUPLICATE: { readonly other: string }
  VERSION_CHANGED: { readonly locked: string; readonly found: string }
  LOCKED_FILE_MISSING: { readonly path: string }
  REGISTER_NOT_USABLE: { readonly id: string; readonly words: string }
  EXAMPLE_DATA: { readonly words: string }
  EXAMPLE_FAILED: {
    readonly what: string
    readonly expected: string
    readonly received: string
  }
}

export type ProblemCode = keyof ProblemInfo

/**
 * What a message puts in, by name and as text, so that others can say the code
 * in their own language. Names that say nothing are left out; values in English
 * sentences (`words`, `why`, `what`) are those of the message.
 */
export type ProblemValues = Readonly<Record<string, string | readonly string[]>>

export interface Problem {
  readonly code: ProblemCode
  readonly at: Path
  readonly message: string
  /** What the message puts in. */
  readonly with: ProblemValues
  /** Where `at` alone would point at the wrong line. */
  readonly position?: Position
  /** A name that leads nowhere: it, or the declaration of one that is nearly it, is misspelt. */
  readonly typo?: Typo
  /** The column whose type does not fit here. */
  readonly mistyped?: Column
  /** The part of the formula that has the mistake, where it could be parsed. */
  readonly part?: Syntax
  /** The same in characters, where it could not. */
  readonly span?: Span
}

/** Characters of a text: the first, and the one after the last; 0-based. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Typo {
  readonly written: string
  readonly near: string | null
}

const asked = (closest: string | undefined) =>
  closest === undefined ? '' : ` Did you mean "${closest}"?`

const list = (words: readonly string[]) => words.join(', ')

/** What a row was read as, cell by cell. */
function cellsByColumn(
  columns: readonly string[],
  cells: readonly string[],
): string {
  const places = Math.max(columns.length, cells.length)
  return Array.from({ length: places }, (_, index) => {
    const column = columns[index] ?? 'no column'
    return `${column} is ${cells[index] ?? 'nothing'}`
  }).join('; ')
}

/** One message per code. */
export const MESSAGES: {
  readonly [C in ProblemCode]: (info: ProblemInfo[C]) => string
} = {
  FILE_TOO_LARGE: ({ length }) =>
    `The file has ${length} characters; a methodology file has at most 2000000. Move large examples into data files beside it.`,
  FILE_ENCODING: ({ offset }) =>
    `The file is not UTF-8 (byte ${offset}). Save it as UTF-8; Windows-1251 has no Kazakh letters.`,
  FILE_UNREADABLE: ({ reason }) => `The file cannot be read: ${reason}.`,
  YAML_SYNTAX: ({ words }) =>
    `The text is not YAML here: ${words}. Put text with a colon, #, comma or quotes into double quotes, and check the indentation of this line and the one above.`,
  NESTED_TOO_DEEP: ({ most }) =>
    `The file nests deeper than ${most} levels here. Take levels out.`,
  DUPLICATE_KEY: ({ key, first }) =>
    `"${key}" stands here a second time; the first is on line ${first}. Remove or rename one of them.`,
  ALIAS_NOT_ALLOWED: ({ received }) =>
    `"${received}" is a YAML anchor, alias or merge key, which a methodology file does not use. Write the value out, or say it once under "defaults".`,
  TAG_NOT_ALLOWED: ({ received }) =>
    `"${received}" is a YAML tag, which a methodology file does not use. Remove it; put text in quotes where it looks like a number.`,
  KEY_NOT_TEXT: ({ received }) =>
    `A key must be a word, and this one is ${received}. Write a name.`,
  NOT_A_METHODOLOGY: ({ received }) =>
    `A methodology file is a table of keys that begins with "format: 1"; this one is ${received}.`,
  FORMAT_UNKNOWN: ({ received }) =>
    `"format" is ${received}; this program reads format 1. Write "format: 1".`,
  UNKNOWN_KEY: ({ key, closest, allowed }) =>
    `"${key}" is not a key here.${asked(closest)} Allowed: ${list(allowed)}.`,
  MISSING_KEY: ({ key, why }) => `"${key}" is missing. ${why}`,
  WRONG_TYPE: ({ received, expected }) =>
    `Received ${received} where ${expected} is needed.`,
  NOT_YET: ({ key, words }) =>
    `"${key}" is reserved for ${words}, which this version does not read yet. Remove it for now.`,
  NAME_NOT_ALLOWED: ({ name, why }) =>
    `"${name}" cannot be a name: ${why}. Choose another; titles may say anything in any alphabet.`,
  NAME_DUPLICATE: ({ name, other }) =>
    `"${name}" already names ${other}. One level has one namespace: rename one of them.`,
  INPUT_WITHOUT_TYPE: ({ name }) =>
    `The input "${name}" has no "type". Write type: number, level, boolean, date or text; a table of inputs holds only inputs and tables.`,
  COMMA_NOT_QUOTED: ({ key, text }) =>
    key === null
      ? `YAML cuts "${text}" in two at its comma. Put it in quotes: "${text}".`
      : `YAML ends "${key}" at the first comma of "${text}". Put the formula in quotes: ${key}: "${text}".`,
  NAME_MISSPELT: ({ name, used, lines }) =>
    `"${name}" is used nowhere, and "${used}" stands on ${lines.length === 1 ? 'line' : 'lines'} ${list(lines.map(String))} and is declared nowhere. Write the same name in all places.`,
  UNKNOWN_NAME: ({ name, what, closest }) =>
    `"${name}" is not ${what}.${asked(closest)}`,
  SIBLING_TABLE: ({ name, from }) =>
    `"${name}" is not below a row of ${from}: a formula uses its own row, enclosing rows, and tables below its own row. Compute an aggregate on the enclosing row and read that.`,
  UNKNOWN_FUNCTION: ({ name, closest }) =>
    `"${name}" is not a function of the language.${asked(closest)} The reference lists them.`,
  WRONG_ARGUMENTS: ({ name, words }) => `${name}: ${words}`,
  TYPE_MISMATCH: ({ part, words }) => `"${part}": ${words}`,
  FORMULA_SYNTAX: ({ formula, words }) =>
    `The formula "${formula}" cannot be read: ${words}.`,
  FORMULA_NOT_ALLOWED: ({ part, words }) =>
    `"${part}" is not allowed in a formula: ${words}.`,
  FORMULA_TOO_LONG: ({ length, most }) =>
    `The formula has ${length} characters; at most ${most} are read. Split it into computed columns.`,
  FORMULA_TOO_DEEP: ({ most }) =>
    `The formula nests deeper than ${most} levels. Split it into computed columns.`,
  CONDITION_NOT_ALLOWED: ({ part, words }) =>
    `"${part}" cannot stand in this condition: ${words}.`,
  CYCLE: ({ members }) =>
    `These need each other and so have no value: ${members.join(' -> ')}. Let one of them do without the others.`,
  WEIGHTS_SUM: ({ name, where, sum, total }) =>
    `The weights of the children of "${name}"${where === '' ? '' : ` for ${where}`} add up to ${sum}, not to ${total}. Mend the weights, say "weights_total", or write "weights: relative".`,
  WEIGHTS_TOO_MANY: ({ name, attributes, count, most }) =>
    `The weights of the children of "${name}" vary by ${list(attributes)} in ${count} ways together, and sums of at most ${most} can be checked. Let them vary by fewer, or write "weights: relative".`,
  WEIGHTS_PARTLY: ({ name, without }) =>
    `Some children of "${name}" have a weight and these have none: ${list(without)}. Give all of them a weight, or none.`,
  WEIGHT_NOT_USED: ({ name, why }) =>
    `The weight of "${name}" changes nothing: ${why}. Remove it.`,
  CITATION_MISSING: ({ what }) =>
    `${what} has no "cite". Name the paragraph of the act that it comes from.`,
  MARK_MISSING: ({ what }) =>
    `${what} has no "mark". Write "mark: given" where the act states it, or "mark: reconstructed" with its alternatives.`,
  ALTERNATIVES_MISSING: ({ what }) =>
    `${what} is marked reconstructed without "alternatives". List the other readings, each with a note.`,
  GOALPOSTS_EQUAL: ({ value }) =>
    `"from" and "to" are both ${value}, so every value would divide by zero. Give two different goalposts.`,
  DEDUCTION_NOT_USED: ({ name }) =>
    `Nothing subtracts the deduction "${name}", so its points change no figure. Say "from: CRITERION", subtract it in a formula, or list it in "outputs" where it is only shown.`,
  DEDUCTED_TWICE: ({ name, criterion }) =>
    `"${name}" is taken from "${criterion}" by "from" and again by its formula. Remove one of the two.`,
  STEP_NOT_ALLOWED: ({ step, why }) =>
    `The step "${step}" cannot stand like this: ${why}.`,
  NORMALISED_TWICE: ({ name, step }) =>
    `"${name}" is normalised by the step "${step}" and here again. Remove one of the two, or leave "${name}" out of the step by its "of".`,
  SETTING_NOT_USED: ({ key, why }) =>
    `"${key}" changes nothing here: ${why}. Take it out.`,
  SCALE_INTERVALS: ({ name, words }) =>
    `The intervals of the scale "${name}" do not meet: ${words}.`,
  TABLE_ROW: ({ table, columns, cells }) =>
    `This row of "${table}" has ${cells.length} cells for ${columns.length} columns: ${cellsByColumn(columns, cells)}. Put a comma between two cells, put text with a comma into double quotes, and write null for a cell that is missing.`,
  TABLE_KEY_MISSING: ({ table, column }) =>
    `This row of "${table}" has no "${column}", by which it is found. Give every row its key.`,
  TABLE_KEY_DUPLICATE: ({ table, row, first }) =>
    `The table "${table}" has a row for "${row}" already, on line ${first}. Remove one of the two, or mend its key.`,
  TABLE_CELL_MISSING: ({ table, column, entry, isList }) =>
    `This row of "${table}" has no "${column}", which "${entry}" needs. Fill the cell${isList ? '; where nothing is meant write an empty list []' : ', or leave the row out by "where"'}.`,
  EACH_NAME_DUPLICATE: ({ name, words }) =>
    `"${name}" would name two entries: ${words}. Put columns that tell the rows apart into the name, as NAME-$column.`,
  EACH_TOO_LARGE: ({ table, words }) =>
    `Repeated for the rows of "${table}" this makes ${words}. Take rows out, or say less for each.`,
  YEARS_REVERSED: ({ from, to }) =>
    `The years run from ${from} to ${to}. Put the earlier year first.`,
  YEARS_OVERLAP: ({ other, years }) =>
    `Version ${other} covers ${years} too. Change the years, say "supersedes" where the later version replaces one without a last year, or name different editions.`,
  VERSION_DUPLICATE: ({ other }) =>
    `The same version stands in ${other} too. Give one of them another version.`,
  VERSION_CHANGED: ({ locked, found }) =>
    `A published version never changes: the lock has sha256 ${locked}, the file ${found}. Take the change back, or publish it as a new version.`,
  LOCKED_FILE_MISSING: ({ path }) =>
    `The lock names "${path}", which is not there. Bring the file back.`,
  REGISTER_NOT_USABLE: ({ id, words }) =>
    `The register "${id}" cannot be used: ${words}`,
  EXAMPLE_DATA: ({ words }) => `The example cannot be computed: ${words}`,
  EXAMPLE_FAILED: ({ what, expected, received }) =>
    `The example expects ${what} ${expected} and the methodology gives ${received}. Mend the one that is wrong.`,
}

/** @param at - path in the file; `position` only where the path does not lead to the right line */
export function problem<C extends ProblemCode>(
  code: C,
  at: Path,
  info: ProblemInfo[C],
  position?: Position,
): Problem {
  const message = MESSAGES[code](info)
  const typo = code === 'UNKNOWN_NAME' ? typoOf(info) : null
  return {
    code,
    at,
    message,
    with: problemValues(info),
    ...(position ? { position } : {}),
    ...(typo ? { typo } : {}),
  }
}

export function problemValues(info: object): ProblemValues {
  const values: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(info) as [string, unknown][]) {
    if (Array.isArray(value)) values[name] = value.map(String)
    else if (typeof value === 'string') values[name] = value
    else if (typeof value === 'number' || value === true) {
      values[name] = String(value)
    }
  }
  return values
}

function typoOf(info: ProblemInfo[ProblemCode]): Typo | null {
  if (!('name' in info)) return null
  const near = 'closest' in info ? (info.closest ?? null) : null
  return { written: info.name, near }
}

/** A problem with its place, as people and programs get it. */
export interface LocatedProblem extends Position {
  readonly file: string
  readonly code: ProblemCode
  readonly message: string
  readonly with: ProblemValues
}
