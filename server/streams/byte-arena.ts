/**
 * Texts kept as bytes, one after the other in large blocks: a million of them
 * cost what their letters cost, where a million strings cost several times that.
 */
const BLOCK_BYTES = 1024 * 1024
/** Of its length, before each text. */
const LENGTH_BYTES = 4

export class ByteArena {
  private readonly blocks: Buffer[] = []
  private used = BLOCK_BYTES

  /** @returns where the text stands, for `text` and `equals` */
  add(text: string): number {
    const length = Buffer.byteLength(text)
    const needed = LENGTH_BYTES + length
    let block = this.blocks.at(-1)
    if (!block || this.used + needed > block.length) {
      block = Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, needed))
      this.blocks.push(block)
      this.used = 0
    }
    const at = this.used
    block.writeUInt32LE(length, at)
    block.write(text, at + LENGTH_BYTES, 'utf8')
    this.used += needed
    return (this.blocks.length - 1) * BLOCK_BYTES + at
  }

  text(place: number): string {
    const { block, at } = this.find(place)
    const start = at + LENGTH_BYTES
    return block.toString('utf8', start, start + block.readUInt32LE(at))
  }

  private find(place: number): { readonly block: Buffer; readonly at: number } {
    const index = Math.floor(place / BLOCK_BYTES)
    const block = this.blocks[index]
    if (!block) throw new RangeError(`No text at ${place}`)
    return { block, at: place - index * BLOCK_BYTES }
  }
}
