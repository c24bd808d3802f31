/** The common axis of several timelines: its years, the years that are written at it, and where a span lies. */
import type { Span, Timeline } from './timeline.js'

export interface Axis {
  readonly first: number
  readonly last: number
  /** The years that are written at it. */
  readonly ticks: readonly number[]
}

/** As lines of a grid that has one column for each year; 1-based, the end excluded. */
export interface Columns {
  readonly start: number
  readonly end: number
}

const MOST_TICKS = 12

const STEPS = [1, 2, 5, 10, 20, 50, 100]

/** @param today - a year that is always on the axis, with one behind it for what has no end */
export function axisOf(timelines: readonly Timeline[], today: number): Axis {
  const years = timelines.flatMap(({ rows }) =>
    rows.flatMap(({ spans }) => spans.flatMap(({ from, to }) => to ?? from)),
  )
  const starts = timelines.flatMap(({ rows }) =>
    rows.flatMap(({ spans }) => spans.map(({ from }) => from)),
  )
  const first = Math.min(today, ...starts)
  const last = Math.max(today, ...years) + 1
  const step =
    STEPS.find((each) => (last - first + 1) / each <= MOST_TICKS) ?? 200
  const ticks: number[] = []
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    ticks.push(year)
  }
  return { first, last, ticks }
}

export function columnsOf({ from, to }: Span, { first, last }: Axis): Columns {
  return { start: from - first + 1, end: (to ?? last) - first + 2 }
}
