/** The texts of a row in the language that is shown; each is made once. */
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

import type { NamedBody } from '../../bodies/shown-name.js'
import { useFormat } from '../../format/useFormat.js'
import type { FigureState } from './figure-state.js'
import { boundLimit, limitText, notesOf, type Limit } from './result-notes.js'
import type { ResultRow } from './result-rows.js'
import type { OutlineWords } from './useOutlineWords.js'

/** Digits after the decimal sign at most; the explanation has all of them. */
const DIGITS = 4

export interface FigureWords {
  readonly text: string
  readonly className: 'absent' | undefined
  /** The whole figure, where it is cut off. */
  readonly title: string | undefined
  readonly limit: string | null
}

export interface RowWords {
  readonly figures: Readonly<Record<string, FigureWords>>
  readonly deductions: string
  readonly flags: readonly {
    readonly text: string
    readonly language: string | undefined
    readonly isUndecided: boolean
  }[]
  readonly notes: readonly string[]
}

/** @param textOf - what a body is called */
export function useRowWords(
  words: OutlineWords,
  columns: ComputedRef<readonly string[]>,
  textOf: (body: NamedBody) => string,
): { readonly wordsOf: ComputedRef<(row: ResultRow) => RowWords> } {
  const { t, locale } = useI18n()
  const { count, date, decimal } = useFormat()

  const wordsOf = computed(() => {
    // Another language, or other columns: all texts are made anew.
    const [figures] = [columns.value, locale.value]
    const known = new WeakMap<ResultRow, RowWords>()
    return (row: ResultRow): RowWords => {
      const made = known.get(row) ?? rowWords(row, figures)
      known.set(row, made)
      return made
    }
  })
  return { wordsOf }

  function rowWords(row: ResultRow, figures: readonly string[]): RowWords {
    const { deductions, flags } = row
    return {
      figures: Object.fromEntries(
        figures.map((figure) => [figure, figureWords(row, figure)]),
      ),
      deductions: deductions
        ? t('runs.deductionsOf', {
            points: decimal(negative(deductions.sum), DIGITS),
            count: count(deductions.count),
          })
        : '',
      flags: flags.map((flag) => ({
        ...words.flagWords(flag),
        isUndecided: flag.undecided,
      })),
      notes: noteWords(row, figures),
    }
  }

  function figureWords(row: ResultRow, figure: string): FigureWords {
    const state = row.figures[figure] ?? { kind: 'missing' }
    const limit = boundLimit(row.body, figure)
    const text = stateText(state)
    const whole = state.kind === 'decimal' ? decimal(state.text) : text
    return {
      text,
      className: 'text' in state ? undefined : 'absent',
      title: whole === text ? undefined : whole,
      limit: limit && limitWords(limit),
    }
  }

  function stateText(state: FigureState): string {
    switch (state.kind) {
      case 'decimal':
        return decimal(state.text, DIGITS)
      case 'word':
        return state.text
      case 'missing':
      case 'notApplicable':
      case 'restricted':
        return t(`terms.states.${state.kind}`)
    }
  }

  function noteWords(
    row: ResultRow,
    figures: readonly string[],
  ): readonly string[] {
    const { joined, limits, imputed, absences } = notesOf(row.body, figures)
    return [
      ...joined.map((each) =>
        t('runs.joinedWith', { name: textOf(each), on: date(each.ended) }),
      ),
      ...limits.map((limit) =>
        t('runs.limitOn', {
          figure: words.figureName(limit.of),
          limit: limitWords(limit),
        }),
      ),
      ...(imputed === 0 ? [] : [t('runs.imputed', { count: count(imputed) })]),
      ...(absences.length === 0
        ? []
        : [
            t('runs.absences', {
              children: absences.map(words.figureName).join(', '),
            }),
          ]),
    ]
  }

  function limitWords(limit: Limit): string {
    const text = decimal(limitText(limit))
    return t(`runs.limits.${limit.kind}`, { limit: text })
  }
}

/** Points that are taken away; nothing stays nothing. */
function negative(sum: string): string {
  return sum === '0' || sum.startsWith('-') ? sum : `-${sum}`
}
