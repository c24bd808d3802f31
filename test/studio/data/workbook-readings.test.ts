/** A browser and the server read a workbook as the same cells, or refuse it in the same words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { NODE } from '../../../server/xlsx/node-runtime.js'
import { BROWSER } from '../../../studio/features/data/load/browser-runtime.js'
import {
  readGrids,
  WorkbookFault,
  type Runtime,
} from '../../../engine/workbook/index.js'
import { packed, rows, text, value, workbook } from '../../helpers/workbook.js'

async function reading(bytes: Uint8Array, runtime: Runtime): Promise<unknown> {
  try {
    return await readGrids(bytes, runtime)
  } catch (error) {
    if (error instanceof WorkbookFault) return error.message
    throw error
  }
}

const HEADER = text('A1', 'id') + text('B1', 'x')
const sound = workbook({
  sheets: {
    bodies: rows(
      HEADER,
      text('A2', 'me') + value('B2', '1.1000000000000001'),
      text('A3', 'you') + value('B3', '0.30000000000000004'),
      text('A4', 'he') + value('B4', '40000', 's="1"'),
      text('A5', 'she') + value('B5', '#N/A', 't="e"'),
      text('A6', 'it') + value('B6', '12345678901234567'),
    ),
    goals: rows(text('A1', 'body') + text('B1', 'id')),
  },
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
})

describe('a workbook', () => {
  it('that is sound is read with every number, day and fault', async () => {
    const grids = await reading(sound, BROWSER)
    expect(grids).toEqual(await reading(sound, NODE))
    expect(grids).toMatchObject([
      {
        name: 'bodies',
        grid: {
          rows: [
            {},
            {
              cells: new Map([
                [1, cell('me')],
                [2, cell('1.1')],
              ]),
            },
            {
              cells: new Map([
                [1, cell('you')],
                [2, cell('0.30000000000000004')],
              ]),
            },
            {
              cells: new Map([
                [1, cell('he')],
                [2, cell('2009-07-06')],
              ]),
            },
            {},
            {},
          ],
        },
      },
      { name: 'goals' },
    ])
  })

  it.each([
    ['encrypted', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'password'],
    ['CSV', Buffer.from('id,x\nme,1\n'), 'no ZIP'],
    ['empty', new Uint8Array(0), 'no ZIP'],
    ['another archive', packed({ 'a.txt': 'x' }), '[Content_Types].xml'],
    ['cut off', sound.subarray(0, sound.length - 40), 'no ZIP'],
    ['a bomb', packed({ 'a.xml': ' '.repeat(3_000_000) }), 'times its size'],
    [
      'with macros',
      workbook({ sheets: {}, files: { 'xl/vbaProject.bin': 'x' } }),
      'macros',
    ],
    [
      'with entities',
      workbook({
        sheets: {},
        files: { 'xl/texts.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' },
      }),
      'document type',
    ],
  ])('is refused: %s', async (_, bytes, words) => {
    const refused = await reading(bytes, BROWSER)
    expect(refused).toEqual(expect.stringContaining(words))
    expect(refused).toBe(await reading(bytes, NODE))
  })

  it('is read alike, whichever of its bytes is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sound.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, bits) => {
          const bytes = Uint8Array.from(sound)
          bytes[at] = (bytes[at] ?? 0) ^ bits
          const byServer = await reading(bytes, NODE)
          // That bytes are left over is passed over by the streams of Node 20.
          if (/cannot be unpacked/.test(String(byServer))) return
          expect(await reading(bytes, BROWSER)).toEqual(byServer)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('what is packed', () => {
  const packedText = () => {
    const bytes = packed({ a: 'Ұлт '.repeat(500) })
    const view = Buffer.from(bytes)
    const at = view.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    return bytes.subarray(31, at)
  }
  const whole = new TextEncoder().encode('Ұлт '.repeat(500))

  it('is unpacked alike, with the same sum', async () => {
    for (const runtime of [NODE, BROWSER]) {
      const read = await runtime.inflate(packedText(), whole.length)
      expect(read && new Uint8Array(read)).toEqual(whole)
      // The check value of the sum: of "123456789" (ISO 3309).
      const nine = new TextEncoder().encode('123456789')
      expect(runtime.crc32(nine)).toBe(0xcbf43926)
    }
  })

  it('is given up where it is cut, and where more comes out than was said', async () => {
    const bytes = packedText()
    for (const { inflate } of [NODE, BROWSER]) {
      expect(await inflate(bytes.subarray(0, -3), whole.length)).toBeNull()
      expect(await inflate(bytes, whole.length - 1)).toBeNull()
    }
  })

  it('is given up where more stands behind it, as Compression Streams have it', async () => {
    // The streams of Node 20 pass over it; those of browsers do not.
    const longer = Uint8Array.from([...packedText(), 0])
    expect(await NODE.inflate(longer, whole.length)).toBeNull()
  })
})

function cell(written: string) {
  return { kind: 'text', text: written }
}
