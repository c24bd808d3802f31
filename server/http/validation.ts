/**
 * Holds values against schemas. Nothing is converted, filled in or taken away,
 * and every mistake is told.
 */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import type { Static, TSchema } from 'typebox'

import { errorAt, HttpProblem, type ErrorAt } from './problems/http-problem.js'

const MOST_TOLD = 100

const ajv = new Ajv2020({
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
})

/** The check of a route's parameters; the error handler is given its problem. */
export function compileShape(schema: unknown) {
  const shape = shapeOf(schema as TSchema)
  return (value: unknown) => {
    try {
      return { value: shape.check(value, 'The request') }
    } catch (error) {
      return { error: error as Error }
    }
  }
}

export interface Shape<Schema extends TSchema> {
  /** @throws HttpProblem REQUEST_SHAPE with every mistake */
  readonly check: (value: unknown, what: string) => Static<Schema>
}

export function shapeOf<Schema extends TSchema>(schema: Schema): Shape<Schema> {
  const validate = ajv.compile<Static<Schema>>(schema)
  return {
    check: (value, what) => {
      if (validate(value)) return value
      throw shapeProblem(validate.errors ?? [], what)
    },
  }
}

function shapeProblem(
  mistakes: readonly ErrorObject[],
  what: string,
): HttpProblem {
  const errors = mistakes
    .filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'if')
    .slice(0, MOST_TOLD)
    .map(asError)
  const [first] = errors
  const where = first?.at ? ` at ${first.at}` : ''
  const said = first ? first.message : 'it is not as described'
  return new HttpProblem('REQUEST_SHAPE', `${what}${where}: ${said}.`, errors)
}

function asError(mistake: ErrorObject): ErrorAt {
  const { keyword, instancePath, message = '' } = mistake
  const at = instancePath === '' ? null : instancePath
  const params: Readonly<Record<string, unknown>> = mistake.params
  const named = (key: string) => JSON.stringify(params[key])
  switch (keyword) {
    case 'additionalProperties':
      return errorAt(
        'FIELD_UNKNOWN',
        `the field ${named('additionalProperty')} is not known`,
        { at },
      )
    case 'required':
      return errorAt(
        'FIELD_MISSING',
        `the field ${named('missingProperty')} is missing`,
        { at },
      )
    case 'enum': {
      const allowed = JSON.stringify(params['allowedValues'])
      return errorAt('FIELD_VALUE', `must be one of ${allowed}`, { at })
    }
    default:
      return errorAt('FIELD_VALUE', message, { at })
  }
}
