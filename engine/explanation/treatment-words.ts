/** How the outliers of an indicator were treated, in words with the figures put in. */
import { cellOf } from '../evaluation/cell.js'
import { distributionOf } from '../evaluation/distribution.js'
import { bodiesWords } from '../evaluation/impute.js'
import type { Row } from '../evaluation/row.js'
import { treat, type Treatment } from '../evaluation/winsorise.js'
import {
  kurtosisNumber,
  skewnessNumber,
  type Shape,
} from '../functions/shape.js'
import type {
  StepAction,
  StepNode,
  Winsorisation,
} from '../methodology/steps.js'
import { decimalText, shortText } from '../number/text.js'
import { compare, type Numeric } from '../number/numeric.js'
import type { Value } from '../value.js'
import { readable } from './describe-value.js'

type WinsoriseAction = Extract<StepAction, { kind: 'winsorise' }>

/** Digits of a skewness or kurtosis in a sentence. */
const DIGITS = 6

export function treatmentWords(
  node: StepNode,
  action: WinsoriseAction,
  row: Row,
  before: Value,
): string {
  const found = distributionOf(row, action.among)
  if (found.kind === 'missing') return 'the bodies are not known'
  const rules = action.winsorisation
  const frame = { row, node: node.name }
  const treatment = treat(found.sorted, rules, frame)
  const words = treatedWords(treatment, action)
  const value = cellOf(row, node)
  if (before.kind !== 'number' || value?.kind !== 'number') return words
  return compare(before.number, value.number) === 0
    ? `${words}; here unchanged`
    : `${words}; here ${readable(before)} before`
}

/** The same for all bodies: what was found, what was done, and what came of it. */
export function treatedWords(
  treatment: Treatment,
  { winsorisation: rules, among }: WinsoriseAction,
): string {
  const { before, after, how, isWithin } = treatment
  const bodies = bodiesWords(treatment.n, among)
  if (!before) {
    return `${bodies} have no skewness (too few, or all values equal), so nothing is changed`
  }
  const limits = `limits ${decimalText(rules.skewness)} and ${decimalText(rules.kurtosis)}`
  const found = `of ${bodies} ${shapeWords(before)} (${limits})`
  if (how === 'nothing') {
    const why = isWithin
      ? 'so nothing is changed'
      : 'and no value may be changed'
    return `${found}, ${why}`
  }
  const did =
    how === 'transformed' ? transformWords(treatment, rules) : moved(treatment)
  const still = isWithin ? '' : ', still above both limits'
  const now = after ? `; now ${shapeWords(after)}${still}` : ''
  return `${found}: ${did}${now}`
}

function moved({ cap, broughtDown, floor, broughtUp }: Treatment): string {
  const down =
    cap && `${count(broughtDown)} above ${short(cap)} brought down to it`
  const up =
    floor && `${count(broughtUp)} below ${short(floor)} brought up to it`
  return [down, up].filter((part) => part !== null).join(', ')
}

function transformWords(
  { most, least, greatest }: Treatment,
  { otherwise, otherwiseText }: Winsorisation,
): string {
  if (!otherwise) return ''
  const ends =
    least && greatest ? `, x from ${short(least)} to ${short(greatest)}` : ''
  return `changing ${count(most)} is not enough, so all untreated values are transformed by ${otherwiseText ?? ''}${ends}`
}

function shapeWords(shape: Shape): string {
  const [skewness, kurtosis] = [skewnessNumber(shape), kurtosisNumber(shape)]
  return `skewness ${figure(skewness)}, kurtosis ${figure(kurtosis)}`
}

function figure(number: Numeric | string): string {
  return typeof number === 'string' ? 'none' : shortText(number, DIGITS)
}

function short(number: Numeric): string {
  return shortText(number, 15)
}

function count(values: number): string {
  return values === 1 ? '1 value' : `${values} values`
}
