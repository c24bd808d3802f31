import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { withoutMark } from '../../../server/streams/bytes.js'
import {
  lineBlocks,
  type Block,
  type BlockOptions,
} from '../../../server/streams/line-blocks.js'

/** The text in pieces that end after so many bytes each, over and over. */
async function* pieces(text: string, sizes: readonly number[]) {
  const bytes = Buffer.from(text)
  let at = 0
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    yield await Promise.resolve(bytes.subarray(at, at + size))
    at += size
  }
}

async function blocks(
  text: string,
  options: BlockOptions,
  sizes: readonly number[] = [7],
): Promise<Block[]> {
  const list: Block[] = []
  for await (const block of lineBlocks(pieces(text, sizes), options)) {
    list.push(block)
  }
  return list
}

function textOf({ bytes }: Block): string {
  return Buffer.from(bytes).toString('utf8')
}

describe('blocks of lines', () => {
  it('end where lines end, and know their first line', async () => {
    const options = { delimiter: null, blockBytes: 8 }
    const found = await blocks('one\ntwo\nthree\nfour', options, [8])
    expect(
      found.map((block) => ({ text: textOf(block), line: block.line })),
    ).toEqual([
      { text: 'one\ntwo\n', line: 1 },
      { text: 'three\nfour', line: 3 },
    ])
  })

  it('together are the whole text, however it arrives', async () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'ә', '"', ',', '\n') })
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
    const delimiter = fc.constantFrom(null, ',' as const)
    await fc.assert(
      fc.asyncProperty(texts, sizes, delimiter, async (text, cuts, sign) => {
        const options = { delimiter: sign, blockBytes: 5 }
        const found = await blocks(text, options, cuts)
        expect(found.map(textOf).join('')).toBe(text)
        let line = 1
        for (const block of found) {
          expect(block.line).toBe(line)
          line += textOf(block).split('\n').length - 1
        }
      }),
    )
  })

  it('keep a line break in quotes inside its record, and only there', async () => {
    const cut = (text: string) =>
      blocks(text, { delimiter: ',', blockBytes: 1 }, [1])
    const records = async (text: string) => (await cut(text)).map(textOf)
    expect(await records('a,"b\nc"\nd\n')).toEqual(['a,"b\nc"\n', 'd\n'])
    expect(await records('a,"b""\nc"\nd')).toEqual(['a,"b""\nc"\n', 'd'])
    // A stray quote opens nothing, so the next record stays one of its own.
    expect(await records('a,b"\nc,d\n')).toEqual(['a,b"\n', 'c,d\n'])
    expect(await records('a,"b"x\nc,d\n')).toEqual(['a,"b"x\n', 'c,d\n'])
  })

  it('pass over a line that is too long without keeping it, and go on after it', async () => {
    const text = `one\n${'x'.repeat(100)}\nthree\n`
    const found = await blocks(text, {
      delimiter: null,
      mostBytes: 20,
      blockBytes: 4,
    })
    expect(
      found.map((block) => [textOf(block), block.line, block.isTooLong]),
    ).toEqual([
      ['one\n', 1, false],
      ['', 2, true],
      ['three\n', 3, false],
    ])
  })

  it('tell of a line that is too long at the end of the stream too', async () => {
    const found = await blocks(`one\n${'x'.repeat(100)}`, {
      delimiter: null,
      mostBytes: 20,
    })
    expect(found.map(({ line, isTooLong }) => [line, isTooLong])).toEqual([
      [1, false],
      [2, true],
    ])
  })
})

describe('a byte order mark', () => {
  async function unmarked(text: string, sizes: readonly number[]) {
    const parts: Uint8Array[] = []
    for await (const part of withoutMark(pieces(text, sizes), 'x.csv')) {
      parts.push(part)
    }
    return Buffer.concat(parts).toString('utf8')
  }

  it('is no part of the first line, even cut in two', async () => {
    expect(await unmarked('\ufeffid', [1])).toBe('id')
    expect(await unmarked('\ufeffid', [2, 9])).toBe('id')
    expect(await unmarked('id', [1])).toBe('id')
    expect(await unmarked('', [1])).toBe('')
  })

  it('of UTF-16 is refused', async () => {
    const utf16 = (async function* () {
      yield await Promise.resolve(Buffer.from('\ufeffid', 'utf16le'))
    })()
    const reading = withoutMark(utf16, 'x.csv').next()
    await expect(reading).rejects.toThrow('x.csv is not UTF-8')
  })
})
