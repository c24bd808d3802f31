/** What follows from a rule: the events that the format has, and those that the file has at a rule. */
import { RULE_EVENTS } from '../../../../engine/index.js'
import { tableAt, type FilePart } from '../file/file-part.js'
import type { Place } from '../text/place.js'

export { RULE_EVENTS }

export type EventKind = (typeof RULE_EVENTS)[number]

/** One where the rule is right; none and several are mistakes. */
export function eventsOf(root: FilePart, rule: Place): readonly EventKind[] {
  const written = tableAt(root, rule)
  return RULE_EVENTS.filter((each) => Object.hasOwn(written, each))
}

/** True for the place of an event: `flag: {}` says something although nothing stands in it. */
export function isEventPlace([section, , key, ...below]: Place): boolean {
  return (
    section === 'rules' &&
    below.length === 0 &&
    RULE_EVENTS.some((each) => each === key)
  )
}
