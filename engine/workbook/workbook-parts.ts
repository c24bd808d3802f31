/** What a workbook is made of: its sheets, its shared texts, its formats, its system of dates. */
import { openArchive, type Archive } from './archive.js'
import { readNumberFormats, type Shown } from './number-formats.js'
import { isSet, readXml, type XmlReading } from './read-xml.js'
import type { Runtime } from './runtime.js'
import type { DateSystem } from './serial-date.js'
import { readSharedTexts } from './shared-texts.js'
import { damaged, WorkbookFault } from './workbook-fault.js'

export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  /** In the archive. */
  readonly part: string
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly sharedTexts: readonly string[]
  /** Number of a style -> what it shows. */
  readonly shown: readonly Shown[]
  readonly dates: DateSystem
  /** Its writer did not compute the formulas and asks for it when it is opened. */
  readonly isUncomputed: boolean
  readonly read: (part: string) => Promise<Uint8Array>
  readonly runtime: Runtime
}

/** @throws WorkbookFault */
export async function openWorkbook(
  bytes: Uint8Array,
  runtime: Runtime,
): Promise<WorkbookParts> {
  refuseOther(bytes)
  const archive = openArchive(bytes, runtime)
  await refuseMacros(archive, runtime)
  const main = [...(await relations(archive, '', runtime)).values()].find(
    ({ type }) => type === 'officeDocument',
  )
  if (!main) throw damaged('it does not say which of its parts is the workbook')
  const related = await relations(archive, main.target, runtime)
  const texts = await partOf(archive, related, 'sharedStrings')
  const styles = await partOf(archive, related, 'styles')
  return {
    ...(await readMain(archive, main.target, related, runtime)),
    sharedTexts: texts ? await readSharedTexts(texts, runtime) : [],
    shown: styles ? await readNumberFormats(styles, runtime) : [],
    read: (part) => needed(archive, part),
    runtime,
  }
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Encrypted workbooks, and those of Excel 97, are compound files. */
function refuseOther(bytes: Uint8Array): void {
  if (COMPOUND.some((byte, index) => bytes[index] !== byte)) return
  throw new WorkbookFault(
    'it is encrypted with a password, or an old .xls file. Save it as .xlsx without a password.',
  )
}

async function refuseMacros(archive: Archive, runtime: Runtime): Promise<void> {
  const types: string[] = []
  const reading: XmlReading = {
    open: (_, attributes) => {
      types.push(attributes.get('ContentType') ?? '')
    },
  }
  const part = '[Content_Types].xml'
  await readXml(await needed(archive, part), part, reading, runtime)
  const isMacro = (text: string) => /macroEnabled|vbaProject/i.test(text)
  if (types.some(isMacro) || archive.names.some(isMacro)) {
    throw new WorkbookFault(
      'it has macros, which data never need. Save it as .xlsx, without macros.',
    )
  }
  const isSheet = types.some((type) => /spreadsheetml/i.test(type))
  if (!isSheet) throw new WorkbookFault('it is no workbook of the kind .xlsx.')
}

interface Relation {
  /** The last word of its type. */
  readonly type: string
  readonly target: string
}

/** @param part - '' for those of the archive itself */
async function relations(
  archive: Archive,
  part: string,
  runtime: Runtime,
): Promise<ReadonlyMap<string, Relation>> {
  const cut = part.lastIndexOf('/') + 1
  const file = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`
  const bytes = await archive.read(file)
  const found = new Map<string, Relation>()
  if (!bytes) return found
  const reading: XmlReading = {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const type = (attributes.get('Type') ?? '').split('/').at(-1) ?? ''
      const target = attributes.get('Target') ?? ''
      const isOutside = attributes.get('TargetMode') === 'External'
      if (isOutside) return
      found.set(attributes.get('Id') ?? '', {
        type,
        target: resolved(part.slice(0, cut), target),
      })
    },
  }
  await readXml(bytes, file, reading, runtime)
  return found
}

function resolved(folder: string, target: string): string {
  const { pathname } = new URL(target, `zip:///${folder}`)
  return decodeURIComponent(pathname).slice(1)
}

async function partOf(
  archive: Archive,
  related: ReadonlyMap<string, Relation>,
  type: string,
): Promise<Uint8Array | null> {
  const found = [...related.values()].find((each) => each.type === type)
  return found ? needed(archive, found.target) : null
}

async function readMain(
  archive: Archive,
  part: string,
  related: ReadonlyMap<string, Relation>,
  runtime: Runtime,
): Promise<Pick<WorkbookParts, 'sheets' | 'dates' | 'isUncomputed'>> {
  const sheets: SheetPart[] = []
  let dates: DateSystem = '1900'
  let isUncomputed = false
  const reading: XmlReading = {
    open: (name, attributes) => {
      if (name === 'workbookPr' && isSet(attributes, 'date1904')) dates = '1904'
      if (name === 'calcPr') isUncomputed = isSet(attributes, 'fullCalcOnLoad')
      if (name !== 'sheet') return
      const relation = related.get(attributes.get('id') ?? '')
      // Sheets of charts have no cells.
      if (relation?.type !== 'worksheet') return
      const state = attributes.get('state') ?? 'visible'
      sheets.push({
        name: (attributes.get('name') ?? '').normalize('NFC'),
        isHidden: state !== 'visible',
        part: relation.target,
      })
    },
  }
  await readXml(await needed(archive, part), part, reading, runtime)
  return { sheets, dates, isUncomputed }
}

async function needed(archive: Archive, part: string): Promise<Uint8Array> {
  const bytes = await archive.read(part)
  if (bytes) return bytes
  throw damaged(`its part ${part} is not there`)
}
