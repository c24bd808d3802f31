/**
 * A workbook from sheets of typed cells: text stays text, however it begins, so
 * that no cell is taken for a formula. The same sheets give the same bytes.
 */
import { strToU8, zipSync } from 'fflate'

import { attributeText } from '../../engine/workbook/index.js'
import { sheetXml } from './sheet-xml.js'
import { cannotHold, checkSheet, type Sheet } from './sheet.js'

export const XLSX_TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** @throws ServiceRefusal `FORM_CANNOT_HOLD` where a workbook cannot hold a sheet */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const names = new Set<string>()
  for (const sheet of sheets) {
    checkSheet(sheet)
    const key = sheet.name.toLowerCase()
    if (names.has(key)) {
      throw cannotHold(
        `There would be two sheets "${sheet.name}"; capitals are not told apart.`,
      )
    }
    names.add(key)
  }
  const parts = [
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map(
          (_, index) =>
            ['worksheet', `worksheets/sheet${index + 1}.xml`] as const,
        ),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES_XML],
    ...sheets.map(
      (sheet, index) =>
        [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)] as const,
    ),
  ] as const
  const files = parts.map(([name, text]) => [name, strToU8(text)] as const)
  // The day is that of the archive's own calendar: the earliest it can say.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) })
}

function contentTypes(sheets: readonly Sheet[]): string {
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ...sheets.map((_, index) => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      'worksheet',
    ]),
  ].map(
    ([part, kind]) =>
      `<Override PartName="${part}" ContentType="${KIND}.${kind}+xml"/>`,
  )
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

function relationships(
  targets: readonly (readonly [type: string, target: string])[],
): string {
  const written = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`
}

function workbook(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name }, index) =>
      `<sheet name="${attributeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${listed.join('')}</sheets></workbook>`
}

/** In the order of `STYLES`: as it is, a date, a header, text. */
const STYLES_XML = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
