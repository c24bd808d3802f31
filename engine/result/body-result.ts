/** One body of a run as JSON data: figures, absences and what the rules did. */
import { cellOf } from '../evaluation/cell.js'
import { reasonWords } from '../evaluation/evaluate-expression.js'
import { metLimits } from '../evaluation/evaluate-criterion.js'
import { evaluateDeduction } from '../evaluation/evaluate-deduction.js'
import { membershipOf } from '../evaluation/membership.js'
import type { Row } from '../evaluation/row.js'
import type { Run } from '../evaluation/run.js'
import { citationText } from '../methodology/citation.js'
import type { Column } from '../methodology/methodology.js'
import type { RuleNode } from '../methodology/rule-nodes.js'
import { decimalText, nearestDouble } from '../number/text.js'
import {
  exclusionWords,
  isPresent,
  missing,
  type MissingValue,
  type Value,
} from '../value.js'
import { imputedOf } from './imputed-results.js'
import { missingCauses } from './missing-causes.js'
import type { BodyResult } from './score-result.js'

export function bodyResult(run: Run, body: Row): BodyResult {
  const { methodology } = run
  const figures = methodology.outputs.map(
    (column) => [column.name, figureOf(body, column)] as const,
  )
  const total = methodology.total && figureOf(body, methodology.total)
  const isExcluded =
    body.absent !== null || membershipOf(body).kind === 'excluded'
  return {
    id: body.given?.id ?? '',
    name: body.given?.name ?? null,
    status: statusOf(total),
    ...reorganisedOf(run, body),
    outputs: Object.fromEntries(
      figures.map(([name, value]) => [name, outputOf(value)]),
    ),
    exact: Object.fromEntries(
      figures.map(([name, value]) => [name, exactOf(value)]),
    ),
    missing: missingOf(figures, methodology.total, total),
    absences: isExcluded ? [] : absencesOf(run, body),
    imputed: isExcluded ? [] : imputedOf(run, body),
    notApplicable: exclusionsOf(run, body),
    deductions: isExcluded ? [] : deductionsOf(run, body),
    limits: isExcluded ? [] : limitsOf(run, body),
    flags: isExcluded ? [] : flagsOf(run, body),
  }
}

/** A figure of a body; a body that is excluded as a whole has none. */
export function figureOf(body: Row, column: Column): Value {
  if (body.absent) return figureOfAbsent(body, column, body.absent)
  const membership = membershipOf(body)
  if (membership.kind === 'excluded') {
    return { kind: 'not-applicable', exclusion: membership.exclusion }
  }
  return membership.kind === 'undecided'
    ? membership.because
    : (cellOf(body, column) ?? missing('NOT_GIVEN'))
}

/** Not applicable goes further than missing: an exclusion holds without data too. */
function figureOfAbsent(
  body: Row,
  column: Column,
  absent: MissingValue,
): Value {
  if (absent.reason !== 'NO_DATA') return absent
  const membership = membershipOf(body)
  if (membership.kind === 'excluded') {
    return { kind: 'not-applicable', exclusion: membership.exclusion }
  }
  const value = cellOf(body, column)
  return value?.kind === 'not-applicable' ? value : absent
}

function statusOf(total: Value | null): BodyResult['status'] {
  if (total?.kind === 'not-applicable') return 'not-applicable'
  return total && total.kind !== 'missing' ? 'scored' : 'not-scored'
}

function outputOf(value: Value): BodyResult['outputs'][string] {
  return value.kind === 'boolean' ? value.boolean : plainOf(value)
}

function plainOf(value: Value): number | string | null {
  if (value.kind === 'word') return value.word
  return value.kind === 'number' ? nearestDouble(value.number) : null
}

function exactOf(value: Value): string | null {
  if (value.kind === 'boolean') return String(value.boolean)
  if (value.kind === 'word') return value.word
  return value.kind === 'number' ? decimalText(value.number) : null
}

/** The total is explained even where it is not among the outputs. */
function missingOf(
  figures: readonly (readonly [string, Value])[],
  total: Column | null,
  value: Value | null,
): BodyResult['missing'] {
  const lost = figures.filter((entry): entry is [string, MissingValue] =>
    isMissing(entry[1]),
  )
  const isListed = figures.some(([name]) => name === total?.name)
  const extra: [string, MissingValue][] =
    total && !isListed && value && isMissing(value) ? [[total.name, value]] : []
  return [...lost, ...extra].flatMap(([name, each]) =>
    missingCauses(each, name),
  )
}

function isMissing(value: Value): value is MissingValue {
  return value.kind === 'missing'
}

/** What a figure does not show: that it was formed without some of its children. */
function absencesOf(run: Run, body: Row): BodyResult['absences'] {
  return run.methodology.nodes.flatMap((node) => {
    if (node.kind !== 'criterion' || node.maker.kind !== 'aggregate') return []
    const formed = cellOf(body, node)
    if (!formed || !isPresent(formed)) return []
    const { children, missingChild, excludedChild } = node.maker
    return children.flatMap((child) => {
      const value = cellOf(body, child)
      if (!value || isPresent(value)) return []
      const treatment = value.kind === 'missing' ? missingChild : excludedChild
      const reason =
        value.kind === 'missing'
          ? reasonWords(value)
          : exclusionWords(value.exclusion)
      return [{ criterion: node.name, child: child.name, treatment, reason }]
    })
  })
}

function reorganisedOf(
  { joined, ofYear }: Run,
  body: Row,
): Pick<BodyResult, 'joined' | 'ended'> {
  const id = body.given?.id ?? ''
  const bodies = joined.get(id)
  const standing = ofYear?.standings.get(id)
  if (standing?.kind !== 'joined' && standing?.kind !== 'ended') {
    return bodies ? { joined: bodies } : {}
  }
  return {
    ended: {
      on: standing.row.validTo ?? '',
      then: standing.rule.then,
      successor: standing.row.successor,
      citation: citationText(standing.rule.reading.cite),
    },
  }
}

function exclusionsOf(run: Run, body: Row): BodyResult['notApplicable'] {
  if (body.absent && body.absent.reason !== 'NO_DATA') return []
  return run.methodology.rules.flatMap((rule) => {
    const { event } = rule
    if (event.kind !== 'exclude' || !hasFired(body, rule)) return []
    const targets = [...event.criteria, ...(event.body ? [null] : [])]
    const citation = citationText(rule.reading.cite)
    return targets.map((criterion) => ({
      criterion,
      rule: rule.rule,
      citation,
    }))
  })
}

function deductionsOf(run: Run, body: Row): BodyResult['deductions'] {
  return run.methodology.nodes.flatMap((node) => {
    if (node.kind !== 'deduction') return []
    return evaluateDeduction(node, body).deducted.map((each) => ({
      rule: each.rule.rule,
      points: nearestDouble(each.points),
      pointsBeforeCap: nearestDouble(each.pointsBeforeCap),
      citation: citationText(each.rule.reading.cite),
    }))
  })
}

function limitsOf(run: Run, body: Row): BodyResult['limits'] {
  return run.methodology.nodes.flatMap((node) => {
    if (node.kind !== 'criterion' || node.limits.length === 0) return []
    return metLimits(node, body).map((each) => ({
      rule: each.rule.rule,
      of: each.of,
      kind: each.kind,
      rounding: each.rounding,
      limit: plainOf(each.limit),
      before: each.before && plainOf(each.before),
      bound: each.bound,
      citation: each.citation,
    }))
  })
}

function flagsOf(run: Run, body: Row): BodyResult['flags'] {
  return run.methodology.rules.flatMap((rule) => {
    const { event } = rule
    const undecided = cellOf(body, rule)?.kind === 'missing'
    if (event.kind !== 'flag') return []
    if (!undecided && !hasFired(body, rule)) return []
    const citation = citationText(rule.reading.cite)
    const { flag, about } = event
    return [{ flag, rule: rule.rule, about, citation, undecided }]
  })
}

export function hasFired(body: Row, rule: RuleNode): boolean {
  const value = cellOf(body, rule)
  return value?.kind === 'boolean' && value.boolean
}
