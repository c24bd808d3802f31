/** What follows from a rule. */
export const events = {
  heading: 'What follows',
  choose: 'choose what follows',
  none: 'Nothing follows from this rule yet.',
  several:
    'The file says several things that follow, and a rule has one. Keep one of them; each of the others needs a rule of its own.',
  keep: 'Keep this one: {event}',
  leftOut: 'Left out, as there is no place for it here: {settings}.',
  back: 'To have it back, choose “{event}” again, or undo.',
  kinds: {
    exclude: 'Excludes the body',
    deduct: 'Takes points off',
    limit: 'Holds a value within a limit',
    flag: 'Reports a consequence',
    choose: 'Chooses a variant of a formula',
  },
  meanings: {
    exclude:
      'The body is not assessed: as a whole, in some criteria, or in some rankings.',
    deduct:
      'The points go into a deduction, which lowers a figure; a cap limits them.',
    limit: 'The figure counts no more than a value, no less, or exactly that.',
    flag: 'Results and rankings tell it; no figure changes.',
    choose:
      'Of a criterion that has several formulas, this one holds for the body.',
  },
  sentences: {
    exclude: 'Excludes the body from: {what}.',
    excludeBody: 'Excludes the body from the assessment as a whole.',
    deduct: 'Takes points off, into the deduction {into}: {points}.',
    deductWithin:
      'Takes points off, into the deduction {into}, within its cap {cap}: {points}.',
    at_most: 'Holds the value of {of} at this or less: {value}.',
    at_least: 'Holds the value of {of} at this or more: {value}.',
    exactly: 'Sets the value of {of} to this: {value}.',
    before: 'This happens before the value is rounded.',
    flag: 'Reports the consequence {name}.',
    flagAbout: 'Reports the consequence {name} about the ranking {about}.',
    choose: 'Of {of} chooses the variant {variant}.',
  },
  settings: {
    exclude: {
      body: 'From the assessment as a whole',
      criterion: 'From criteria and indicators',
      ranking: 'From rankings',
      population: 'From populations',
    },
    deduct: {
      points: 'How many points',
      into: 'Into the deduction',
      cap: 'Within the cap',
    },
    limit: {
      of: 'Whose value',
      at_most: 'At most',
      at_least: 'At least',
      exactly: 'Exactly',
      before: 'Before',
      after: 'After',
    },
    flag: {
      name: 'Name of the consequence',
      about: 'About the ranking',
    },
    choose: {
      of: 'Of the criterion',
      variant: 'The variant',
    },
  },
  bound: 'Held',
  bounds:
    'The file has several limits here, and a rule has one. Empty those that are too many.',
  value: 'At this value',
  rounding: 'When',
  roundings: {
    after: 'after it is rounded',
    before: 'before it is rounded',
  },
  noDeductions:
    'The file has no deduction yet that points could go into. Add one.',
  openDeduction: 'Open the deduction {name}',
  takenFrom: 'Taken from the criterion',
  takenByFormula: 'of none: a formula subtracts it',
  parts: {
    add: {
      caps: 'Add a cap',
      variants: 'Add a variant',
    },
    valueHelp: {
      caps: 'The most that may be deducted: a number or the name of a parameter.',
      variants: 'The formula that gives the value.',
    },
    paragraph: 'Paragraph of the act that states it',
    remove: 'Remove {name}',
    usedBy: 'Named by the rules: {rules}',
    unused: 'No rule names it.',
  },
} as const
