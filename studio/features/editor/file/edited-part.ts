/** A part of a file in an address: `/criteria/total`, written as JSON pointers are. */
import { isList, isTable, partAt, type FilePart } from './file-part.js'
import type { Place } from '../text/place.js'

export function placeText(path: Place): string {
  return path
    .map(
      (step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    )
    .join('')
}

/** As far as the file has it: what was removed is shown by what it stood in. */
export function readPlace(text: string, root: FilePart): Place {
  const steps = text
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const path: (string | number)[] = []
  let part: FilePart | undefined = root
  for (const [index, step] of steps.entries()) {
    if (isTable(part) && Object.hasOwn(part, step)) {
      path.push(step)
      part = part[step]
      continue
    }
    const position = Number(step)
    if (isList(part) && part[position] !== undefined) {
      path.push(position)
      part = part[position]
      continue
    }
    // A section is shown although the file does not have it yet.
    return index === 0 && step !== '' ? [step] : path
  }
  return path
}

/**
 * The part that has a form of its own and that a place within the file belongs
 * to: a node of the tree, an entry of a section, or the head of the file.
 */
export function editedPart(path: Place, root: FilePart): Place {
  const [section, key] = path
  if (section === undefined || HEAD.has(String(section))) return []
  if (section === 'inputs') return columnOf(path, root)
  if (section !== 'criteria') {
    return key === undefined ? [section] : [section, key]
  }
  const end = path.findIndex(
    (step, index) => index > 1 && index % 2 === 0 && step !== 'children',
  )
  const part = end < 0 ? path : path.slice(0, end)
  return part.at(-1) === 'children' ? part.slice(0, -1) : part
}

/** A column of an input, at whatever depth of tables it stands. */
function columnOf(path: Place, root: FilePart): Place {
  const end = path.findIndex((_, index) =>
    isColumn(partAt(root, path.slice(0, index + 1))),
  )
  return end < 0 ? path : path.slice(0, end + 1)
}

/** Other tables of `inputs` are tables of rows. */
export function isColumn(part: FilePart | undefined): boolean {
  return isTable(part) && typeof part['type'] === 'string'
}

/** Keys at the root that are no sections: they stand together in one form. */
export const HEAD: ReadonlySet<string> = new Set([
  'format',
  'methodology',
  'version',
  'title',
  'description',
  'status',
  'act',
  'years',
  'edition',
  'supersedes',
  'register',
  'outputs',
  'total',
  'released',
])
