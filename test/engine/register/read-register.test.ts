import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'

import {
  canonicalRegister,
  registerFromText,
  type ReadRegister,
} from '../../../engine/index.js'
import { register, tryRegister } from '../../helpers/register.js'

const HEAD = 'id,name_en,kind,valid_from,valid_to,successor'

function said({ problems }: ReadRegister): readonly string[] {
  return problems.map(
    ({ code, line, body, column }) =>
      `${line ?? '-'} ${code} ${body ?? '-'} ${column ?? '-'}`,
  )
}

describe('a register of bodies', () => {
  it('may have one id in several periods that do not overlap', async () => {
    const { bodies } = await register(`${HEAD}
      a,New A,central,2020-01-01,,
      a,Old A,central,,2019-12-31,
      b,B,local,,,`)
    expect(bodies.get('a')?.map(({ validTo }) => validTo)).toEqual([
      '2019-12-31',
      null,
    ])
  })

  it('has one text and one hash in whatever order it is written', async () => {
    const one = await register(`${HEAD}
      a,A,central,2020-01-01,,
      b,B,local,,,`)
    const other = await register(`successor,id,valid_to,valid_from,kind,name_en
      ,b,,,local,B
      ,a,,2020-01-01,central,A`)
    expect(other.text).toBe(one.text)
    expect(one.sha256).toBe(
      createHash('sha256').update(one.text, 'utf8').digest('hex'),
    )
    const changed = await register(`${HEAD}
      a,A,central,2020-01-02,,
      b,B,local,,,`)
    expect(changed.sha256).not.toBe(one.sha256)
  })

  it('is read again from its canonical text', async () => {
    const known = await register(`${HEAD}
      a,A,central,2020-01-01,2023-03-12,b
      b,B,local,,,`)
    const { register: again } = await registerFromText(known.text, 'store')
    expect(again?.id).toBe('bodies')
    expect(again?.sha256).toBe(known.sha256)
    expect(again?.bodies.get('a')?.[0]?.successor).toBe('b')
  })

  it.each([
    ['{', 'DATA_JSON_SYNTAX'],
    ['[]', 'DATA_JSON_SHAPE'],
    ['{"register":"r","columns":["id"],"rows":[{"id":1}]}', 'DATA_JSON_SHAPE'],
    ['{"register":"r","columns":["id"],"rows":[{"x":"1"}]}', 'DATA_JSON_SHAPE'],
  ])('refuses the text %s', async (text, code) => {
    const { register: none, problems } = await registerFromText(text, 'store')
    expect(none).toBeNull()
    expect(problems.map((each) => each.code)).toEqual([code])
  })

  it('does not fall for names that programs give a meaning', async () => {
    const text = canonicalRegister('r', {
      columns: ['id', 'valid_from', 'valid_to', 'successor', '__proto__'],
      rows: [
        {
          cells: new Map([
            ['id', 'constructor'],
            ['__proto__', 'x'],
          ]),
          place: { file: 'f', line: 2, path: null },
        },
      ],
    })
    const { register: read } = await registerFromText(text, 'store')
    expect(read?.bodies.get('constructor')?.[0]?.cells.get('__proto__')).toBe(
      'x',
    )
    expect(read?.bodies.get('toString')).toBeUndefined()
  })
})

describe('a register with mistakes', () => {
  it('gives every bad cell at once, at its line', async () => {
    const read = await tryRegister(`${HEAD}
      a,A,central,2020-02-30,,
      b,B,central,01.01.2020,never,
      ,C,central,,,
      d,D,central,2020-01-01,2019-01-01,
      e,E,central,,2020-12-31,
      e,E again,central,2020-12-31,,`)
    expect(read.register).toBeNull()
    expect(said(read)).toEqual([
      '2 CELL_NOT_A_DATE a valid_from',
      '3 CELL_NOT_A_DATE b valid_from',
      '3 CELL_NOT_A_DATE b valid_to',
      '4 ID_MISSING - id',
      '5 REGISTER_PERIOD d valid_to',
      '7 REGISTER_PERIOD e valid_from',
    ])
    expect(read.problems[1]?.message).toContain('"01.01.2020"')
    expect(read.problems[5]?.message).toContain('line 6')
  })

  it('holds successors against the other bodies', async () => {
    const read = await tryRegister(`${HEAD}
      ministry-a,A,central,,2023-03-12,ministry-bb
      ministry-b,B,central,,,ministry-c
      ministry-c,C,central,,2022-12-31,ministry-c
      ministry-d,D,central,,2023-03-12,ministry-c`)
    expect(said(read)).toEqual([
      '2 REGISTER_SUCCESSOR ministry-a successor',
      '3 REGISTER_SUCCESSOR ministry-b successor',
      '4 REGISTER_SUCCESSOR ministry-c successor',
      '5 REGISTER_SUCCESSOR ministry-d successor',
    ])
    const [unknown, inForce, itself, ended] = read.problems.map(
      ({ message }) => message,
    )
    expect(unknown).toContain('Did you mean "ministry-b"?')
    expect(inForce).toContain('no last day')
    expect(itself).toContain('its own successor')
    expect(ended).toContain('not in force after 2023-03-12')
  })

  it('misses columns by name, with the one that is meant', async () => {
    const read = await tryRegister(`id,valid_form,valid_to
      a,,`)
    expect(said(read)).toEqual([
      '1 COLUMN_MISSING - valid_from',
      '1 COLUMN_MISSING - successor',
    ])
    expect(read.problems[0]?.message).toContain('"valid_form"')
  })

  it('says that it has no rows, and that an id looks like another', async () => {
    expect(said(await tryRegister(HEAD))).toEqual(['- DATA_NO_ROWS - -'])
    const twins = await tryRegister(`${HEAD}
      PAC,x,central,,,
      РАС,x,central,,,`)
    expect(said(twins)).toEqual(['2 ID_MIXED_ALPHABETS PAC id'])
  })

  it('is not read beyond its limits', async () => {
    const rows = Array.from({ length: 100_001 }, (_, index) => `b${index},,,,,`)
    const read = await tryRegister([HEAD, ...rows].join('\n'))
    expect(said(read)).toEqual(['- DATA_TOO_LARGE - -'])
  })
})
