/** Explains one figure of one body, down to the cells of the data. */
import { cellOf } from '../evaluation/cell.js'
import { columnRow } from '../evaluation/read-column.js'
import { membershipOf } from '../evaluation/membership.js'
import type { Row } from '../evaluation/row.js'
import type { Run } from '../evaluation/run.js'
import { citationText } from '../methodology/citation.js'
import type { Column, CriterionNode } from '../methodology/methodology.js'
import {
  isRestricted,
  restrictionOf,
  type Sight,
} from '../restriction/restriction.js'
import { figureOf } from '../result/body-result.js'
import { missing } from '../value.js'
import { describeValue } from './describe-value.js'
import { keyedFigure } from './keyed-figures.js'
import { keyOf } from './operand-key.js'
import { bodyOf, endedCitation } from './explain-register.js'
import {
  explainedPopulation,
  populationExpressions,
  populationFigure,
} from './explain-population.js'
import {
  expressionOperands,
  populationOperands,
  type FlagOperand,
  type Operand,
  type PopulationOperand,
} from './operands.js'
import { ranked } from './statistics.js'
import type { ExplainedFigure, Explanation } from './explanation.js'
import { FLAG, flagFigure, withheldFlag } from './explain-flag.js'
import { explainCriterion } from './explain-criterion.js'
import { explainFormula, type Follow } from './explain-formula.js'
import { explainInput } from './explain-input.js'
import { operandNamed } from './explainable.js'
import {
  deductionOperands,
  explainCaps,
  explainDeducted,
  explainRules,
  ruleOperands,
} from './explain-rule.js'
import {
  absentFigure,
  distributionFigure,
  figureWith,
  NOTHING,
  previousFigure,
  readingOf,
} from './plain-figures.js'
import { scaleFigure } from './scale-figure.js'
import { restrictedFigure, shownPart, toldFigure } from './shown-figure.js'
import { explainStepping } from './explain-step.js'

/**
 * @param output - a figure or a flag of the body; the total where null
 * @param sight - `public`: without what is withheld from those who may not see restricted values
 * @returns null where the run has no such body or figure
 */
export async function explainOutput(
  run: Run,
  body: string,
  output: string | null,
  sight: Sight = 'everything',
): Promise<Explanation | null> {
  const { methodology } = run
  if (!run.hasTables) {
    throw new TypeError('A run that gave up its tables cannot be explained')
  }
  const row = bodyOf(run, body)
  const wanted =
    output ?? methodology.total?.name ?? methodology.outputs[0]?.name
  const start = row && operandNamed(methodology, wanted, row)
  if (!row || !start) return null
  const explainer = new Explainer(run, row, sight)
  const figures = await explainer.all(start)
  return {
    methodology: { id: methodology.id, version: methodology.version },
    year: run.dataset.year,
    body: {
      id: body,
      name: row.given?.name ?? null,
      joined: run.joined.get(body) ?? [],
    },
    of: figures[0]?.key ?? keyOf(start),
    figures,
  }
}

class Explainer {
  private readonly open: Operand[] = []

  private readonly follow: Follow = (operands) => {
    this.open.push(...operands)
    return [...new Set(operands.map(keyOf))]
  }

  constructor(
    private readonly run: Run,
    /** The body that is explained. */
    private readonly body: Row,
    private readonly sight: Sight,
  ) {}

  /** Breadth first, each figure once, so that shared figures cost nothing twice. */
  async all(start: Operand): Promise<readonly ExplainedFigure[]> {
    const figures = new Map<string, ExplainedFigure>()
    this.open.push(start)
    for (let index = 0; index < this.open.length; index += 1) {
      const operand = this.open[index]
      if (!operand) break
      const key = keyOf(operand)
      if (figures.has(key)) continue
      figures.set(key, await this.shown(operand, key, index === 0))
    }
    return [...figures.values()]
  }

  /** The figure, or what may be shown of it. */
  private async shown(
    operand: Operand,
    key: string,
    isFirst: boolean,
  ): Promise<ExplainedFigure> {
    const { methodology } = this.run
    const excluded = () => (isFirst ? this.excluded(operand, key) : null)
    if (this.sight === 'everything' || !isRestricted(methodology)) {
      return (await excluded()) ?? this.one(operand, key)
    }
    const restriction = restrictionOf(methodology)
    const part = shownPart(operand, restriction, isFirst)
    if (part === 'nothing') return restrictedFigure(operand, key, methodology)
    const followed = this.open.length
    const why = await excluded()
    const told = why && restriction.touchesMembership ? 'value' : part
    const figure = why ?? (await this.one(operand, key))
    if (told === 'value') this.open.length = followed
    return toldFigure(operand, figure, told)
  }

  private async one(operand: Operand, key: string): Promise<ExplainedFigure> {
    if (operand.kind === 'parameter' || operand.kind === 'lookup')
      return keyedFigure(operand, key, this.run.methodology.source.file)
    if (operand.kind === 'previous')
      return previousFigure(operand.expression, operand.row, key)
    if (operand.kind === 'scale') return scaleFigure(operand.scale, key)
    if (operand.kind === 'distribution') {
      const { distribution, row } = operand
      const figure = distributionFigure(distribution, row, key)
      const below = populationOperands(distribution.among, row)
      return below.length === 0
        ? figure
        : { ...figure, operands: this.follow(below) }
    }
    if (operand.kind === 'population') return this.population(operand, key)
    if (operand.kind === 'flag') return this.flag(operand, key)
    const { column } = operand
    const row = columnRow(column, operand.row)
    if ('kind' in row) return absentFigure(column, row, key)
    const value = cellOf(row, column) ?? missing('NOT_GIVEN')
    const { kind, title, unit } = column
    const head = { key, kind, title, unit }
    if (column.kind === 'criterion') {
      const explained = await explainCriterion(column, row, this.follow)
      // The last stage is the value; it is described once.
      const last = explained.steps.at(-1)?.value ?? describeValue(value)
      return figureWith(head, last, explained)
    }
    const explained = await this.column(column, row)
    return figureWith(head, describeValue(value), explained)
  }

  private async column(
    column: Exclude<Column, CriterionNode>,
    row: Row,
  ): Promise<Partial<ExplainedFigure>> {
    switch (column.kind) {
      case 'input':
        return explainInput(column, row)
      case 'indicator':
        if (column.exclusions.length === 0) {
          return explainInput(column.input, row)
        }
        return {
          ...readingOf(column.reading),
          rules: await explainRules(column.exclusions, row),
          operands: this.follow([
            { kind: 'column', column: column.input, row },
            ...column.exclusions.flatMap((rule) => ruleOperands(rule, row)),
          ]),
        }
      case 'computed':
        return {
          ...readingOf(column.reading),
          ...explainFormula(
            column.expression,
            column.formula,
            row,
            column.name,
            this.follow,
          ),
        }
      case 'deduction': {
        return {
          ...readingOf(column.reading),
          rules: await explainDeducted(column, row),
          caps: explainCaps(column, row),
          operands: this.follow(deductionOperands(column, row)),
        }
      }
      case 'step':
      case 'screening': {
        const { figure, operands } = explainStepping(column, row)
        return { ...figure, operands: this.follow(operands) }
      }
      case 'standing': {
        const ranking = this.run.rankings.get(column.ranking)
        return {
          bodies: ranking ? ranked(ranking, column.ranking, row) : 0,
          population: explainedPopulation(column.ranking.among, row),
          citation: citationText(column.ranking.cite),
          operands: this.follow([
            { kind: 'column', column: column.ranking.output, row },
            ...populationOperands(column.ranking.among, row),
          ]),
        }
      }
    }
  }

  /**
   * A body that a rule excludes as a whole has no figure, and where that is
   * undecided none that counts: the rules and their facts say why.
   */
  private async excluded(
    operand: Operand,
    key: string,
  ): Promise<ExplainedFigure | null> {
    if (operand.kind !== 'column' && operand.kind !== 'flag') return null
    const { row } = operand
    if (!row.absent && membershipOf(row).kind === 'counts') return null
    const isFlag = operand.kind === 'flag'
    const { kind, title, unit } = isFlag ? FLAG : operand.column
    const value = isFlag ? withheldFlag(row) : figureOf(row, operand.column)
    const { exclusions } = row.level
    return {
      ...NOTHING,
      key,
      kind,
      title,
      unit,
      value: describeValue(value),
      citation:
        value.kind === 'not-applicable'
          ? value.exclusion.citation
          : endedCitation(this.run, row),
      rules: await explainRules(exclusions, row),
      operands: this.follow(
        exclusions.flatMap((rule) => ruleOperands(rule, row)),
      ),
    }
  }

  private async population(
    { population }: PopulationOperand,
    key: string,
  ): Promise<ExplainedFigure> {
    const { body } = this
    const { title, by, exclusions } = population
    const explained = await populationFigure(population, body)
    const head = { key, kind: 'population', title, unit: null }
    return figureWith(head, explained.value, {
      ...explained,
      rules: await explainRules(exclusions, body),
      operands: this.follow([
        ...by.map((column): Operand => ({ kind: 'column', column, row: body })),
        ...populationExpressions(population).flatMap(
          (expression) =>
            expressionOperands(expression, { row: body, node: key }).operands,
        ),
        ...exclusions.flatMap((rule) => ruleOperands(rule, body)),
      ]),
    })
  }

  private async flag(
    operand: FlagOperand,
    key: string,
  ): Promise<ExplainedFigure> {
    const { rules, row } = operand
    const told = await explainRules(rules, row)
    const below = rules.flatMap((rule) => ruleOperands(rule, row))
    return flagFigure(operand, key, told, this.follow(below))
  }
}
