/**
 * Edits of places drawn from every methodology file there is, also with the line
 * breaks of Windows: what was not edited stays byte for byte.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../../engine/index.js'
import { addEntry } from '../../../studio/features/editor/text/add-entry.js'
import { addToList } from '../../../studio/features/editor/text/add-to-list.js'
import { EditRefused } from '../../../studio/features/editor/text/edit-refused.js'
import { moveEntry } from '../../../studio/features/editor/text/move-entry.js'
import {
  changeAt,
  withItem,
} from '../../../studio/features/editor/text/plain-edits.js'
import type { Place } from '../../../studio/features/editor/text/place.js'
import {
  readFile,
  type Plain,
} from '../../../studio/features/editor/text/read-file.js'
import { removeValue } from '../../../studio/features/editor/text/remove-value.js'
import { renameKey } from '../../../studio/features/editor/text/rename-key.js'
import { setValue } from '../../../studio/features/editor/text/set-value.js'
import {
  applyChanges,
  type TextChange,
} from '../../../studio/features/editor/text/text-change.js'
import { createTextHistory } from '../../../studio/features/editor/text/text-history.js'
import type { Written } from '../../../studio/features/editor/text/written.js'
import {
  anyFile,
  anyFileOrByHand,
  FILES,
  listFound,
  type Found,
} from './files.js'

/** The machine is shared: enough draws to meet every kind of place, run after run. */
const DRAWS = { numRuns: 60 }

/** A place of a file that fits the question. */
const placeWhere = (fits: (found: Found) => boolean, files = anyFile) =>
  files.chain(({ name, text }) => {
    const found = listFound(text).filter(fits)
    return found.length === 0
      ? fc.constant(null)
      : fc.constantFrom(...found).map((each) => ({ name, text, ...each }))
  })

const anyText = fc.oneof(
  fc.constantFrom(
    'a, b: c # d',
    'Қазақ тілі',
    'no',
    '12',
    ' x ',
    "it's",
    'say "x"',
    'min(q1, q2) > 0 ? 1 : 0',
    '- x',
    '',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string(),
)
const anyNumber = fc.constantFrom('0.40', '12', '1e3', '-3').map((literal) => ({
  literal,
}))

/** What one reader of YAML or another takes for something else than text. */
const WORDS_OF_YAML = /^(y|n|yes|no|on|off|true|false|null)$/i

const isScalar = ({ entry }: Found) => entry.spot.kind === 'scalar'
const isOfMap = ({ parent }: Found) => parent.kind === 'map'
const isNotAlone = ({ parent }: Found) => parent.entries.length > 1

describe('in every file', () => {
  it('there are files to try', () => {
    expect(FILES.length).toBeGreaterThan(200)
  })

  it('a value set changes that value, and no line beside it', () => {
    const values = fc.oneof(anyText, anyNumber)
    fc.assert(
      fc.property(
        placeWhere(isScalar, anyFileOrByHand),
        values,
        (drawn, value) => {
          if (!drawn) return
          const { text, place, entry } = drawn
          const changes = setValue(text, place, value)
          const after = applyChanges(text, changes)
          expect(plainTree(after)).toEqual(
            plain(changeAt(tree(text), place, () => value)),
          )
          const { from, to } = entry.spot
          expectOutsideKept(text, after, from, to)
        },
      ),
      DRAWS,
    )
  })

  it('a value set and set back leaves the file as it was', () => {
    fc.assert(
      fc.property(placeWhere(isScalar), (drawn) => {
        if (!drawn) return
        const { text, place, entry } = drawn
        if (isWrittenOtherwise(text, entry)) return
        const old = valueOf(entry)
        const isText = typeof old === 'string'
        const other = isText ? 'another text' : { literal: '77' }
        const after = applyChanges(text, setValue(text, place, other))
        expect(after).not.toBe(text)
        const back = applyChanges(after, setValue(after, place, old))
        expect(back).toBe(text)
      }),
      DRAWS,
    )
  })

  it('a key renamed and named back leaves the file as it was', () => {
    fc.assert(
      fc.property(placeWhere(isOfMap), anyText, (drawn, name) => {
        if (!drawn || name === '<<') return
        const { text, place, parent, entry } = drawn
        if (parent.entries.some(({ key }) => key === name)) return
        const after = applyChanges(text, renameKey(text, place, name))
        const renamed = [...place.slice(0, -1), name]
        expect(valueAt(after, renamed)).toEqual(valueAt(text, place))
        const key = String(entry.key)
        const back = applyChanges(after, renameKey(after, renamed, key))
        expect(tree(back)).toEqual(tree(text))
        // A key in quotes stays in quotes.
        if (/^[a-z]\w*$/i.test(name) && !WORDS_OF_YAML.test(name)) {
          expect(back).toBe(text)
        }
      }),
      DRAWS,
    )
  })

  it('an entry moved and moved back leaves the file as it was but for blank lines', () => {
    fc.assert(
      fc.property(placeWhere(isNotAlone), fc.nat(50), (drawn, draw) => {
        if (!drawn) return
        const { text, place, parent, entry } = drawn
        const source = place.slice(0, -1)
        const at = parent.entries.indexOf(entry)
        const index = draw % parent.entries.length
        const moved = moveEntry(text, place, { parent: source, index })
        const after = applyChanges(text, moved)
        const place2 = parent.kind === 'map' ? place : [...source, index]
        expect(valueAt(after, place2)).toEqual(valueAt(text, place))
        const back = applyChanges(
          after,
          moveEntry(after, place2, { parent: source, index: at }),
        )
        expect(withoutBlankLines(back)).toBe(withoutBlankLines(text))
        expect(plainTree(back)).toEqual(plainTree(text))
      }),
      DRAWS,
    )
  })

  it('an entry moved to a new map and back is said again as it was', () => {
    const fits = (found: Found) => isOfMap(found) && isNotAlone(found)
    fc.assert(
      fc.property(placeWhere(fits), (drawn) => {
        if (!drawn) return
        const { text, place, parent, entry } = drawn
        if (typeof place[0] === 'number') return
        const there = { parent: ['elsewhere', 'children'], index: 0 }
        const after = applyChanges(text, moveEntry(text, place, there))
        const moved = [...there.parent, entry.key]
        expect(valueAt(after, moved)).toEqual(valueAt(text, place))
        const home = {
          parent: place.slice(0, -1),
          index: parent.entries.indexOf(entry),
        }
        const back = applyChanges(after, moveEntry(after, moved, home))
        expect(withoutBlankLines(back)).toBe(withoutBlankLines(text))
      }),
      DRAWS,
    )
  })

  it('something removed is gone with nothing else, and can be added again', () => {
    fc.assert(
      fc.property(placeWhere(isNotAlone, anyFileOrByHand), (drawn) => {
        if (!drawn) return
        const { text, place, parent, entry } = drawn
        const source = place.slice(0, -1)
        const after = applyChanges(text, removeValue(text, place))
        expect(plainTree(after)).toEqual(
          plain(changeAt(tree(text), place, () => undefined)),
        )
        const value = valueAt(text, place) as Written
        const index = parent.entries.indexOf(entry)
        const before = parent.entries[index - 1]?.key
        const options = before === undefined ? {} : { after: String(before) }
        const again = applyChanges(
          after,
          parent.kind === 'map'
            ? addEntry(after, source, String(entry.key), value, options)
            : addToList(after, source, value, index),
        )
        expect(tree(again)).toEqual(tree(text))
      }),
      DRAWS,
    )
  })

  it('something new inside a map or list, taken away again, leaves the file as it was', () => {
    const fits = ({ entry }: Found) =>
      'entries' in entry.spot && entry.spot.entries.length > 0
    const values = fc.constantFrom<Written>(
      'text, with a comma',
      { title: { en: 'New', kk: 'Жаңа' }, weight: { literal: '0.5' } },
      ['a', { b: 'c\nd' }],
    )
    fc.assert(
      fc.property(placeWhere(fits), values, (drawn, value) => {
        if (!drawn) return
        const { text, place, entry } = drawn
        const isMap = entry.spot.kind === 'map'
        const edit: (before: string) => readonly TextChange[] = isMap
          ? (before) => addEntry(before, place, 'brand new', value)
          : (before) => addToList(before, place, value, 0)
        const after = applyChanges(text, edit(text))
        const step = isMap ? 'brand new' : 0
        expect(plainTree(after)).toEqual(
          plain(
            changeAt(tree(text), isMap ? [...place, step] : place, (list) =>
              isMap ? value : withItem(list, 0, value),
            ),
          ),
        )
        const back = applyChanges(after, removeValue(after, [...place, step]))
        expect(back).toBe(text)
      }),
      DRAWS,
    )
  })

  it('whatever was done is taken back byte for byte', () => {
    const deeds = fc.array(fc.tuple(fc.nat(), fc.nat(3)), { maxLength: 6 })
    fc.assert(
      fc.property(anyFileOrByHand, deeds, ({ text }, drawn) => {
        const history = createTextHistory(text)
        for (const [draw, deed] of drawn) {
          const found = listFound(history.text.value)
          const chosen = found[draw % found.length]
          if (!chosen) continue
          try {
            history.apply(done(history.text.value, chosen, deed))
          } catch (error) {
            if (!(error instanceof EditRefused)) throw error
          }
        }
        const after = history.text.value
        while (history.undo());
        expect(history.text.value).toBe(text)
        while (history.redo());
        expect(history.text.value).toBe(after)
      }),
      { numRuns: 30 },
    )
  })

  it('the engine reads the value that a form has set', () => {
    const isTitle = (found: Found) =>
      isScalar(found) && found.place.at(-1) === 'title'
    fc.assert(
      fc.property(placeWhere(isTitle), anyText, (drawn, value) => {
        if (!drawn) return
        const { text, place } = drawn
        // Nested too deep, say, it is refused unread.
        if (engineText(text, place) === undefined) return
        const after = applyChanges(text, setValue(text, place, value))
        expect(engineText(after, place)).toBe(value.normalize('NFC'))
      }),
      { numRuns: 20 },
    )
  })
})

function engineText(text: string, place: Place): string | undefined {
  return loadMethodology('draft', text).source.scalarText(place)
}

function done(
  text: string,
  { place, parent }: Found,
  deed: number,
): readonly TextChange[] {
  if (deed === 0) return removeValue(text, place)
  if (deed === 1) return setValue(text, place, { brand: 'new', words: 'a\nb' })
  if (deed === 2 || parent.kind === 'list') {
    return moveEntry(text, place, { parent: place.slice(0, -1), index: 0 })
  }
  return addEntry(text, place.slice(0, -1), 'brand new key', ['x'])
}

function tree(text: string): Plain {
  const { tree: said, errors } = readFile(text)
  expect(errors).toEqual([])
  return said
}

/** Without prototypes, which tell a literal from a map that looks like one. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown
}

function plainTree(text: string): unknown {
  return plain(tree(text))
}

function valueAt(text: string, place: Place): unknown {
  return place.reduce<unknown>(
    (here, step) => (here as Record<string | number, unknown>)[step],
    plainTree(text),
  )
}

function valueOf({ spot }: Found['entry']): Written {
  return spot.kind === 'scalar' ? spot.value : ''
}

/** A value that is left open is set back as null, and a word of YAML in quotes. */
function isWrittenOtherwise(text: string, { spot }: Found['entry']): boolean {
  const written = text.slice(spot.from, spot.to)
  return (
    written === '' ||
    (spot.kind === 'scalar' &&
      typeof spot.value === 'string' &&
      WORDS_OF_YAML.test(written))
  )
}

/** Every byte before and behind the value, wherever it ends now. */
function expectOutsideKept(
  before: string,
  after: string,
  from: number,
  to: number,
): void {
  expect(after.startsWith(before.slice(0, from))).toBe(true)
  expect(after.endsWith(before.slice(to))).toBe(true)
}

function withoutBlankLines(text: string): string {
  return text.replace(/^[ \t]*\r?\n/gm, '')
}
