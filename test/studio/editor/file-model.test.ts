/** What the editor reads out of the methodology of the unified rating. */
import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { SCHEMA } from '../../../engine/index.js'
import {
  editedPart,
  placeText,
  readPlace,
} from '../../../studio/features/editor/file/edited-part.js'
import { filePart } from '../../../studio/features/editor/file/file-part.js'
import {
  findReferences,
  withName,
} from '../../../studio/features/editor/file/references.js'
import {
  readTitle,
  titleChange,
} from '../../../studio/features/editor/file/written-title.js'
import { citeChange } from '../../../studio/features/editor/forms/cite-change.js'
import {
  exclusionMatrix,
  toggled,
} from '../../../studio/features/editor/forms/exclusion-matrix.js'
import {
  formFields,
  type FormField,
} from '../../../studio/features/editor/forms/form-fields.js'
import { partForm } from '../../../studio/features/editor/forms/part-schema.js'
import { snippetAt } from '../../../studio/features/editor/forms/snippet.js'
import { writtenScalar } from '../../../studio/features/editor/forms/written-scalar.js'
import { readFile } from '../../../studio/features/editor/text/read-file.js'
import type { Place } from '../../../studio/features/editor/text/place.js'
import { criteriaTree } from '../../../studio/features/editor/tree/criteria-tree.js'

const RATING = new URL(
  '../../../rules/kz-unified-rating/2025.yaml',
  import.meta.url,
)
const rating = read(readFileSync(RATING, 'utf8'))

function read(text: string) {
  return filePart(readFile(text).tree)
}

function fields(place: Place, root = rating): ReadonlyMap<string, FormField> {
  const form = partForm(SCHEMA, root, place)
  const found = form
    ? formFields({ root, defaults: form.defaults }, place, form.schema)
    : []
  return new Map(found.map((each) => [each.key, each]))
}

describe('the tree of criteria', () => {
  it('hangs indicators below their criterion, with weights that add up', () => {
    const [total] = criteriaTree(rating)
    expect(total?.key).toBe('total')
    expect(total?.children.map(({ key, weight }) => [key, weight])).toEqual([
      ['goals', '0.45'],
      ['interaction', '0.3'],
      ['orgdev', '0.25'],
    ])
    expect(total?.sum).toEqual({ sum: '1', total: '1', rest: null })
  })

  it('says what lacks to a declared total, with weights that parameters hold', () => {
    const [top] = criteriaTree(
      read(`
parameters: { w: { value: 30 } }
criteria: { top: { weights_total: 100 } }
indicators: { a: { under: top, weight: w }, b: { under: top, weight: 60 } }
`),
    )
    expect(top?.sum).toEqual({ sum: '90', total: '100', rest: '10' })
  })

  it('holds relative weights against nothing', () => {
    const [top] = criteriaTree(
      read(`
criteria: { top: { weights: relative } }
indicators: { a: { under: top, weight: 2 }, b: { under: top, weight: 3 } }
`),
    )
    expect(top?.sum).toEqual({ sum: '5', total: null, rest: null })
  })

  it('takes `under` and weights from the defaults', () => {
    const [top] = criteriaTree(
      read(`
defaults: { indicators: { under: top, weight: 1/2 } }
criteria: { top: {} }
indicators: { a: {}, b: {} }
`),
    )
    expect(top?.sum?.sum).toBe('1')
  })
})

describe('the form of a part', () => {
  it('has a field of its own kind for what a criterion says', () => {
    const found = fields(['criteria', 'total'])
    const kinds = [
      'title',
      'cite',
      'aggregate',
      'unit',
      'round',
      'alternatives',
    ]
    expect(kinds.map((key) => found.get(key)?.kind)).toEqual([
      ...['title', 'cite', 'choice', 'text', 'group', 'yaml'],
    ])
    const round = found.get('round')?.fields ?? []
    expect(round.map(({ key, kind }) => [key, kind])).toEqual([
      ['digits', 'decimal'],
      ['mode', 'choice'],
    ])
  })

  it('shows what an indicator has from the defaults', () => {
    const found = fields(['indicators', 'goals'])
    expect(found.get('unit')?.inherited).toBe('points')
    expect(found.get('missing')?.inherited).toBe('allowed')
    const most = found.get('bounds')?.fields.find(({ key }) => key === 'most')
    expect(most?.inherited).toBe('100')
  })

  it('has the condition and the event of a rule', () => {
    const found = fields(['rules', 'scope-$body'])
    expect(found.get('when')?.kind).toBe('condition')
    const exclude = found.get('exclude')?.fields ?? []
    expect(exclude.find(({ key }) => key === 'criterion')?.kind).toBe('names')
  })

  it('has forms for inputs, rankings, tables and examples, and for the head of the file', () => {
    expect(fields(['inputs', 'kind']).get('values')?.kind).toBe('names')
    expect(fields(['rankings', 'unified-local']).get('where')?.kind).toBe(
      'condition',
    )
    expect(fields(['tables', 'scopes']).get('rows')?.kind).toBe('yaml')
    expect(fields(['examples', 0]).get('source')?.kind).toBe('choice')
    expect(fields([]).get('act')?.kind).toBe('group')
  })

  it('edits a list of years as YAML, and a span of years in two fields', () => {
    expect(fields([]).get('years')?.kind).toBe('group')
    expect(fields([], read('years: [2010]')).get('years')?.kind).toBe('yaml')
  })

  it('writes numbers as numbers and everything else as text', () => {
    const decimal = { kind: 'decimal', isNumber: true } as const
    expect(writtenScalar(decimal, '0.10')).toEqual({ literal: '0.10' })
    expect(writtenScalar(decimal, '1/3')).toBe('1/3')
    expect(writtenScalar(decimal, 'much')).toBeNull()
    const text = { kind: 'text', isNumber: false } as const
    expect(writtenScalar(text, '954')).toBe('954')
  })
})

describe('titles and citations', () => {
  it('stay plain text until a second language is written', () => {
    const root = read('title: One')
    expect(titleChange(root, ['title'], 'en', 'Two')).toMatchObject({
      path: ['title'],
      value: 'Two',
    })
    expect(titleChange(root, ['title'], 'kk', 'Бір')).toMatchObject({
      path: ['title'],
      value: { en: 'One', kk: 'Бір' },
    })
  })

  it('are changed among the translations where they stand there', () => {
    const root = read('title: One\ntexts: { kk: { title: Бір } }')
    expect(readTitle(root, ['title'])).toEqual({ en: 'One', kk: 'Бір' })
    expect(titleChange(root, ['title'], 'kk', 'Екі')).toMatchObject({
      path: ['texts', 'kk', 'title'],
    })
  })

  it('become a table when a citation has words', () => {
    expect(citeChange(read('cite: "53"'), ['cite'], 'words', 'shall')).toEqual({
      kind: 'set',
      path: ['cite'],
      value: { paragraph: '53', words: 'shall' },
    })
  })
})

describe('the matrix of exclusions', () => {
  const matrix = exclusionMatrix(rating, ['tables', 'scopes'])

  it('has the 29 bodies of the list and the three blocks', () => {
    expect(matrix?.rows).toHaveLength(29)
    expect(matrix?.blocks.map(({ key }) => key)).toEqual([
      ...['goals', 'interaction', 'orgdev'],
    ])
    const bank = matrix?.rows.find(({ body }) => body === 'national-bank')
    expect(bank?.outside).toEqual(['orgdev'])
    expect(bank?.path).toEqual(['tables', 'scopes', 'rows', 2, 1])
    expect(bank?.words).toContain('блогын қоспағанда')
  })

  it('lists the blocks of a row in the order of the tree', () => {
    const bank = matrix?.rows.find(({ body }) => body === 'national-bank')
    expect(matrix && bank && toggled(matrix, bank, 'goals')).toEqual([
      ...['goals', 'orgdev'],
    ])
    expect(matrix && bank && toggled(matrix, bank, 'orgdev')).toEqual([])
  })

  it('is none for a table by which nothing is excluded', () => {
    expect(exclusionMatrix(rating, ['tables', 'consequences'])).toBeNull()
  })
})

describe('places of a file', () => {
  it('belong to the part that has a form', () => {
    const part = (place: Place) => placeText(editedPart(place, rating))
    expect(part(['criteria', 'total', 'round', 'digits'])).toBe(
      '/criteria/total',
    )
    expect(part(['act', 'number'])).toBe('')
    expect(part(['examples', 2, 'body', 'goals'])).toBe('/examples/2')
  })

  it('are found again by their address, or by what they stood in', () => {
    expect(readPlace('/rules/scope-$body', rating)).toEqual([
      ...['rules', 'scope-$body'],
    ])
    expect(readPlace('/rules/gone', rating)).toEqual(['rules'])
  })

  it('list what speaks of a name, and no prose', () => {
    const found = findReferences(rating, 'orgdev', ['indicators', 'orgdev'])
    const places = found.map(({ path }) => placeText(path))
    expect(places).toContain('/outputs/2')
    expect(places).toContain('/tables/scopes/rows/2/1/0')
    expect(places).toContain('/examples/0/body/orgdev')
    expect(places.some((each) => each.endsWith('/calculation'))).toBe(false)
  })

  it('rename whole words alone', () => {
    expect(withName('total_cost + total * 2', 'total', 'sum')).toBe(
      'total_cost + sum * 2',
    )
  })

  it('stand alone as YAML without their indentation', () => {
    const text = 'a:\n  b:\n    c: 1\n    d: 2\n'
    const range = readFile(text).rangeOf(['a', 'b'])
    expect(range && snippetAt(text, range)).toBe('c: 1\nd: 2')
  })
})
