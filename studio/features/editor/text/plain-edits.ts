/** The same edits on what a text says, to check what was written against. */
import { EditRefused } from './edit-refused.js'
import type { Place } from './place.js'
import { isList, isLiteral, type Written, type WrittenMap } from './written.js'

type Change = (value: Written | undefined) => Written | undefined

/** @param change - undefined takes the value away */
export function changeAt(tree: Written, place: Place, change: Change): Written {
  return changed(tree, place, change) ?? { literal: 'null' }
}

function changed(
  tree: Written | undefined,
  place: Place,
  change: Change,
): Written | undefined {
  const [step, ...rest] = place
  if (step === undefined) return change(tree)
  if (tree !== undefined && isList(tree)) {
    const index = Number(step)
    const value = changed(tree[index], rest, change)
    const before = tree.slice(0, index)
    return [
      ...before,
      ...(value === undefined ? [] : [value]),
      ...tree.slice(index + 1),
    ]
  }
  const map = mapOf(tree, place)
  const value = changed(map[step], rest, change)
  const others = Object.entries(map).filter(([key]) => key !== String(step))
  return mapFrom(
    value === undefined ? others : [...others, [String(step), value]],
  )
}

export function withItem(
  list: Written | undefined,
  index: number,
  item: Written,
): Written {
  const items = list !== undefined && isList(list) ? list : []
  return [...items.slice(0, index), item, ...items.slice(index)]
}

function mapFrom(entries: readonly (readonly [string, Written])[]): WrittenMap {
  const map = Object.create(null) as { [key: string]: Written }
  for (const [key, value] of entries) map[key] = value
  return map
}

function mapOf(tree: Written | undefined, place: Place): WrittenMap {
  if (tree === undefined || isNull(tree)) return {}
  if (typeof tree === 'string' || isLiteral(tree) || isList(tree)) {
    throw new EditRefused('PLACE_IN_SCALAR', place)
  }
  return tree
}

export function isNull(tree: Written): boolean {
  return (
    typeof tree !== 'string' &&
    isLiteral(tree) &&
    /^(?:~|null|Null|NULL)$/.test(tree.literal)
  )
}
