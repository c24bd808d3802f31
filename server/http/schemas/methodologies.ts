/** Methodologies and their versions as answers have them. */
import { Type } from 'typebox'

import { Title } from './explanation.js'
import { MistakeValues } from './problem.js'
import {
  closed,
  Name,
  nullable,
  oneOf,
  Sha256,
  tableOf,
  Year,
  YearText,
  named,
} from './parts.js'

const text = Type.String()
const textOrNull = nullable(Type.String())

const Years = Type.Union([
  closed({
    kind: oneOf(['range']),
    from: Type.Integer(),
    to: nullable(Type.Integer()),
  }),
  closed({ kind: oneOf(['list']), years: Type.Array(Type.Integer()) }),
])

const actReference = {
  number: textOrNull,
  date: textOrNull,
  issuer: textOrNull,
  title: textOrNull,
  url: textOrNull,
}

const Act = closed({
  ...actReference,
  amendedBy: Type.Array(closed(actReference)),
  repealedBy: nullable(closed(actReference)),
})

export const ListedVersion = named('ListedVersion', {
  id: text,
  version: text,
  title: Title,
  years: Years,
  edition: textOrNull,
  act: Act,
  status: oneOf(['draft', 'published']),
  locked: Type.Boolean({ description: 'its hash stands in the lock' }),
  withdrawn: nullable(closed({ at: text, because: text })),
  supersededBy: textOrNull,
  sha256: nullable(Sha256),
  file: Type.String({ description: 'from the rules folder' }),
})

/** A mistake of a file. */
export const FileMistake = named('FileMistake', {
  code: text,
  message: text,
  file: text,
  line: Type.Integer({ minimum: 1 }),
  column: Type.Integer({ minimum: 1 }),
  with: Type.Optional(MistakeValues),
})

export const Methodologies = named('Methodologies', {
  methodologies: Type.Array(
    closed({ id: text, versions: Type.Array(ListedVersion) }),
  ),
  mistakes: Type.Array(FileMistake, {
    description: 'of files, which therefore are not in the list',
  }),
})

export const Versions = named('Versions', {
  id: text,
  versions: Type.Array(ListedVersion),
  mistakes: Type.Array(FileMistake),
})

export const MethodologyPath = closed({ methodology: Name })
export const VersionPath = closed({ methodology: Name, version: Name })

export const InForceQuery = closed({
  year: YearText,
  edition: Type.Optional(Name),
})

export const DiffQuery = closed({ from: Name, to: Name })

export const TemplateQuery = closed({
  format: Type.Optional(oneOf(['csv', 'json', 'xlsx'], 'default json')),
  table: Type.Optional(
    Type.String({
      description: 'of the CSV form: bodies (the default), goals, goals.parts',
    }),
  ),
  year: Type.Optional(YearText),
})

/** The file itself: YAML, or what the YAML says as JSON. */
export const MethodologyFile = Type.Unsafe<object>({
  type: 'object',
  description:
    'what the file says; figures as JSON numbers, so that YAML is the form to keep',
})

export const InputSchema = Type.Unsafe<object>({
  type: 'object',
  description: 'a JSON Schema (2020-12)',
})

export const JsonForm = named('JsonForm', {
  year: Type.Optional(Year),
  bodies: Type.Array(tableOf(Type.Unknown())),
})

export const Checked = named('Checked', {
  mistakes: Type.Array(FileMistake),
  warnings: Type.Array(FileMistake),
  examples: Type.Array(closed({ title: text, passed: Type.Boolean() })),
})

export const Differences = Type.Array(
  named('Difference', {
    path: text,
    kind: oneOf(['added', 'removed', 'changed', 'renamed', 'restated']),
    was: textOrNull,
    is: textOrNull,
    cite: textOrNull,
    title: textOrNull,
    of: Type.Optional(Type.Array(text)),
  }),
)
