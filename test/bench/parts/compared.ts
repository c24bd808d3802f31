/** Who is compared: the libraries with their versions and licences, and how each was set to work. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { CONTENDERS } from '../contenders/all.js'
import type { Contender } from '../contenders/contender.js'
import type { Part } from '../report/report.js'

/** @param root - folder of the package, with its libraries installed */
export function compared(root: string): Part {
  return {
    tables: [
      {
        title: 'Who is compared',
        says: 'Everybody agrees with the exact evaluator on the compared bodies: the same ones without a total, the same totals after rounding.',
        head: ['', 'library', 'how'],
        rows: CONTENDERS.map((contender) => [
          contender.name,
          libraryText(root, contender),
          contender.how,
        ]),
      },
    ],
    goals: [],
  }
}

/** As `mathjs 15.2.0, Apache-2.0`. */
function libraryText(root: string, { library }: Contender): string {
  if (library === undefined) return ''
  const file = join(root, 'node_modules', library, 'package.json')
  const { version, license } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly version: string
    readonly license: string
  }
  return `${library} ${version}, ${license}`
}
