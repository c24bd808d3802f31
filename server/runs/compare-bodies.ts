/** Figures of two runs, body by body; missing, not applicable and zero are three different things. */
import type { ShownBody, ShownResult } from '../../engine/index.js'

export type Figure =
  /** Decimal text, a level, or true and false. */
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'missing'; readonly because: readonly Cause[] }
  | { readonly kind: 'not-applicable' }

export type Cause = Pick<
  ShownBody['missing'][number],
  'input' | 'row' | 'reason' | 'code'
>

export interface NamedBody {
  readonly id: string
  readonly name: string | null
}

export interface OutputComparison {
  readonly id: string
  readonly output: string
  /** null where the rules of the run have no such output. */
  readonly a: Figure | null
  readonly b: Figure | null
}

export interface StatusComparison {
  readonly id: string
  /** null where the run does not have the body. */
  readonly a: BodyStatus | null
  readonly b: BodyStatus | null
}

export interface BodyStatus {
  readonly status: ShownBody['status']
  readonly missing: readonly Cause[]
  /** Rules by which the body, or a criterion of it, is not assessed. */
  readonly notApplicable: ShownBody['notApplicable']
}

export interface BodiesComparison {
  readonly onlyInA: readonly NamedBody[]
  readonly onlyInB: readonly NamedBody[]
  /** Bodies that one of the runs has not scored. */
  readonly notScored: readonly StatusComparison[]
  /** Outputs that differ, of bodies that both runs have. */
  readonly outputs: readonly OutputComparison[]
}

export function compareBodies(
  a: ShownResult,
  b: ShownResult,
): BodiesComparison {
  const [before, after] = [bodiesOf(a), bodiesOf(b)]
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort()
  const pairs = ids.map((id) => ({ id, a: before.get(id), b: after.get(id) }))
  return {
    onlyInA: pairs.flatMap((pair) =>
      pair.a && !pair.b ? [named(pair.a)] : [],
    ),
    onlyInB: pairs.flatMap((pair) =>
      pair.b && !pair.a ? [named(pair.b)] : [],
    ),
    notScored: pairs
      .filter((pair) => isNotScored(pair.a) || isNotScored(pair.b))
      .map((pair) => ({
        id: pair.id,
        a: pair.a ? statusOf(pair.a) : null,
        b: pair.b ? statusOf(pair.b) : null,
      })),
    outputs: pairs.flatMap((pair) =>
      pair.a && pair.b ? compareOutputs(pair.a, pair.b) : [],
    ),
  }
}

function bodiesOf({ results }: ShownResult): ReadonlyMap<string, ShownBody> {
  return new Map(results.map((body) => [body.id, body]))
}

function named({ id, name }: ShownBody): NamedBody {
  return { id, name }
}

function isNotScored(body: ShownBody | undefined): boolean {
  return (
    body !== undefined &&
    body.status !== 'scored' &&
    // Whether it is scored is withheld.
    body.status !== 'restricted'
  )
}

function statusOf({ status, missing, notApplicable }: ShownBody): BodyStatus {
  return { status, missing: missing.map(causeOf), notApplicable }
}

function compareOutputs(
  a: ShownBody,
  b: ShownBody,
): readonly OutputComparison[] {
  const names = new Set([...Object.keys(a.exact), ...Object.keys(b.exact)])
  return [...names]
    .map((output) => ({
      ...{ id: a.id, output },
      ...{ a: figureOf(a, output), b: figureOf(b, output) },
    }))
    .filter((each) => JSON.stringify(each.a) !== JSON.stringify(each.b))
}

function figureOf(
  { exact, missing }: ShownBody,
  output: string,
): Figure | null {
  const value = exact[output]
  if (value === undefined) return null
  if (value !== null) return { kind: 'value', value }
  const because = missing.filter((each) => each.output === output).map(causeOf)
  return because.length > 0
    ? { kind: 'missing', because }
    : { kind: 'not-applicable' }
}

function causeOf({
  input,
  row,
  reason,
  code,
}: ShownBody['missing'][number]): Cause {
  return { input, row, reason, code }
}
