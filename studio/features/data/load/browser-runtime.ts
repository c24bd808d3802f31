/** How workbooks are unpacked in a browser: as Node does it on the server, with the same bounds. */
import type { Runtime } from '../../../../engine/workbook/index.js'

export const BROWSER: Runtime = { inflate, crc32, pause }

async function inflate(
  packed: Uint8Array,
  size: number,
): Promise<Uint8Array | null> {
  const unpacked = new Blob([new Uint8Array(packed)])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  try {
    const whole = new Uint8Array(size)
    let length = 0
    for (;;) {
      const { done, value } = await unpacked.read()
      if (done) return whole.subarray(0, length)
      if (length + value.length > size) {
        await unpacked.cancel()
        return null
      }
      whole.set(value, length)
      length += value.length
    }
  } catch {
    return null
  }
}

/** The sum of ZIP archives (ISO 3309): the polynomial 0x04C11DB7, its bits turned round. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum = (SUMS[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  }
  return (sum ^ 0xffffffff) >>> 0
}

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit += 1) {
    sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return sum
})

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
