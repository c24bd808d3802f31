/** What the buttons of a condition do, as a new condition; places are the positions on the way from the root. */
import type { ConditionGroup, ConditionItem } from './condition-groups.js'

export type Place = readonly number[]

export function replaceItem(
  root: ConditionGroup,
  place: Place,
  item: ConditionItem,
): ConditionGroup {
  return splice(root, place, () => [item])
}

export function removeItem(root: ConditionGroup, place: Place): ConditionGroup {
  return splice(root, place, () => [])
}

/** @param group - the place of the group that gets it, at its end */
export function addItem(
  root: ConditionGroup,
  group: Place,
  item: ConditionItem,
): ConditionGroup {
  return changeGroup(root, group, (items) => [...items, item])
}

/** Up or down among its neighbours; at either end it stays. */
export function moveItem(
  root: ConditionGroup,
  place: Place,
  by: -1 | 1,
): ConditionGroup {
  const from = place.at(-1) ?? 0
  return changeGroup(root, place.slice(0, -1), (items) => {
    const [item, other] = [items[from], items[from + by]]
    if (!item || !other) return items
    return items.map((each, index) => {
      if (index === from) return other
      return index === from + by ? item : each
    })
  })
}

/** Into a group of its own, to which more can be added. */
export function nestItem(root: ConditionGroup, place: Place): ConditionGroup {
  return splice(root, place, (item) => [
    { kind: 'group', joiner: 'any', items: [item] },
  ])
}

/** Its conditions take the place of a group. */
export function dissolveGroup(
  root: ConditionGroup,
  place: Place,
): ConditionGroup {
  return splice(root, place, (item) =>
    item.kind === 'group' ? item.items : [item],
  )
}

function splice(
  root: ConditionGroup,
  place: Place,
  replace: (item: ConditionItem) => readonly ConditionItem[],
): ConditionGroup {
  const at = place.at(-1)
  return changeGroup(root, place.slice(0, -1), (items) =>
    items.flatMap((each, index) => (index === at ? replace(each) : [each])),
  )
}

function changeGroup(
  group: ConditionGroup,
  place: Place,
  change: (items: readonly ConditionItem[]) => readonly ConditionItem[],
): ConditionGroup {
  const [first, ...rest] = place
  if (first === undefined) return { ...group, items: change(group.items) }
  return {
    ...group,
    items: group.items.map((each, index) =>
      index === first && each.kind === 'group'
        ? changeGroup(each, rest, change)
        : each,
    ),
  }
}
