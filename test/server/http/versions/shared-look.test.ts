import { describe, expect, it } from 'vitest'

import { SharedLook } from '../../../../server/http/versions/shared-look.js'

/** A look that takes as long as is wished, and sees how many have begun. */
function looks() {
  let begun = 0
  const ends: (() => void)[] = []
  const look = new SharedLook(
    () =>
      new Promise<number>((resolve) => {
        begun += 1
        const seen = begun
        ends.push(() => resolve(seen))
      }),
  )
  const end = () => ends.shift()?.()
  return { look, end, begun: () => begun }
}

describe('a shared look', () => {
  it('never gives what was seen before it was asked for', async () => {
    const { look, end } = looks()
    const first = look.take()
    const during = look.take()
    end()
    expect(await first).toBe(1)
    await Promise.resolve()
    end()
    expect(await during).toBe(2)
  })

  it('is taken once for all who ask while another is under way', async () => {
    const { look, end, begun } = looks()
    const first = look.take()
    const others = [look.take(), look.take(), look.take()]
    end()
    await first
    await Promise.resolve()
    end()
    expect(await Promise.all(others)).toEqual([2, 2, 2])
    expect(begun()).toBe(2)
  })

  it('that fails is taken anew by who asked meanwhile', async () => {
    let fails = true
    const look = new SharedLook(() => {
      const begun = fails
      fails = false
      return begun ? Promise.reject(new Error('no')) : Promise.resolve('yes')
    })
    const first = look.take()
    const second = look.take()
    await expect(first).rejects.toThrow('no')
    expect(await second).toBe('yes')
  })
})
