import { describe, expect, it } from 'vitest'

import {
  findRulesFolder,
  ownRulesFolder,
  shownPath,
} from '../../../server/catalogue/rules-folder.js'

describe('findRulesFolder', () => {
  it('takes the option, then the environment, then the folder of the package', () => {
    const environment = { OLSHEM_RULES: '/from/environment' }
    expect(findRulesFolder('/said', { environment })).toBe('/said')
    expect(findRulesFolder(undefined, { environment })).toBe(
      '/from/environment',
    )
    const unset = { environment: { OLSHEM_RULES: '' } }
    expect(findRulesFolder(undefined, unset)).toBe(ownRulesFolder())
  })
})

describe('shownPath', () => {
  it('is short below the working folder, and whole elsewhere', () => {
    expect(shownPath(`${process.cwd()}/rules/hdi`)).toBe('rules/hdi')
    expect(shownPath('/elsewhere/rules')).toBe('/elsewhere/rules')
  })
})
