/**
 * Invented bodies for the 2012 methodology of goals, any number of them: 115
 * inputs each, always the same ones for the same number.
 */
export interface GoalsBody {
  readonly id: string
  readonly [column: string]: unknown
}

/** @param index - from 0; it decides everything about the body */
export function goalsBody(index: number): GoalsBody {
  const next = numbers(index)
  const coefficient = () => [0, 0.5, 1][next(3)] ?? 0
  const isCentral = next(2) === 0
  const list = <Item>(length: number, item: () => Item) =>
    Array.from({ length }, item)
  return {
    id: `body-${String(index).padStart(7, '0')}`,
    name: `Дене ${index}`,
    kind: isCentral ? 'central' : 'local',
    reported_late: next(10) === 0,
    incomplete: next(10) === 0,
    unreliable_facts: next(6),
    sectors: list(6, () => ({ q1: coefficient(), q2: coefficient() })),
    ...(isCentral ? { risks: list(15, () => ({ r: coefficient() })) } : {}),
    goals: list(3, () => ({
      indicators: list(3, () => plannedAndActual(next)),
      tasks: list(2, () => ({
        results: list(2, () => plannedAndActual(next)),
      })),
    })),
    ...(isCentral
      ? {}
      : {
          indices: list(5, () => ({
            previous: (500 + next(1000)) / 10,
            current: (500 + next(1000)) / 10,
            falls: next(4) === 0,
          })),
        }),
  }
}

/** Bodies as NDJSON, some hundred lines at a time. */
export function* goalsLines(count: number): Generator<string> {
  for (let start = 0; start < count; start += LINES) {
    const lines = Array.from(
      { length: Math.min(LINES, count - start) },
      (_, index) => `${JSON.stringify(goalsBody(start + index))}\n`,
    )
    yield lines.join('')
  }
}

const LINES = 500

/** In hundredths, so that every number is a short decimal. */
function plannedAndActual(next: (below: number) => number) {
  const base = next(1000) * 10
  const falls = next(4) === 0
  const change = (next(1000) + 1) * 10
  const actual = base + next(15000) - 2000
  return {
    base: base / 100,
    plan: (falls ? base - change / 10 : base + change) / 100,
    fact: next(50) === 0 ? null : actual / 100,
    falls,
  }
}

/** Numbers from 0 to below the one asked for, the same ones for the same start. */
function numbers(start: number): (below: number) => number {
  // mulberry32
  let state = (start * 0x9e3779b1) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
