/** Puts something into the map or list of a place, which is made where it lacks. */
import { EditRefused } from '../edit-refused.js'
import { indentStep } from '../layout/indent-step.js'
import { columnOf, lineBreakOf, lineEnd, shiftLines } from '../layout/lines.js'
import { findWay, isInFlow, isNothing, type Way } from '../outline/find-spot.js'
import type { CollectionSpot, Outline, Spot } from '../outline/outline.js'
import type { Place } from '../place.js'
import type { TextChange } from '../text-change.js'
import { insertIntoBlock } from './insert-into-block.js'
import { insertIntoFlow } from './insert-into-flow.js'
import { inBraces, wrapped, type Material } from './material.js'

/**
 * @param parent - the place of the map or list
 * @param indexIn - where among its entries
 */
export function insertMaterial(
  outline: Outline,
  parent: Place,
  material: Material,
  indexIn: (spot: CollectionSpot) => number = ({ entries }) => entries.length,
): readonly TextChange[] {
  const way = findWay(outline, parent)
  const { spot, lacking } = way
  const step = indentStep(outline)
  const whole = lacking.reduceRight((inner: Material, key) => {
    if (typeof key === 'number')
      throw new EditRefused('PLACE_NOT_FOUND', parent)
    return wrapped(key, inner, step)
  }, material)
  const index = lacking.length > 0 ? undefined : indexIn
  return insertAtSpot(outline, parent, way, spot, whole, index)
}

function insertAtSpot(
  outline: Outline,
  parent: Place,
  way: Way,
  spot: Spot | null,
  material: Material,
  indexIn: ((spot: CollectionSpot) => number) | undefined,
): readonly TextChange[] {
  const { text } = outline
  if (!spot || isNothing(spot))
    return fillNothing(outline, way, spot, material, parent)
  if (spot.kind === 'scalar' || spot.kind === 'alias') {
    throw new EditRefused('PLACE_IN_SCALAR', parent)
  }
  if ((spot.kind === 'list') !== (material.key === null)) {
    throw new EditRefused('NOT_ALIKE', parent)
  }
  if (spot.isUnusual) throw new EditRefused('LAYOUT_NOT_FOLLOWED', parent)
  const index = indexIn?.(spot) ?? spot.entries.length
  if (!spot.isFlow) {
    return insertIntoBlock(text, spot, index, material.lines(styleOf(spot)))
  }
  const isBlockBetter =
    spot.entries.length === 0 &&
    !isInFlow(way) &&
    way.steps.length > 0 &&
    (!material.isShort || material.flow === null)
  if (isBlockBetter) return fillNothing(outline, way, spot, material, parent)
  if (material.flow === null)
    throw new EditRefused('COMMENT_WITHOUT_ROOM', parent)
  return insertIntoFlow(text, spot, index, material, material.flow)
}

/** How the maps and lists in a block are written: null where not all in the same way. */
function styleOf({ entries }: CollectionSpot): boolean | null {
  const styles = new Set(
    entries.flatMap(({ spot }) =>
      'isFlow' in spot && spot.entries.length > 0 ? [spot.isFlow] : [],
    ),
  )
  const [only = null] = styles
  return styles.size === 1 ? only : null
}

/** Something takes the place of nothing, of null or of empty braces. */
function fillNothing(
  outline: Outline,
  way: Way,
  spot: Spot | null,
  material: Material,
  parent: Place,
): readonly TextChange[] {
  const { text } = outline
  const eol = lineBreakOf(text)
  const entry = way.steps.at(-1)?.entry
  if (!entry || !spot) return fillFile(outline, material, parent)
  if (isInFlow(way) || (material.isShort && material.flow !== null)) {
    if (material.flow === null) {
      throw new EditRefused('COMMENT_WITHOUT_ROOM', parent)
    }
    const { from, to } = spot
    const before = from < to ? '' : entry.after === null ? ': ' : ' '
    const insert = before + inBraces(material, material.flow)
    return [{ from, to, insert }]
  }
  const from = entry.after ?? entry.keyTo
  const column = columnOf(text, entry.from)
  if (typeof entry.key === 'number') {
    const lines = shiftLines(material.lines(null), column + 2)
    const insert = ` ${lines.join(eol).trimStart()}`
    return [{ from, to: spot.to, insert }]
  }
  const lines = shiftLines(material.lines(null), column + indentStep(outline))
  // A comment behind the key stays on its line.
  const end = lineEnd(text, spot.to)
  const comment = text.slice(spot.to, end).trimEnd()
  return [{ from, to: end, insert: comment + eol + lines.join(eol) }]
}

/** A file that says nothing yet, but may have comments. */
function fillFile(
  { text, root }: Outline,
  material: Material,
  parent: Place,
): readonly TextChange[] {
  if (root && root.to > root.from) {
    throw new EditRefused('LAYOUT_NOT_FOLLOWED', parent)
  }
  const eol = lineBreakOf(text)
  const isEnded = /(?:^\ufeff?|\n)$/.test(text)
  const insert = (isEnded ? '' : eol) + material.lines(null).join(eol) + eol
  return [{ from: text.length, to: text.length, insert }]
}
