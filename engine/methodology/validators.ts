/**
 * The checks of a file's structure, compiled by ajv when they are first loaded.
 * That writes code at run time, which a strict content security policy forbids:
 * a build for the browser puts code that was written in advance in the place of
 * this module (`standalone-schema.plugin.ts`).
 */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { AJV_OPTIONS, VALIDATED } from './schema/validated.js'

export interface Validator {
  (data: unknown): boolean
  readonly errors?: readonly ErrorObject[] | null
}

const ajv = new Ajv2020(AJV_OPTIONS)

export const validateMethodology: Validator = ajv.compile(
  VALIDATED.validateMethodology,
)

export const validateExpectation: Validator = ajv.compile(
  VALIDATED.validateExpectation,
)
