export const effect = {
  heading: 'Effect on the ranking',
  dataSet: 'Measured on',
  ranking: 'Ranking',
  before: 'before',
  after: 'after',
  noDataSet:
    'There is no data set of this methodology yet. Load one, and the effect is shown here.',
  noRanking: 'The rules have no ranking, so there is nothing to compare.',
  states: {
    computing: 'Computing.',
    preview: 'Preview',
    exact: 'Exact',
    stale: 'Of the last text without mistakes',
  },
  mistakes:
    'The text has {count} mistake: nothing new is computed. | The text has {count} mistakes: nothing new is computed.',
  mistakeAt: 'Line {line}',
  obstacles: {
    'base-has-mistakes':
      'The version that the effect is measured from cannot be read.',
    'data-do-not-fit': 'The data of then do not fit these rules.',
    'data-unreadable':
      'The data set cannot be read by this version of the program.',
    'no-ranking':
      'The version that the effect is measured from has no ranking.',
    'register-does-not-fit': 'The register of bodies does not fit these rules.',
    'register-unknown': 'There is no register of bodies that these rules name.',
    'run-unreadable': 'A result that the run was based on cannot be read.',
  },
  failure: 'The computation broke off. It is tried again with the next change.',
  summary: {
    nothing: 'No place and no total changes.',
    totalsOnly:
      'No place changes; {count} total does. | No place changes; {count} totals do.',
    moved:
      '{moved} of {bodies} bodies change their place. | {moved} of {bodies} bodies change their place.',
    rise: 'Largest rise: {name}, {places}.',
    fall: 'Largest fall: {name}, {places}.',
    newly: 'Newly placed: {count}.',
    noLonger: 'No longer placed: {count}.',
  },
  places: '{count} place | {count} places',
  show: 'Show',
  movers: 'Those that move',
  all: 'All',
  search: 'Find a body',
  total: 'Total',
  difference: 'Difference',
  rises: 'rises by {places}',
  falls: 'falls by {places}',
  stays: 'keeps its place',
  newlyPlaced: 'newly placed',
  noLongerPlaced: 'no longer placed',
  noPlace: 'no place',
  nobodyMoves: 'Nobody moves.',
  nobodyFound: 'No body has such a name.',
  shown: '{shown} of {all} bodies',
  changes: 'Which change did it',
  changesLead:
    'Each line shows how many bodies would stand elsewhere if that change alone were undone.',
  changesNone:
    'Nothing that figures depend on differs from the version before.',
  changesMany: '{count} parts of the file differ. Up to 12 are taken apart.',
  changeMoves:
    '{count} body stands elsewhere because of it | {count} bodies stand elsewhere because of it',
  changeMovesNobody: 'moves nobody',
  partAdded: 'added',
  partRemoved: 'taken out',
  partRestated: 'restated',
  changeNotAlone: 'cannot be undone alone',
  margin: 'Weights vary by',
  off: 'not at all',
  drawing: 'Drawing.',
  drawn:
    '{draws} draws of all weights within {margin}, seed {seed}. Certain: {certain} bodies keep their place in at least 95 of 100 draws. A toss-up: {tossUp} bodies keep it in fewer than half.',
  equalWeights:
    'The file gives no weights: all parts count alike, and are varied around that.',
  notReached: 'No weight reaches this ranking, so that no place can change.',
  noWeights: 'These weights cannot be varied:',
  interval: 'Places',
  certain: 'certain',
  tossUp: 'toss-up',
  intervalOf: 'from {least} to {most}',
} as const
