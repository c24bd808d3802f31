/** What the formulas of the shown form can name; asked for where there is one. */
import { inject, type InjectionKey } from 'vue'

import type { FormulaScope } from '../../../../engine/index.js'
import type { Place } from '../text/place.js'

export type FormulaScopes = (place: Place) => FormulaScope | null

export const FORMULA_SCOPES: InjectionKey<FormulaScopes> =
  Symbol('formula scopes')

export function useFormulaScopes(): FormulaScopes {
  return inject(FORMULA_SCOPES, () => null)
}
