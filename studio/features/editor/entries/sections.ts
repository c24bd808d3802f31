/** The sections of a file beside its tree, and what stands in each. */
import {
  isList,
  isTable,
  partAt,
  textAt,
  type FilePart,
} from '../file/file-part.js'
import { isColumn } from '../file/edited-part.js'
import { readTitle, type WrittenTitle } from '../file/written-title.js'
import type { Place } from '../text/place.js'

export const SECTIONS = [
  'inputs',
  'parameters',
  'computed',
  'rules',
  'deductions',
  'normalisers',
  'rankings',
  'tables',
  'examples',
  'scales',
  'populations',
  'checks',
  'steps',
  'defaults',
  'texts',
] as const

export type Section = (typeof SECTIONS)[number]

export interface SectionEntry {
  readonly place: Place
  /** Its key; of an item of a list, its position from 1. */
  readonly name: string
  readonly title: WrittenTitle
}

export function isSection(text: unknown): text is Section {
  return SECTIONS.some((each) => each === text)
}

/** Columns of inputs are listed at whatever depth of tables they stand. */
export function sectionEntries(
  root: FilePart,
  section: Section,
): readonly SectionEntry[] {
  const part = partAt(root, [section])
  if (isList(part)) {
    return part.map((each, index) => ({
      place: [section, index],
      name: textAt(each, ['name']) ?? String(index + 1),
      title: readTitle(root, [section, index, 'title']),
    }))
  }
  if (!isTable(part)) return []
  return section === 'inputs'
    ? columns(root, ['inputs'])
    : Object.keys(part).map((key) => entry(root, [section, key], key))
}

function columns(root: FilePart, place: Place): readonly SectionEntry[] {
  const part = partAt(root, place)
  if (!isTable(part)) return []
  return Object.entries(part).flatMap(([key, each]) => {
    const below = [...place, key]
    if (!isTable(each)) return []
    return isColumn(each)
      ? [entry(root, below, below.slice(1).join('.'))]
      : columns(root, below)
  })
}

function entry(root: FilePart, place: Place, name: string): SectionEntry {
  return { place, name, title: readTitle(root, [...place, 'title']) }
}
