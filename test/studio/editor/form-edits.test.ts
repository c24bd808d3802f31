/** What a methodology owner does in the forms, and what of the text it changes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../../engine/index.js'
import { addEntry } from '../../../studio/features/editor/text/add-entry.js'
import { addToList } from '../../../studio/features/editor/text/add-to-list.js'
import { moveEntry } from '../../../studio/features/editor/text/move-entry.js'
import { removeValue } from '../../../studio/features/editor/text/remove-value.js'
import { renameKey } from '../../../studio/features/editor/text/rename-key.js'
import { setValue } from '../../../studio/features/editor/text/set-value.js'
import {
  applyChanges,
  type TextEdit,
} from '../../../studio/features/editor/text/text-change.js'

const RULES = join(import.meta.dirname, '../../../rules')
const rating = readFileSync(`${RULES}/kz-unified-rating/2025.yaml`, 'utf8')
const goals = readFileSync(`${RULES}/kz-goals/2012.yaml`, 'utf8')

const literal = (text: string) => ({ literal: text })

describe('the owner of a methodology', () => {
  it('changes a weight, and nothing else in the file changes', () => {
    const after = edited(rating, (text) =>
      setValue(text, ['indicators', 'goals', 'weight'], literal('0.40')),
    )
    expect(after).toBe(rating.replace('weight: 0.45', 'weight: 0.40'))
  })

  it('changes two weights that add up to the same, and the engine reads them', () => {
    const after = edited(
      rating,
      (text) =>
        setValue(text, ['indicators', 'goals', 'weight'], literal('0.40')),
      (text) =>
        setValue(
          text,
          ['indicators', 'interaction', 'weight'],
          literal('0.35'),
        ),
    )
    expect(readTree(after)).toMatchObject({
      indicators: { goals: { weight: 0.4 }, interaction: { weight: 0.35 } },
    })
    const codes = loadMethodology('rating', after).problems.map(
      ({ code }) => code,
    )
    // The examples are still those of the old weights; the sum is right.
    expect(new Set(codes)).not.toContain('WEIGHTS_SUM')
  })

  it('adds a deduction behind another rule, and the engine reads it', () => {
    const rule = {
      title: { en: 'No report', ru: 'Нет отчёта', kk: 'Есеп жоқ' },
      when: 'reported_late, or incomplete: both # are said',
      deduct: { points: literal('2.50'), into: 'W' },
      cite: '43',
    }
    const after = edited(goals, (text) =>
      addEntry(text, ['rules'], 'no_report', rule, { after: 'late' }),
    )
    const line =
      '  no_report: { title: { en: No report, ru: Нет отчёта, kk: Есеп жоқ }, when: "reported_late, or incomplete: both # are said", deduct: { points: 2.50, into: W }, cite: "43" }'
    const lines = goals.split('\n')
    const late = lines.findIndex((each) => each.startsWith('  late:'))
    expect(after.split('\n')).toEqual(lines.toSpliced(late + 1, 0, line))
    expect(readTree(after)).toMatchObject({
      rules: { no_report: { deduct: { points: 2.5, into: 'W' }, cite: '43' } },
    })
  })

  it('moves a criterion under another, with its comments', () => {
    const before = [
      'criteria:',
      '  total:',
      '    aggregate: sum',
      '    children:',
      '      # paragraph 18',
      '      goals: # the first block',
      '        weight: 0.45',
      '        # paragraph 19',
      '        note: |',
      '          two',
      '           lines',
      '      orgdev:',
      '        weight: 0.55',
      '',
      'rules: {}',
      '',
    ].join('\n')
    const after = edited(before, (text) =>
      moveEntry(text, ['criteria', 'total', 'children', 'goals'], {
        parent: ['criteria', 'total', 'children', 'orgdev', 'children'],
        index: 0,
      }),
    )
    expect(after).toBe(
      [
        'criteria:',
        '  total:',
        '    aggregate: sum',
        '    children:',
        '      orgdev:',
        '        weight: 0.55',
        '        children:',
        '          # paragraph 18',
        '          goals: # the first block',
        '            weight: 0.45',
        '            # paragraph 19',
        '            note: |',
        '              two',
        '               lines',
        '',
        'rules: {}',
        '',
      ].join('\n'),
    )
    const back = edited(after, (text) =>
      moveEntry(
        text,
        ['criteria', 'total', 'children', 'orgdev', 'children', 'goals'],
        { parent: ['criteria', 'total', 'children'], index: 0 },
      ),
    )
    expect(back).toBe(before)
  })

  it('moves a whole section of the file, and the blank lines stay between sections', () => {
    const before = 'a: 1\n\n# about b\nb:\n  c: 1\n\nd:\n  e: 1\n'
    const after = edited(before, (text) =>
      moveEntry(text, ['b'], { parent: [], index: 2 }),
    )
    expect(after).toBe('a: 1\n\nd:\n  e: 1\n\n# about b\nb:\n  c: 1\n')
    const back = edited(after, (text) =>
      moveEntry(text, ['b'], { parent: [], index: 1 }),
    )
    expect(back).toBe(before)
  })

  it('excludes a body from a block in a table of the act', () => {
    const after = edited(rating, (text) =>
      setValue(text, ['tables', 'scopes', 'rows', 1, 1], ['goals', 'orgdev']),
    )
    expect(after).toBe(
      rating.replace(
        '[agency-for-civil-service-affairs, [], true',
        '[agency-for-civil-service-affairs, [goals, orgdev], true',
      ),
    )
  })

  it('removes a rule with the comment above it and the one behind it', () => {
    const before =
      'rules:\n  # first\n  a: { x: 1 } # one\n  # second\n  b: { x: 2 }\n  # the end\nz: 1\n'
    expect(edited(before, (text) => removeValue(text, ['rules', 'a']))).toBe(
      'rules:\n  # second\n  b: { x: 2 }\n  # the end\nz: 1\n',
    )
    expect(edited(before, (text) => removeValue(text, ['rules', 'b']))).toBe(
      'rules:\n  # first\n  a: { x: 1 } # one\n  # the end\nz: 1\n',
    )
  })

  it('removes the last rule, and the section goes or stays empty', () => {
    const before = 'a: 1\n\nrules: # of the act\n  a:\n    x: 1\n\nz: 1\n'
    const place = ['rules', 'a', 'x']
    expect(edited(before, (text) => removeValue(text, place))).toBe(
      'a: 1\n\nz: 1\n',
    )
    expect(
      edited(before, (text) => removeValue(text, place, { keepEmpty: true })),
    ).toBe('a: 1\n\nrules: # of the act\n  a: {}\n\nz: 1\n')
    expect(
      edited(before, (text) =>
        removeValue(text, ['rules', 'a'], { keepEmpty: true }),
      ),
    ).toBe('a: 1\n\nrules: {} # of the act\n\nz: 1\n')
  })

  it('gives a parameter another name', () => {
    const after = edited(goals, (text) =>
      renameKey(text, ['parameters', 'points_for_lateness'], 'points_late'),
    )
    expect(after).toBe(
      goals.replace('  points_for_lateness: {', '  points_late: {'),
    )
  })

  it('writes a note of several lines, which stays a block of text', () => {
    const before = 'a:\n  note: one # why\n  b: 1\n'
    const after = edited(before, (text) =>
      setValue(text, ['a', 'note'], 'бірінші\n\n  екінші: x\n'),
    )
    expect(after).toBe(
      'a:\n  note: | # why\n    бірінші\n\n      екінші: x\n  b: 1\n',
    )
    expect(
      edited(after, (text) => setValue(text, ['a', 'note'], 'үшінші')),
    ).toBe('a:\n  note: |- # why\n    үшінші\n  b: 1\n')
  })

  it('adds an example to a list of examples', () => {
    const before = 'examples:\n  - title: A\n    source: hand\n'
    const example = { title: 'B', body: { id: 'x', goals: literal('60.0') } }
    expect(
      edited(before, (text) => addToList(text, ['examples'], example)),
    ).toBe(`${before}  - title: B\n    body: { id: x, goals: 60.0 }\n`)
  })

  it('says what a file did not say yet', () => {
    expect(
      edited('a:\n  b: 1\nc: 2\n', (text) =>
        setValue(text, ['a', 'round', 'digits'], literal('2')),
      ),
    ).toBe('a:\n  b: 1\n  round: { digits: 2 }\nc: 2\n')
    expect(edited('', (text) => setValue(text, ['act', 'number'], '954'))).toBe(
      'act: { number: "954" }\n',
    )
    expect(
      edited('act: # of 2025\nz: 1\n', (text) =>
        setValue(text, ['act', 'words'], 'a\nb'),
      ),
    ).toBe('act: # of 2025\n  words: |-\n    a\n    b\nz: 1\n')
  })

  it('sets what is there already, and there is no change at all', () => {
    expect(
      setValue(rating, ['indicators', 'goals', 'weight'], literal('0.45')),
    ).toEqual([])
    expect(setValue(rating, ['version'], '2025')).toEqual([])
    expect(
      setValue(
        rating,
        ['outputs'],
        ['goals', 'interaction', 'orgdev', 'total'],
      ),
    ).toEqual([])
    const kind = {
      values: ['central', 'local'],
      type: 'level',
      from: 'register',
    }
    expect(
      setValue(
        `kind: { type: level, values: [central, local], from: register }`,
        ['kind'],
        kind,
      ),
    ).toEqual([])
  })
})

describe('the text of a draft', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['plain', 'a', 'a'],
    ['a comma', 'a, b', '"a, b"'],
    ['a colon', 'a: b', '"a: b"'],
    ['a comment sign', 'a # b', '"a # b"'],
    ['blanks around it', ' a ', '" a "'],
    ['a word that is read as true', 'yes', '"yes"'],
    ['a number as text', '0.50', '"0.50"'],
    ['nothing', '', '""'],
    ['Kazakh letters', 'Өнер және ғылым', 'Өнер және ғылым'],
    ['quotation marks', 'блок "мақсат", бұл', `'блок "мақсат", бұл'`],
    ['a bracket', 'a]', '"a]"'],
    ['a formula', 'min(q1, q2) * 2', '"min(q1, q2) * 2"'],
    ['a line break', 'a\nb', '"a\\nb"'],
    ['a dash', '- a', '"- a"'],
    ['an apostrophe and a colon', "it's: so", '"it\'s: so"'],
  ]
  it.each(cases)(
    'quotes %s inside braces where needed',
    (_, value, written) => {
      expect(
        edited('x: { a: 1, b: z }\n', (text) =>
          setValue(text, ['x', 'b'], value),
        ),
      ).toBe(`x: { a: 1, b: ${written} }\n`)
    },
  )

  it('keeps the quotes that a text has', () => {
    const set = (text: string, value: string) =>
      edited(text, (before) => setValue(before, ['a'], value))
    expect(set("a: 'x'\n", 'y')).toBe("a: 'y'\n")
    expect(set("a: 'x'\n", "it's")).toBe("a: 'it''s'\n")
    expect(set("a: 'x'\n", 'two\nlines')).toBe('a: "two\\nlines"\n')
    expect(set('a: "x"\n', 'y')).toBe('a: "y"\n')
    expect(set('a: x # why\n', 'y')).toBe('a: y # why\n')
    expect(set('a: >\n  x\n  y\nb: 1\n', 'p\nq\n')).toBe(
      'a: >\n  p\n\n  q\nb: 1\n',
    )
  })

  it('keeps its byte-order mark, its line breaks and the lack of a last one', () => {
    const before = '\ufeffa: 1\r\nb:\r\n  - x: 1\r\n    y: 2'
    const after = edited(
      before,
      (text) => setValue(text, ['b', 0, 'z'], literal('3')),
      (text) => addEntry(text, [], 'first', 'x', { after: 'a' }),
      (text) => removeValue(text, ['a']),
    )
    expect(after).toBe(
      '\ufefffirst: x\r\nb:\r\n  - x: 1\r\n    y: 2\r\n    z: 3',
    )
  })

  it('takes keys into braces and items into brackets, in one line or in several', () => {
    expect(
      edited('a: { b: 1 } # c\n', (text) => addEntry(text, ['a'], 'c', ['x'])),
    ).toBe('a: { b: 1, c: [x] } # c\n')
    const lines = 'a: [\n  1, # one\n  2 # two\n]\n'
    expect(edited(lines, (text) => addToList(text, ['a'], literal('3')))).toBe(
      'a: [\n  1, # one\n  2, # two\n  3\n]\n',
    )
    expect(
      edited(lines, (text) => addToList(text, ['a'], literal('0'), 0)),
    ).toBe('a: [\n  0,\n  1, # one\n  2 # two\n]\n')
    expect(edited(lines, (text) => removeValue(text, ['a', 1]))).toBe(
      'a: [\n  1 # one\n]\n',
    )
    expect(
      edited('a: [1, 2,\n  # about 3\n  3]\n', (text) =>
        removeValue(text, ['a', 1]),
      ),
    ).toBe('a: [1,\n  # about 3\n  3]\n')
  })
})

function edited(text: string, ...edits: readonly TextEdit[]): string {
  return edits.reduce((all, edit) => applyChanges(all, edit(all)), text)
}

function readTree(text: string): unknown {
  return loadMethodology('draft', text).source.tree
}
