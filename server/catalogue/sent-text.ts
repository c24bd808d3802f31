/** What a methodology text that was sent is held against, as if it stood in the rules folder. */
import { join } from 'node:path'

import {
  findVersionProblems,
  type LocatedProblem,
  type Methodology,
  type ReadDataset,
} from '../../engine/index.js'
import { fileProblem } from '../data/file-problem.js'
import { readExampleData } from './example-data.js'
import { isPlainId } from './plain-id.js'

/**
 * Reads the data that examples of the text name: those in the folder of its
 * methodology, and no others.
 *
 * @param rules - null where there is no rules folder
 */
export function exampleDataBeside(
  rules: string | null,
  { id, source }: Pick<Methodology, 'id' | 'source'>,
): (path: string, year: number) => Promise<ReadDataset> {
  if (rules === null || !isPlainId(id)) {
    return (path) => Promise.resolve(noData(path))
  }
  const file = join(rules, id, source.file)
  return (path, year) => readExampleData(file, path, year)
}

/** Years that another version has too, told at the text, whatever the file of the other is called. */
export function findOverlap(
  text: Methodology,
  other: Methodology,
): readonly LocatedProblem[] {
  // Problems stand at the later one by the name of its file.
  const source = { ...other.source, file: '' }
  return findVersionProblems([{ ...other, source }, text])
}

function noData(path: string): ReadDataset {
  const message = `"${path}" cannot be read: this server has no folder of data beside the text.`
  return {
    dataset: { year: null, bodies: [] },
    problems: [fileProblem('DATA_FILE_UNREADABLE', path, message)],
  }
}
