/** Reports a name that leads nowhere, with the nearest that would. */
import { closest } from '../source/closest.js'
import type { Path } from '../source/path.js'
import type { Draft } from './draft.js'

/** @param what - what the name should be, as `a ranking` */
export function reportUnknown(
  draft: Draft,
  at: Path,
  name: string,
  what: string,
  known: Iterable<string>,
): void {
  if (draft.isLost(name)) return
  if (draft.hasNamelessStep() && isOfStep(name, what)) return
  const near = closest(name, known)
  draft.report('UNKNOWN_NAME', at, {
    name,
    what,
    ...(near ? { closest: near } : {}),
  })
}

/** A step, or a figure after one. */
function isOfStep(name: string, what: string): boolean {
  return what.startsWith('a step') || name.startsWith('after(')
}
