/** Differences between two versions as JSON. */
import { pathText, type VersionDifference } from '../../engine/index.js'

export function differenceJson({
  path,
  kind,
  was,
  is,
  cite,
  title,
  of,
}: VersionDifference) {
  const all = of.length === 0 ? {} : { of }
  return { path: pathText(path), kind, was, is, cite, title, ...all }
}
