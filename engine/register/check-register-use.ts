/** A methodology against the register that it names, before any data are seen. */
import type { DataProblem } from '../data/problem.js'
import { problem, type LocatedProblem, type Problem } from '../errors.js'
import type { Methodology } from '../methodology/methodology.js'
import type { RegisterUse } from '../methodology/register-use.js'
import { coversYear } from '../methodology/years.js'
import { closest } from '../source/closest.js'
import type { ReadRegister } from './read-register.js'
import type { Register } from './register.js'
import { registerInputs, yearRegister } from './year-register.js'

/** Mistakes of the register that are written out; the rest is counted. */
const MOST_SHOWN = 5

/** @param read - null where the methodology names no register */
export function checkRegisterUse(
  methodology: Methodology,
  read: ReadRegister | null,
): readonly LocatedProblem[] {
  const { register: use, root } = methodology
  if (!use || !read) return []
  const { register } = read
  const lacking = register ? unknownColumns(methodology, register) : []
  // What a column that is not there would say is not missed in every row.
  const found =
    lacking.length > 0
      ? lacking
      : notUsable(
          use,
          register ? ofYears(methodology, use, register) : read.problems,
        )
  return found.map((each) => root.locate(each))
}

/** `from: register` names a column of the register. */
function unknownColumns(
  methodology: Methodology,
  register: Register,
): readonly Problem[] {
  return registerInputs(methodology)
    .filter(({ column }) => !register.columns.includes(column))
    .map(({ at, column }) => {
      const near = closest(column, register.columns)
      return problem('UNKNOWN_NAME', [...at, 'from'], {
        name: column,
        what: `a column of the register ${register.id} (${register.columns.join(', ')})`,
        ...(near ? { closest: near } : {}),
      })
    })
}

/** What the years of the methodology need of the register, each mistake once. */
function ofYears(
  methodology: Methodology,
  use: RegisterUse,
  register: Register,
): readonly DataProblem[] {
  const found = new Map<string, DataProblem>()
  for (const year of yearsWithChanges(methodology, register)) {
    for (const each of yearRegister(methodology, use, register, year)
      .problems) {
      found.set(JSON.stringify([each.line, each.column, each.message]), each)
    }
  }
  return [...found.values()]
}

/** Years in which a row begins or ends, and the first year: the rest is like one of them. */
function yearsWithChanges(
  { years }: Methodology,
  { bodies }: Register,
): readonly number[] {
  const changes = new Set<number>()
  if (years.kind === 'range') changes.add(years.from)
  else years.years.forEach((year) => changes.add(year))
  for (const rows of bodies.values()) {
    for (const { validFrom, validTo } of rows) {
      for (const day of [validFrom, validTo]) {
        if (day !== null) changes.add(Number(day.slice(0, 4)))
      }
    }
  }
  return [...changes].filter((year) => coversYear(years, year)).slice(0, 100)
}

function notUsable(
  { id, at }: RegisterUse,
  problems: readonly DataProblem[],
): readonly Problem[] {
  if (problems.length === 0) return []
  const shown = problems
    .slice(0, MOST_SHOWN)
    .map(({ file, line, body, column, message }) => {
      const place = line === null ? file : `${file}:${line}`
      const cell = [body, column].filter((part) => part !== null).join(' ')
      const words = message.replace(/\.$/, '')
      return `${place}${cell === '' ? '' : ` ${cell}`}: ${words}`
    })
  const more = problems.length - shown.length
  const words = [...shown, ...(more > 0 ? [`and ${more} more`] : [])]
  return [problem('REGISTER_NOT_USABLE', at, { id, words: words.join('; ') })]
}
