/**
 * The versions of a methodology on an axis of reporting years: which years each
 * covers, which is in force, and where years are covered by none or by two.
 */
import type { ListedVersion } from '../../api/answers.js'
import { firstYear } from '../../methodology/reporting-years.js'

/** Of a version, what its place among years depends on. */
export type DatedVersion = Pick<
  ListedVersion,
  'version' | 'years' | 'edition' | 'status' | 'withdrawn' | 'supersededBy'
>

/** Years, both ends included; `to` is null where there is no last one. */
export interface Span {
  readonly from: number
  readonly to: number | null
}

/** A span that has a last year. */
export interface ClosedSpan extends Span {
  readonly to: number
}

export type VersionState =
  'in-force' | 'future' | 'past' | 'superseded' | 'withdrawn' | 'draft'

export interface TimelineRow {
  readonly version: string
  readonly edition: string | null
  readonly spans: readonly Span[]
  readonly state: VersionState
}

export interface Overlap {
  readonly span: Span
  readonly versions: readonly [string, string]
  /** Two editions cover the same years on purpose. */
  readonly areEditions: boolean
}

export interface Timeline {
  readonly rows: readonly TimelineRow[]
  readonly gaps: readonly ClosedSpan[]
  readonly overlaps: readonly Overlap[]
}

/** @param today - the calendar year */
export function timelineOf(
  versions: readonly DatedVersion[],
  today: number,
): Timeline {
  const placed = versions
    .map((version) => ({ version, spans: spansOf(version, versions) }))
    .sort((one, other) => startOf(one.spans) - startOf(other.spans))
  const counted = placed.filter(({ version }) => isCounted(version))
  return {
    rows: placed.map(({ version, spans }) => ({
      version: version.version,
      edition: version.edition,
      spans,
      state: stateOf(version, spans, today),
    })),
    gaps: gapsBetween(counted.flatMap(({ spans }) => spans)),
    overlaps: counted.flatMap((one, index) =>
      counted.slice(index + 1).flatMap((other) =>
        sharedSpans(one.spans, other.spans).map((span) => ({
          span,
          versions: [one.version.version, other.version.version] as const,
          areEditions:
            one.version.edition !== null &&
            other.version.edition !== null &&
            one.version.edition !== other.version.edition,
        })),
      ),
    ),
  }
}

/**
 * The years that a version covers as spans. One without a last year ends before
 * the version that superseded it begins.
 */
function spansOf(
  { years, supersededBy }: DatedVersion,
  all: readonly DatedVersion[],
): readonly Span[] {
  if (years.kind === 'list') return runsOf(years.years)
  const later = all.find(({ version }) => version === supersededBy)
  if (years.to !== null || !later) return [{ from: years.from, to: years.to }]
  return [{ from: years.from, to: firstYear(later.years) - 1 }]
}

/** Withdrawn versions and drafts of files hold for no year. */
function isCounted({ status, withdrawn }: DatedVersion): boolean {
  return status === 'published' && withdrawn === null
}

function stateOf(
  { status, withdrawn, supersededBy }: DatedVersion,
  spans: readonly Span[],
  today: number,
): VersionState {
  if (withdrawn !== null) return 'withdrawn'
  if (status === 'draft') return 'draft'
  if (spans.some((span) => span.from <= today && endOf(span) >= today)) {
    return 'in-force'
  }
  if (spans.some(({ from }) => from > today)) return 'future'
  return supersededBy === null ? 'past' : 'superseded'
}

/** Years that follow each other are one span. */
function runsOf(years: readonly number[]): readonly ClosedSpan[] {
  const runs: ClosedSpan[] = []
  for (const year of [...years].sort((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last && year <= last.to + 1) {
      runs[runs.length - 1] = { from: last.from, to: year }
    } else runs.push({ from: year, to: year })
  }
  return runs
}

/** Years between the first and the last one that no span covers. */
function gapsBetween(spans: readonly Span[]): readonly ClosedSpan[] {
  const sorted = [...spans].sort((one, other) => one.from - other.from)
  const gaps: ClosedSpan[] = []
  let covered = sorted[0] ? endOf(sorted[0]) : Infinity
  for (const span of sorted) {
    if (span.from > covered + 1) {
      gaps.push({ from: covered + 1, to: span.from - 1 })
    }
    covered = Math.max(covered, endOf(span))
  }
  return gaps
}

function sharedSpans(
  one: readonly Span[],
  other: readonly Span[],
): readonly Span[] {
  return one.flatMap((a) =>
    other.flatMap((b) => {
      const [from, to] = [
        Math.max(a.from, b.from),
        Math.min(endOf(a), endOf(b)),
      ]
      if (from > to) return []
      return [{ from, to: to === Infinity ? null : to }]
    }),
  )
}

function endOf({ to }: Span): number {
  return to ?? Infinity
}

function startOf(spans: readonly Span[]): number {
  return Math.min(...spans.map(({ from }) => from))
}
