/**
 * The files of a ZIP archive that somebody sent, each unpacked only when it is
 * asked for.
 *
 * The directory is read here and not by fflate, which neither checks the sums
 * of what it unpacks, so that a damaged figure would pass for another one, nor
 * stops where more comes out than the directory says.
 */
import type { Runtime } from './runtime.js'
import { damaged, WorkbookFault } from './workbook-fault.js'

export interface ArchiveLimits {
  readonly files: number
  /** Of all files together, unpacked. */
  readonly bytes: number
  /** Bytes that one packed byte may become, in files above a mebibyte. */
  readonly ratio: number
}

/** Far more than workbooks have; a sheet of a million rows has some 60 MiB. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  files: 2000,
  bytes: 256 * 1024 * 1024,
  ratio: 400,
}

export interface Archive {
  /** As they are written in the archive. */
  readonly names: readonly string[]
  /** @returns null where there is no such file; capitals are not told apart */
  readonly read: (name: string) => Promise<Uint8Array | null>
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly sum: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const SMALL = 1024 * 1024
const STORED = 0
const DEFLATED = 8

/** @throws WorkbookFault where it cannot be read or is beyond the limits */
export function openArchive(
  bytes: Uint8Array,
  runtime: Runtime,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  for (const entry of listEntries(bytes, view, limits)) {
    const key = entry.name.toLowerCase()
    if (entries.has(key)) {
      throw damaged(`its archive has the file ${entry.name} twice`)
    }
    entries.set(key, entry)
  }
  return {
    names: [...entries.values()].map(({ name }) => name),
    read: async (name) => {
      const entry = entries.get(name.toLowerCase())
      return entry ? unpack(bytes, view, entry, runtime) : null
    },
  }
}

function listEntries(
  bytes: Uint8Array,
  view: DataView,
  limits: ArchiveLimits,
): readonly Entry[] {
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) {
    throw new WorkbookFault(
      'it is an archive of the kind ZIP64. Make it smaller.',
    )
  }
  if (count > limits.files) {
    throw new WorkbookFault(
      `its archive has ${count} files; ${limits.files} are read.`,
    )
  }
  const entries: Entry[] = []
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) {
      throw damaged('the directory of its archive breaks off')
    }
    const lengths = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    )
    const [nameLength = 0] = lengths
    const name = new TextDecoder().decode(
      bytes.subarray(at + 46, at + 46 + nameLength),
    )
    const entry = entryOf(view, at, name)
    total += entry.size
    refuseBomb(entry, total, limits)
    entries.push(entry)
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return entries
}

function entryOf(view: DataView, at: number, name: string): Entry {
  if ((view.getUint16(at + 8, true) & 1) === 1) {
    throw new WorkbookFault(
      'its archive is protected by a password. Save it without one.',
    )
  }
  return {
    name,
    method: view.getUint16(at + 10, true),
    sum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
}

function refuseBomb(
  { name, packed, size }: Entry,
  total: number,
  { bytes, ratio }: ArchiveLimits,
): void {
  if (total > bytes) {
    throw new WorkbookFault(
      `unpacked it has more than ${bytes} bytes. Split the data, or take formatted empty rows and columns out.`,
    )
  }
  if (size > SMALL && size > ratio * packed) {
    throw new WorkbookFault(
      `its file ${name} unpacks to more than ${ratio} times its size, as no data do.`,
    )
  }
}

/** Where the record stands that ends an archive: at the end, or before a comment. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw damaged('it is no ZIP archive, or breaks off')
}

async function unpack(
  bytes: Uint8Array,
  view: DataView,
  { name, method, sum, packed, size, offset }: Entry,
  { inflate, crc32 }: Runtime,
): Promise<Uint8Array> {
  const broken = () => damaged(`its file ${name} cannot be unpacked`)
  if (
    offset + 30 > bytes.length ||
    view.getUint32(offset, true) !== 0x04034b50
  ) {
    throw broken()
  }
  const start =
    offset +
    30 +
    view.getUint16(offset + 26, true) +
    view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) throw broken()
  const inside = bytes.subarray(start, start + packed)
  if (method !== STORED && method !== DEFLATED) throw broken()
  const whole = method === STORED ? inside : await inflate(inside, size)
  if (whole?.length !== size || crc32(whole) !== sum) throw broken()
  return whole
}
