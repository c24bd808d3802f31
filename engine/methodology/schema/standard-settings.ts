/**
 * What the language takes a key to mean where neither the entry nor `defaults`
 * says it. Written out by `show --full`, and no difference for `diff`.
 */
import type { Tree } from '../../source/source.js'
import { checks, inputColumn } from './inputs.js'
import type { Schema } from './parts.js'
import { deductions, rankings } from './rules.js'
import { steps } from './steps.js'
import { criterion, indicators, normaliser } from './tree.js'

type Settings = { readonly [key: string]: Tree }

/** The keys of the schema of a table -> what they stand for where they are not said. */
const STANDARD = new Map<unknown, Settings>()

const NONE: Settings = {}

/** @param schema - of the table */
export function standardSettings(schema: Schema): Settings {
  return STANDARD.get(schema['properties']) ?? NONE
}

function say(schema: Schema | undefined, settings: Settings): void {
  STANDARD.set(schema?.['properties'], settings)
}

const entryOf = (schema: Schema | undefined) =>
  schema?.['additionalProperties'] as Schema | undefined

const keyOf = (schema: Schema | undefined, key: string) =>
  (schema?.['properties'] as { readonly [key: string]: Schema } | undefined)?.[
    key
  ]

say(keyOf(inputColumn, 'bounds'), { whole: false })
say(entryOf(checks), { otherwise: 'error' })
say(normaliser, { range: [0, 1], clamp: 'none', deviation: 'population' })
say(entryOf(indicators), { type: 'number', better: 'more' })
say(criterion, {
  better: 'more',
  missing_child: 'node-missing',
  excluded_child: 'no-total',
})
say(entryOf(keyOf(entryOf(deductions), 'caps')), { over: 'group' })
say(entryOf(rankings), { better: 'more', ties: 'competition' })
const step = (steps as Schema)['items'] as Schema
say(keyOf(step, 'screen'), { count_imputed: false })
say(keyOf(step, 'winsorise'), { sample: false })
say(keyOf(entryOf(rankings), 'ties'), { better: 'more' })
