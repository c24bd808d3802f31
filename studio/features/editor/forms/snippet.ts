/** A part of a YAML text as it would stand alone: without what it is indented by. */
export function snippetAt(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const before = text.slice(start, from)
  const isOwnLine = before.trim() === ''
  const [first = '', ...lines] = text.slice(from, to).split('\n')
  const depth = isOwnLine
    ? before.length
    : Math.min(...lines.filter((each) => each.trim() !== '').map(indentOf))
  const rest = lines.map((line) =>
    line.slice(Math.min(indentOf(line), Number.isFinite(depth) ? depth : 0)),
  )
  return [first, ...rest].join('\n').trimEnd()
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
