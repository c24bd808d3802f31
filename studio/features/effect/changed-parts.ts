/** A part of the file that differs in meaning: what it is called, and what was and is written in it. */
import {
  pathText,
  type Methodology,
  type VersionDifference,
} from '../../../engine/index.js'
import type { FileTitle } from '../../language/title-text.js'
import type { ChangedPart } from './effect-answer.js'
import type { Part } from './text-parts.js'

/** What has a name in a section, or stands in the file itself. */
export function partOf(path: VersionDifference['path']): Part {
  return path.slice(0, 2).map(String)
}

export function partText(part: Part): string {
  return pathText([...part])
}

export function changedPart(
  part: Part,
  differences: readonly VersionDifference[],
  versions: readonly Methodology[],
): ChangedPart {
  const own = partText(part)
  return {
    part: own,
    title: titleOf(own, versions),
    differences: differences
      .filter(({ path }) => partText(partOf(path)) === own)
      .map(({ path, was, is }) => ({
        keys: path.slice(part.length).map(String),
        ...{ was, is },
      })),
  }
}

/** Of the first version that has it. */
function titleOf(part: string, versions: readonly Methodology[]): FileTitle {
  for (const { nodes } of versions) {
    const node = nodes.find(
      (each) => 'title' in each && pathText(each.at) === part,
    )
    if (node && 'title' in node) return node.title
  }
  return null
}
