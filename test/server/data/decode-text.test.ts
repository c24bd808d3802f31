import { describe, expect, it } from 'vitest'

import { decodeText } from '../../../server/data/decode-text.js'

function problemOf(bytes: Uint8Array) {
  const decoded = decodeText(bytes, 'bodies.csv')
  if (decoded.kind !== 'problem') throw new Error('the text was decoded')
  return decoded.problem
}

describe('decodeText', () => {
  it.each([
    ['without', 'Әділет'],
    ['with', '\uFEFFӘділет'],
  ])('reads UTF-8 %s a byte order mark', (_, text) => {
    expect(decodeText(Buffer.from(text), 'a')).toEqual({
      kind: 'text',
      text: 'Әділет',
    })
  })

  it('DATA_ENCODING for windows-1251, which has no Kazakh letters', () => {
    const ministry = [0xec, 0xe8, 0xed, 0xe8, 0xf1, 0xf2, 0xf0]
    const bytes = Buffer.from([...Buffer.from('id,name\n1,'), ...ministry])
    const problem = problemOf(bytes)
    expect(problem).toMatchObject({ code: 'DATA_ENCODING', line: 2 })
    expect(problem.message).toContain('line 2 has the byte 0xEC')
    expect(problem.message).toContain('It looks like windows-1251')
    expect(problem.message).toContain('not the Kazakh Ә Ғ Қ Ң Ө Ұ Ү Һ')
    expect(problem.message).toContain('Save it as UTF-8')
  })

  it.each([
    ['with its mark', '\uFEFFid,name\n', 'begins with the mark of UTF-16'],
    ['without a mark', 'id,name\n', 'line 1 has a zero byte, as UTF-16'],
  ])('DATA_ENCODING for UTF-16 %s', (_, text, words) => {
    const problem = problemOf(Buffer.from(text, 'utf16le'))
    expect(problem.code).toBe('DATA_ENCODING')
    expect(problem.message).toContain(words)
  })

  it('DATA_ENCODING for a character that is cut at the end of the file', () => {
    const whole = Buffer.from('id\nқ')
    const problem = problemOf(whole.subarray(0, whole.length - 1))
    expect(problem.line).toBe(2)
    expect(problem.message).toContain('has no meaning there')
  })

  it.each([
    [
      'a wrong byte far down',
      [...Buffer.from('қ\n'.repeat(50_000)), 0xff, 0x41],
      50_001,
    ],
    ['nothing but continuations', Array<number>(200_000).fill(0x80), 1],
    ['a surrogate written as three bytes', [0x41, 0x0a, 0xed, 0xa0, 0x80], 2],
  ])('names the line of %s', (_, bytes, line) => {
    expect(problemOf(Buffer.from(bytes)).line).toBe(line)
  })
})
