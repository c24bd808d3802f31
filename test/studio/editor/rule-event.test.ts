/** What follows from a rule: another event in its place, what is lost by it, and how it reads. */
import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import {
  eventEdits,
  firstSettings,
  keepEdits,
  lostSettings,
} from '../../../studio/features/editor/events/event-change.js'
import { eventAsOne } from '../../../studio/features/editor/events/event-field.js'
import { eventSentence } from '../../../studio/features/editor/events/event-sentence.js'
import {
  eventsOf,
  isEventPlace,
  RULE_EVENTS,
  type EventKind,
} from '../../../studio/features/editor/events/rule-event.js'
import { filePart } from '../../../studio/features/editor/file/file-part.js'
import { elementNames } from '../../../studio/features/editor/forms/element-names.js'
import { formFields } from '../../../studio/features/editor/forms/form-fields.js'
import { partForm } from '../../../studio/features/editor/forms/part-schema.js'
import { editInTurn } from '../../../studio/features/editor/text/compose-changes.js'
import { readFile } from '../../../studio/features/editor/text/read-file.js'
import {
  applyChanges,
  type TextEdit,
} from '../../../studio/features/editor/text/text-change.js'
import { loadMethodology, SCHEMA } from '../../../engine/index.js'

const GOALS = readFileSync('rules/kz-goals/2012.yaml', 'utf8')
const RATING = readFileSync('rules/kz-unified-rating/2025.yaml', 'utf8')
const SMALL = `criteria:
  total:
    children:
      a: { variants: { central: { formula: 1 }, local: { formula: 2 } } }
      b: { variants: { one: { formula: 1 } } }
rules:
  # about the first
  first: # of the act
    when: x > 1 # why
    exclude: # from what
      criterion: b # the block
      population: half
    cite: "1" # where
  ranked: { when: x, exclude: { ranking: [main] } }
  none: { when: x, cite: "2" }
  several: { when: x, flag: {}, exclude: { body: true }, cite: "3" }
  nothing: { when: x, flag: }
`

describe('another event of a rule', () => {
  it('takes the place of the old one, and the comments beside it stay', () => {
    expect(changed(SMALL, 'first', 'limit')).toBe(
      SMALL.replace(
        '    exclude: # from what\n      criterion: b # the block\n      population: half\n',
        '    limit: { of: b } # from what\n',
      ),
    )
  })

  it('takes over the element that both name, where there is one', () => {
    expect(changed(SMALL, 'first', 'choose')).toContain('choose: { of: b }')
    expect(changed(SMALL, 'ranked', 'flag')).toContain('flag: { about: main }')
    expect(changed(GOALS, 'central_total', 'exclude')).toContain(
      'value: central }, exclude: { criterion: A }, cite: "16"',
    )
    expect(changed(RATING, 'scope-$body', 'limit')).toContain(
      '    limit: { of: $outside }\n',
    )
  })

  it('begins with what the file leaves no choice of', () => {
    expect(changed(GOALS, 'no_risks_of_local', 'deduct')).toContain(
      'deduct: { points: "", into: W }',
    )
    expect(changed(GOALS, 'late', 'choose')).toContain('choose: { of: A }')
    expect(changed(RATING, 'worsened-three-years', 'deduct')).toContain(
      '    deduct: { points: "" }\n',
    )
    expect(firstSettings(rootOf(SMALL), 'choose')).toEqual({})
  })

  it('stands behind the condition where the rule had none', () => {
    expect(changed(SMALL, 'none', 'flag')).toBe(
      SMALL.replace('when: x, cite: "2"', 'when: x, flag: {}, cite: "2"'),
    )
    expect(changed(SMALL, 'nothing', 'exclude')).toContain(
      'nothing: { when: x, exclude: {} }',
    )
  })

  it('tells what of the old one has no place in it', () => {
    const lost = (text: string, rule: string, to: EventKind) =>
      lostSettings(rootOf(text), ['rules', rule], to)
    expect(lost(GOALS, 'unreliable', 'flag')).toEqual({
      kind: 'deduct',
      settings: [
        {
          key: 'points',
          text: 'points_per_unreliable_fact * unreliable_facts',
        },
        { key: 'into', text: 'W' },
        { key: 'cap', text: 'unreliable' },
      ],
    })
    expect(lost(SMALL, 'first', 'limit')?.settings).toEqual([
      { key: 'population', text: 'half' },
    ])
    expect(lost(SMALL, 'ranked', 'flag')).toBeNull()
    expect(lost(SMALL, 'nothing', 'flag')).toBeNull()
    expect(lost(RATING, 'worsened-three-years', 'deduct')).toBeNull()
  })

  it('is the one that is kept of several', () => {
    const keep = (kept: EventKind) =>
      edited(SMALL, keepEdits(rootOf(SMALL), ['rules', 'several'], kept))
    expect(keep('flag')).toBe(SMALL.replace(' exclude: { body: true },', ''))
    expect(keep('exclude')).toBe(SMALL.replace(' flag: {},', ''))
  })

  it('is counted as the engine counts it', () => {
    const of = (rule: string) => eventsOf(rootOf(SMALL), ['rules', rule])
    expect(of('first')).toEqual(['exclude'])
    expect(of('none')).toEqual([])
    expect(of('several')).toEqual(['exclude', 'flag'])
    expect(of('nothing')).toEqual(['flag'])
  })

  it('stays when its last setting is taken out, and nothing else does', () => {
    expect(isEventPlace(['rules', 'first', 'exclude'])).toBe(true)
    expect(isEventPlace(['rules', 'first', 'cite'])).toBe(false)
    expect(isEventPlace(['rules', 'first', 'exclude', 'criterion'])).toBe(false)
    expect(isEventPlace(['criteria', 'first', 'flag'])).toBe(false)
  })
})

describe('the form of a rule', () => {
  it('has one field for what follows, with the settings of each event', () => {
    const rule = ['rules', 'late']
    const root = rootOf(GOALS)
    const form = partForm(SCHEMA, root, rule)
    if (!form) throw new Error('A rule has a form.')
    const source = { root, defaults: form.defaults }
    const fields = eventAsOne(formFields(source, rule, form.schema), rule)
    const keys = fields.map(({ key }) => key)
    expect(keys).toContain('event')
    for (const kind of RULE_EVENTS) expect(keys).not.toContain(kind)
    const event = fields.find(({ key }) => key === 'event')
    expect(event?.fields.map(({ key }) => key).sort()).toEqual(
      [...RULE_EVENTS].sort(),
    )
    const deduct = event?.fields.find(({ key }) => key === 'deduct')
    expect(deduct?.fields.map(({ key, kind }) => [key, kind])).toEqual([
      ['points', 'formula'],
      ['into', 'text'],
      ['cap', 'text'],
    ])
  })
})

describe('an event as a sentence', () => {
  const sentence = (text: string, rule: string, kind: EventKind) =>
    eventSentence(rootOf(text), ['rules', rule], kind, (_, name) => `<${name}>`)

  it('names what it acts on', () => {
    expect(sentence(GOALS, 'unreliable', 'deduct')).toMatchObject({
      key: 'deductWithin',
      words: {
        points: 'points_per_unreliable_fact * unreliable_facts',
        ...{ into: '<W>', cap: '<unreliable>' },
      },
    })
    expect(sentence(GOALS, 'late', 'deduct').key).toBe('deduct')
    expect(sentence(SMALL, 'first', 'exclude')).toMatchObject({
      key: 'exclude',
      words: { what: '<b>; <half>' },
    })
    expect(sentence(SMALL, 'several', 'exclude').key).toBe('excludeBody')
    expect(sentence(GOALS, 'central_total', 'choose').words).toEqual({
      of: '<A>',
      variant: '<central>',
    })
  })

  it('names a consequence as results do, and a column as the file does', () => {
    expect(sentence(RATING, 'worsened-three-years', 'flag')).toMatchObject({
      key: 'flag',
      words: { name: 'worsened-three-years' },
    })
    expect(sentence(RATING, 'last-three-$ranking', 'flag')).toMatchObject({
      key: 'flagAbout',
      words: { name: 'last-three', about: '<$ranking>' },
    })
  })

  it('says how a value is held, and what is not said yet', () => {
    const limit = (settings: string) =>
      sentence(`rules: { l: { limit: ${settings} } }`, 'l', 'limit')
    expect(limit('{ of: a, at_least: 3, before: rounding }')).toEqual({
      key: 'at_least',
      words: { of: '<a>', value: '3' },
      isBeforeRounding: true,
    })
    expect(limit('{}')).toEqual({
      key: 'at_most',
      words: { of: null, value: null },
      isBeforeRounding: false,
    })
  })
})

describe('what the settings of an event can name', () => {
  const names = (text: string, rule: string, ...below: readonly string[]) =>
    elementNames(rootOf(text), ['rules', rule, ...below])

  it('is a cap that is called as the rule is', () => {
    const found = names(GOALS, 'unreliable', 'deduct', 'cap')
    expect(found?.elements.map(({ name }) => name)).toEqual(['unreliable'])
  })

  it('are the columns of the table that a rule is repeated for', () => {
    const found = names(RATING, 'scope-$body', 'exclude', 'criterion')
    expect(found?.isFree).toBe(true)
    expect(found?.elements.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['goals', '$outside', '$body']),
    )
    const each = names(RATING, 'scope-$body', 'each')
    expect(each?.elements.map(({ name }) => name)).not.toContain('$body')
  })

  it('are for a choice criteria that have variants alone', () => {
    const found = names(SMALL, 'first', 'choose', 'of')
    expect(found?.elements.map(({ name }) => name)).toEqual(['a', 'b'])
  })
})

describe('a rule that was changed by the form', () => {
  it('is read by the engine as the other event', () => {
    const text = changed(GOALS, 'no_risks_of_local', 'deduct').replace(
      'points: ""',
      'points: 5',
    )
    const { problems } = loadMethodology('goals', text)
    expect(problems.filter(({ code }) => code !== 'EXAMPLE_FAILED')).toEqual([])
  })
})

function changed(text: string, rule: string, to: EventKind): string {
  return edited(text, eventEdits(rootOf(text), ['rules', rule], to))
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return applyChanges(text, editInTurn(text, edits))
}

function rootOf(text: string) {
  return filePart(readFile(text).tree)
}
