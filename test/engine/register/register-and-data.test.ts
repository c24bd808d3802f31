import { beforeAll, describe, expect, it } from 'vitest'

import {
  explainOutput,
  explanationText,
  type Register,
} from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { methodology } from '../../helpers/methodology.js'
import { register } from '../../helpers/register.js'
import { messages, score, tryScore, type Body } from '../../helpers/score.js'
import { BODIES, DATA, OF_A, RULES } from './ministries.js'

let bodies: Register
beforeAll(async () => {
  bodies = await register(BODIES)
})

const scored = (data: readonly Body[] = DATA, year = 2023) =>
  score(RULES, data, { year, register: bodies })

const codes = async (data: readonly Body[], year = 2023) => {
  const { problems, result } = await tryScore(RULES, data, {
    year,
    register: bodies,
  })
  return messages([...problems, ...(result?.warnings ?? [])])
}

describe('data against the register', () => {
  it('refuses bodies that it does not know, that were not in force, or that are not assessed', async () => {
    const data = [
      ...DATA,
      { id: 'bb', x: 1, staff: 1 },
      { id: 'gone', x: 1, staff: 1 },
      { id: 'region', x: 1, staff: 1 },
    ]
    expect(await codes(data)).toEqual([
      'BODY_UNKNOWN bb - id: the register bodies has no body "bb"; mend the id, or add the body to the register. Did you mean "b"?',
      'BODY_NOT_IN_FORCE gone - id: the register bodies has "gone" until 2022-05-01, followed by "d", so that it is not assessed in 2023. Take it out of the data, or mend the register.',
      'BODY_NOT_ASSESSED region - -: bodies has "region", and the methodology does not assess it (kind == "central"). Take it out of the data.',
    ])
    const { result } = await tryScore(RULES, data, {
      year: 2023,
      register: bodies,
      leaveOutBroken: true,
    })
    expect(result?.leftOut.map(({ id }) => id)).toEqual([
      'bb',
      'gone',
      'region',
    ])
  })

  it('lets the data repeat an attribute, and refuses another value', async () => {
    const [b, d] = DATA
    const same = [
      { ...b, id: 'b', kind: 'central' },
      { ...d, id: 'd' },
    ]
    expect(await codes(same)).toEqual([])
    const other = [
      { ...b, id: 'b', kind: 'local' },
      { ...d, id: 'd' },
    ]
    expect(await codes(other)).toEqual([
      'CELL_DIFFERS_FROM_REGISTER b - kind: received local, and the register bodies (line 3) has central; mend one of them, or leave the cell empty.',
    ])
  })

  it('needs what decides who is assessed', async () => {
    const known = await register(`
      id,kind,valid_from,valid_to,successor
      a,,,,
      b,centrl,,,
      c,central,,2023-03-12,`)
    const { problems } = await tryScore(RULES, [], {
      year: 2023,
      register: known,
    })
    expect(messages(problems).map((text) => text.split(':')[0])).toEqual([
      'REGISTER_UNDECIDED a - -',
      'CELL_NOT_A_LEVEL b - kind',
      'REGISTER_SUCCESSOR c - successor',
    ])
  })
})

describe('the year before', () => {
  const rules = methodology(`
    register: bodies
    inputs: { x: { type: number } }
    criteria: { total: { formula: x - previous(x) } }`)
  const two = [
    { id: 'b', x: 5 },
    { id: 'd', x: 5 },
  ]

  it('of a body that did not exist then is missing, with that reason', async () => {
    const { run } = await score(rules, two, {
      year: 2023,
      register: bodies,
      previous: [{ id: 'd', x: 3 }],
    })
    expect(figure(run, 'd', 'total')).toBe('2')
    expect(figure(run, 'b', 'total')).toBe('missing: BODY_DID_NOT_EXIST')
  })

  it('is that reason even where no data of the year are given', async () => {
    const { run } = await score(rules, two, { year: 2023, register: bodies })
    expect(figure(run, 'b', 'total')).toBe('missing: BODY_DID_NOT_EXIST')
    expect(figure(run, 'd', 'total')).toBe('missing: NO_PREVIOUS_DATA')
  })
})

describe('the explanation', () => {
  const explained = async (
    data: readonly Body[],
    id: string,
    of: string | null,
  ) => {
    const { run } = await scored(data)
    const found = await explainOutput(run, id, of)
    if (!found) throw new Error('nothing to explain')
    return { found, text: explanationText(found) }
  }

  it('of the successor names the joined body and how its figures were joined', async () => {
    const { found, text } = await explained([...DATA, OF_A], 'b', 'staff')
    expect(found.body.joined.map(({ id }) => id)).toEqual(['a'])
    expect(text).toContain(
      'with Old ministry (a), which ended on 2023-03-12 and is assessed within it (No 954 of 2010-03-19, 53)',
    )
    expect(text).toContain('10 of b, 4 of a: added (when_joined: add) = 14')
  })

  it('of appended rows names the body that brought them', async () => {
    const { text } = await explained([...DATA, OF_A], 'b', 'share')
    expect(text).toContain('goals[a.g1].done = 1')
    expect(text).toContain('goals[g1].done = 0.5')
  })

  it('of a body that ended says what became of it, with the citation', async () => {
    const joined = await explained(DATA, 'a', null)
    expect(joined.text).toContain('assessed within its successor: b')
    expect(joined.text).toContain('No 954 of 2010-03-19, 53')
    const ended = await explained(DATA, 'c', 'staff')
    expect(ended.text).toContain('2023-09-12')
    expect(ended.text).toContain('No 954 of 2010-03-19, 54')
  })

  it('of an attribute leads to its line of the register', async () => {
    const { found } = await explained(DATA, 'b', 'kind')
    expect(found.figures[0]?.source).toMatchObject({
      file: 'bodies.csv',
      line: 3,
      column: 'kind',
    })
  })
})
