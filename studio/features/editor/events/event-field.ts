/** The events of a rule as one field of its form. */
import type { FormField } from '../forms/form-fields.js'
import type { Place } from '../text/place.js'
import { RULE_EVENTS } from './rule-event.js'

export function eventAsOne(
  fields: readonly FormField[],
  rule: Place,
): readonly FormField[] {
  const isEvent = ({ key }: FormField) =>
    RULE_EVENTS.some((each) => each === key)
  const events = fields.filter(isEvent)
  const event: FormField = {
    ...{ key: 'event', path: rule, kind: 'event', help: null },
    ...{ isRequired: true, inherited: null, isNumber: false, isList: false },
    isWritten: events.some(({ isWritten }) => isWritten),
    options: [],
    fields: events,
  }
  return [...fields.filter((each) => !isEvent(each)), event]
}
