/** Damages a text on purpose, and remembers where. */

export interface Slip {
  /** Text of the sound file. */
  readonly find: string
  readonly write: string
  readonly code: string
}

export interface Damaged {
  readonly text: string
  /** As `12 UNKNOWN_NAME`: what must be said of it, in the order of the file. */
  readonly expected: readonly string[]
}

/** @throws where the sound file no longer says what a slip replaces */
export function damage(sound: string, slips: readonly Slip[]): Damaged {
  let text = sound
  for (const { find, write } of slips) {
    if (!text.includes(find)) throw new Error(`Not in the file: ${find}`)
    text = text.replace(find, () => write)
  }
  const expected = slips
    .map(({ find, write, code }) => {
      const alone = sound.replace(find, () => write)
      const own = alone.slice(0, firstDifference(sound, alone))
      return { offset: own.length, line: own.split('\n').length, code }
    })
    .sort((a, b) => a.offset - b.offset)
    .map(({ line, code }) => `${line} ${code}`)
  return { text, expected }
}

function firstDifference(a: string, b: string): number {
  let index = 0
  while (a[index] === b[index]) index += 1
  return index
}
