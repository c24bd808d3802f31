/** Caps and variants under their names, the rules that call them, and what a new one says. */
import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { SCHEMA } from '../../../engine/index.js'
import { newDeduction } from '../../../studio/features/editor/events/new-deduction.js'
import { filePart } from '../../../studio/features/editor/file/file-part.js'
import { formFields } from '../../../studio/features/editor/forms/form-fields.js'
import { partForm } from '../../../studio/features/editor/forms/part-schema.js'
import {
  newPart,
  renamePartEdits,
  rulesCalling,
} from '../../../studio/features/editor/parts/named-parts.js'
import { editInTurn } from '../../../studio/features/editor/text/compose-changes.js'
import type { Place } from '../../../studio/features/editor/text/place.js'
import { readFile } from '../../../studio/features/editor/text/read-file.js'
import { applyChanges } from '../../../studio/features/editor/text/text-change.js'

const GOALS = readFileSync('rules/kz-goals/2012.yaml', 'utf8')
const CAPS = ['deductions', 'W', 'caps']
const VARIANTS = ['criteria', 'A', 'variants']

describe('a part that rules call by its name', () => {
  it('knows those rules, and no rule that says the same word of something else', () => {
    expect(rulesCalling(rootOf(GOALS), CAPS, 'unreliable')).toEqual([
      'unreliable',
    ])
    expect(rulesCalling(rootOf(GOALS), CAPS, 'central')).toEqual([])
    expect(rulesCalling(rootOf(GOALS), VARIANTS, 'central')).toEqual([
      'central_total',
    ])
    const other = 'rules: { r: { deduct: { into: V, cap: unreliable } } }'
    expect(rulesCalling(rootOf(other), CAPS, 'unreliable')).toEqual([])
  })

  it('is renamed with them, and nothing else is', () => {
    expect(renamed(CAPS, 'unreliable')).toBe(
      GOALS.replace('      unreliable:\n', '      other:\n').replace(
        'cap: unreliable }',
        'cap: other }',
      ),
    )
    const after = renamed(VARIANTS, 'central')
    expect(after).toContain('choose: { of: A, variant: other }')
    expect(after).toContain('value: central }')
  })

  it('says its value at first, and what the act states with its paragraph', () => {
    const three = { literal: '3' }
    expect(newPart('caps', three, '')).toEqual({ at_most: three })
    expect(newPart('variants', 'a + b', '16')).toEqual({
      ...{ formula: 'a + b', cite: '16', mark: 'given' },
    })
    expect(newDeduction({ title: '', from: 'A', paragraph: '38' })).toEqual({
      ...{ from: 'A', cite: '38', mark: 'given' },
    })
    expect(newDeduction({ title: 'Fines', from: '', paragraph: '' })).toEqual({
      title: 'Fines',
    })
  })

  it('has the fields of the format under its name', () => {
    const [caps] = fieldsOf(GOALS).filter(({ key }) => key === 'caps')
    expect(caps?.kind).toBe('parts')
    const [cap] = caps?.fields ?? []
    expect(cap?.key).toBe('unreliable')
    expect(cap?.kind).toBe('group')
    expect(cap?.fields.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['at_most', 'over', 'cite', 'mark', 'note']),
    )
  })

  it('is left to YAML where the file has something else there', () => {
    const text = 'deductions: { W: { caps: { late: 3 } } }'
    const [caps] = fieldsOf(text).filter(({ key }) => key === 'caps')
    expect(caps?.kind).toBe('yaml')
  })
})

function fieldsOf(text: string) {
  const place = ['deductions', 'W']
  const root = rootOf(text)
  const form = partForm(SCHEMA, root, place)
  if (!form) throw new Error('A deduction has a form.')
  return formFields({ root, defaults: form.defaults }, place, form.schema)
}

function renamed(parts: Place, name: string): string {
  const edits = renamePartEdits(rootOf(GOALS), parts, name, 'other')
  return applyChanges(GOALS, editInTurn(GOALS, edits))
}

function rootOf(text: string) {
  return filePart(readFile(text).tree)
}
