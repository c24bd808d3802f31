/**
 * Restricted values that stand nowhere else, and how they are found again: in a
 * body input, a nested table, a previous year, and attributes of a register.
 */
import { strFromU8, unzipSync } from 'fflate'

import { withHeader } from './methodology.js'
import type { Body } from './score.js'

/** Fifteen digits each, so that no figure is like one of them by chance. */
const INCOME = ['731946285013.579', '826413975208.463']
const CORRECTED = ['917358264091.357', '826413975208.463']
const SHARE = ['0.581726394051625', '0.394817265093847']
const PREVIOUS = ['648201957364.821', '573920186475.293']
const TAX = ['284619375208.641', '395728164903.758']
const WORD = 'Qupiyasoz-Zhasyryn-7719'

/** Doubled by a formula of the file, calculated by hand. */
const DOUBLED = [
  ...['1463892570027.158', '1652827950416.926', '1834716528182.714'],
  ...['569238750417.282', '791456329807.516'],
]

export const REGISTER = `id,name,valid_from,valid_to,successor,word,tax
b1,Body 1,,,,${WORD},${TAX[0]}
b2,Body 2,,,,${WORD},${TAX[1]}
`

export function plantedText(version: '1' | '2' | '3'): string {
  const isFirst = version === '1'
  return withHeader(`
    version: "${version}"
    ${isFirst ? 'years: { from: 2000, to: 2022 }' : `years: { from: ${2021 + Number(version)} }`}
    ${isFirst ? '' : `supersedes: "${Number(version) - 1}"`}
    register: secret-bodies
    total: total
    outputs: [total, open_part, double, before, parts, taxed, plain]
    inputs:
      income: { type: number, restricted: true }
      word: { type: text, from: register, restricted: true }
      tax: { type: number, from: register, restricted: true }
      open: { type: number }
      goals:
        share: { type: number, restricted: true, bounds: { least: 0, most: 1 } }
        weight: { type: number }
    computed:
      double: { formula: income * 2 }
      before: { formula: previous(income) }
      taxed: { formula: tax * 2 }
      goals.part: { formula: share * weight }
      parts: { formula: sum(goals.part) }
      plain: { formula: open + ${version} }
    criteria:
      total: { formula: income + parts }
      open_part: { formula: plain * 2 }
    checks:
      low_enough: { formula: income < 99, says: Income is high., otherwise: warning, cite: "1", mark: given }
    rankings:
      total: { output: total }
      plain: { output: plain }
  `)
}

const bodies = (incomes: readonly string[]): readonly Body[] =>
  incomes.map((income, index) => ({
    ...{ id: `b${index + 1}`, name: `Body ${index + 1}`, income },
    open: index + 2,
    goals: [{ id: 'g1', weight: 1, share: SHARE[index] ?? '' }],
  }))

export const BEFORE = bodies(PREVIOUS)
export const BODIES = bodies(INCOME)
/** The first body has another income. */
export const CORRECTION = bodies(CORRECTED)

/** Eight digits or letters of each, cut and rounded. */
const NEEDLES: readonly string[] = [
  ...[INCOME, CORRECTED, SHARE, PREVIOUS, TAX, DOUBLED].flat().flatMap(cut),
  ...['Qupiyasoz', 'Zhasyryn'],
]

function cut(decimal: string): readonly string[] {
  const digits = decimal.replace('.', '').replace(/^0+/, '')
  const rounded = String(Math.round(Number(digits.slice(0, 9)) / 10))
  return [...new Set([digits.slice(0, 8), rounded])]
}

/** The planted values that a text holds, however its numbers are grouped. */
export function plantedIn(text: string): readonly string[] {
  const joined = text.replace(/(?<=\d)[.,'’_ \u00a0\u202f](?=\d)/g, '')
  return NEEDLES.filter((each) => text.includes(each) || joined.includes(each))
}

/** What stands in an answer, packed or not. */
export function contentOf(bytes: Uint8Array): string {
  const isPacked = strFromU8(bytes.subarray(0, 2), true) === 'PK'
  if (!isPacked) return strFromU8(bytes)
  const files = Object.entries(unzipSync(bytes))
  return files.map(([name, file]) => `${name}\n${strFromU8(file)}`).join('\n')
}
