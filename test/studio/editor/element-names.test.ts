/** What a field can name: elements of the file with their titles, and no others. */
import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { filePart } from '../../../studio/features/editor/file/file-part.js'
import { elementNames } from '../../../studio/features/editor/forms/element-names.js'
import type { Place } from '../../../studio/features/editor/text/place.js'
import { readFile } from '../../../studio/features/editor/text/read-file.js'

const RATING = rootOf(readFileSync('rules/kz-unified-rating/2025.yaml', 'utf8'))
const SMALL = rootOf(`
indicators: { x: { under: a }, y: { under: b } }
criteria:
  a: { title: Upper, children: { b: { variants: { central: {}, local: {} } } } }
computed: { z: { formula: x }, goals.k: { formula: sum(x) } }
deductions: { W: { from: a, caps: { late: { at_most: 3 } } } }
inputs: { kind: { type: level }, goals: { n: { type: number } } }
rules:
  fined: { deduct: { points: 1, into: W, cap: late } }
  chosen: { choose: { of: b, variant: local } }
  repeated: { each: scopes, exclude: { criterion: $outside } }
tables: { scopes: { key: body } }
`)

describe('names of elements', () => {
  it.each<[string, Place, readonly string[]]>([
    [
      'criteria an indicator hangs below',
      ['indicators', 'x', 'under'],
      ['a', 'b'],
    ],
    ['the criterion of a deduction', ['deductions', 'W', 'from'], ['a', 'b']],
    ['deductions', ['rules', 'fined', 'deduct', 'into'], ['W']],
    ['caps of that deduction', ['rules', 'fined', 'deduct', 'cap'], ['late']],
    [
      'variants of that criterion',
      ['rules', 'chosen', 'choose', 'variant'],
      ['central', 'local'],
    ],
    ['tables that are repeated', ['rules', 'repeated', 'each'], ['scopes']],
    [
      'blocks of an exclusion',
      ['rules', 'fined', 'exclude', 'criterion'],
      ['a', 'b', 'y', 'x'],
    ],
  ])('offer %s alone', (_, path, names) => {
    const found = elementNames(SMALL, path)
    expect(found?.elements.map(({ name }) => name).sort()).toEqual(
      [...names].sort(),
    )
    expect(found?.isFree).toBe(path.includes('repeated'))
  })

  it('leave room for a column where entries are repeated, and for formulas where figures are named', () => {
    const place = ['rules', 'repeated', 'exclude', 'criterion']
    expect(elementNames(SMALL, place)?.isFree).toBe(true)
    const figures = elementNames(SMALL, ['outputs'])
    expect(figures?.isFree).toBe(true)
    expect(figures?.elements.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['a', 'x', 'W', 'z']),
    )
    expect(figures?.elements.map(({ name }) => name)).not.toContain('goals.k')
  })

  it('bring the titles in all languages', () => {
    const found = elementNames(RATING, ['indicators', 'goals', 'under'])
    expect(found?.elements).toEqual([
      {
        name: 'total',
        title: {
          ...{ en: 'Unified rating', kk: 'Бірыңғай рейтинг' },
          ru: 'Единый рейтинг',
        },
      },
    ])
  })

  it('are not asked for where a field names nothing of the file', () => {
    for (const path of [
      ['indicators', 'x', 'unit'],
      ['inputs', 'kind', 'from'],
      ['inputs', 'kind', 'from', 'output'],
      ['register', 'in_force', 'on'],
    ]) {
      expect(elementNames(SMALL, path)).toBeNull()
    }
  })
})

function rootOf(text: string) {
  return filePart(readFile(text).tree)
}
