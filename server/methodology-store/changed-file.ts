/** A file of the rules folder that is not what the database has under its name. */
import { join } from 'node:path'

import { sha256, type LocatedProblem } from '../../engine/index.js'
import { fileProblemAt } from '../catalogue/file-problem-at.js'
import { shownPath } from '../catalogue/rules-folder.js'
import { readRulesText } from '../catalogue/rules-text.js'
import type { MethodologyVersion } from '../repository/methodology-versions.js'

const EXTENSIONS = ['yaml', 'yml']

/**
 * Read and hashed at each call: a file is refused from the moment it is changed,
 * and used again from the moment it is mended. A file that is not there says
 * nothing, since another server may have published the version.
 */
export async function findChangedFile(
  rules: string,
  {
    methodology,
    version,
    sha256: locked,
  }: Pick<MethodologyVersion, 'methodology' | 'version' | 'sha256'>,
): Promise<LocatedProblem | null> {
  for (const extension of EXTENSIONS) {
    const path = join(rules, methodology, `${version}.${extension}`)
    const file = shownPath(path)
    const read = await readRulesText(path)
    if (read.kind === 'problem') continue
    const found = await sha256(read.text)
    if (found === locked) continue
    return fileProblemAt(file, 'VERSION_CHANGED', { locked, found })
  }
  return null
}
