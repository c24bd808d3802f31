/** What stored methodologies, data sets and runs can stand in the way of (`ServiceCode`). */
import { PEOPLE_PROBLEMS } from './people-codes.js'

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
    mend: 'Whoever keeps the rules folder has to bring back the text with the hash that was published.',
  },
  VERSION_FAULTY: {
    status: 409,
    title: 'The text of a version has mistakes, so that it cannot be used.',
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
    title: 'Several editions of the methodology are in force for the year.',
    mend: 'Name the edition or the version that is meant.',
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
  REGISTER_FAULTY: {
    status: 409,
    title: 'The register of bodies has mistakes, so that it cannot be used.',
    mend: 'Load a state of it without them; where it stands in the rules folder, whoever keeps that has to mend it.',
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
    title: 'The data have errors: nothing was scored, and nothing kept.',
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
  FORM_CANNOT_HOLD: {
    status: 422,
    title: 'The form that was asked for cannot hold what there is.',
    mend: 'Ask for another form: CSV knows no limits of sheets, and JSON none of tables.',
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
  ...PEOPLE_PROBLEMS,
  DRAFT_UNKNOWN: {
    status: 404,
    title: 'There is no draft of this id.',
    mend: 'The drafts are listed at /v1/drafts.',
  },
  DRAFT_TEXT_UNKNOWN: {
    status: 404,
    title: 'The draft never had a text with this hash.',
    mend: 'Its texts are listed at /v1/drafts/ID/texts.',
  },
  DRAFT_CHANGED: {
    status: 412,
    title: 'The draft has another text by now.',
    mend: 'Bring the two texts of "conflict" together, and send the result with the hash of the stored one.',
  },
  DRAFT_TOO_LARGE: {
    status: 413,
    title: 'The text is larger than a methodology file may be.',
    mend: 'Move large examples into data files beside the methodology.',
  },
  DRAFT_NOT_TEXT: {
    status: 422,
    title: 'The text has characters that cannot be kept.',
    mend: 'Take the characters out that "detail" names.',
  },
  DRAFT_FAULTY: {
    status: 409,
    title: 'The draft has mistakes, or examples that fail.',
    mend: 'Mend the text at each place that "errors" names.',
  },
  DRAFT_NOT_FINAL: {
    status: 409,
    title: 'The text says of itself that it is a draft.',
    mend: 'Write "status: published": what is approved is published as it is, byte for byte.',
  },
  DRAFT_PUBLISHED: {
    status: 409,
    title: 'The draft was published.',
    mend: 'Make a new draft from the version.',
  },
  APPROVAL_NOT_REQUESTED: {
    status: 409,
    title: 'Nobody waits for an approval of this text.',
    mend: 'Whoever writes the draft has to ask for its approval first.',
  },
  APPROVAL_REQUESTED: {
    status: 409,
    title: 'Approval of this text was asked for already.',
    mend: 'Wait for the decision, or change the text.',
  },
  NOT_APPROVED: {
    status: 409,
    title: 'The text has not been approved.',
    mend: 'Ask for approval; a person who wrote nothing of the draft has to give it.',
  },
  OWN_WORK: {
    status: 403,
    title: 'Nobody approves what they wrote themselves.',
    mend: 'Another person has to approve it.',
  },
  VERSION_TAKEN: {
    status: 409,
    title: 'The methodology has a version of this name already.',
    mend: 'Give the new version another name; a published one never changes.',
  },
  RUNS_DIFFER: {
    status: 409,
    title: 'Stored runs of the methodology do not come out the same.',
    mend: 'Replay the runs that "errors" names, and find out what was changed.',
  },
  PUBLISHING_OVERTAKEN: {
    status: 409,
    title: 'Others kept changing what the publication was checked against.',
    mend: 'Publish again in a moment.',
  },
  PUBLICATION_UNKNOWN: {
    status: 404,
    title: 'The version was not published here.',
    mend: 'It was imported from a rules folder, and approved by nobody here.',
  },
  JOB_UNKNOWN: {
    status: 404,
    title: 'There is no job of this id.',
    mend: ASK_FOR_OTHER,
  },
  JOB_OVER: {
    status: 409,
    title: 'The job has ended already.',
    mend: 'What it found stands at its address; begin a new one where that is needed.',
  },
  RUN_DAMAGED: {
    status: 409,
    title: 'The results of a run are not those that its hash names.',
    mend: 'Whoever runs the server has to restore the run from a backup.',
  },
  SIGNING_KEY_LACKING: {
    status: 503,
    title: 'This server does not have the key that receipts are signed with.',
    mend: 'Whoever runs the server has to give it the key of the installation and start it again.',
  },
  RESTRICTED: {
    status: 403,
    title: 'It holds restricted values, which you may not see.',
    mend: 'Ask somebody who may see restricted values, or for the result, which is shown without them.',
  },
} as const
