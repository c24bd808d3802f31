/** Data sets as addresses take and answer them. */
import { Type } from 'typebox'

import { pageOf, PageQuery } from './pages.js'
import {
  closed,
  Name,
  Names,
  nullable,
  oneOf,
  Sha256,
  Year,
  YearText,
  named,
} from './parts.js'
import { DataProblem } from './score-result.js'

const Text = Type.String({ minLength: 1, maxLength: 1000 })

export const DataSetQuery = closed({
  methodology: Name,
  version: Type.Optional(Name),
  edition: Type.Optional(Name),
  year: YearText,
  name: Text,
  source: Text,
  replaces: Type.Optional(Sha256),
  register: Type.Optional(Sha256),
  decimal: Type.Optional(
    oneOf(['point', 'comma'], 'the decimal mark of a CSV text'),
  ),
})

export const DataSetList = closed({
  methodology: Type.Optional(Name),
  year: Type.Optional(YearText),
  ...PageQuery,
})

export const DataSet = named('DataSet', {
  id: Sha256,
  name: Type.String(),
  methodology: nullable(Type.String()),
  year: Year,
  source: Type.String(),
  loadedAt: Type.String(),
  loadedBy: Type.String(),
  replaces: nullable(Type.String(), 'the data set that this one corrects'),
  bodies: Type.Integer(),
})

export const DescribedDataSet = named('DescribedDataSet', {
  ...DataSet.properties,
  names: Names,
})

const Differences = nullable(
  Type.Array(
    closed({
      body: Type.String(),
      row: nullable(Type.String()),
      column: nullable(Type.String()),
      before: nullable(Type.String()),
      after: nullable(Type.String()),
    }),
  ),
  'from the data set that is replaced; null without one',
)

export const LoadedDataSet = named('LoadedDataSet', {
  dataSet: DataSet,
  isNew: Type.Boolean({
    description: 'false where the same data were there already',
  }),
  warnings: Type.Array(DataProblem),
  differences: Differences,
  restricted: Type.Optional(
    Type.Array(Type.String(), {
      description: 'columns whose differences are withheld from you',
    }),
  ),
})

export const DataSetCorrection = named('DataSetCorrection', {
  replaces: nullable(Sha256, 'the data set that is corrected'),
  differences: Differences,
})

export const DataTableQuery = closed({
  format: Type.Optional(
    oneOf(['json', 'csv', 'xlsx'], 'default json, which the id is the hash of'),
  ),
  table: Type.Optional(
    Type.String({
      minLength: 1,
      description: 'of the form csv: bodies (the default), goals, goals.parts',
    }),
  ),
})

export const DataSetPage = named('DataSetPage', {
  ...pageOf('DataSetPage', DataSet).properties,
  names: Names,
  restricted: Type.Optional(
    Type.Array(Type.String(), {
      description:
        'methodologies with restricted inputs, whose data sets are not listed for you',
    }),
  ),
})
