/** Says sentences of the engine in another language, as far as they are known. */
import type { Sayings } from '../messages/en/sayings/index.js'
import { mistakeKey, type MistakeWords } from './mistake-words.js'
import {
  ownLetters,
  parseTemplate,
  patternOf,
  valuesOf,
  type Template,
  type Values,
} from './template.js'

/** A piece of what is shown; English where the studio has no words for it. */
export interface Said {
  readonly text: string
  readonly isEnglish: boolean
}

export interface Mistake {
  readonly code: string
  readonly message: string
  /** What the message puts in, where the engine gave it. */
  readonly with?: Readonly<Record<string, string | readonly string[]>>
}

export interface Phrasebook {
  readonly say: (sentence: string) => readonly Said[]
  readonly sayMistake: (mistake: Mistake) => readonly Said[]
}

export interface OwnWords {
  readonly sayings: Sayings
  readonly mistakes: MistakeWords
  readonly decimal: (text: string) => string
}

interface Saying {
  readonly pattern: RegExp
  readonly own: Template
  readonly letters: number
  /** Reads nearly anything, as `{place}: {reason*}`: it counts only where all that it reads is known. */
  readonly isLoose: boolean
}

/** A saying of fewer letters is loose. */
const LETTERS_THAT_TELL = 6
/** Longer texts are no sentences. */
const LONGEST = 4000

export function openPhrasebook(
  english: Sayings,
  { sayings, mistakes, decimal }: OwnWords,
): Phrasebook {
  const { fixed, patterns } = readSayings(english, sayings)
  const telling = patterns.filter(({ isLoose }) => !isLoose)
  const known = new Map<string, readonly Said[] | null>()

  return {
    say: (sentence) => understood(sentence) ?? [inEnglish(sentence)],
    sayMistake: (mistake) =>
      wordedMistake(mistake) ?? [inEnglish(mistake.message)],
  }

  function understood(sentence: string): readonly Said[] | null {
    const before = known.get(sentence)
    if (before !== undefined) return before
    const found = read(sentence, patterns)
    known.set(sentence, found)
    return found
  }

  function read(
    sentence: string,
    among: readonly Saying[],
  ): readonly Said[] | null {
    const word = fixed.get(sentence)
    if (word !== undefined) return [inOwn(word)]
    if (sentence.length > LONGEST) return null
    const inTurn = eachInTurn(sentence)
    if (inTurn?.every(isOwn)) return inTurn
    let partly: readonly Said[] | null = null
    for (const { pattern, own, isLoose } of among) {
      const values = pattern.exec(sentence)?.groups
      if (!values) continue
      const said = fill(own, values, isLoose)
      if (said.every(isOwn)) return said
      if (!isLoose) partly ??= said
    }
    return partly ?? inTurn
  }

  /** Several reasons after one another; null where none is known. */
  function eachInTurn(sentence: string): readonly Said[] | null {
    const parts = sentence.split('; ')
    if (parts.length < 2) return null
    const said = parts.map(understood)
    if (said.every((each) => each === null)) return null
    return joined(
      said.flatMap((each, index) => [
        ...(index === 0 ? [] : [inOwn('; ')]),
        ...(each ?? [inEnglish(parts[index] ?? '')]),
      ]),
    )
  }

  function wordedMistake(mistake: Mistake): readonly Said[] | null {
    if (!mistake.with) return understood(mistake.message)
    const values = asText(mistake.with)
    const key = mistakeKey(mistake.code, values)
    if (!hasWords(mistakes, key)) return understood(mistake.message)
    const said = fill(parseTemplate(mistakes[key]), values)
    if (values['rowTable'] === undefined) return said
    const row = fill(parseTemplate(mistakes.IN_ROW), values)
    return joined([...said, inOwn(' '), ...row])
  }

  /** @param isLoose - sentences within count only where the studio knows them well */
  function fill(
    template: Template,
    values: Values,
    isLoose = false,
  ): readonly Said[] {
    return joined(
      template.flatMap((piece): readonly Said[] => {
        if (piece.kind === 'text') return [inOwn(piece.text)]
        if (piece.kind === 'optional') {
          const isThere = valuesOf(piece.pieces).every(
            ({ name }) => (values[name] ?? '') !== '',
          )
          return isThere ? fill(piece.pieces, values, isLoose) : []
        }
        const value = values[piece.name] ?? ''
        switch (piece.as) {
          case 'plain':
          case 'word':
            return [inOwn(value)]
          case 'decimal':
            return [inOwn(decimal(value))]
          case 'file':
            return understood(value) ?? [inOwn(value)]
          case 'sentence':
            return isLoose
              ? (read(value, telling) ?? [inEnglish(value)])
              : (understood(value) ?? unread(value))
        }
      }),
    )
  }
}

function readSayings(english: Sayings, own: Sayings) {
  const fixed = new Map<string, string>()
  const patterns: Saying[] = []
  for (const [area, sentences] of Object.entries(english)) {
    const ownSentences: Readonly<Record<string, string>> =
      own[area as keyof Sayings]
    for (const [key, sentence] of Object.entries(sentences)) {
      const words = ownSentences[key] ?? ''
      // Any reason may have what is known beyond it behind it.
      const more = area === 'absences' ? ': {detail*}' : ''
      const template = parseTemplate(`${sentence}${more}`)
      const letters = ownLetters(template)
      if (valuesOf(parseTemplate(sentence)).length === 0) {
        fixed.set(sentence, words)
        if (more === '') continue
      }
      patterns.push({
        pattern: patternOf(template),
        own: parseTemplate(`${words}${more}`),
        letters,
        isLoose: letters < LETTERS_THAT_TELL,
      })
    }
  }
  // Of two that read a sentence the one with more letters knows it better.
  patterns.sort((a, b) => b.letters - a.letters)
  return { fixed, patterns }
}

function asText(given: NonNullable<Mistake['with']>): Values {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[name, value]]
        : [
            [name, value.join(', ')],
            [`${name}Count`, String(value.length)],
          ],
    ),
  )
}

function hasWords(
  mistakes: MistakeWords,
  key: string,
): key is keyof MistakeWords {
  return Object.hasOwn(mistakes, key)
}

/** What the studio has no words for; a name, a number or a formula needs none. */
function unread(text: string): readonly Said[] {
  const quoted = /^"([^"]*)"$/.exec(text)?.[1]
  if (quoted !== undefined) return [inOwn(`«${quoted}»`)]
  return [
    /\p{L}{2,}[,:]? \p{L}{2,}/u.test(text) ? inEnglish(text) : inOwn(text),
  ]
}

function isOwn({ isEnglish }: Said): boolean {
  return !isEnglish
}

function inOwn(text: string): Said {
  return { text, isEnglish: false }
}

function inEnglish(text: string): Said {
  return { text, isEnglish: true }
}

/** Neighbours of one language as one. */
function joined(pieces: readonly Said[]): readonly Said[] {
  const all: Said[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (piece.text === '') continue
    if (last?.isEnglish === piece.isEnglish) {
      all[all.length - 1] = { ...last, text: last.text + piece.text }
    } else {
      all.push(piece)
    }
  }
  return all
}
