/**
 * Why a value is missing. One table: its words stand in results, explanations
 * and the reference. Codes are permanent.
 */
import type { Fault } from './number/numeric.js'

export type MissingReason = Fault | keyof typeof DATA_REASONS

const FAULT_REASONS: { readonly [F in Fault]: string } = {
  DIVISION_BY_ZERO: 'division by zero',
  LOGARITHM_OF_NON_POSITIVE: 'logarithm of a number that is not above zero',
  EVEN_ROOT_OF_NEGATIVE: 'even root of a negative number',
  POWER_UNDEFINED: 'broken power of a negative number',
  OVERFLOW: 'the number is too large to be computed (10^10000 or more)',
  UNDERFLOW: 'the number is too close to zero to be computed (below 10^-9999)',
}

const DATA_REASONS = {
  NOT_GIVEN: 'not given in the data',
  OPERAND_MISSING: 'operands are missing',
  NO_ROW_WITH_VALUE: 'no row has a value',
  NO_BODY_WITH_VALUE: 'no body has a value',
  ZERO_WEIGHTS: 'the weights add up to zero',
  NEGATIVE_IN_GEOMETRIC_MEAN: 'geometric mean of a negative number',
  TOO_FEW_VALUES: 'too few values for this statistic',
  ARGUMENT_OUT_OF_RANGE: 'an argument is outside the range of the function',
  CONSTANT_POPULATION: 'all bodies have the same value',
  EQUAL_GOALPOSTS: 'both goalposts are the same number',
  NO_PIECE: 'no piece of the normaliser covers this value',
  UNDECIDED_PIECE: 'a piece of the normaliser is undecided',
  NO_PREVIOUS_DATA: 'no data of the earlier year were given',
  NO_PREVIOUS_BODY:
    'the body is not in the data or results of the earlier year',
  PREVIOUS_BODY_BROKEN:
    'the data of the body in the earlier year have errors and were left out',
  NO_PREVIOUS_ROW: 'the row is not in the data of the earlier year',
  ROW_WITHOUT_ID: 'the row has no id to find it by in the earlier year',
  NO_HISTORY: 'no result of the earlier year was given',
  NOT_IN_HISTORY_RUN: 'the result of the earlier year does not have the figure',
  MISSING_THEN: 'it was missing in the result that it is taken from',
  OTHER_TYPE_THEN: 'the result of the earlier year has another type of value',
  CHILD_MISSING: 'a child of the criterion is missing',
  NO_CHILD: 'no child of the criterion has a value',
  TOO_FEW_CHILDREN: 'fewer children have a value than the criterion asks for',
  CHILD_EXCLUDED: 'a child of the criterion is excluded',
  RULE_UNDECIDED: 'a rule is undecided',
  NO_VARIANT: 'no rule chose a variant',
  VARIANT_UNDECIDED: 'the rule that chooses a variant is undecided',
  MEMBERSHIP_UNDECIDED: 'it is undecided whether a body counts',
  NO_BAND: 'no level of the scale has an interval for this number',
  LIMITS_CONTRADICT: 'the limits that hold contradict one another',
  NO_GROUP: 'the body is in no group of the population',
  NO_TABLE_ROW: 'the table has no row with this key',
  NO_PARAMETER_VALUE: 'the parameter has no value for this',
  NEGATIVE_WEIGHT: 'a weight that is computed is negative',
  NEGATIVE_POINTS: 'the points of a deduction are negative',
  NO_DATA: 'the register has the body and the data have not',
  JOINED: 'the body ended and is assessed within its successor',
  ENDED_IN_YEAR: 'the body ended in the year and is not scored',
  JOINED_PART_MISSING: 'not given for a body that is joined, or for this one',
  BODY_DID_NOT_EXIST: 'the register does not have the body in that year',
  NO_PLACE: 'the body has no place in the ranking',
  SCREENED_OUT: 'the body has too little data',
  NOTHING_TO_IMPUTE_FROM: 'there is nothing to impute the value from',
} as const

export const MISSING_REASONS: { readonly [R in MissingReason]: string } = {
  ...FAULT_REASONS,
  ...DATA_REASONS,
}
