/** What the engine says of the parts of a methodology file. */
export const files = {
  operatorName: 'formulas read it as an operator',
  constantName: 'formulas read it as a constant',
  programName: 'programs give it a meaning of their own',
  asciiOnly: 'formulas know ASCII letters, digits and underscores only',
  useAscii: 'use ASCII letters, digits and underscores',
  tooLong: 'it is longer than {most#} characters',
  rowKey: 'data files use it for the key of a row',
  standsForBodies: 'it stands for the bodies of the year',
  standsForData: 'it stands for the values of the data',
  dollarName:
    'a name with $ belongs to an entry with "each", whose table has that column',
  ruleName:
    'a rule or ranking has ASCII letters, digits, underscores and hyphens, and begins with a letter',
  levelBlanks: 'a level is a word without blanks around it',
  levelQuotes:
    'formulas put levels into double quotes, so that it can hold none itself',
  levelNotApplicable:
    'examples write it for a figure that an exclusion took away',
  childrenCount: '{count#} children under "{name}"',
  oneChild: 'one child for "only"',
  atLeastOneChild: 'at least one child to aggregate',
  overLevels: '"{aggregation}" over levels ("{name}" is {type*})',
  orPoints:
    '{list}, or points by normalise: { kind: scale, points: { ... } } on the children,',
  underAggregated:
    '{type*} under "{name}", which is aggregated by "{aggregation}"',
  twoTypes: '{type*} ("{name}") and {other*} ("{otherName}") under "{parent}"',
  numbersOrLevels: 'numbers, or levels of one scale,',
  levelsNoZero: 'share-weights or node-missing, because levels have no zero,',
  noAmong: 'the formula neither aggregates bodies nor ranks one among them',
  earlierPlaces:
    'places of earlier years are not read; it belongs to inputs and outputs',
  placeAndBelow: 'it belongs to the facts "place" and "below"',
  factName:
    'a fact is the name of a node, present(NAME), score(NAME), previous(NAME), after(STEP, NAME), place or below; for a calculation write the whole condition as a formula',
  plainPath:
    'a path is plain steps such as $.best; filters, wildcards and scripts are not read',
  besideNothing: 'beside "{key}" nothing else stands',
  earlierGiven:
    'the data of earlier years hold what was given, and a step before this one has changed that; impute before it',
  methodIs: 'the method is "{method}"',
  onlyPreviousYear: 'only the method "previous-year" looks back',
  onlyMeanMedian: 'only mean and median look at other bodies',
  onlyLevelScale:
    'only a level has a scale, and this is {type*}; write type: level',
  bodyOnly: 'results hold figures of the body, and this is a column of a table',
  defaultContradicts:
    'an empty cell has its `default`, and the two contradict each other',
  ownMethodology:
    'it names this methodology; what it computes itself is read by its name, and earlier years with previous(NAME)',
  leastAndMost: 'least {least#} and most {most#}',
  leastNotAbove: 'a least value that is not above the most',
  takenValue: 'a value that the input takes ({fault*})',
  directionWorst: 'an input has a direction for `when_joined: worst` alone',
  appendOrGiven: '"append" or "given" in a table, whose rows are put together,',
  addWorstGiven:
    '"add", "worst" or "given" for a figure of the body (rows of tables are appended)',
  onlyNumbersAdded: 'a number (only numbers are added)',
  betterBeside:
    '"better: more" or "better: less" beside it, which says what is worse,',
  numberOrOrdered:
    'a number or a level of an ordered scale (nothing else is worse or better)',
  noJoiningRegister:
    'the file names no register that joins bodies to their successors',
  sameTable:
    '"{how}", as "{name}" of the same table says (rows are put together whole, with the rows below them),',
  oneBound:
    'a limit has one bound, and this one has "{bound}"; write a second rule for it',
  roundingTwice:
    '"before: rounding" stands here too, and a limit has one place',
  itIsAnd: 'it is {type*}, and "{of}" is {wanted*}',
  notRounded: '"{name}" is not rounded',
  atRoot: 'it stands at the root of the tree',
  childrenSay: 'the children say what the value is',
  assessorGives: 'an assessor gives the value, and children are its evidence',
  formulaDecides: 'the formula decides, and children are for display',
  isJudged: '"{name}" is judged',
  byFormula: '"{name}" is computed by a formula',
  isAggregatedBy: '"{name}" is aggregated by "{aggregation}"',
  variantTypes:
    'it is {type*}, and "{first}" is {firstType*}; give the variants one type',
  kindSaysPoints:
    'a normaliser of kind "{kind}" says itself what scores how much',
  kindDoesNotLook: 'a normaliser of kind "{kind}" does not look at it',
  kindNeeds: 'A normaliser of kind "{kind}" needs it.',
  noBestWorst: 'no goalpost is "best", "worst" or a percentile of the bodies',
  goalpostNumber: 'a goalpost is a number',
  scoreNumber: 'a score is a number',
  valuesByElse: 'the parameter has "values" by something else',
  yearsOnce: 'years that stand in one range only',
  yearForms: 'a year as 2012, years as 2012-2014, or 2015- from then on,',
  rankingNumbers: 'a ranking compares numbers',
  restrictedAttribute:
    'it is restricted, and every result shows who is assessed; use another attribute',
  dataGive:
    'the data give it, and who is assessed is known before them; use inputs that say "from: register"',
  periodBegins: 'a period that begins before it ends',
  periodOverlap: 'a period that does not overlap with {from} to {to}',
  period: '{from} to {to}',
  registerNotNamed:
    '"{name}" comes from a register, and the file names none. Write "register: ID" at the top of the file, or take "from" out.',
  attributesOfBodies:
    'a register has attributes of bodies, and this input stands in a table',
  releasedInput:
    '"{name}" is an input; take `restricted` away from it where everybody may see it',
  releasedAnyway:
    'no restricted input stands behind "{name}", so it is shown anyway',
  oneEvent:
    'a rule has one event, and this one has "{event}"; write a second rule for it',
  pointsNumber: 'points are a number of 0 or more; they are subtracted',
  saysAlready: '"{key}" says where this level begins already',
  saysEndAlready: '"{key}" says where this level ends already',
  beginEnd:
    '"{level}" would begin at {from#} and end at {to#}; a better level has the larger numbers',
  edgeUnsaid:
    'nothing says where "{lower}" ends and "{upper}" begins; write at_least, above, at_most or below',
  edgeBoth:
    '{value#} belongs to both "{lower}" and "{upper}"; say the edge once',
  edgeNeither:
    '{value#} belongs neither to "{lower}" nor to "{upper}"; say the edge once',
  gap: 'there is a gap between {from#} (end of "{lower}") and {to#} (begin of "{upper}")',
  overlap:
    'they overlap between {from#} (end of "{lower}") and {to#} (begin of "{upper}")',
  atMostIndicators:
    'at most {most#}, the number of indicators that are counted,',
  stepsNumbers:
    'steps compute with numbers; give the indicators of levels their own "normalise"',
  stepDoesNothing: 'it does nothing; say one of {list}',
  twoSteps:
    '"{key}" and "{second}" are two steps; give each a name and a line of its own, in the order in which they are done',
  treeLast: 'the tree is the last step; put it at the end',
  treeTakes: 'the tree says itself which indicators it takes',
  holdsNone: 'steps compute with numbers, and it holds none; leave it out',
  noIndicatorBelow: 'no indicator hangs below it; leave it out',
  noNumberBelow: 'no indicator of numbers hangs below it; leave it out',
  nothingNormalised: 'nothing is normalised here',
  limitNotBelowZero: 'a limit that is not below 0 (it holds for both signs)',
  mostSays: '"most" says already how many values may be changed',
  fractionCell:
    'a decimal number or a fraction such as 1/3 (write {meant}, without quotes)',
  booleanCell: 'true or false (write {meant}, without quotes)',
  textCell: 'text; put the word into double quotes,',
  oneValueColumn: 'one value for a column of type {type}, or "type: list",',
  listCell: 'a list, as {example},',
  nameInPlace:
    'one name in each place of the list, with commas between them ({parts}),',
  noChildWeight: 'no child has a weight',
  eachNone: 'there is none',
  listAlone:
    'it is a list, which stands alone where several names may stand, as criterion: $column',
  sameRows:
    'the row on line {line} of "{table}" and what stands on line {first}',
  moreEntries: 'more than {most#} entries',
  moreValues: 'more than {most#} values',
  moreCharacters: 'more than {most#} characters',
  withoutQuotes:
    'text without quotation marks, because the formula {formula} holds it,',
  typeAtAll:
    'it is {type*}, and all that read it need another type (lines {lines})',
  scaleSays:
    'it is {words}, and "scale" says a level of "{scale}"[[. Did you mean "{near}"?]]',
  criterionType: 'a criterion is a number or a level of a scale',
  isNoNumber: '"{name}" is {type*} and no number',
  pointsFromNumber:
    'it is {type*}; points are taken from a number. Give it a normaliser of kind scale',
  indicatorOfNumbers: 'an indicator of numbers with a scale of levels',
  criterionOfNumbers: 'a criterion of numbers with a scale of levels',
  levelWithoutPoints: 'a level {what} without points',
  booleanWithoutPoints: 'a boolean {what} without points',
  levelWithoutOrderPoints: 'a level indicator without an order',
  typeLevel:
    '"type: level" with its "values", or a normaliser of numbers such as goalposts',
  normalisePoints: 'normalise: { kind: scale, points: { ... } }',
  scaleInstead:
    '"scale: NAME" instead of "values", or normalise: { kind: scale, points: { ... } }',
  theList: 'the list "{name}"',
  singleColumn: 'a column of single values as the key',
  weightNumber: 'a weight is a number',
  weightNotBelow: '"{text}" with the value {value#}',
  yearsFrom: 'from {year}',
  noRegister: 'the methodology names no register',
  otherMethodology: 'a methodology that an input is from',
  otherOutput: 'an output of {methodology} that an input is',
  yearBefore:
    'a year before {year}, the year of the example, and at most {most#} years before',
  restrictedSource:
    'source: {source} with values of {names}, which is restricted',
  restrictedSources:
    'source: {source} with values of {names}, which are restricted',
  inventedSource:
    'source: invented, with values that are made up (the file is public)',
  noBody: 'there is no body "{id}" in its data',
  noSourceColumn: 'the data have no column "{column}" with a value',
  statusOf: 'status of {id}',
  placeOf: 'place of {id} in {ranking}',
  joinedTo: 'bodies joined to {id}',
  pointsOf: 'points of {rule}',
  limitOf: 'limit {rule}',
  outputOf: '{name!} of {id!}',
  undecidedFlags: 'undecided flags',
  noPlace: 'no place',
  notMet: 'not met',
  binds: 'binds',
  met: 'met',
  scored: 'scored',
  notScored: 'not-scored',
  notApplicableStatus: 'not-applicable',
  asInColumn: 'as in the column "{column}" for {count#} bodies',
  secondDocument:
    'a second document begins here, and a file holds one methodology',
  yamlDirective: 'a line that begins with % changes how YAML is read',
  colonMissing: 'a colon with a blank behind it is missing after "{key}"',
  blockInFlow: 'Block collections are not allowed within flow collections',
  flowMapEnd:
    'Flow map in block collection must be sufficiently indented and end with a }',
  flowSequenceEnd:
    'Flow sequence in block collection must be sufficiently indented and end with a ]',
  unexpectedScalar: 'Unexpected scalar at node end',
  implicitMap: 'Implicit keys need to be on a single line',
  nestedMappings: 'Nested mappings are not allowed in compact mappings',
  missingQuote: 'Missing closing "quote',
  missingApostrophe: "Missing closing 'quote",
  tabsIndent: 'Tabs are not allowed as indentation',
  mapItemsColumn: 'All mapping items must start at the same column',
  missingComma: 'Missing , between flow collection items',
} as const
