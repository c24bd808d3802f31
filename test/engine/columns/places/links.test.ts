/** Which neighbours tie, and which are compared exactly because errors leave their order open. */
import { describe, expect, it } from 'vitest'

import type { ComparedFigures } from '../../../../engine/columns/program/places/compared-figures.js'
import { linkByDoubles } from '../../../../engine/columns/program/places/link-by-doubles.js'
import {
  APART,
  OPEN,
  TIED,
} from '../../../../engine/columns/program/places/links.js'
import { settleOpen } from '../../../../engine/columns/program/places/settle-open.js'
import { integer } from '../../../../engine/number/numeric.js'

interface Given {
  readonly better?: 'more' | 'less'
  readonly errors?: readonly number[]
  readonly isOpenWhereEqual?: boolean
  /** What the figures are exactly, in whole numbers. */
  readonly exact?: readonly number[]
}

/** @param values - in their order */
function figuresOf(values: readonly number[], given: Given): ComparedFigures {
  const { better = 'less', errors, isOpenWhereEqual = false, exact } = given
  return {
    better,
    values: Float64Array.from(values),
    errors: errors ? Float64Array.from(errors) : null,
    isOpenWhereEqual,
    exactly: (row) => {
      const number = exact?.[row] ?? NaN
      return number === number ? integer(number) : null
    },
  }
}

function linked(
  values: readonly number[],
  given: Given = {},
  parts: readonly number[] | null = null,
) {
  const figures = figuresOf(values, given)
  const ordered = {
    rows: Int32Array.from(values, (_, row) => row),
    links: new Uint8Array(values.length),
    count: values.length,
  }
  linkByDoubles(figures, ordered, parts && Int32Array.from(parts))
  return { figures, ordered, links: [...ordered.links] }
}

describe('links by doubles', () => {
  it('tie equal figures, and absent ones with each other', () => {
    const { links } = linked([-0, 0, 3, 3, 3, NaN, NaN])
    expect(links).toEqual([APART, TIED, APART, TIED, TIED, APART, TIED])
  })

  it('do not tie figures of two parts', () => {
    const { links } = linked([1, 1, 1, NaN, NaN], {}, [0, 0, 1, 1, 2])
    expect(links).toEqual([APART, TIED, APART, APART, APART])
  })

  it('leave equal figures open where doubles do not tell the numbers apart', () => {
    const { links } = linked([1, 2, 2, NaN, NaN], { isOpenWhereEqual: true })
    expect(links).toEqual([APART, APART, OPEN, APART, TIED])
  })

  it('are open where errors overlap or touch', () => {
    // 0..2 touches 2..4; 4.5..5.5 touches neither.
    const { links } = linked([1, 3, 5, 9], { errors: [1, 1, 0.5, 0] })
    expect(links).toEqual([APART, OPEN, APART, APART])
  })

  it('tie equal figures without error, and open those with one', () => {
    expect(linked([2, 2], { errors: [0, 0] }).links).toEqual([APART, TIED])
    expect(linked([2, 2], { errors: [0, 1e-16] }).links).toEqual([APART, OPEN])
    expect(linked([2, 2], { errors: [1e-16, 0] }).links).toEqual([APART, OPEN])
  })

  it('are open between all figures that one with a large error reaches', () => {
    const before = linked([1, 2, 3, 9], { errors: [2, 0, 0, 0] })
    expect(before.links).toEqual([APART, OPEN, OPEN, APART])
    const behind = linked([9, 3, 2, 1], {
      better: 'more',
      errors: [0, 0, 0, 2],
    })
    expect(behind.links).toEqual([APART, APART, OPEN, OPEN])
  })

  it('are not open to figures of another part or absent ones, however large the error', () => {
    const errors = [9, 9, 9, 9, 9]
    const { links } = linked([1, 2, 3, 4, NaN], { errors }, [0, 0, 1, 1, 1])
    expect(links).toEqual([APART, OPEN, APART, OPEN, APART])
  })
})

describe('open links', () => {
  it('are settled by the exact figures, the best first', () => {
    const { figures, ordered } = linked([1, 2, 3, 9], {
      errors: [2, 0, 0, 0],
      exact: [3, 2, 3],
    })
    expect(settleOpen(figures, ordered)).toBe(3)
    expect([...ordered.rows]).toEqual([1, 0, 2, 3])
    expect([...ordered.links]).toEqual([APART, APART, TIED, APART])
  })

  it('put the most first where more is better', () => {
    const { figures, ordered } = linked([5, 5, 5], {
      better: 'more',
      isOpenWhereEqual: true,
      exact: [4, 6, 5],
    })
    expect(settleOpen(figures, ordered)).toBe(3)
    expect([...ordered.rows]).toEqual([1, 2, 0])
    expect([...ordered.links]).toEqual([APART, APART, APART])
  })

  it('put figures last that are absent exactly', () => {
    const { figures, ordered } = linked([5, 5, 5], {
      isOpenWhereEqual: true,
      exact: [NaN, 6, NaN],
    })
    settleOpen(figures, ordered)
    expect([...ordered.rows]).toEqual([1, 0, 2])
    expect([...ordered.links]).toEqual([APART, APART, TIED])
  })

  it('ask for no figure where none is open', () => {
    const { figures, ordered } = linked([1, 1, 2], { errors: [0, 0, 0.5] })
    expect(settleOpen(figures, ordered)).toBe(0)
    expect([...ordered.links]).toEqual([APART, TIED, APART])
  })
})
