/** What a new state of a register changes: bodies, their periods, and single cells. */
import { describe, expect, it } from 'vitest'

import type { Register } from '../../../engine/index.js'
import { registerDifferences } from '../../../server/registers/register-differences.js'
import { tryRegister } from '../../helpers/register.js'

const HEADER = 'id,valid_from,valid_to,successor,name'

async function register(...rows: string[]): Promise<Register> {
  const read = await tryRegister([HEADER, ...rows].join('\n'))
  if (!read.register) throw new Error(JSON.stringify(read.problems))
  return read.register
}

async function differences(before: string[], after: string[]) {
  return registerDifferences(
    await register(...before),
    await register(...after),
  )
}

describe('a new state of a register', () => {
  it('says nothing where rows and columns only stand in another order', async () => {
    const rows = ['a,2020-01-01,,,Agency', 'b,2020-01-01,,,Bureau']
    expect(await differences(rows, rows.toReversed())).toEqual([])
  })

  it('ends a body and begins its successor', async () => {
    expect(
      await differences(
        ['a,2020-01-01,,,Agency'],
        ['a,2020-01-01,2024-12-31,b,Agency', 'b,2025-01-01,,,Bureau'],
      ),
    ).toMatchObject([
      { kind: 'cell', body: 'a', column: 'valid_to', before: null },
      { kind: 'cell', body: 'a', column: 'successor', after: 'b' },
      { kind: 'body-added', body: 'b', name: 'Bureau' },
    ])
  })

  it('gives a body another period, or takes one away', async () => {
    const one = ['a,2012-01-01,2014-12-31,,Agency']
    const two = [...one, 'a,2023-01-01,,,Agency']
    const period = { body: 'a', validFrom: '2023-01-01', validTo: null }
    expect(await differences(one, two)).toMatchObject([
      { kind: 'period-added', ...period },
    ])
    expect(await differences(two, one)).toMatchObject([
      { kind: 'period-removed', ...period },
    ])
  })

  it('moves the first day of a period, which stays the same period', async () => {
    expect(
      await differences(['a,2012-01-01,,,Agency'], ['a,2012-02-01,,,Agency']),
    ).toMatchObject([
      {
        ...{ kind: 'cell', column: 'valid_from' },
        ...{ before: '2012-01-01', after: '2012-02-01' },
      },
    ])
  })

  it('of which there was none yet has bodies that come alone', async () => {
    const after = await register('a,2020-01-01,,,Agency')
    expect(registerDifferences(null, after)).toMatchObject([
      { kind: 'body-added', body: 'a' },
    ])
  })
})
