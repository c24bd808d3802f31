/** Every methodology file that the tests have, as it is and with the line breaks of Windows. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'

import { readOutline } from '../../../studio/features/editor/text/outline/read-outline.js'
import type {
  Entry,
  CollectionSpot,
  Spot,
} from '../../../studio/features/editor/text/outline/outline.js'
import type { Place } from '../../../studio/features/editor/text/place.js'

export interface TextFile {
  readonly name: string
  readonly text: string
}

const ROOT = join(import.meta.dirname, '../../..')

/** What people write by hand: comments everywhere, several ways to lay out, blanks at ends of lines. */
const BY_HAND: TextFile = {
  name: 'kept by hand',
  text: `\ufeff# about the file
# in two lines
format: 1 # the first
"title":   'Рейтинг'   

# about the act
act:
    number: "1"  
    # inside
    words: >-
        folded
        text

    # a comment apart

    amended:
    - number: 2 # compact
      # about the date
      date: 2025-01-01

    - - deep
      - deeper # item
      # end of the deeper
    -   wide: 1
        wider: {}
    # end of the list
list: [ a, "b, c",
  # own line
  d, # behind d
  { x: 1, y: [1, 2, ], },
  e
]
empty:
nothing: ~
none: # of them
texts:
  one: |
    first

      second # no comment
  two: plain text
    over two lines
  three: "double \\
    over two lines"
braces: {a: 1,b: {c: , d}, "e": 'x'}


last: { }
# the end`,
}

/** Those that are YAML; the fixtures of syntax mistakes are left out. */
export const FILES: readonly TextFile[] = ['rules', 'test/fixtures']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }))
  .filter(({ text }) => readOutline(text).errors.length === 0)

export const WINDOWS_FILES: readonly TextFile[] = FILES.map(
  ({ name, text }) => ({
    name: `${name} with CRLF`,
    text: text.replaceAll('\n', '\r\n'),
  }),
)

export const anyFile = fc.constantFrom(...FILES, ...WINDOWS_FILES)

/** Half of the draws are of the file that people have written by hand. */
export const anyFileOrByHand = fc.oneof(
  anyFile,
  fc.constantFrom(BY_HAND, {
    name: `${BY_HAND.name} with CRLF`,
    text: BY_HAND.text.replaceAll('\n', '\r\n'),
  }),
)

/** One value of a file, and where it stands. */
export interface Found {
  readonly place: Place
  readonly entry: Entry
  readonly parent: CollectionSpot
}

/** What can be edited: nothing that is shared or said twice. */
export function listFound(text: string): readonly Found[] {
  const found: Found[] = []
  const walk = (spot: Spot, place: Place) => {
    if (spot.kind === 'scalar' || spot.kind === 'alias') return
    if (spot.isUnusual || spot.isMarked) return
    const keys = spot.entries.map(({ key }) => key)
    for (const entry of spot.entries) {
      const isTwice = keys.filter((key) => key === entry.key).length > 1
      if (isTwice) continue
      const inner = [...place, entry.key]
      if (!hasMarks(entry.spot))
        found.push({ place: inner, entry, parent: spot })
      walk(entry.spot, inner)
    }
  }
  const { root } = readOutline(text)
  if (root) walk(root, [])
  return found
}

function hasMarks(spot: Spot): boolean {
  if (spot.isMarked) return true
  return 'entries' in spot && spot.entries.some((each) => hasMarks(each.spot))
}
