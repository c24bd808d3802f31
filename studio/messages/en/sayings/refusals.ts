/** Why the server refuses a request, and how that is mended. */
export const refusals = {
  addressUnknown: 'There is nothing at this address.',
  addressUnknownMend:
    'The addresses are listed at /docs and in /v1/openapi.json.',
  studioNotBuilt: 'The studio is not there.',
  studioNotBuiltMend:
    'Whoever runs the server builds it with "npm run build"; the addresses at /docs work without it.',
  methodNotAllowed: 'This address does not take this method.',
  methodNotAllowedMend: 'Use one of the methods that the header Allow names.',
  notAcceptable: 'No form of the answer is one that was asked for.',
  notAcceptableMend:
    'Ask for another form in the header Accept, or leave the header out.',
  bodyTooLarge: 'The body of the request is larger than is read.',
  bodyTooLargeMend:
    'Split the data, or send them as application/x-ndjson where the methodology is scored body by body.',
  mediaTypeNotRead:
    'The body of the request is in a form that is not read here.',
  mediaTypeNotReadMend:
    'Say what the body is in the header Content-Type; /docs names the forms of each address.',
  bodyNotJson: 'The body of the request is not JSON.',
  bodyNotJsonMend:
    'Mend the text at the place that is named. A key stands once in an object, even where both values are equal.',
  bodyNotUtf8: 'The body of the request is not UTF-8.',
  bodyNotUtf8Mend:
    'Send text in UTF-8, with or without a byte order mark; other encodings are never guessed.',
  requestMalformed: 'The request cannot be read.',
  requestMalformedMend:
    'Send it as HTTP describes it, with a body where one is announced.',
  requestShape: 'The request is not shaped as described.',
  requestShapeMend:
    'Mend each place that "errors" names; nothing is converted, and no unknown field is passed over.',
  preconditionMissing: 'The request does not say which text it is meant for.',
  preconditionMissingMend:
    'Send the header If-Match with the ETag of the text that you have read.',
  hostUnknown: 'The header Host names another server.',
  hostUnknownMend:
    'Use the address that the server was started with, or set PUBLIC_URL to the one that others use.',
  crossSite: 'A page of another site sent this request.',
  crossSiteMend:
    'Send it from a page of this server, or from a program, which sends no Origin.',
  localOnly: 'A server without users answers its own machine alone.',
  localOnlyMend:
    'Whoever runs the server adds users (olshem user add NAME --role admin); then everybody signs in.',
  signInNeeded: 'Nobody has signed in.',
  signInNeededMend:
    'Sign in with POST /v1/session, or send an API key: Authorization: Bearer KEY.',
  signInRefused: 'Name and password do not belong together.',
  signInRefusedMend:
    'Type both again. Whoever runs the server gives a new password: olshem user password NAME.',
  keyRefused: 'The API key is not taken.',
  keyRefusedMend:
    'Send one that has neither expired nor been revoked, as Authorization: Bearer KEY.',
  notAllowed: 'Who asks may not do this.',
  notAllowedMend:
    'Ask an administrator for a role, or a key with a scope, that may.',
  csrf: 'A request that changes something must say that it comes from a page of this server.',
  csrfMend:
    'Send the header Olshem-CSRF with the text that GET /v1/session answers as "csrf".',
  secondPerson:
    'Approving takes a second person, and this server has no users.',
  secondPersonMend:
    'Add two users: olshem user add NAME --role owner, and olshem user add NAME --role approver.',
  secondPersonDetail:
    'This server has no users, so that it cannot tell two people apart. Each of the two is added with a command: "olshem user add NAME --role owner" for who writes, "olshem user add NAME --role approver" for who approves. From then on everybody signs in.',
  tooManyRequests: 'There were too many requests in a minute.',
  tooManyRequestsMend:
    'Send it again after the seconds that the header Retry-After names. Whoever runs the server sets OLSHEM_RATE_LIMIT.',
  moreThan: 'More than {most#} in a minute.',
  tooSlow: 'The body of the request came too slowly.',
  tooSlowMend: 'Send it again over a faster connection, or in parts.',
  methodologyUnknown: 'There is no methodology of this name.',
  methodologyUnknownMend: 'The names are listed at /v1/methodologies.',
  noMethodology:
    'There is no methodology "{id}".[[ Did you mean "{near}"?]] There are: {known}',
  noMethodologyThere: 'There is no methodology "{id}". There are {known}.',
  versionUnknown: 'The methodology has no version of this name.',
  versionUnknownMend:
    'Its versions are listed at /v1/methodologies/METHODOLOGY.',
  noVersion: '"{id}" has no version "{version}". Its versions are {known}.',
  versionNotNamed: 'It is not said which version is meant.',
  versionNotNamedMend: 'Name a version, or a year that it is in force for.',
  hasVersions: '"{id}" has the versions {known}.',
  rulesUnreadable: 'The rules folder cannot be relied on.',
  rulesUnreadableMend:
    'Whoever keeps the rules folder has to mend what "errors" names.',
  bodyNotInData: 'A body that is to be explained is not in the data.',
  bodyNotInDataMend: 'Name bodies by the ids that they have in the data.',
  looksAcross: 'The methodology cannot be scored body by body.',
  looksAcrossMend: 'Send all bodies in one request of application/json.',
  tableUnknown: 'The data of the version have no table of this name.',
  tableUnknownMend:
    'Name one of its tables, or ask for the JSON form, which has all of them.',
  tooManyWaiting: 'Too many large requests are waiting already.',
  tooManyWaitingMend:
    'Send it again after the seconds that the header Retry-After names.',
  serverFault: 'The server made a mistake.',
  serverFaultMend:
    'Whoever runs the server finds it in the log by the id of the request.',
  notAnswered: 'The request could not be answered.',
  cursor: 'The cursor of a list cannot be read.',
  cursorMend:
    'Begin without "after", and hand on "next" of each page as it is.',
  textUnknown: 'A text that a run was computed from is not kept here.',
  damagedMend: 'Whoever runs the server has to restore the text from a backup.',
  textDamaged: 'A stored text is not the one that its hash names.',
  versionChanged: 'The file of a version is not the one that was published.',
  versionChangedMend:
    'Whoever keeps the rules folder has to bring back the text with the hash that was published.',
  versionFaulty:
    'The text of a version has mistakes, so that it cannot be used.',
  mendRules:
    'Whoever keeps the rules folder has to mend what "errors" or "detail" names.',
  versionWithdrawn: 'The version was withdrawn.',
  versionWithdrawnMend:
    'Name another version; stored runs can still be replayed.',
  versionNotInForce: 'No version of the methodology is in force for the year.',
  versionNotInForceMend:
    'Ask for another year, or name the version whose rules are to be applied to it.',
  noneCovers:
    'No version of "{id}" covers {year}. The nearest is {nearest}. To apply the rules of other years to {again}, name the version.',
  versionUndecided:
    'Several editions of the methodology are in force for the year.',
  versionUndecidedMend: 'Name the edition or the version that is meant.',
  registerUnknown: 'There is no register of bodies of this name or state.',
  registerUnknownMend: 'Name one that was loaded.',
  noRegister: 'There is no register "{id}".',
  registerNotUsed: 'The methodology uses no register of bodies.',
  registerNotUsedMend: 'Leave "register" out.',
  registerFaulty:
    'The register of bodies has mistakes, so that it cannot be used.',
  registerFaultyMend:
    'Load a state of it without them; where it stands in the rules folder, whoever keeps that has to mend it.',
  dataSetUnknown: 'There is no data set of this id.',
  askForOther: 'The names are listed at the address above it.',
  noDataSet:
    'There is no data set "{id}". A data set is named by the sha256 of its data.',
  dataSetSame: 'The data are those that they should replace.',
  dataSetSameMend: 'Load the corrected data.',
  noCellDiffers:
    'These data are those of "{name}", which they should replace: no cell differs. Load the corrected data.',
  dataRefused: 'The data have errors: nothing was scored, and nothing kept.',
  dataRefusedMend:
    'Mend every cell that "errors" names and send the data again.',
  runUnknown: 'There is no run of this id.',
  noRun: 'There is no run "{id}".',
  runNotUsable: 'A run that is named cannot be used for this one.',
  runNotUsableMend:
    'Name a run of the methodology and the year that is needed.',
  otherYear:
    'The data set "{name}" is of {of}, and {year} was asked for. Name {again}, or a data set of {asked}.',
  runDiffers: 'Computed again, the run is not the same.',
  runDiffersMend: 'Replay it to see the first value that differs.',
  bodyUnknown: 'The run has no body of this id.',
  bodyUnknownMend: 'Name a body by its id in the results.',
  figureUnknown: 'The methodology has no figure of this name.',
  figureUnknownMend: 'Name an output, any other figure of the body, or a flag.',
  formCannotHold: 'The form that was asked for cannot hold what there is.',
  formCannotHoldMend:
    'Ask for another form: CSV knows no limits of sheets, and JSON none of tables.',
  exportUnreadable: 'The document is not an exported run.',
  exportUnreadableMend: 'Send the document that the export wrote, unchanged.',
  exportContradicts:
    'The exported run contradicts itself or what is kept here.',
  exportContradictsMend: 'Ask for a new export from where the run is kept.',
  nameRefused: 'The name cannot be used.',
  nameRefusedMend: 'Write 1 to 100 letters that can be seen.',
  passwordRefused: 'The password cannot be used.',
  passwordRefusedMend: 'Write 12 to 256 letters, such as several words.',
  passwordLength:
    'A password has {least#} to {most#} letters, and this one has {length#}. Several words are easy to remember.',
  nameLength:
    'A name has 1 to {most#} letters, and nothing that cannot be seen.',
  userExists: 'A user has this name already.',
  userExistsMend: 'Choose another name; capitals do not tell two names apart.',
  userThere: 'There is a user "{name}" already.',
  userUnknown: 'There is no user of this id.',
  userUnknownMend: 'The users are listed at /v1/users.',
  userState: 'The user is already as asked.',
  nothingToDo: 'Nothing has to be done.',
  hasRole: '"{name}" has the role {role} already.',
  lastAdmin: 'Nobody would be left who may administer.',
  lastAdminMend: 'Give another user the role admin first.',
  lastAdminDetail:
    '"{name}" is the last admin who may sign in. Give another user the role admin first.',
  keyUnknown: 'There is no API key of this id.',
  keyUnknownMend: 'The keys are listed at /v1/api-keys.',
  keyAmbiguous: 'Several API keys have this name.',
  keyAmbiguousMend: 'Name the key by its id.',
  keyRevoked: 'The API key was revoked already.',
  keyExpiry: 'The API key would have expired already.',
  keyExpiryMend: 'Name a time that is still to come.',
  draftUnknown: 'There is no draft of this id.',
  draftUnknownMend: 'The drafts are listed at /v1/drafts.',
  noDraft: 'There is no draft "{id}".',
  draftTextUnknown: 'The draft never had a text with this hash.',
  draftTextUnknownMend: 'Its texts are listed at /v1/drafts/ID/texts.',
  draftChanged: 'The draft has another text by now.',
  draftChangedMend:
    'Bring the two texts of "conflict" together, and send the result with the hash of the stored one.',
  draftChangedDetail:
    'The text of the draft has sha256 {hash}, and {expected} was expected: it was changed at {at}.',
  draftTooLarge: 'The text is larger than a methodology file may be.',
  draftTooLargeMend:
    'Move large examples into data files beside the methodology.',
  draftNotText: 'The text has characters that cannot be kept.',
  draftNotTextMend: 'Take the characters out that "detail" names.',
  draftFaulty: 'The draft has mistakes, or examples that fail.',
  draftFaultyMend: 'Mend the text at each place that "errors" names.',
  draftNotFinal: 'The text says of itself that it is a draft.',
  draftNotFinalMend:
    'Write "status: published": what is approved is published as it is, byte for byte.',
  draftNotFinalDetail:
    'The text says "status: draft". Write "status: published" and ask again.',
  draftPublished: 'The draft was published.',
  draftPublishedMend: 'Make a new draft from the version.',
  draftPublishedDetail:
    'The draft was published as {name} on {date}, and is not changed any more.',
  approvalNotRequested: 'Nobody waits for an approval of this text.',
  approvalNotRequestedMend:
    'Whoever writes the draft has to ask for its approval first.',
  approvalNobody: 'Nobody has asked for approval.',
  approvalRequested: 'Approval of this text was asked for already.',
  approvalRequestedMend: 'Wait for the decision, or change the text.',
  approvalRequestedAt: 'Approval of this text was asked for at {at}.',
  notApproved: 'The text has not been approved.',
  notApprovedMend:
    'Ask for approval; a person who wrote nothing of the draft has to give it.',
  ownWork: 'Nobody approves what they wrote themselves.',
  ownWorkMend: 'Another person has to approve it.',
  ownWorkDetail:
    'You wrote a text of this draft, so another person has to approve it.',
  versionTaken: 'The methodology has a version of this name already.',
  versionTakenMend:
    'Give the new version another name; a published one never changes.',
  versionTakenDetail:
    'There is a version {name} already. A published version never changes; give the new one another name.',
  runsDiffer: 'Stored runs of the methodology do not come out the same.',
  runsDifferMend:
    'Replay the runs that "errors" names, and find out what was changed.',
  publishingOvertaken:
    'Others kept changing what the publication was checked against.',
  publishingOvertakenMend: 'Publish again in a moment.',
  publicationUnknown: 'The version was not published here.',
  publicationUnknownMend:
    'It was imported from a rules folder, and approved by nobody here.',
  jobUnknown: 'There is no job of this id.',
  jobOver: 'The job has ended already.',
  jobOverMend:
    'What it found stands at its address; begin a new one where that is needed.',
  runDamaged: 'The results of a run are not those that its hash names.',
  runDamagedMend:
    'Whoever runs the server has to restore the run from a backup.',
  signingKey:
    'This server does not have the key that receipts are signed with.',
  signingKeyMend:
    'Whoever runs the server has to give it the key of the installation and start it again.',
  restricted: 'It holds restricted values, which you may not see.',
  restrictedMend:
    'Ask somebody who may see restricted values, or for the result, which is shown without them.',
  sessionEnded: 'The session has ended.',
  nobodySignedIn: 'Nobody has signed in, and no API key was sent.',
  roleMayNot: 'The role {role} may not "{permission}".',
  forSignedIn: 'This is for a user who has signed in with a password.',
  noRequestBody: 'The request has no body.',
  entryChanged:
    'entry {number#} was changed: what it says does not fit its hash',
  entryMissing: 'entry {number#} is missing',
  entriesMissing: 'entries {from#} to {to#} are missing',
  entryNotFollowing:
    'entry {number#} does not follow the entry before it: it names another hash',
  logEmpty:
    'the log is empty, and the head is entry {head#}: everything was cut off',
  logCut:
    'the log ends with entry {last#}, and the head is entry {head#}: its end was cut off',
  logAnew:
    'entry {head#} is another than the head names: the log was written anew',
} as const
