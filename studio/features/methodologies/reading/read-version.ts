/** The file of a version as a reader sees it; the engine is loaded when the first file is read. */
import type { DescribedTable } from '../../../../engine/index.js'
import { criteriaTree, type CriterionPart } from './criteria-tree.js'
import { fileValue, type FileValue } from './file-value.js'
import { glossaryOf, type Glossary } from './glossary.js'

export interface ReadVersion {
  /** With `defaults` and the settings that the language means written out. */
  readonly root: FileValue
  readonly tree: readonly CriterionPart[]
  readonly inputs: readonly DescribedTable[]
  readonly glossary: Glossary
  /** The line of the file itself, 1-based. */
  readonly lineOf: (path: FileValue['path']) => number
  readonly text: string
}

/** @throws Error for a text with mistakes, which no published version has */
export async function readVersion(
  file: string,
  text: string,
): Promise<ReadVersion> {
  const { loadMethodology, fullText, describeColumns } =
    await import('../../../../engine/index.js')
  const { methodology, problems, source } = loadMethodology(file, text)
  if (!methodology) {
    throw new Error(problems.map(({ message }) => message).join(' '))
  }
  const full = loadMethodology(file, fullText(methodology))
  const root = fileValue(full.source)
  return {
    root,
    tree: criteriaTree(root),
    inputs: describeColumns(methodology),
    glossary: glossaryOf(root),
    lineOf: (path) => source.position(path).line,
    text,
  }
}
