/**
 * The ids of all bodies of a stream, for finding one that comes twice: exact,
 * by the ids themselves, and compact, some 30 bytes beside the letters of each.
 */
import { randomInt } from 'node:crypto'

import { ByteArena } from './byte-arena.js'
import { NumberPages, WholePages } from './number-pages.js'

const FIRST_SLOTS = 1024
/** The share of slots that may be taken. */
const MOST_FILLED = 0.7

export class IdSet {
  private readonly texts = new ByteArena()
  private readonly places = new NumberPages()
  private readonly lines = new WholePages()
  private readonly hashes = new WholePages()
  /** Number of an id, counted from 1; 0 is free. */
  private slots = new Uint32Array(FIRST_SLOTS)
  /** Nobody can prepare ids that all fall into one slot. */
  private readonly seed = randomInt(2 ** 32)

  get size(): number {
    return this.places.length
  }

  /**
   * @returns the number of the id, counted from 0, or the line on which it has
   *   come before
   */
  add(
    id: string,
    line: number,
  ): { readonly number: number } | { readonly firstLine: number } {
    const hash = this.hash(id)
    const slot = this.findSlot(id, hash)
    const known = this.slots[slot] ?? 0
    if (known > 0) return { firstLine: this.lines.at(known - 1) }
    const number = this.size
    this.places.push(this.texts.add(id))
    this.lines.push(line)
    this.hashes.push(hash)
    this.slots[slot] = number + 1
    if (this.size > this.slots.length * MOST_FILLED) this.grow()
    return { number }
  }

  /** @param number - as `add` gave it */
  id(number: number): string {
    return this.texts.text(this.places.at(number))
  }

  private findSlot(id: string, hash: number): number {
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (;;) {
      const known = this.slots[slot] ?? 0
      if (known === 0) return slot
      const isSame =
        this.hashes.at(known - 1) === hash && this.id(known - 1) === id
      if (isSame) return slot
      slot = (slot + 1) & mask
    }
  }

  private grow(): void {
    const slots = new Uint32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (let number = 0; number < this.size; number += 1) {
      let slot = this.hashes.at(number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
    this.slots = slots
  }

  /** FNV-1a over the code units from a secret start, its bits mixed at the end. */
  private hash(id: string): number {
    let hash = this.seed
    for (let at = 0; at < id.length; at += 1) {
      hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
    }
    hash ^= hash >>> 16
    hash = Math.imul(hash, 0x7feb352d)
    return (hash ^ (hash >>> 15)) >>> 0
  }
}
