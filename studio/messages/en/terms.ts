export const terms = {
  act: 'Act',
  body: 'Body',
  criterion: 'Criterion',
  dataSet: 'Data set',
  methodology: 'Methodology',
  place: 'Place',
  runOf: '{methodology}, version {version}, {year}',
  score: 'Score',
  version: 'Version',
  weight: 'Weight',
  year: 'Year',
  states: {
    missing: 'missing',
    notApplicable: 'not applicable',
    restricted: 'withheld',
    notScored: 'not scored',
  },
} as const
