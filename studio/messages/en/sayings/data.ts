/** What the engine says of the cells of data. */
export const data = {
  columnSays: '{column!} {fault*}',
  placeColumnSays: '{place}: {column!} {fault*}',
  placeSays: '{place}: {fault*}',
  empty:
    'the cell is empty; give a value. The methodology does not allow it to be missing.',
  emptyWhere: 'the cell is empty; it must have a value where {condition}.',
  write: 'received {received*}; write {expected*}.',
  writeWord: 'received {received}; write {expected*}',
  level:
    'received {received}; write one of {levels}.[[ Did you mean "{near}"?]]',
  date: 'received {received}; write a date as 2012-01-19.',
  dateOrEmpty:
    'received {received}; write a date as 2012-01-19, or leave the cell empty.',
  quotes: 'received {received}; write text in quotes.',
  booleanNumber: 'received {received}; a boolean is not a number.',
  unit: 'received {received}; numbers lie between 10^-400 and 10^400. Use a larger or smaller unit.',
  spacesBetween:
    'received {received}; write it without spaces between the digits.',
  decimalComma:
    'received {received}; write {meant} with a point, or say that the file has decimal commas (--decimal-comma).',
  percent:
    'received {received}; write the number without the percent sign, in the unit of the input.',
  emptyText:
    'received empty text; leave the cell out or send null where the value is missing.',
  onlySpaces:
    'received only spaces; leave the cell out or send null where the value is missing.',
  spacesAway: 'received {received}; take the spaces away.',
  decimalNumber:
    'received {received}; write a decimal number such as 12.5, or leave the cell empty where the value is missing.',
  jsonDigits:
    'received {received}, which a JSON number does not keep exactly (at most {digits} significant digits; {most} in text). Send it as a string: {text}.',
  least: 'received {received#}; the least possible is {least#}.',
  most: 'received {received#}; the most possible is {most#}.',
  wholeOnly: 'received {received#}; whole numbers only.',
  takes: 'received {received}; the input takes {list}.',
  bareLeast: 'the least possible is {least#}',
  bareMost: 'the most possible is {most#}',
  bareWhole: 'whole numbers only',
  singleOf: 'a single {type!}',
  check: '{says} ({formula}, here {substituted}; {citation~})',
  noTableRows:
    'no body has a row in the table "{table}"; what is computed from it is missing. Give its rows, or leave it so where there are none.',
  noColumn:
    'no row has the column "{column}"[[ in "{table}"]], which the methodology needs; add it.',
  noColumnNear:
    'no row has the column "{column}"[[ in "{table}"]], which the methodology needs. Is "{near}" meant? Rename it.',
  idSpaces:
    'the id "{id}" begins or ends with a space, so that other data do not find it; take the space away.',
  registerIdSpaces:
    'the id "{id}" begins or ends with a space; take the space away.',
  noInput:
    'the methodology has no input "{column}"[[ in "{table}"]]; the column is not used.[[ Did you mean "{near}"?]]',
  noTable:
    'the methodology has no table "{name}"[[ in "{table}"]]; its rows are not used.[[ Did you mean "{near}"?]]',
  mixedAlphabets:
    'the id "{id}" mixes Cyrillic and Latin letters that look alike; write it in one alphabet, or data of other years will not find it.',
  registerAlphabets:
    'the id "{id}" mixes Cyrillic and Latin letters that look alike; write it in one alphabet.',
  lookAlike:
    'the ids {ids} look the same and are different; write them in one alphabet.',
  outputOther:
    'the input is the output "{output}" of {methodology}, and the result of {run} does not have it.[[ Did you mean "{near}"?]]',
  twoSay:
    'the data say {here*}, and {at*} says {there*}; leave the cell empty, or give the result that it comes from.',
  theResult: 'the result of {run}',
  imputedText:
    'says by whom the cell was imputed; write text, or leave it empty where the value was observed.',
  imputedEmpty:
    'says that "{input}" was imputed ({by}), and "{input}" is empty; give the value, or take this away.',
  unusedExcluded:
    'is not used: rule "{rule}" excludes the body from it ({citation~}). Empty the cell, or mend what the rule looks at.',
  unusedJoined:
    'is not used: the body is joined to "{body}", whose own figure counts for both (when_joined: given).',
  unusedRows:
    'its rows are not used: the body is joined to "{body}", whose own rows count for both (when_joined: given).',
  joinedErrors:
    'the data of "{body}", which is joined to it, have errors; its own figures alone would say something else.',
  notInForce:
    'its data are not used: the register {register} has it in force on no day of {year}.',
  notAssessed:
    '{register} has "{body}", and the methodology does not assess it ({condition}). Take it out of the data.',
  registerNoBody:
    'the register {register} has no body "{body}"; mend the id, or add the body to the register.[[ Did you mean "{near}"?]]',
  registerGives:
    'the register {register} gives it, and it is restricted; leave the cell empty.',
  registerDiffers:
    'received {received}, and the register {register}[[ (line {line})]] has {known}; mend one of them, or leave the cell empty.',
  registerEmpty:
    'neither the data nor the register {register}[[ (line {line})]] have a value; fill in the register.',
  endedFigures:
    'its figures are not used: the body ended on {date} and is not scored ({citation~}).',
  joinedNoData:
    'its figures are not used: it is joined to "{body}", which has no data.',
  variantsChosen:
    'the rules choose {variants} for "{criterion}"; let only one of them fire for a body.',
  stillSkewed:
    'step {step!}: {did*}. Look at the values, allow more changes, or say a formula as "otherwise".',
  stillSkewedFormula:
    'step {step!}: {did*}. Look at the values, or choose another formula.',
  withheld:
    'something about restricted values, which is told to those who may see them.',
  releasedOne:
    '"{names}" is released, and only one restricted input ({inputs}) stands behind: whoever knows the rest may solve for it. Its value tells of restricted values; take a figure out of "released" unless that is meant.',
  released:
    '{names} are released, and only {count#} restricted inputs ({inputs}) stand behind: whoever knows the rest may solve for it. Together they tell of restricted values; take a figure out of "released" unless that is meant.',
  lineNoId:
    'Line {line#} of {file} has no id. Give every body an id that stays the same from year to year.',
  lineSameId:
    'Line {line#} of {file} has the id {id}, which line {first#} has already. Give each body an id of its own, or take one of the two out.',
  lineCells:
    'Line {line#} of {file} has {received#} cells where the header has {expected#}. {mend*}',
  quotesNeeded:
    'A cell with a comma in it, such as a number with a decimal comma, needs quotes around it.',
  headerNames:
    'The header names {columns}; leave an empty cell between two commas where a value is missing.',
  noRows: '{file} has a header and no rows. Add a row for each body.',
  fileEmpty:
    '{file} is empty. Its first line should name the columns, as in: id,name',
  noIdColumn:
    '{file} has no column "id". Its columns are {columns}. Give every body an id that stays the same from year to year.',
  semicolons:
    '{file} separates its columns by semicolons. Save it with commas between the columns and points in the numbers, or say that its numbers have a decimal comma: then semicolons are read too.',
  tabs: '{file} separates its columns by tabs. Save it as CSV, with commas between the columns.',
  columnTwice:
    '{file} has the column {column} twice, as column {first} and as column {second}. Rename one of them, or take it out.',
  otherYear:
    '{file} says that it is of {said}, and {asked} was asked for. Ask for {said}, or give the file of {asked}.',
  noRowOfYear:
    '{file} has no row of {asked}. It has rows of {years}; the nearest is {nearest}. Ask for that year, or add the rows of {year}.',
  cannotBeRead: '{path} cannot be read: {why*}. Check the path.',
  noSuchFile: 'there is no such file',
  permissions: 'its permissions do not allow it',
} as const
