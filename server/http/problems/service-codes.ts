/** What stored methodologies, data sets and runs can stand in the way of (`ServiceCode`). */
const ASK_FOR_OTHER = 'The names are listed at the address above it.'
const MEND_RULES =
  'Whoever keeps the rules folder has to mend what "errors" or "detail" names.'
const DAMAGED = 'Whoever runs the server has to restore the text from a backup.'

export const SERVICE_PROBLEMS = {
  CURSOR_UNREADABLE: {
    status: 400,
    title: 'The cursor of a list cannot be read.',
    mend: 'Begin without "after", and hand on "next" of each page as it is.',
  },
  TEXT_UNKNOWN: {
    status: 409,
    title: 'A text that a run was computed from is not kept here.',
    mend: DAMAGED,
  },
  TEXT_DAMAGED: {
    status: 409,
    title: 'A stored text is not the one that its hash names.',
    mend: DAMAGED,
  },
  VERSION_CHANGED: {
    status: 409,
    title: 'The file of a version is not the one that was published.',
    mend: MEND_RULES,
  },
  VERSION_WITHDRAWN: {
    status: 409,
    title: 'The version was withdrawn.',
    mend: 'Name another version; stored runs can still be replayed.',
  },
  VERSION_NOT_IN_FORCE: {
    status: 404,
    title: 'No version of the methodology is in force for the year.',
    mend: 'Ask for another year, or name the version whose rules are to be applied to it.',
  },
  VERSION_UNDECIDED: {
    status: 422,
    title: 'Which version is in force for the year cannot be told.',
    mend: 'Name the edition or the version that is meant.',
  },
  METHODOLOGY_REFUSED: {
    status: 409,
    title: 'The text of the version has mistakes for this program.',
    mend: MEND_RULES,
  },
  REGISTER_UNKNOWN: {
    status: 404,
    title: 'There is no register of bodies of this name or state.',
    mend: 'Name one that was loaded.',
  },
  REGISTER_NOT_USED: {
    status: 422,
    title: 'The methodology uses no register of bodies.',
    mend: 'Leave "register" out.',
  },
  REGISTER_REFUSED: {
    status: 409,
    title: 'The register of bodies has mistakes.',
    mend: MEND_RULES,
  },
  DATA_SET_UNKNOWN: {
    status: 404,
    title: 'There is no data set of this id.',
    mend: ASK_FOR_OTHER,
  },
  DATA_SET_SAME: {
    status: 422,
    title: 'The data are those that they should replace.',
    mend: 'Load the corrected data.',
  },
  DATA_REFUSED: {
    status: 422,
    title: 'The data have errors, and nothing was kept.',
    mend: 'Mend every cell that "errors" names and send the data again.',
  },
  RUN_UNKNOWN: {
    status: 404,
    title: 'There is no run of this id.',
    mend: ASK_FOR_OTHER,
  },
  RUN_NOT_USABLE: {
    status: 422,
    title: 'A run that is named cannot be used for this one.',
    mend: 'Name a run of the methodology and the year that is needed.',
  },
  RUN_DIFFERS: {
    status: 409,
    title: 'Computed again, the run is not the same.',
    mend: 'Replay it to see the first value that differs.',
  },
  BODY_UNKNOWN: {
    status: 404,
    title: 'The run has no body of this id.',
    mend: 'Name a body by its id in the results.',
  },
  FIGURE_UNKNOWN: {
    status: 404,
    title: 'The methodology has no figure of this name.',
    mend: 'Name an output, any other figure of the body, or a flag.',
  },
  EXPORT_UNREADABLE: {
    status: 422,
    title: 'The document is not an exported run.',
    mend: 'Send the document that the export wrote, unchanged.',
  },
  EXPORT_CONTRADICTS: {
    status: 422,
    title: 'The exported run contradicts itself or what is kept here.',
    mend: 'Ask for a new export from where the run is kept.',
  },
  RESTRICTED: {
    status: 403,
    title: 'It holds restricted values, which you may not see.',
    mend: 'Ask somebody who may see restricted values, or for the result, which is shown without them.',
  },
} as const
