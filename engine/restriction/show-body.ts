/** The result of a body without what is withheld. */
import type { Column, Methodology } from '../methodology/methodology.js'
import type { BodyResult } from '../result/score-result.js'
import {
  restrictedBehind,
  restrictionOf,
  type Restriction,
  type Sight,
} from './restriction.js'
import type { ShownBody } from './shown-result.js'
import { namesShown, type ShownNames } from './shown-names.js'

/** Why a figure that is shown is missing, where the reason would tell of restricted values. */
export const WITHHELD_REASON = 'the reason depends on restricted values'

export function showBody(
  body: BodyResult,
  methodology: Methodology,
  sight: Sight,
): ShownBody {
  const restriction = restrictionOf(methodology)
  if (sight === 'everything' || restriction.inputs.length === 0) return body
  const { outputs, total } = methodology
  const hidden = outputs.filter(restriction.hidesFigure)
  const names = new Set(hidden.map(({ name }) => name))
  const isHidden = total !== null && restriction.hidesFigure(total)
  return {
    ...body,
    status: isHidden ? 'restricted' : body.status,
    outputs: withoutNames(body.outputs, names),
    exact: withoutNames(body.exact, names),
    missing: missingOf(body, methodology, restriction),
    ...(restriction.hidesMembership
      ? NOTHING_TOLD
      : told(body, namesShown(methodology))),
    restricted: hidden.map((column) => ({
      output: column.name,
      inputs: inputsBehind(methodology, column),
    })),
  }
}

/** Of a body that a rule excludes as a whole nothing is listed, so the lists would tell of the rule. */
const NOTHING_TOLD = {
  absences: [],
  imputed: [],
  notApplicable: [],
  deductions: [],
  limits: [],
  flags: [],
} as const

type Lists = Pick<BodyResult, keyof typeof NOTHING_TOLD>

function told(body: BodyResult, names: ShownNames): Lists {
  const isTold = ({ rule }: { readonly rule: string }) => names.rules.has(rule)
  return {
    absences: body.absences
      .filter(({ criterion }) => names.open.has(criterion))
      .map((absence) =>
        names.touched.has(absence.child)
          ? { ...absence, reason: WITHHELD_REASON }
          : absence,
      ),
    imputed: body.imputed.filter(
      ({ column }) => !names.hiddenColumns.has(column),
    ),
    notApplicable: body.notApplicable.filter(isTold),
    deductions: body.deductions.filter(isTold),
    limits: body.limits.filter(isTold),
    flags: body.flags.filter(isTold),
  }
}

function withoutNames<Value>(
  figures: Readonly<Record<string, Value>>,
  hidden: ReadonlySet<string>,
): Readonly<Record<string, Value | null>> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      hidden.has(name) ? null : value,
    ]),
  )
}

/** Figures that are shown say that they are missing; those with restricted inputs behind them not why. */
function missingOf(
  body: BodyResult,
  { outputs, total }: Methodology,
  { hidesFigure, touchesMembership, touches }: Restriction,
): ShownBody['missing'] {
  const columns = total ? [...outputs, total] : outputs
  const byName = new Map(columns.map((column) => [column.name, column]))
  const said = new Set<string>()
  return body.missing.flatMap((each): ShownBody['missing'] => {
    const { output } = each
    const column = byName.get(output)
    if (!column || hidesFigure(column)) return []
    if (!touches(column) && !touchesMembership) return [each]
    if (said.has(output)) return []
    said.add(output)
    const why = { input: output, row: null, reason: WITHHELD_REASON }
    return [{ output, ...why, code: 'RESTRICTED' }]
  })
}

function inputsBehind(methodology: Methodology, column: Column) {
  const { hidesMembership } = restrictionOf(methodology)
  const nodes = hidesMembership
    ? [column, ...methodology.bodies.exclusions]
    : [column]
  const inputs = nodes.flatMap((node) => restrictedBehind(methodology, node))
  return [...new Set(inputs.map(({ name }) => name))]
}
