/** What ajv compiles, and how: at run time, or in advance for a browser. */
import type { Options } from 'ajv/dist/2020.js'
import type { Schema } from './parts.js'
import { SCHEMA } from './root.js'

export const AJV_OPTIONS: Options = {
  allErrors: true,
  verbose: true,
  strict: true,
  allowUnionTypes: true,
  strictTypes: false,
  strictRequired: false,
  ownProperties: true,
  validateFormats: false,
  keywords: ['x-expected', 'x-not-yet', 'x-decimal', 'x-formula'],
}

/** Name of the check -> its schema: a whole file, and what an example expects of one body. */
export const VALIDATED: {
  readonly [C in 'validateMethodology' | 'validateExpectation']: Schema
} = {
  validateMethodology: SCHEMA,
  validateExpectation: {
    $defs: SCHEMA['$defs'],
    $ref: '#/$defs/expectation',
  },
}
