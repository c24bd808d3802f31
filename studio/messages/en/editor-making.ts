/** Making an example of a body. */
export const making = {
  open: 'Make an example of a body',
  heading: 'An example made of a body',
  lead: 'The data of a body are written into the examples of this draft, with the figures that the draft gives it now. A later change that moves one of these figures turns the example red.',
  noBase:
    'This draft was not made from a version, so there is no data set to make an example of.',
  noDataSet: 'There is no data set of this methodology to make an example of.',
  mistakes:
    'The draft has mistakes. Its figures can be computed when they are mended:',
  choose: 'choose a body',
  rows: 'Whose data are written',
  alone: 'This body alone',
  withOthers:
    'The {count} body of the data set | All {count} bodies of the data set',
  tooMany:
    'An example with more than {most} bodies is better kept as a data file beside the methodology.',
  expected: 'What is expected',
  kinds: {
    status: 'Status',
    places: 'Place in {name}',
    deductions: 'Points deducted',
    limits: 'Limits met',
    flags: 'Consequences',
    undecided_flags: 'Consequences not decided',
  },
  scored: 'scored',
  ofOthers:
    'Other bodies decide these too, so that they can be expected only where all bodies are written: {names}.',
  unsayable:
    'These are fractions of more digits than a file can say, and cannot be expected: {names}.',
  leftOut:
    'Everybody may read the file. So the cells of restricted inputs are left out, and nothing is expected that they stand behind: {names}.',
  refused: {
    reorganised:
      'Bodies were joined or ended in this year, which an example says with rows of the register. Write this one as YAML: {names}.',
    restricted:
      'Everybody may read the file, and without restricted inputs nothing can be computed here: {names}. Write an example with invented figures instead.',
  },
  title: 'Title of the example',
  source: 'What lets a reader check it',
  sources: {
    hand: 'the calculation written out',
    published: 'the figures are published',
  },
  published: 'Where they are published',
  noteText:
    'Data: {dataSet}. The figures and the calculation are as the draft computed them.',
  preview: 'What will be written',
  trying: 'It is being tried.',
  take: 'Write it into the draft',
  notPassed: 'The example would not pass, and has not been written:',
} as const
