/** What a missing key would say. */
export const keys = {
  aggregate:
    'A criterion says how its children make its value, or has a formula or variants.',
  limit: 'A limit says where the value is held.',
  event: 'A rule says what happens when it fires.',
  expect: 'An example says what must come out.',
  method: 'Say how the value is imputed: a method, or a formula as value.',
  most: 'Say how many values may be changed at most: a number as most, or a share as most_share.',
  scale:
    'The formula gives the words {list}; name the scale whose levels they are.',
  scalePoints: 'The scale has no points for {list}.',
  levelValues:
    'A level input lists its levels, as values: [full, partly, none], or names a scale where they have an order.',
  exampleSource:
    'An example whose source is "{source}" has it, so that a reader can check the figures.',
  exampleData: 'An example has one of them, and this one has {given}.',
  weightRelative:
    'The weight {text} is computed from the bodies, so that no sum can be checked: write "weights: relative".',
  roots:
    'The tree has {count#} roots; name the figure that decides the status of a body.',
  alternative: 'An alternative is a formula or a setting.',
  act: 'An act has a number or a title; citations are shown with it.',
  conditionKeys:
    'A condition is { fact, operator, value }, or all / any / not over such.',
  conditionValue: 'A value is a constant, or { fact: NAME }: another figure.',
  factRanking: 'The fact "{what}" names the ranking that it looks at.',
  normaliserKind: 'A normaliser says how it scores: {kinds}.',
  parameterValue:
    'A parameter has a value, or { by, values }: one for each value of what it varies by.',
  tiesBy: 'It names the further figure that decides.',
  fileFormat: 'Version of the file format: 1.',
  methodologyId: 'Id of the methodology; also the name of its folder.',
  versionId: 'Id of the version; also the name of its file.',
  status: 'A published version never changes.',
  theAct: 'The act or publication that sets the rules; citations refer to it.',
  years:
    'Reporting years: { from, to } (without `to`: from then on), or a list.',
  registerId: 'Id of the register.',
  reading: 'What this reading says.',
  scaleOrder: 'How the levels are listed: the worst first, or the best first.',
  scaleLevels:
    'The words of the levels in their order: a list, or a table of level and what it says. An edge that a level does not say is where its neighbour begins or ends.',
  checkFormula:
    'What must hold, over inputs; where it is missing it is not broken.',
  checkSays: 'The message: what is wrong and how to mend it.',
  computedFormula: 'One expression over the row and what is below it.',
  under: 'The criterion that it belongs to.',
  fromMethodology: 'The id of the other methodology.',
  fromOutput: 'The output of it, as its results name it.',
  expressionInX: 'An expression in x.',
  digits: 'Digits after the point; negative rounds to tens.',
  roundMode:
    'half-up: a half goes away from zero. half-even: to the even digit.',
  digitsShown: 'Digits shown.',
  normaliseKind:
    'How a raw value becomes a score; the reference gives each formula.',
  atMost: 'The most that may be deducted.',
  when: 'When the rule fires. A formula that is true or false, or `all` / `any` / `not` over `{ fact, operator, value }`.',
  points: 'A number or formula, 0 or more.',
  into: 'The deduction.',
  of: 'The criterion.',
  variant: 'The variant.',
  limitOf: 'The criterion or indicator whose value is held.',
  table: 'The table.',
  rankingOutput: 'The figure that is compared.',
  allOf: 'The criteria that a body must have.',
  exampleTitle: 'What the example shows.',
  exampleSources:
    'published: with `cite`. hand: with the `calculation` written out. invented: data made up, with a `note` that says so; the expected figures are calculated by hand.',
  bodyId: 'Id of the body.',
  tableKey:
    'The column, or the columns, by which a row is found; no two rows have the same.',
  tableColumns:
    'The columns: name and type, in the order of the cells of a row.',
  tableRows: 'The rows, one a line; at most 10000.',
  columnType:
    'number: a decimal or a fraction such as 1/3. level: one of `values`. boolean: true or false. date: YYYY-MM-DD. text: any words. list: a list of names, for `each` alone.',
  stepName: 'Name of the step, for `after(NAME, indicator)`.',
  screenAtLeast:
    'From when a body stays in: a share (0..1) of the indicators that are not excluded for it, or { indicators: n }.',
  indicators: 'So many indicators must have a value.',
  skewness:
    'Treated is an indicator whose skewness, whatever its sign, is above this and whose kurtosis is above its limit as well.',
  kurtosis: 'The limit of the excess kurtosis.',
  inputType:
    'number: a decimal. level: one of `values`, or of the levels of `scale`. boolean: true or false. date: YYYY-MM-DD. text: carried, not computed with.',
  theValue: 'The formula.',
  givenValue: 'The value.',
  oneOfKeys: '{key!}" or "{others*}',
} as const
