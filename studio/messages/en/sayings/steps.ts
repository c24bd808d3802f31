/** What happened to a figure, step by step. */
export const steps = {
  arithmetic:
    'arithmetic mean[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  geometric:
    'geometric mean[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  harmonic:
    'harmonic mean[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  sum: 'sum[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  product:
    'product[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  smallest:
    'smallest[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  largest:
    'largest[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  worst:
    'worst[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  best: 'best[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  median:
    'median[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  medianOfLevels:
    'median, of two in the middle the worse[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  onlyChild:
    'only child[[, of at least {children#} children]][[, of at least {share#} of the children]]: {formula}',
  notFormed: '{mean}: not formed from {present#} of {all#} children',
  valueOf: 'value of {name}',
  byItsFormula: 'by its formula',
  asJudged: 'as judged',
  asJudgedWith: 'as judged, with {count#} below as evidence',
  variant: 'variant "{name}"',
  noVariant: 'no variant',
  less: 'less {deduction!}: {points}',
  roundedUp: 'rounded to {digits} digits, half-up',
  roundedUpOne: 'rounded to 1 digit, half-up',
  roundedEven: 'rounded to {digits} digits, half-even',
  limits: 'limits',
  limited: 'limits: {each*}',
  limitBinds: '{limit*} (rule {rule!}, {citation~}), binds',
  limitIdle: '{limit*} (rule {rule!}, {citation~}), does not bind',
  limitAbsent: '{limit*} (rule {rule!}, {citation~})',
  cellDefault: 'the cell is empty; the methodology says what that means',
  imputedOutside: 'imputed outside: {by}',
  thisBody: 'this body belongs to it',
  joinedAdded: '{list}: added (when_joined: add)',
  joinedWorst: '{list}: the worst counts (when_joined: worst)',
  joinedAppended: '{list}: the worst counts (when_joined: append)',
  overBodies: '{formula} over {count#} bodies[[ of {population}]]',
  overBody: '{formula} over 1 body[[ of {population}]]',
  step: 'step {step!}: {did*}',
  noValue: 'no value',
  byFormulaInX: 'by its formula in x',
  enoughData: 'values of bodies with enough data',
  thereIsValue: 'there is a value, so none is imputed',
  notImputed: 'not imputed[[: {why*}]]',
  notKnownValue:
    'it is not known, or decided, that the body should have a value',
  notApplicable: 'the indicator is not applicable',
  missingSo: 'missing, so the {words*} is put in',
  missingFormula: 'missing, so a formula gives the value',
  meanOf: 'mean of the bodies',
  medianOf: 'median of the bodies',
  meanOfBodies: 'mean of {count#} bodies[[ of {population}]]',
  medianOfBodies: 'median of {count#} bodies[[ of {population}]]',
  meanOfBody: 'mean of 1 body[[ of {population}]]',
  medianOfBody: 'median of 1 body[[ of {population}]]',
  yearBefore: 'value of the year before',
  yearsBefore: 'value of {years#} years before',
  byTheFormula: 'by the formula {formula}',
  enoughIndicators:
    '{counted#} of {possible#} indicators have data ({imputing*}), at least {least#} needed',
  enoughShare:
    '{counted#} of {possible#} indicators have data ({imputing*}), at least {least#} of them needed',
  imputedCount: 'imputed values count',
  imputedNotCount: 'imputed values do not count',
  bodiesNotKnown: 'the bodies are not known',
  treatedUnchanged: '{did*}; here unchanged',
  treatedBefore: '{did*}; here {before#} before',
  noSkewness:
    '{bodies*} have no skewness (too few, or all values equal), so nothing is changed',
  withinLimits:
    'of {bodies*} skewness {skewness}, kurtosis {kurtosis} (limits {skewnessLimit#} and {kurtosisLimit#}), so nothing is changed',
  mayNotChange:
    'of {bodies*} skewness {skewness}, kurtosis {kurtosis} (limits {skewnessLimit#} and {kurtosisLimit#}), and no value may be changed',
  treated:
    'of {bodies*} skewness {skewness}, kurtosis {kurtosis} (limits {skewnessLimit#} and {kurtosisLimit#}): {did*}[[; now skewness {newSkewness}, kurtosis {newKurtosis}]]',
  treatedStill:
    'of {bodies*} skewness {skewness}, kurtosis {kurtosis} (limits {skewnessLimit#} and {kurtosisLimit#}): {did*}; now skewness {newSkewness}, kurtosis {newKurtosis}, still above both limits',
  broughtDown: '{count*} above {cap#} brought down to it',
  broughtUp: '{count*} below {floor#} brought up to it',
  broughtBoth:
    '{count*} above {cap#} brought down to it, {other*} below {floor#} brought up to it',
  valueOne: '1 value',
  values: '{count#} values',
  transformed:
    'changing {count*} is not enough, so all untreated values are transformed by {formula}',
  bodiesOfOne: '1 body of {population}',
  bodiesOf: '{count#} bodies of {population}',
  normalisedNone: '{kind!}[[ "{name}"]]: no value',
  percentShare:
    '{kind!}: share of the other bodies below {x}, equal ones by half',
  rankOf: '{kind!}: 1 + the number of bodies worse than {x}',
  rankAmong:
    '{kind!}: 1 + the number of bodies worse than {x}, among {n#} bodies[[ of {whose}]]',
  minMax: 'min-max[[ "{name}"]]: {formula*}',
  goalposts: 'goalposts[[ "{name}"]]: {formula*}',
  zScore: 'z-score[[ "{name}"]]: {formula*}',
  percentileRank: 'percentile-rank[[ "{name}"]]: {formula*}',
  rankKind: 'rank[[ "{name}"]]: {formula*}',
  target: 'distance-to-target[[ "{name}"]]: {formula*}',
  scaleKind: 'scale[[ "{name}"]]: points of {level}',
  formulaKind: 'formula[[ "{name}"]]: {formula*}',
  withX: '{formula} with x = {x}',
  withXWhere: '{formula} with x = {x}, where {when}',
  withXElse: '{formula} with x = {x}, where no piece before it holds',
  lessBetter: '{formula*}, less is better',
  heldWithin: '{formula*}, held within {least#}..{most#} (both)',
  heldBelow: '{formula*}, held within {least#}..{most#} (below)',
  heldAbove: '{formula*}, held within {least#}..{most#} (above)',
  among: '{formula*}, among {n#} bodies[[ of {whose}]]',
  amongOne: '{formula*}, among 1 body[[ of {whose}]]',
  fromPercentile:
    '{formula*}, from percentile {percent#} from the worst = {value#}',
  toPercentile:
    '{formula*}, to percentile {percent#} from the worst = {value#}',
  fromPost: '{formula*}, from {post!} = {value#}',
  toPost: '{formula*}, to {post!} = {value#}',
  targetPost: '{formula*}, target {post!} = {value#}',
  shareBelow: 'share of the other bodies below {x}, equal ones by half',
  rankFormula: '1 + the number of bodies worse than {x}',
} as const
