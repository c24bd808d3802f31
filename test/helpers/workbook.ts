/** Workbooks as other programs write them, from the XML of their sheets. */
import { strToU8, zipSync } from 'fflate'

export interface WorkbookText {
  /** Name -> what stands in its element worksheet. */
  readonly sheets: Readonly<Record<string, string>>
  /** Name -> attributes of its element sheet. */
  readonly states?: Readonly<Record<string, string>>
  /** Before the sheets, in the element workbook. */
  readonly properties?: string
  /** After them. */
  readonly calculation?: string
  /** What stands in the element sst. */
  readonly texts?: string
  /** What stands in the element styleSheet. */
  readonly styles?: string
  /** Files beside, or in the place of, the usual ones. */
  readonly files?: Readonly<Record<string, string>>
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function workbook(given: WorkbookText): Uint8Array {
  const { sheets, states = {}, properties = '', calculation = '' } = given
  const { texts = '', styles = '', files = {} } = given
  const names = Object.keys(sheets)
  const listed = names.map(
    (name, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}" ${states[name] ?? ''}/>`,
  )
  const related = [
    ...names.map((_, at) => relation(`r${at}`, 'worksheet', `sheet${at}.xml`)),
    relation('t', 'sharedStrings', 'texts.xml'),
    relation('s', 'styles', '/xl/styles.xml'),
  ]
  return packed({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations([
      relation('w', 'officeDocument', 'xl/workbook.xml'),
    ]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships">${properties}<sheets>${listed.join('')}</sheets>${calculation}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(related),
    'xl/texts.xml': `<sst xmlns="${MAIN}">${texts}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/sheet${at}.xml`,
        `<worksheet xmlns="${MAIN}">${sheets[name] ?? ''}</worksheet>`,
      ]),
    ),
    ...files,
  })
}

/** Text as a cell of its own. */
export function text(place: string, content: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${content}</t></is></c>`
}

/** @param attributes - as `t="e"` or `s="1"` */
export function value(place: string, content: string, attributes = ''): string {
  return `<c r="${place}" ${attributes}><v>${content}</v></c>`
}

/** Rows of cells, which say where they stand, as the data of a sheet. */
export function rows(...lines: readonly string[]): string {
  const written = lines.map((cells, at) => `<row r="${at + 1}">${cells}</row>`)
  return `<sheetData>${written.join('')}</sheetData>`
}

export function packed(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, strToU8(content)]),
    ),
  )
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`
}

function relations(written: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`
}
