/** Where something stands in a file: keys and positions from the root. */
export type Path = readonly (string | number)[]

export function pathKey(path: Path): string {
  return JSON.stringify(path)
}

/** As people write it: `criteria.hdi.children[2]`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? step : `${text}.${step}`
  }, '')
}
