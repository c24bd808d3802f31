/**
 * Mistakes under the characters that they are about. The library of CodeMirror
 * for this draws its lines by pictures in data: URLs, which the page's policy
 * keeps out; these are lines of text.
 */
import { StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, hoverTooltip } from '@codemirror/view'
import type { DecorationSet } from '@codemirror/view'

import type { Mistake, Said } from '../../../engine-words/phrasebook.js'

/** 0-based characters; `to` is after the last. */
interface Marked {
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning'
}

export interface TextProblem extends Mistake, Marked {}

/** With its words in the language that is shown. */
export interface SaidProblem extends Marked {
  readonly said: readonly Said[]
}

interface Marks {
  readonly problems: readonly SaidProblem[]
  readonly drawn: DecorationSet
}

const setProblems = StateEffect.define<readonly SaidProblem[]>()

const marks = StateField.define<Marks>({
  create: () => ({ problems: [], drawn: Decoration.none }),
  update(value, { changes, docChanged, effects, newDoc }) {
    const moved: Marks = docChanged
      ? {
          problems: value.problems.map((each) => ({
            ...each,
            from: changes.mapPos(each.from, 1),
            to: changes.mapPos(each.to, -1),
          })),
          drawn: value.drawn.map(changes),
        }
      : value
    return effects.reduce(
      (before, effect) =>
        effect.is(setProblems) ? drawn(effect.value, newDoc.length) : before,
      moved,
    )
  },
  provide: (field) =>
    EditorView.decorations.from(field, (value) => value.drawn),
})

export function problemMarks(): Extension {
  return [
    marks,
    hoverTooltip((view, at) => {
      const { problems } = view.state.field(marks)
      const here = problems.filter(({ from, to }) => from <= at && at <= to)
      const [first] = here
      if (!first) return null
      return {
        pos: first.from,
        end: Math.max(first.from, first.to),
        above: true,
        create: () => ({ dom: tooltip(here) }),
      }
    }),
  ]
}

export function showProblems(
  view: EditorView,
  problems: readonly SaidProblem[],
): void {
  view.dispatch({ effects: setProblems.of(problems) })
}

function drawn(given: readonly SaidProblem[], length: number): Marks {
  const problems = given.flatMap((each) => {
    const from = Math.min(each.from, length)
    const to = Math.min(each.to, length)
    return to > from ? [{ ...each, from, to }] : []
  })
  const ranges = problems.map(({ from, to, severity }) =>
    Decoration.mark({
      class: `cm-problem cm-problem-${severity}`,
    }).range(from, to),
  )
  return { problems, drawn: Decoration.set(ranges, true) }
}

function tooltip(problems: readonly SaidProblem[]): HTMLElement {
  const all = document.createElement('div')
  for (const { said } of problems) {
    const words = document.createElement('p')
    words.className = 'cm-problem-words'
    words.append(...said.map(pieceOf))
    all.append(words)
  }
  return all
}

function pieceOf({ text, isEnglish }: Said): string | HTMLElement {
  if (!isEnglish) return text
  const piece = document.createElement('span')
  piece.lang = 'en'
  piece.textContent = text
  return piece
}
