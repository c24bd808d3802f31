import { describe, expect, it } from 'vitest'

import { receiptOf } from '../../../server/receipts/receipt.js'
import { parseReceipt } from '../../../server/receipts/read-receipt.js'
import { signDocument } from '../../../server/signing/signature.js'
import { newKey, NOON } from '../../helpers/signing.js'
import type { ScoreResult } from '../../../engine/index.js'

const hash = (digit: string) => digit.repeat(64)

const result: ScoreResult = {
  methodology: { id: 'm', version: '1', sha256: hash('1'), inForce: true },
  year: 2021,
  data: {
    sha256: hash('2'),
    earlier: [
      { year: 2020, sha256: hash('9') },
      { year: 2019, sha256: hash('8'), leftOut: ['a'] },
    ],
  },
  register: { id: 'r', sha256: hash('3') },
  history: [{ methodology: 'm', version: '1', year: 2020, sha256: hash('7') }],
  from: [{ methodology: 'n', version: '1', year: 2021, sha256: hash('9') }],
  engine: { version: '0.2.0' },
  results: [],
  rankings: {},
  leftOutOfRankings: {},
  populations: {},
  leftOut: [],
  warnings: [],
  sha256: hash('4'),
}
const occasion = {
  time: NOON,
  apiKey: null,
  run: 'run-1',
  auditHead: { number: 3, hash: hash('5') },
}
const signed = signDocument(receiptOf(result, occasion), newKey())

describe('a receipt', () => {
  it('names everything that the result hangs on by its hash', () => {
    expect(receiptOf(result, occasion)).toEqual({
      kind: 'olshem-receipt',
      format: 1,
      methodology: { id: 'm', version: '1', sha256: hash('1') },
      year: 2021,
      dataSha256: hash('2'),
      registerSha256: hash('3'),
      basedOn: [hash('7'), hash('8'), hash('9')],
      resultSha256: hash('4'),
      engine: '0.2.0',
      time: NOON,
      apiKey: null,
      run: 'run-1',
      auditHead: { number: 3, hash: hash('5') },
    })
  })

  it('says null where a run has no register and nothing before it', () => {
    const { register, history, from, ...plain } = result
    expect([register, history, from]).not.toContain(undefined)
    const alone = { ...plain, data: { sha256: hash('2') } }
    expect(receiptOf(alone, { ...occasion, run: null })).toMatchObject({
      registerSha256: null,
      basedOn: [],
      run: null,
    })
  })

  it('is the same read again', () => {
    expect(parseReceipt(JSON.stringify(signed), 'receipt')).toEqual(signed)
  })
})

describe('a file that somebody calls a receipt is refused', () => {
  const text = JSON.stringify(signed)
  const changed = (change: object) => JSON.stringify({ ...signed, ...change })

  it.each([
    { what: 'no JSON', text: 'hello', says: 'it is not JSON' },
    { what: 'a list', text: '[]', says: 'it is no JSON object' },
    { what: 'null', text: 'null', says: 'it is no JSON object' },
    {
      what: 'nested deep',
      text: `{"a":${'['.repeat(50_000)}`,
      says: 'it nests brackets 50001 deep',
    },
    {
      what: 'large',
      text: `"${'a'.repeat(70_000)}"`,
      says: 'more than 65536 bytes',
    },
    {
      what: 'a field twice',
      text: text.replace('"year":2021', '"year":2021,"year":2020'),
      says: 'the key "year" stands twice',
    },
    {
      what: 'a field twice, once in another writing',
      text: text.replace('"year":2021', '"year":2021,"\\u0079ear":2021'),
      says: 'the key "year" stands twice',
    },
    {
      what: 'a prototype',
      text: text.replace('{"kind"', '{"__proto__":{"year":2020},"kind"'),
      says: '"__proto__" is no field of it',
    },
    {
      what: 'a field that a prototype has',
      text: changed({ methodology: {} }),
      says: '"methodology.id" is not there',
    },
    {
      what: 'another kind',
      text: changed({ kind: 'x' }),
      says: '"kind" is "x"',
    },
    {
      what: 'another format',
      text: changed({ format: 2 }),
      says: '"format" is 2',
    },
    {
      what: 'a year as text',
      text: changed({ year: '2021' }),
      says: '"year" is "2021"; expected a whole number from 1 to 9999',
    },
    {
      what: 'a fraction',
      text: changed({ year: 2021.5 }),
      says: '"year" is 2021.5',
    },
    {
      what: 'a hash in capitals',
      text: changed({ dataSha256: hash('A') }),
      says: '"dataSha256" is "AAAA',
    },
    {
      what: 'a short signature',
      text: changed({ signature: 'AAAA' }),
      says: 'expected a signature',
    },
    {
      what: 'a time that never was',
      text: changed({ time: '2026-02-30T12:00:00.000Z' }),
      says: '"time" is "2026-02-30',
    },
    {
      what: 'a name that moves the cursor',
      text: changed({ run: '\u001b[2J' }),
      says: '"run" is "\\u001b[2J"; expected a text',
    },
    {
      what: 'half a letter',
      text: changed({ engine: '\ud800' }),
      says: '"engine" is "\\ud800"; expected a text',
    },
    {
      what: 'a list of something else',
      text: changed({ basedOn: [[hash('1')]] }),
      says: '"basedOn" is a list; expected a list of at most 900 sha256',
    },
  ])('$what', ({ text, says }) => {
    expect(() => parseReceipt(text, 'r.json')).toThrow(says)
  })

  it('with its faults, all at once and not without end', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`x${index}`, 1]),
    )
    const parse = () => parseReceipt(changed(many), 'r.json')
    expect(parse).toThrow(/^r\.json is not a receipt of Olshem:\n/)
    expect(parse).toThrow(/and 20 more$/)
  })
})
