/** Mistakes of methodology files, told without the paths of this machine. */
import { relative, resolve, sep } from 'node:path'

import type { LocatedProblem } from '../../../engine/index.js'
import type { Catalogue } from '../../catalogue/catalogue.js'
import type { HttpCode } from '../problems/codes.js'
import {
  fileError,
  HttpProblem,
  type ErrorAt,
} from '../problems/http-problem.js'

/** @param code - default: changed where a published text was changed, else faulty */
export function faultyFiles(
  catalogue: Catalogue,
  problems: readonly LocatedProblem[],
  code?: HttpCode,
): HttpProblem {
  const isChanged = problems.some(
    (each) =>
      each.code === 'VERSION_CHANGED' || each.code === 'LOCKED_FILE_MISSING',
  )
  const errors = listErrors(catalogue, problems)
  const [first] = errors
  const more = errors.length - 1
  const others = more > 0 ? ` And ${more} more.` : ''
  return new HttpProblem(
    code ?? (isChanged ? 'VERSION_CHANGED' : 'VERSION_FAULTY'),
    `${first?.at ?? ''}: ${first?.message ?? ''}${others}`,
    errors,
  )
}

export function listErrors(
  catalogue: Catalogue,
  problems: readonly LocatedProblem[],
): readonly ErrorAt[] {
  return problems.map((each) =>
    fileError(each, fileInRules(catalogue, each.file)),
  )
}

/** A file as the lock names it: from the rules folder. */
export function fileInRules({ folder }: Catalogue, file: string): string {
  const path = relative(resolve(folder), resolve(file))
  return path === '' ? '.' : path.split(sep).join('/')
}
