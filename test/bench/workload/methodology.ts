/** The measured methodology, and the bodies as the exact engine reads them. */
import { readFileSync } from 'node:fs'

import {
  checkDataset,
  datasetFromJson,
  loadMethodology,
  type CheckedDataset,
  type Methodology,
} from '../../../engine/index.js'
import { YEAR } from './goals-columns.js'
import type { JsonBody } from './goals-json.js'

const FILE = 'rules/kz-goals/2012.yaml'

/** @param root - folder of the package */
export function goalsMethodology(root: string): Methodology {
  const text = readFileSync(`${root}/${FILE}`, 'utf8')
  const { methodology, problems } = loadMethodology(FILE, text)
  if (methodology) return methodology
  const [first] = problems
  throw new Error(`${FILE} has mistakes: ${first?.message ?? ''}`)
}

/** @throws Error where the generated bodies have mistakes */
export async function checkedBodies(
  methodology: Methodology,
  bodies: readonly JsonBody[],
): Promise<CheckedDataset> {
  const read = datasetFromJson({ year: YEAR, bodies }, 'generated')
  const checked = await checkDataset(read, methodology, OPTIONS)
  const [first] = checked.problems
  if (first) throw new Error(`The generated bodies: ${first.message}`)
  return checked
}

export const OPTIONS = { year: YEAR, leaveOutBroken: false }
