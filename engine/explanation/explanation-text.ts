/** An explanation as indented text: a figure, how it came about, and below it what it was made from. */
import type { Title } from '../methodology/methodology.js'
import type { Alternative } from '../methodology/legal-basis.js'
import type { JoinedBody } from '../register/join-bodies.js'
import { shortened } from '../number/text.js'
import { populationWords } from './explain-population.js'
import type {
  ExplainedCap,
  ExplainedFigure,
  ExplainedRule,
  ExplainedValue,
  Explanation,
} from './explanation.js'

type Language = keyof Title

/** Significant digits of figures in text; `…` marks that there are more. */
const DIGITS = 20

export function explanationText(
  explanation: Explanation,
  language: Language = 'en',
): string {
  const { methodology, body, year } = explanation
  const figures = new Map(explanation.figures.map((each) => [each.key, each]))
  const shown = new Set<string>()
  const name = body.name === null ? body.id : `${body.name} (${body.id})`
  const lines = [
    `${name}, ${year}, ${methodology.id}@${methodology.version}`,
    ...body.joined.map(joinedLine),
  ]
  const open: { readonly key: string; readonly depth: number }[] = [
    { key: explanation.of, depth: 0 },
  ]
  for (let next = open.pop(); next; next = open.pop()) {
    const figure = figures.get(next.key)
    if (!figure) continue
    const indent = '  '.repeat(next.depth)
    const head = headLine(figure, language)
    if (shown.has(next.key)) {
      lines.push(`${indent}${head} (explained above)`)
      continue
    }
    shown.add(next.key)
    lines.push(`${indent}${head}`)
    lines.push(
      ...detailLines(figure, language).map((line) => `${indent}    ${line}`),
    )
    const depth = next.depth + 1
    open.push(...figure.operands.toReversed().map((key) => ({ key, depth })))
  }
  return `${lines.join('\n')}\n`
}

function joinedLine(joined: JoinedBody): string {
  const { id, name, ended, citation } = joined
  const who = name === null ? id : `${name} (${id})`
  return `with ${who}, which ended on ${ended} and is assessed within it (${citation})`
}

function headLine(figure: ExplainedFigure, language: Language): string {
  const title = inLanguage(figure.title, language)
  const unit =
    figure.unit === null || figure.value.state !== 'present'
      ? ''
      : ` ${figure.unit}`
  const words = title === null ? '' : `  [${title}]`
  return `${figure.key} = ${valueWords(figure.value)}${unit}${words}`
}

function detailLines(
  figure: ExplainedFigure,
  language: Language,
): readonly string[] {
  const { formula, substituted, citation, mark, note, source, run } = figure
  return [
    ...(formula === null ? [] : [`formula: ${formula}`]),
    ...(substituted === null || substituted === formula
      ? []
      : [`with values: ${substituted}`]),
    ...figure.steps.map((step) => `${step.words} = ${valueWords(step.value)}`),
    // A population is its number of bodies.
    ...(figure.bodies === null || figure.kind === 'population'
      ? []
      : [bodiesLine(figure)]),
    ...figure.skipped.map((skip) => `left out: ${skip.row} (${skip.reason})`),
    ...figure.rules.flatMap((rule) => ruleLines(rule, language)),
    ...(citation ? [`${citation}${mark === null ? '' : ` (${mark})`}`] : []),
    ...(note === null ? [] : [`note: ${note}`]),
    ...figure.alternatives.map(otherReading),
    ...figure.caps.flatMap(capLines),
    ...(source === null ? [] : [sourceLine(source, figure.kind)]),
    ...(run === null ? [] : [runLine(run)]),
  ]
}

/** `over 28 bodies of central`, `over 5 bodies of peers (income_group: low)`. */
function bodiesLine({ bodies, population }: ExplainedFigure): string {
  const words = population === null ? '' : ` of ${populationWords(population)}`
  return `over ${bodies ?? 0} ${bodies === 1 ? 'body' : 'bodies'}${words}`
}

function otherReading({ formula, setting, note }: Alternative): string {
  return `other reading: ${formula ?? setting ?? ''} (${note})`
}

function capLines(cap: ExplainedCap): readonly string[] {
  const over = cap.over === 'all' ? ' over all rules' : ''
  const mark = cap.mark === null ? '' : ` (${cap.mark})`
  return [
    `cap ${cap.cap}: at most ${cap.atMost}${over}; ${cap.citation}${mark}`,
    ...(cap.note === null ? [] : [`  note: ${cap.note}`]),
    ...cap.alternatives.map((other) => `  ${otherReading(other)}`),
  ]
}

function sourceLine(
  source: NonNullable<ExplainedFigure['source']>,
  kind: string,
): string {
  const isOwn = kind === 'table' || kind === 'parameter'
  const line = source.line === null ? '' : `:${source.line}`
  const path = source.path === null ? '' : ` ${source.path}`
  const says = source.says === null ? '' : ` (${source.says})`
  return `${isOwn ? 'methodology' : 'data'}: ${source.file}${line}${path}, column ${source.column}${says}`
}

function runLine(run: NonNullable<ExplainedFigure['run']>): string {
  const { methodology, version, year, sha256 } = run
  const hash = sha256 === null ? '' : `, sha256 ${sha256}`
  return `result: ${methodology}@${version} of ${year}${hash}`
}

function ruleLines(rule: ExplainedRule, language: Language): readonly string[] {
  if (rule.instances !== null) {
    return [
      `rules ${rule.rule}: none of ${rule.instances} fired for this body (${rule.event})`,
    ]
  }
  const title = inLanguage(rule.title, language)
  const facts = rule.facts
    .map((fact) => `${fact.condition} [${fact.received}: ${fact.holds}]`)
    .join(', ')
  const before =
    rule.pointsBeforeCap === rule.points
      ? ''
      : ` (${rule.pointsBeforeCap ?? ''} before the cap ${rule.caps.join(', ')})`
  const points = rule.points === null ? '' : `: ${rule.points} points${before}`
  const bound = rule.bound ? ', binds' : ', does not bind'
  const limit = rule.limit === null ? '' : `: ${rule.limit}${bound}`
  const state = rule.state === 'not-fired' ? 'did not fire' : rule.state
  return [
    `rule ${rule.rule}${title === null ? '' : `, ${title}`}: ${state}, ${rule.event}${points}${limit}; ${facts}; ${rule.citation}`,
  ]
}

function valueWords(value: ExplainedValue): string {
  if (value.text === null) {
    const state =
      value.state === 'not-applicable' ? 'not applicable' : value.state
    return value.reason === null ? state : `${state} (${value.reason})`
  }
  return /^-?\d[\d.]*$/.test(value.text)
    ? shortened(value.text, DIGITS)
    : value.text
}

/** In the language asked for, else in another one, English first. */
function inLanguage(title: Title, language: Language): string | null {
  return title[language] ?? title.en ?? title.ru ?? title.kk ?? null
}
