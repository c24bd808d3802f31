/** The JSON Schema (2020-12) of a methodology file: for the loader, for editors and for the reference. */
import { examples, expectation } from './examples.js'
import { checks, computed, inputs, parameters } from './inputs.js'
import { keyedTables } from './keyed-tables.js'
import {
  date,
  figure,
  listOf,
  oneOf,
  table,
  text,
  words,
  type Schema,
} from './parts.js'
import { register } from './register.js'
import { populations } from './populations.js'
import { deductions, outputs, rankings, rules } from './rules.js'
import { scales } from './scales.js'
import { steps } from './steps.js'
import { criteria, indicators, normalisers } from './tree.js'

const year = {
  type: 'integer',
  minimum: 1,
  maximum: 9999,
  'x-expected': 'a year',
}

const amendingAct = table(
  {
    number: words('Number of the act.'),
    date: date('Date of the act.'),
    issuer: words('Who issued it.'),
    title: words('Its title.'),
  },
  'An act.',
)

/** Sections whose entries take what `defaults` says unless they say it themselves. */
export const DEFAULT_SECTIONS = [
  'parameters',
  'scales',
  'inputs',
  'checks',
  'computed',
  'indicators',
  'normalisers',
  'criteria',
  'deductions',
  'rules',
  'populations',
  'rankings',
  'examples',
  'steps',
] as const

const translations = {
  type: 'object',
  additionalProperties: { type: 'string', 'x-expected': 'text' },
  description: 'Path of a title or text in the file -> its translation.',
  'x-expected': 'a table of paths and texts',
}

export const SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Olshem methodology, format 1',
  type: 'object',
  required: ['format', 'methodology', 'version', 'status', 'act', 'years'],
  additionalProperties: false,
  'x-expected': 'a table of keys',
  properties: {
    format: {
      const: 1,
      description: 'Version of the file format: 1.',
      'x-expected': '1',
    },
    methodology: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]{0,63}$',
      description: 'Id of the methodology; also the name of its folder.',
      'x-expected': 'an id of small letters, digits and hyphens',
    },
    version: {
      type: ['string', 'integer'],
      pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$',
      description: 'Id of the version; also the name of its file.',
      'x-expected':
        'a version id of letters, digits, points and hyphens, in quotes as "1.10"',
    },
    title: text('What people read.'),
    description: text('What the methodology assesses.'),
    status: oneOf(['draft', 'published'], 'A published version never changes.'),
    act: {
      ...table(
        {
          number: words('Number of the act.'),
          date: date('Date of the act.'),
          issuer: words('Who issued it.'),
          title: words('Its title.'),
          url: words('Where it can be read.'),
          amendedBy: listOf(amendingAct, 'The acts that amended it.'),
          repealedBy: amendingAct,
        },
        'The act or publication that sets the rules; citations refer to it.',
      ),
      minProperties: 1,
    },
    years: {
      type: ['object', 'array'],
      properties: { from: year, to: year },
      required: ['from'],
      additionalProperties: false,
      items: year,
      minItems: 1,
      description:
        'Reporting years: { from, to } (without `to`: from then on), or a list.',
      'x-expected': 'a table of from and to, or a list of years',
    },
    edition: words('Only where two versions cover the same year on purpose.'),
    supersedes: words(
      'The version that this one replaces; one without a last year ends where this one begins.',
    ),
    register,
    parameters,
    scales,
    outputs,
    total: figure(
      'The figure that decides the status of a body; default: the only root of the tree.',
    ),
    released: listOf(
      words('A figure, or `ranking NAME`, `population NAME`, `rule NAME`.'),
      'What is shown to everybody although restricted inputs stand behind it; all else that depends on them is withheld.',
    ),
    defaults: {
      type: 'object',
      properties: Object.fromEntries(
        DEFAULT_SECTIONS.map((section) => [
          section,
          {
            type: 'object',
            description: `Keys that every entry of \`${section}\` has unless it says otherwise.`,
            'x-expected': 'a table of keys',
          },
        ]),
      ),
      additionalProperties: false,
      description: 'What is common to the entries of a section.',
      'x-expected': 'a table of sections',
    },
    inputs: { $ref: '#/$defs/inputs' },
    checks,
    computed,
    indicators,
    normalisers,
    criteria: { $ref: '#/$defs/criteria' },
    deductions,
    rules,
    populations,
    rankings,
    examples,
    tables: keyedTables,
    steps,
    texts: {
      type: 'object',
      properties: { en: translations, kk: translations, ru: translations },
      additionalProperties: false,
      description:
        'Longer translations, by language and path, so that they never touch the line of a rule.',
      'x-expected': 'a table of languages',
    },
  },
  $defs: { inputs, criteria, expectation },
}
