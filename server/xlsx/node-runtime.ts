/** How workbooks and archives are unpacked by Node. */
import { setImmediate } from 'node:timers/promises'
import { crc32, createInflateRaw } from 'node:zlib'

import type { Runtime } from '../../engine/workbook/index.js'

export const NODE: Runtime = {
  inflate,
  crc32: (bytes) => crc32(bytes),
  pause: () => setImmediate(),
}

/** What stands behind the end of the packed bytes is damage too, as it is in a browser. */
async function inflate(
  packed: Uint8Array,
  size: number,
): Promise<Uint8Array | null> {
  const unpacking = createInflateRaw()
  const whole = Buffer.allocUnsafe(size)
  let length = 0
  try {
    unpacking.end(packed)
    for await (const piece of unpacking as AsyncIterable<Buffer>) {
      if (length + piece.length > size) return null
      length += piece.copy(whole, length)
    }
  } catch {
    return null
  }
  return unpacking.bytesWritten === packed.length
    ? whole.subarray(0, length)
    : null
}
