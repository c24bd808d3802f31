/**
 * Holds the data of a file against the JSON Schema and turns ajv's findings
 * into one problem per mistake, each at the deepest place that explains it.
 */
import { allowedKeys } from './schema/parts.js'
import type { ErrorObject } from 'ajv/dist/2020.js'
import { problem, type Problem } from '../errors.js'
import { closest } from '../source/closest.js'
import { pathKey, type Path } from '../source/path.js'
import type { Tree } from '../source/source.js'
import { nameFault } from './names.js'
import {
  validateExpectation,
  validateMethodology,
  type Validator,
} from './validators.js'

/** Keywords that only repeat what another error says better. */
const ECHOES = new Set(['if', 'propertyNames'])

/** All structural mistakes, in the order of the schema's walk. */
export function findStructureProblems(tree: Tree): readonly Problem[] {
  return run(validateMethodology, tree, [])
}

/** The same for the expectation of one body in an example. */
export function findExpectationProblems(
  tree: Tree,
  at: Path,
): readonly Problem[] {
  return run(validateExpectation, tree, at)
}

function run(check: Validator, tree: Tree, at: Path): readonly Problem[] {
  if (check(tree)) return []
  const found = new Map<string, Problem>()
  for (const error of check.errors ?? []) {
    if (ECHOES.has(error.keyword)) continue
    const path = [...at, ...pointerPath(error.instancePath, tree)]
    const next = toProblem(error, path)
    const key = pathKey(next.at)
    if (!found.has(key) || next.code === 'NOT_YET') found.set(key, next)
  }
  const problems = [...found.values()]
  const strange = new Set(
    problems
      .filter(({ code }) => code === 'UNKNOWN_KEY')
      .map((unknown) => pathKey(unknown.at.slice(0, -1))),
  )
  // A key of another name stands where the missing one should.
  return problems.filter(
    (each) =>
      each.code !== 'MISSING_KEY' ||
      each.at.length === 0 ||
      !strange.has(pathKey(each.at)),
  )
}

function toProblem(error: ErrorObject, path: Path): Problem {
  const schema = (error.parentSchema ?? {}) as {
    readonly [key: string]: unknown
  }
  const last = String(path.at(-1) ?? '')
  const { params } = error as { params: { readonly [key: string]: unknown } }
  if (error.propertyName !== undefined) {
    const name = error.propertyName
    const why = nameFault(name) ?? 'use ASCII letters, digits and underscores'
    return problem('NAME_NOT_ALLOWED', [...path, name], { name, why })
  }
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty'])
      const allowed = allowedKeys(schema)
      const near = closest(key, allowed)
      const info = { key, allowed, ...(near ? { closest: near } : {}) }
      return problem('UNKNOWN_KEY', [...path, key], info)
    }
    case 'required': {
      const key = String(params['missingProperty'])
      const keySchema = (
        (schema['properties'] ?? {}) as {
          readonly [key: string]: { readonly description?: string } | undefined
        }
      )[key]
      const why = keySchema?.description ?? ''
      return problem('MISSING_KEY', path, { key, why })
    }
    case 'not':
      return problem('NOT_YET', path, {
        key: last,
        words: String(schema['x-not-yet']),
      })
    case 'const':
      return last === 'format'
        ? problem('FORMAT_UNKNOWN', path, {
            received: show(error.data as Tree | undefined),
          })
        : wrongType(error, schema, path)
    default:
      return wrongType(error, schema, path)
  }
}

function wrongType(
  error: ErrorObject,
  schema: { readonly [key: string]: unknown },
  path: Path,
): Problem {
  const expected = schema['x-expected']
  return problem('WRONG_TYPE', path, {
    received: show(error.data as Tree | undefined),
    expected:
      typeof expected === 'string' ? expected : (error.message ?? 'another'),
  })
}

/** The received value in a few words. */
export function show(value: Tree | undefined): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) {
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  }
  if (typeof value === 'object') {
    const keys = Object.keys(value)
    return keys.length === 0
      ? 'an empty table'
      : `a table of ${keys.join(', ')}`
  }
  const text = String(value)
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`
}

/** A JSON pointer back to keys and positions. */
function pointerPath(pointer: string, tree: Tree): Path {
  let here: unknown = tree
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const step = part.replaceAll('~1', '/').replaceAll('~0', '~')
      if (Array.isArray(here)) {
        here = here[Number(step)] as unknown
        return Number(step)
      }
      here = (here as { readonly [key: string]: unknown } | null)?.[step]
      return step
    })
}
