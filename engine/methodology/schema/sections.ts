/** The schema of one entry of each section that `defaults` can fill. */
import { examples } from './examples.js'
import { checks, computed, inputColumn, parameters } from './inputs.js'
import { keyedTables } from './keyed-tables.js'
import type { Schema } from './parts.js'
import { populations } from './populations.js'
import { deductions, rankings, rules } from './rules.js'
import { scales } from './scales.js'
import { steps } from './steps.js'
import { criterion, indicators, normaliser } from './tree.js'

const entryOf = (section: Schema) => section['additionalProperties'] as Schema

export const SECTION_ENTRIES: { readonly [section: string]: Schema } = {
  parameters: entryOf(parameters),
  scales: entryOf(scales),
  inputs: inputColumn,
  tables: entryOf(keyedTables),
  checks: entryOf(checks),
  computed: entryOf(computed),
  indicators: entryOf(indicators),
  normalisers: normaliser,
  criteria: criterion,
  deductions: entryOf(deductions),
  rules: entryOf(rules),
  populations: entryOf(populations),
  rankings: entryOf(rankings),
  examples: examples['items'] as Schema,
  steps: (steps as Schema)['items'] as Schema,
}
