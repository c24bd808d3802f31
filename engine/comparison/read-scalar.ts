/** A single value, and what it means where it stands. */
import type { Schema } from '../methodology/schema/parts.js'
import { parseFraction } from '../number/text.js'
import type { Path } from '../source/path.js'
import type { Tree } from '../source/source.js'
import type { ValueForm } from './form.js'
import { formulaMeaning } from './formula-meaning.js'
import {
  referredKind,
  renamed,
  renamedInFormula,
  type Renames,
} from './names.js'

export interface Scalar {
  readonly tree: Tree
  /** As it stands in the file, quotes taken away. */
  readonly text: string
  readonly schema: Schema
  readonly path: Path
  /** The condition or formula stands inside a condition. */
  readonly isExpression: boolean
}

/** Numbers are equal by value, formulas by their tree, everything else by its text. */
export function readScalar(scalar: Scalar, renames: Renames): ValueForm {
  const { text, schema, isExpression } = scalar
  const isFormula = schema['x-formula'] === true
  return {
    kind: 'value',
    text: text.replace(/\s+/g, ' ').trim(),
    meaning: meaning(scalar, isFormula, renames),
    isExpression: isExpression || (isFormula && !isNumber(text)),
  }
}

function meaning(
  { tree, text, schema, path }: Scalar,
  isFormula: boolean,
  renames: Renames,
): string {
  if (tree === null) return 'nothing'
  if (isFormula || schema['x-decimal'] === true) {
    const number = numberMeaning(text)
    if (number !== null) return number
  }
  if (isFormula) {
    const formula = formulaMeaning(text, (name) =>
      renamedInFormula(renames, name),
    )
    return formula === null ? `text ${text}` : `formula ${formula}`
  }
  if (typeof tree === 'number' && !isText(schema)) {
    const number = numberMeaning(text)
    if (number !== null) return number
  }
  const kind = referredKind(path)
  return `text ${kind === null ? text : referred(text, kind, renames)}`
}

/** A name, or `score(NAME)`. */
function referred(
  text: string,
  kind: Parameters<typeof renamed>[1],
  renames: Renames,
): string {
  const [, name] = /^score\((.*)\)$/.exec(text) ?? []
  return name === undefined
    ? renamed(renames, kind, text)
    : `score(${renamed(renames, kind, name)})`
}

/** Words may be digits and stay words: paragraph 4.10 is not paragraph 4.1. */
function isText(schema: Schema): boolean {
  const types: readonly unknown[] = [schema['type']].flat()
  return types.includes('string') && !types.includes('boolean')
}

function isNumber(text: string): boolean {
  return numberMeaning(text) !== null
}

function numberMeaning(text: string): string | null {
  const value = parseFraction(text)
  return typeof value === 'string'
    ? null
    : `number ${value.numerator}/${value.denominator}`
}
