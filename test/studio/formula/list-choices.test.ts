import { describe, expect, it } from 'vitest'

import { FUNCTIONS, type ScopeName } from '../../../engine/index.js'
import {
  choiceKind,
  functionTitle,
} from '../../../studio/features/editor/formula/choice-words.js'
import { listChoices } from '../../../studio/features/editor/formula/list-choices.js'
import { en } from '../../../studio/messages/en/index.js'

const PLAIN = {
  kind: 'input',
  title: {},
  unit: null,
  type: null,
  at: null,
  isOfRows: false,
} as const

const NAMES: readonly ScopeName[] = [
  { ...PLAIN, name: 'staff', title: { en: 'Staff', ru: 'Штат' } },
  { ...PLAIN, name: 'planned_staff' },
  { ...PLAIN, name: 'vacancies', title: { ru: 'Вакансии в штате' } },
  {
    ...PLAIN,
    name: 'kind',
    type: { kind: 'level', values: ['central', 'local'] },
  },
]

function listed(before: string) {
  const found = listChoices(before, {
    names: NAMES,
    functions: FUNCTIONS,
    language: 'ru',
    functionTitle: (name) => (name === 'sum' ? 'сумма штатов' : ''),
  })
  return found && found.choices.map(({ text }) => text)
}

describe('what is offered in a formula', () => {
  it('is what begins so first, then what holds it', () => {
    expect(listed('1 + sta')).toEqual([
      'staff',
      'standardDeviation',
      'planned_staff',
    ])
  })

  it('is found by its title in the language that is shown', () => {
    expect(listed('шта')).toEqual(['staff', 'vacancies', 'sum'])
  })

  it('is the levels of what is compared', () => {
    expect(listed('kind == ')).toEqual(['"central"', '"local"'])
    expect(listed('kind != "lo')).toEqual(['"local"'])
  })

  it('is nothing behind a number or a bracket', () => {
    expect(listed('staff * 12')).toBeNull()
    expect(listed('(staff)')).toBeNull()
  })
})

describe('the words of choices', () => {
  const known = (key: string): string => {
    const found = key
      .split('.')
      .reduce<unknown>(
        (all, step) => (all as Record<string, unknown>)[step],
        en,
      )
    if (typeof found !== 'string') throw new Error(`No words for ${key}`)
    return found
  }

  it.each(FUNCTIONS.map(({ name }) => name))(
    'has a title for the function %s',
    (name) => {
      expect(functionTitle(known, name)).not.toBe('')
    },
  )

  it('has a word for every kind of name', () => {
    const kinds: readonly ScopeName['kind'][] = [
      ...([
        'input',
        'indicator',
        'computed',
        'criterion',
        'deduction',
      ] as const),
      ...(['standing', 'step', 'screening', 'parameter', 'table'] as const),
      ...(['file-table', 'scale', 'built-in'] as const),
    ]
    for (const kind of kinds) {
      const name = { ...PLAIN, name: 'x', kind }
      expect(choiceKind(known, { kind: 'name', text: 'x', name })).not.toBe('')
    }
  })
})
