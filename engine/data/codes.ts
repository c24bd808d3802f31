/**
 * The permanent codes of mistakes in data, with one sentence each for the
 * reference. Messages are made where the mistake is found, because they carry
 * the value received and the way to mend it.
 */
export const DATA_CODES = {
  DATA_FILE_UNREADABLE: 'The file or folder cannot be read.',
  DATA_ENCODING:
    'The bytes are not UTF-8. Windows-1251 has no Kazakh letters, so it is never guessed.',
  DATA_CSV_SYNTAX: 'The text is not CSV as RFC 4180 has it.',
  DATA_CSV_DELIMITER: 'The columns are separated by semicolons or tabs.',
  DATA_XLSX_REFUSED:
    'The file is no XLSX workbook that is read: it is encrypted, has macros, is damaged or too large.',
  DATA_XLSX_HIDDEN:
    'A sheet, or a row or column with content, is hidden, so that nobody sees what would be scored.',
  DATA_XLSX_MERGED: 'Cells of a table are merged.',
  DATA_JSON_SYNTAX: 'The text is not JSON.',
  DATA_JSON_SHAPE: 'The JSON is not {"year", "bodies": [...]}.',
  DATA_YEAR_MISMATCH: 'The data say that they are of another year.',
  DATA_NO_ROWS: 'No row is of the year that was asked for.',
  DATA_TOO_LARGE:
    'A table has more than 1,000,000 rows, or rows nest too deep.',
  ID_MISSING: 'A row that others refer to, or a body, has no id.',
  ID_DUPLICATE: 'Two bodies, or two rows of one table, have the same id.',
  PARENT_UNKNOWN:
    'A row refers to a body or an enclosing row that is not there.',
  COLUMN_DUPLICATE: 'Two columns of a table have the same name.',
  COLUMN_UNNAMED: 'A column of a sheet has cells and no name.',
  TABLE_UNKNOWN: 'The methodology has no such table.',
  TABLE_EMPTY: 'No body has a row in a table of the methodology.',
  COLUMN_MISSING: 'No row has a column that the methodology needs.',
  COLUMN_UNKNOWN: 'The methodology has no such input; the column is not used.',
  ID_SPACES: 'An id begins or ends with a space.',
  ID_MIXED_ALPHABETS:
    'An id mixes Cyrillic and Latin letters that look alike, or two ids look the same.',
  CELL_NOT_A_NUMBER: 'The cell should hold a number.',
  CELL_DECIMAL_COMMA: 'The number is written with a decimal comma.',
  CELL_TOO_MANY_DIGITS:
    'A JSON number has more than 15 significant digits, or a text more than 200.',
  CELL_OUT_OF_RANGE: 'The number is beyond 10^400 or below 10^-400.',
  CELL_OUT_OF_BOUNDS: 'The number is outside the bounds of the input.',
  CELL_NOT_A_LEVEL: 'The cell should hold one of the levels of the input.',
  CELL_NOT_A_BOOLEAN: 'The cell should hold true or false.',
  CELL_NOT_A_DATE: 'The cell should hold a date as YYYY-MM-DD.',
  CELL_NOT_TEXT: 'The cell should hold text.',
  CELL_ERROR: 'The cell of a workbook holds an error such as #N/A.',
  CELL_NOT_COMPUTED:
    'The cell of a workbook has a formula whose value is not in the file, or is not to be relied on.',
  CELL_HAS_TIME:
    'The cell of a workbook holds a time of day, where only whole days are read.',
  CELL_REQUIRED: 'The cell is empty and the input may not be missing.',
  IMPUTED_WITHOUT_VALUE:
    'The data say by whom a cell was imputed, and the cell is empty.',
  CHECK_FAILED: 'A check of the methodology does not hold for the row.',
  CELL_NOT_USED:
    'A figure is given and not used: a rule excludes the body from it, or the body is joined or ended.',
  BODY_UNKNOWN: 'The register has no body of this id.',
  BODY_NOT_IN_FORCE:
    'The register says that the body was not in force in the year.',
  BODY_NOT_ASSESSED:
    'The register has the body, and the methodology does not assess it.',
  CELL_DIFFERS_FROM_REGISTER:
    'The data give another value than the register for an attribute of the body.',
  JOINED_BODY_BROKEN:
    'The data of a body that is joined to this one have errors.',
  REGISTER_PERIOD:
    'A period of the register ends before it begins, or overlaps with another of the same id.',
  REGISTER_SUCCESSOR:
    'A successor that the register does not have, that is not in force then, or that is needed and not named.',
  REGISTER_UNDECIDED:
    'The register does not say what decides whether the body is assessed.',
  RUN_UNREADABLE: 'The result of a run cannot be read, or is not JSON.',
  RUN_SHAPE: 'The JSON is not the result of a run, as score --json writes it.',
  RUN_ALTERED: 'The results of a run do not fit the hash that it states.',
  RUN_OTHER_METHODOLOGY: 'The result is of a methodology that is not meant.',
  RUN_OTHER_YEAR: 'The result is of a year that is not meant.',
  RUN_DUPLICATE: 'Two results of one year, or of one methodology, are given.',
  RUN_NOT_USED:
    'Nothing in the methodology looks at the result, or at the data of the earlier year.',
  RUN_OUTPUT_UNKNOWN:
    'An input is an output of another methodology whose result does not have it.',
  RUN_VALUE_UNFIT:
    'The output of another methodology is no value that the input takes.',
  CELL_CONTRADICTS_RUN:
    'A cell and the result of another methodology have different values.',
  VARIANT_AMBIGUOUS: 'Two rules chose different variants for one body.',
  STILL_SKEWED:
    'After a step has winsorised or transformed an indicator, its skewness and kurtosis are still above their limits.',
  WITHHELD:
    'What is said concerns restricted values, and is told to those who may see them.',
} as const

export type DataCode = keyof typeof DATA_CODES
