/** What the engine says of a formula. */
export const formulas = {
  condition: 'a condition is true or false; compare something',
  argumentsCount: 'it takes {range} arguments and has {count#}. Write {usage}.',
  argumentsCountMore:
    'it takes {least#} or more arguments and has {count#}. Write {usage}.',
  argumentsBetween:
    'it takes {least#} to {most#} arguments and has {count#}. Write {usage}.',
  oneOfWords: '"{name}" is one of {words}; received {received}',
  standsWhereFunction: '{received*} stands where {name} needs {needed*}',
  standsWhere: '{received*} stands where {needed*} is needed',
  mustBe: '"{name}" must be {needed*}; received {received}.',
  tableColumnOnly:
    'it looks at a column of a table below its own row, as {usage}; values of one row are joined by operators, as a + b.',
  tableColumnNeeded:
    'it needs a column of a table below its own row. Write {usage}.',
  otherRows:
    '"{column}" is not of the same rows as "{other}". Aggregate one table at a time.',
  aggregateInside:
    'an aggregate cannot stand inside another one over the same rows. Compute it in a column of the row first.',
  typesDiffer: 'its arguments are {types}; give them one type',
  typesOfLevels:
    'its arguments are {types}; give it numbers, or levels of one scale',
  comparedWithBodies:
    'it stands in a formula on the body, which is compared with the other bodies. Compute the figure on the body first.',
  argumentIsName: 'its argument is one name, as {usage}',
  afterArguments:
    'its arguments are the name of a step and the name of an indicator, as after(treated, exports)',
  stepsComputed:
    'steps are computed, and this formula checks the data before anything is computed. Use inputs.',
  scoresComputed:
    'scores are computed, and this formula checks the data before anything is computed. Use inputs.',
  criteriaComputed:
    'criteria are computed, and this formula checks the data before anything is computed. Use inputs.',
  itComputed:
    'it is computed, and this formula checks the data before anything is computed. Use inputs.',
  onBody: 'it is a figure of a body. Read it in a formula on the body.',
  childrenOnBody:
    'children of a criterion are figures of a body. Aggregate them in a formula on the body.',
  noChildren: '"{criterion}" has no children.',
  writeChildren: 'Write {name}({argument}.children{further}).',
  childrenAreValues:
    'it takes conditions or weights, and children are values. Use mean, count, median or another aggregate of values.',
  childNotNumber:
    '"{name}" is {type*}, and {function} of children takes numbers',
  levelsNoOrderDeclare:
    'its levels have no order. Declare them under "scales" and name the scale where the level is declared',
  levelsNoOrder:
    'its levels have no order; only == and != compare them. A "scale" gives them one',
  scaleWithoutQuotes: 'the scale stands without quotes: band(x, {scale})',
  writeBand: 'write band(x, SCALE): a number and the name of a scale.',
  noIntervals:
    'the levels of "{scale}" have no intervals. Write where each begins, as good: { at_least: 60 }',
  lookupFirst:
    'its first argument is a table, or a table and a column, as lookup(scopes.points, kind)',
  lookupKeys:
    'the table "{table}" is looked up by {keys}: {count#} keys, and there are {given#}',
  lookupNoColumn: 'the table "{table}" has no column to look up beside its key',
  lookupSeveral:
    'the table "{table}" has several columns; name one, as {usage}',
  lookupKeyType: 'the key of the table is {type*}: {fault*}',
  previousArguments:
    'its argument is the name of an input or an output, as previous(x), or previous(x, 2) for two years before',
  previousYears:
    'it looks back a whole number of years from 1 to {most#}, written as a number, and not "{received}"',
  previousNeither:
    '"{name}" is neither an input nor an output of the body, and only these are kept from year to year.',
  previousNotOutput:
    '"{name}" is not among the outputs of the methodology, so that the results of earlier years do not hold it. Add it to outputs.',
  previousType:
    '"{name}" is a {type}, and of earlier results only numbers, levels, and true or false are read.',
  numberTooLong:
    'the number is beyond 10^400, below 10^-400, or has more than 200 digits',
  tableHasRows:
    'a table has many rows; aggregate one of its columns, as sum(table.column)',
  columnHasValues:
    'a column of a table has many values; aggregate it, as mean(table.column)',
  valueForGroup:
    'it has one value for each group of "{population}". Say "among: {population}" here as well, or read it in a formula of the body.',
  noOtherBodies:
    'a formula on a body does not look at other bodies. Compute it once under computed: population.NAME, and read population.NAME here.',
  levelInQuotes: 'levels stand in double quotes: "{level}"',
  branchesDiffer: 'one branch is {then*}, the other {otherwise*}',
  empty: 'it is empty',
  decimalComma:
    '{words*}; numbers have a decimal point, and commas stand between arguments',
  chained: 'chained comparisons: write a < b and b < c',
  noSuchThing: 'the language has no such thing',
  noLists: 'there are no lists',
  noObjects: 'there are no objects',
  noAssignment: 'a formula assigns nothing',
  noAssignmentCompare: 'a formula assigns nothing; to compare write ==',
  noFunctions: 'a formula defines no functions',
  oneExpression: 'a formula is one expression',
  noRanges: 'there are no ranges',
  noIndices: 'there are no indices',
  noListsOrIndices: 'there are no lists or indices',
  noBits: 'there are no bit operations',
  notConstant: 'it is neither a number, a boolean nor a level',
  namesByPoints: 'only names joined by points lead to a table below',
  onlyLanguageFunctions: 'only functions of the language can be called',
  implicitMultiplication: 'implicit multiplication: write *',
  noOperator: 'the language has no operator "{operator}"',
  partEmpty: 'a part is empty',
  plainPoint: 'name the column with a plain point',
  writeCoalesce: 'write coalesce(x, y)',
  writeOr: 'write or',
  writeAnd: 'write and',
  writeNot: 'write not',
  writeNotOrDiffer: 'write not, or != to compare',
  noComments: 'comments would be dropped in silence; use "note"',
  noPercent: 'write the share, as 0.05, or divide by 100',
  levelsInQuotes: 'put level names in double quotes',
  closeQuotes: 'close the double quotes; level names hold no backslash',
  noMeaning: 'it has no meaning',
  noMeaningInFormula: 'it has no meaning in a formula',
  noTableColumns: 'columns of tables are not read here',
  writeMinus: 'write - (hyphen-minus)',
  writeDecimal: 'write a decimal number, and * between a number and a name',
  writeSmall: 'write {word} in small letters',
  asciiNames:
    'names have ASCII letters only, titles carry the other alphabets; put level names in double quotes',
  dateWithDate: 'a date is compared with a date as "2012-01-19"',
  cannotCompare: '{left*} cannot be compared with {right*}',
  notALevel:
    '"{received}" is not one of the levels {levels}[[. Did you mean "{near}"?]]',
  booleanNoOrder: 'true and false have no order',
  textNoOrder: 'text has no order; only == and != compare it',
  textCompared:
    'text is compared with a word in double quotes or with other text, not with {type*}',
  variesOfBody:
    'it varies by "{name}" of a body, and this formula looks at all bodies together. Let it vary by "year" alone, or use it in a formula on the body.',
  variesComputed:
    'it varies by "{name}", which is computed, and this formula checks the data before anything is computed.',
  parenthesis: 'parenthesis ) expected[[ (char {char})]]',
  unexpectedEnd: 'unexpected end of expression[[ (char {char})]]',
  unexpectedType: 'unexpected type of argument',
  valueExpected: 'value expected[[ (char {char})]]',
  unexpectedPart: 'unexpected part "{part}"[[ (char {char})]]',
  unexpectedOperator: 'unexpected operator {part}[[ (char {char})]]',
  syntaxError: 'syntax error in part "{part}"[[ (char {char})]]',
  falsePart: 'false part of conditional expression expected[[ (char {char})]]',
  endOfString: 'end of string " expected[[ (char {char})]]',
} as const
