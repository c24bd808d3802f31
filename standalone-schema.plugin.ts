/**
 * For builds that run under a strict content security policy: the checks of a
 * file's structure as code that ajv has written in advance, so that nothing is
 * compiled in the browser. The code is made anew in each build.
 */
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { Plugin } from 'vite'
import {
  AJV_OPTIONS,
  VALIDATED,
} from './engine/methodology/schema/validated.js'

const COMPILED_AT_RUN_TIME = /\/engine\/methodology\/validators\.ts$/

export function standaloneSchema(): Plugin {
  return {
    name: 'standalone-schema',
    enforce: 'pre',
    load: {
      filter: { id: COMPILED_AT_RUN_TIME },
      handler: standaloneValidators,
    },
  }
}

/** The module `validators` as plain code. */
export function standaloneValidators(): string {
  const ajv = new Ajv2020({ ...AJV_OPTIONS, code: { source: true, esm: true } })
  for (const [name, schema] of Object.entries(VALIDATED)) {
    ajv.addSchema({ ...schema, $id: name })
  }
  const exported = Object.keys(VALIDATED).map((name) => [name, name] as const)
  const code = standaloneCode.default(ajv, Object.fromEntries(exported))
  if (!code.includes('require(')) return code
  // ajv writes `require` for its helpers (of `minLength`, `uniqueItems`) even in a module.
  throw new Error(
    'The schema uses a keyword for which ajv writes `require`; write it as `pattern` or `enum`, or turn it into an import here.',
  )
}
