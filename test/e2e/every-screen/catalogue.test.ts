/** No screen is left out of the catalogue. */
import type { RouteRecordRaw } from 'vue-router'
import { describe, expect, it } from 'vitest'

import { ROUTES } from '../../../studio/router.js'
import { ALL_SCREENS } from '../screens/all-screens.js'

/** Those that show something, and do not lead on. */
function shown(routes: readonly RouteRecordRaw[]): readonly unknown[] {
  return routes.flatMap((route) => {
    if (route.redirect !== undefined) return []
    return route.children ? shown(route.children) : [route.name]
  })
}

describe('the catalogue of screens', () => {
  it('has every route of the studio', () => {
    const known = new Set<unknown>(ALL_SCREENS.map(({ route }) => route))
    expect(shown(ROUTES).filter((route) => !known.has(route))).toEqual([])
  })

  it('gives each screen a name of its own', () => {
    const names = ALL_SCREENS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
