/** Why there is nothing to explain: the body is not in the run, or the figure is none of it. */
import {
  closest,
  explainableFigures,
  explainableFlags,
  type Run,
} from '../../engine/index.js'

export interface UnknownFigure {
  readonly unknown: 'body' | 'figure'
  readonly words: string
}

/** @param output - null: the figure that decides the status of the body */
export function unknownFigure(
  run: Run,
  body: string,
  output: string | null,
): UnknownFigure {
  const ids = [...run.bodies, ...run.absent].map(({ given }) => given?.id ?? '')
  if (!ids.includes(body)) {
    const near = asked(closest(body, ids))
    const words = `No body of the data has the id "${body}".${near} There are ${ids.length}: ${listOf(ids)}.`
    return { unknown: 'body', words }
  }
  const figures = [...explainableFigures(run), ...explainableFlags(run)]
  const near = asked(closest(output ?? '', figures))
  const words = `"${output ?? ''}" is not a figure of the body.${near} These can be explained: ${listOf(figures)}.`
  return { unknown: 'figure', words }
}

function asked(name: string | undefined): string {
  return name === undefined ? '' : ` Did you mean "${name}"?`
}

function listOf(names: readonly string[], most = 30): string {
  const shown = names.slice(0, most).join(', ')
  return names.length > most ? `${shown} ...` : shown
}
