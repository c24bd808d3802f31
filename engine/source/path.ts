/** Where something stands in a file: keys and positions from the root. */
export type Path = readonly (string | number)[]

export function pathKey(path: Path): string {
  return JSON.stringify(path)
}

/** The key of the path one step below. */
export function childKey(parent: string, step: string | number): string {
  const comma = parent === '[]' ? '' : ','
  return `${parent.slice(0, -1)}${comma}${JSON.stringify(step)}]`
}

/** As people write it: `criteria.hdi.children[2]`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}

/** Or the same place. */
export function isBelow(path: Path, above: Path): boolean {
  return above.every((step, index) => path[index] === step)
}
