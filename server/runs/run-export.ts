/** A run with every text that it was computed from, as one JSON document. */
import type { TextKind } from '../database/tables.js'
import { parseRunJson } from '../history/read-run-file.js'
import { ServiceRefusal } from '../service-refusal.js'

/** The number that a document begins with, raised when its shape changes. */
export const EXPORT_FORMAT = 1

export interface RunExport {
  readonly olshemRun: typeof EXPORT_FORMAT
  readonly id: string
  readonly edition: string | null
  readonly basedOn: readonly string[]
  readonly dataSet: {
    readonly id: string
    readonly name: string
    readonly methodology: string | null
    readonly year: number
    readonly source: string
    readonly bodies: number
  }
  /** As `score --json` writes it: text, so that no digit is lost on the way. */
  readonly result: string
  readonly texts: readonly ExportedText[]
}

export interface ExportedText {
  readonly sha256: string
  readonly kind: TextKind
  readonly text: string
}

const KINDS: readonly unknown[] = ['methodology', 'register', 'data', 'run']

/** Nothing in it is believed: this is its shape alone. @throws ServiceRefusal `EXPORT_UNREADABLE` */
export function parseRunExport(text: string): RunExport {
  const parsed = parseRunJson(text)
  if ('fault' in parsed) throw unreadable(parsed.fault)
  const { json } = parsed
  if (!isTable(json) || json['olshemRun'] !== EXPORT_FORMAT) {
    throw unreadable(`it does not begin with {"olshemRun": ${EXPORT_FORMAT}}`)
  }
  const wrong = Object.keys(CHECKS).find((key) => !CHECKS[key]?.(json[key]))
  if (wrong !== undefined) {
    throw unreadable(`"${wrong}" is not there, or not of its kind`)
  }
  return json as unknown as RunExport
}

type Check = (value: unknown) => boolean

const CHECKS: Readonly<Record<string, Check>> = {
  id: isUuid,
  edition: isTextOrNull,
  basedOn: (value) => Array.isArray(value) && value.every(isUuid),
  dataSet: (value) =>
    isTable(value) &&
    isHash(value['id']) &&
    isText(value['name']) &&
    isTextOrNull(value['methodology']) &&
    isWhole(value['year']) &&
    isText(value['source']) &&
    isWhole(value['bodies']),
  result: isText,
  texts: (value) => Array.isArray(value) && value.every(isExportedText),
}

function isExportedText(value: unknown): boolean {
  return (
    isTable(value) &&
    isHash(value['sha256']) &&
    KINDS.includes(value['kind']) &&
    isText(value['text'])
  )
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value)
}

function isWhole(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0
}

function isHash(value: unknown): boolean {
  return isText(value) && /^[0-9a-f]{64}$/.test(value)
}

function isUuid(value: unknown): boolean {
  return (
    isText(value) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
  )
}

function unreadable(why: string): ServiceRefusal {
  return new ServiceRefusal('EXPORT_UNREADABLE', [
    `This is not an exported run: ${why}. Give the document that the export wrote, unchanged.`,
  ])
}
