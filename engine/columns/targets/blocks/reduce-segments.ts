/**
 * Reductions of rows that lie together for each row of the result: loops over
 * segments, a segment being the rows of one result. A segment may begin in an
 * earlier piece and go on in a later one: results are gone on with.
 */
import type { ReducerName } from '../../code/reducers.js'

export interface Segments {
  /** The rows of result p are offsets[p] .. offsets[p + 1] - 1. */
  readonly offsets: Int32Array
  /** The first row of the piece, and the one behind the last. */
  readonly start: number
  readonly end: number
  /** The result that the first row goes to. */
  readonly segment: number
  /** The result that stands at 0. */
  readonly first: number
}

/** @param mask - 1 in the rows that are taken */
export type SegmentKernel = (
  results: Float64Array,
  segments: Segments,
  of: Float64Array,
  mask: Float64Array,
) => void

/** The result that a row goes to: the last p with offsets[p] <= row. */
export function segmentOf(offsets: Int32Array, row: number): number {
  let [low, high] = [0, offsets.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) <= row) low = middle
    else high = middle
  }
  return low
}

const sumSegments: SegmentKernel = (
  results,
  { offsets, start, end, segment, first },
  of,
  mask,
) => {
  for (let p = segment, at = start; at < end; p += 1) {
    const stop = Math.min(end, offsets[p + 1] ?? end)
    let so = results[p - first] ?? NaN
    for (; at < stop; at += 1) {
      if (mask[at - start] === 1) so += of[at - start] ?? NaN
    }
    results[p - first] = so
  }
}

const countSegments: SegmentKernel = (
  results,
  { offsets, start, end, segment, first },
  _,
  mask,
) => {
  for (let p = segment, at = start; at < end; p += 1) {
    const stop = Math.min(end, offsets[p + 1] ?? end)
    let so = results[p - first] ?? NaN
    for (; at < stop; at += 1) {
      if (mask[at - start] === 1) so += 1
    }
    results[p - first] = so
  }
}

const productSegments: SegmentKernel = (
  results,
  { offsets, start, end, segment, first },
  of,
  mask,
) => {
  for (let p = segment, at = start; at < end; p += 1) {
    const stop = Math.min(end, offsets[p + 1] ?? end)
    let so = results[p - first] ?? NaN
    for (; at < stop; at += 1) {
      if (mask[at - start] === 1) so *= of[at - start] ?? NaN
    }
    results[p - first] = so
  }
}

const minSegments: SegmentKernel = (
  results,
  { offsets, start, end, segment, first },
  of,
  mask,
) => {
  for (let p = segment, at = start; at < end; p += 1) {
    const stop = Math.min(end, offsets[p + 1] ?? end)
    let so = results[p - first] ?? NaN
    for (; at < stop; at += 1) {
      if (mask[at - start] === 1) so = Math.min(so, of[at - start] ?? NaN)
    }
    results[p - first] = so
  }
}

const maxSegments: SegmentKernel = (
  results,
  { offsets, start, end, segment, first },
  of,
  mask,
) => {
  for (let p = segment, at = start; at < end; p += 1) {
    const stop = Math.min(end, offsets[p + 1] ?? end)
    let so = results[p - first] ?? NaN
    for (; at < stop; at += 1) {
      if (mask[at - start] === 1) so = Math.max(so, of[at - start] ?? NaN)
    }
    results[p - first] = so
  }
}

const anySegments: SegmentKernel = (
  results,
  { offsets, start, end, segment, first },
  of,
  mask,
) => {
  for (let p = segment, at = start; at < end; p += 1) {
    const stop = Math.min(end, offsets[p + 1] ?? end)
    let so = results[p - first] ?? NaN
    for (; at < stop; at += 1) {
      if (mask[at - start] === 1) so |= of[at - start] ?? NaN
    }
    results[p - first] = so
  }
}

/** Loops written out one by one: one loop for all would call what it does. */
export const SEGMENT_KERNELS = {
  sum: sumSegments,
  count: countSegments,
  product: productSegments,
  min: minSegments,
  max: maxSegments,
  any: anySegments,
} as const satisfies {
  readonly [name in Exclude<ReducerName, 'quantile'>]: SegmentKernel
}
