/** The first value in which a run that was written differs from the same run computed again. */
import { canonicalJson } from '../result/canonical.js'
import type { ScoreResult } from '../result/score-result.js'
import type { Fields } from './json-shape.js'

export interface Difference {
  /** null for what is of no single body. */
  readonly body: string | null
  /** An output, or the path of another value. */
  readonly what: string
  /** JSON text as it was written, and as it comes out now; null where it is not there. */
  readonly written: string | null
  readonly computed: string | null
}

/** What is computed of the bodies, of which nothing depends on where files stood. */
const COMPARED = ['rankings', 'leftOutOfRankings'] as const

/** @param written - the JSON of the run */
export function firstDifference(
  written: Fields,
  computed: ScoreResult,
): Difference | null {
  const bodies = compareBodies(written.get('results'), computed.results)
  if (bodies) return bodies
  const again = tableOf(computed)
  for (const key of COMPARED) {
    const found = differenceOf(written.get(key), again.get(key), key)
    if (found) return { body: null, ...found }
  }
  return null
}

function compareBodies(
  written: unknown,
  computed: ScoreResult['results'],
): Difference | null {
  const before = byId(written)
  const after = byId(computed)
  for (const [id, body] of before) {
    const again = after.get(id)
    if (!again) return onlyOn(id, 'written')
    const found = compareBody(body, again)
    if (found) return { body: id, ...found }
  }
  const added = [...after.keys()].find((id) => !before.has(id))
  return added === undefined ? null : onlyOn(added, 'computed')
}

function onlyOn(id: string, side: 'written' | 'computed'): Difference {
  const there = 'a body of the results'
  return {
    body: id,
    what: 'the body',
    written: side === 'written' ? there : null,
    computed: side === 'computed' ? there : null,
  }
}

/** Figures first, named by their output; then everything else. */
function compareBody(
  written: Fields,
  computed: Fields,
): Omit<Difference, 'body'> | null {
  for (const key of ['exact', 'outputs']) {
    const before = tableOf(written.get(key))
    const after = tableOf(computed.get(key))
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const found = differenceOf(before.get(name), after.get(name), name)
      if (found) return found
    }
  }
  for (const key of new Set([...written.keys(), ...computed.keys()])) {
    const found = differenceOf(written.get(key), computed.get(key), key)
    if (found) return found
  }
  return null
}

function differenceOf(
  written: unknown,
  computed: unknown,
  what: string,
): Omit<Difference, 'body'> | null {
  const before = textOf(written)
  const after = textOf(computed)
  if (before === after) return null
  const inside = differenceInside(written, computed, what)
  return inside ?? { what, written: before, computed: after }
}

/** Goes into lists and tables, so that the value itself is named. */
function differenceInside(
  written: unknown,
  computed: unknown,
  what: string,
): Omit<Difference, 'body'> | null {
  if (!isHolder(written) || !isHolder(computed)) return null
  if (Array.isArray(written) !== Array.isArray(computed)) return null
  const before = tableOf(written)
  const after = tableOf(computed)
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const path = Array.isArray(written) ? `${what}[${key}]` : `${what}.${key}`
    const found = differenceOf(before.get(key), after.get(key), path)
    if (found) return found
  }
  return null
}

function byId(results: unknown): ReadonlyMap<string, Fields> {
  const list = Array.isArray(results) ? (results as readonly unknown[]) : []
  return new Map(
    list.map((body) => {
      const fields = tableOf(body)
      return [String(fields.get('id')), fields] as const
    }),
  )
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function tableOf(value: unknown): Fields {
  return new Map<string, unknown>(isHolder(value) ? Object.entries(value) : [])
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : canonicalJson(value)
}
