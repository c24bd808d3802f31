/** Which styles of a workbook show a number as a date or a time (ECMA-376, part 1, 18.8.30). */
import { readXml, type XmlReading } from './read-xml.js'
import type { Runtime } from './runtime.js'

/** What a number is shown as: a day, perhaps with a time; a time alone; or neither. */
export type Shown = 'number' | 'date' | 'time'

/** Formats that every program knows without their being written down. */
const BUILT_IN: ReadonlyMap<number, Shown> = new Map([
  ...ids(14, 17, 'date'),
  ...ids(18, 21, 'time'),
  ...ids(22, 22, 'date'),
  ...ids(27, 31, 'date'),
  ...ids(32, 35, 'time'),
  ...ids(36, 36, 'date'),
  ...ids(45, 47, 'time'),
  ...ids(50, 54, 'date'),
  ...ids(55, 56, 'time'),
  ...ids(57, 58, 'date'),
])

/** Number of a style -> what it shows. */
export async function readNumberFormats(
  styles: Uint8Array,
  runtime: Runtime,
): Promise<readonly Shown[]> {
  const formats = new Map<number, string>()
  const shown: number[] = []
  let isCellStyle = false
  const reading: XmlReading = {
    open: (name, attributes) => {
      const id = Number(attributes.get('numFmtId') ?? '0')
      if (name === 'numFmt') formats.set(id, attributes.get('formatCode') ?? '')
      else if (name === 'cellXfs') isCellStyle = true
      else if (name === 'xf' && isCellStyle) shown.push(id)
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false
    },
  }
  await readXml(styles, 'styles', reading, runtime)
  return shown.map((id) => {
    const code = formats.get(id)
    return code === undefined ? (BUILT_IN.get(id) ?? 'number') : shownBy(code)
  })
}

/** @param code - as `yyyy\-mm\-dd;@` or `[h]:mm` */
function shownBy(code: string): Shown {
  // Only the first section is of positive numbers, as days are.
  const [section = ''] = code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .split(';')
  const isDuration = /\[(h+|m+|s+)\]/i.test(section)
  const signs = section.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '')
  if (/[yd]/i.test(signs)) return 'date'
  if (isDuration || /[hs]/i.test(signs)) return 'time'
  return /m/i.test(signs) ? 'date' : 'number'
}

function ids(
  from: number,
  to: number,
  shown: Shown,
): readonly [number, Shown][] {
  const count = to - from + 1
  return Array.from({ length: count }, (_, index) => [from + index, shown])
}
