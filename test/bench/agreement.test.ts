/** Whoever is measured computes what the exact engine computes; nothing is timed here. */
import { describe, expect, it } from 'vitest'

import { checkAgreement } from './agreement/agreement.js'
import { referenceOf } from './agreement/reference.js'
import { CONTENDERS } from './contenders/all.js'
import type { Contender, Prepared } from './contenders/contender.js'
import { handWrittenWithPlaces } from './contenders/hand-written.js'
import { NotInstalled } from './contenders/not-installed.js'
import { RULES } from './hand-written/figures.js'
import { goalsColumns } from './workload/goals-columns.js'
import { jsonBodies } from './workload/goals-json.js'
import { goalsMethodology } from './workload/methodology.js'

/** publicodes takes longer than all the others together. */
const FEW: Readonly<Record<string, number>> = { publicodes: 12 }

const methodology = goalsMethodology('.')
const columns = goalsColumns(150)
const bodies = jsonBodies(columns, [...columns.ids.keys()])
const reference = await referenceOf(methodology, bodies)

async function preparedOf(contender: Contender): Promise<Prepared> {
  const count = FEW[contender.name] ?? bodies.length
  const some = bodies.slice(0, count)
  return contender.prepare({ methodology, columns, bodies: some })
}

describe.each(CONTENDERS)('$name', (contender) => {
  it('agrees with the exact engine on every generated body', async ({
    skip,
  }) => {
    const prepared = await preparedOf(contender).catch((error: unknown) => {
      if (error instanceof NotInstalled) skip(error.message)
      throw error
    })
    await prepared.run()
    const agreement = checkAgreement(contender, prepared, reference)
    expect(agreement.bodies).toBe(prepared.bodies)
  })
})

describe('the generated bodies', () => {
  const cells = (input: string) => [
    ...(columns.inputs.get(input)?.values ?? []),
  ]

  it('lack figures, so that some bodies have no total', () => {
    for (const input of ['base', 'plan', 'fact', 'operational', 'falls']) {
      expect(cells(`goals.indicators.${input}`).some(Number.isNaN)).toBe(true)
    }
    const { A } = reference.outputs
    expect(A.filter(Number.isNaN).length).toBeGreaterThan(0)
    expect(A.filter((total) => total > 0).length).toBeGreaterThan(100)
  })

  it('divide by zero: an index of nothing before, a plan equal to the base', () => {
    const [base, plan] = [
      cells('goals.indicators.base'),
      cells('goals.indicators.plan'),
    ]
    expect(base.filter((value, row) => value === plan[row])).not.toEqual([])
    const [previous, falls] = [
      cells('indices.previous'),
      cells('indices.falls'),
    ]
    const rising = previous.filter((_, row) => falls[row] !== 1)
    expect(rising).toContain(0)
  })

  it('share places', () => {
    const { places, isCentral } = reference
    const ofLocal = [...places].filter(
      (place, row) => place > 0 && !isCentral[row],
    )
    expect(new Set(ofLocal).size).toBeLessThan(ofLocal.length)
  })

  it('reach the cap of the points for unreliable facts', () => {
    const reached = cells('unreliable_facts').filter((facts) => facts >= 25)
    expect(reached.length).toBeGreaterThan(0)
    const fire = reference.fired.filter((bits) => (bits & RULES.unreliable) > 0)
    expect(fire.length).toBeGreaterThan(reached.length)
  })
})

describe('disagreement', () => {
  const changed = async (change: (prepared: Prepared) => void) => {
    const prepared = await preparedOf(handWrittenWithPlaces)
    await prepared.run()
    change(prepared)
    return () => checkAgreement(handWrittenWithPlaces, prepared, reference)
  }

  it('names the first body whose total is another one', async () => {
    const check = await changed((prepared) => {
      const { A } = prepared.result().outputs
      if (A) A[3] = (A[3] ?? 0) + 0.01
    })
    expect(check).toThrow(/body b0000003: A is /)
  })

  it('names a body that has a total and should have none', async () => {
    const row = reference.outputs.A.findIndex(Number.isNaN)
    const check = await changed((prepared) => {
      const { A } = prepared.result().outputs
      if (A) A[row] = 0
    })
    expect(check).toThrow(/A is 0, the reference has NaN/)
  })

  it('names a body for which another rule fired', async () => {
    const check = await changed((prepared) => {
      const { fired } = prepared.result()
      if (fired) fired[0] = (fired[0] ?? 0) ^ RULES.late
    })
    expect(check).toThrow(/the sum of the rules fired/)
  })

  it('names a body in another place', async () => {
    const check = await changed((prepared) => {
      const { places } = prepared.result()
      if (places) places[5] = (places[5] ?? 0) + 1
    })
    expect(check).toThrow(/body b0000005: its place is/)
  })
})
