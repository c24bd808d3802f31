/**
 * The loops of one step as the text of a JavaScript function. The text is made of
 * operations, numbers and numbered names alone: nothing that a file says stands
 * in it.
 *
 * The function takes `columns`, `settings`, `rows` (of the levels, numbered as in
 * `levels`), `lists` and `runtime`, and gives the rows in doubt.
 */
import type {
  CellCode,
  Code,
  ColumnLevel,
  OperationCode,
  ReductionCode,
} from '../../code/code.js'
import { reducerOf } from '../../code/reducers.js'
import { operationOf } from '../../operations/table.js'
import type { RunnableStep } from '../../program/step.js'
import {
  allCode,
  areOpposite,
  choiceRanks,
  countUses,
  isChoice,
  isShort,
  isSlow,
  pathOf,
  reductionRanks,
  rootsOf,
} from '../walk.js'
import { loopHead, type RowsPart } from './loop-head.js'
import { findName, openScope, scopeOf, type Scope } from './scope.js'
import { Unfinished } from './unfinished.js'

export interface GeneratedText {
  readonly text: string
  /** The levels by their number in the text. */
  readonly levels: readonly ColumnLevel[]
  /** The lists of answers by their number in the text. */
  readonly lists: readonly (readonly number[])[]
}

/** Longer expressions get names in between. */
const DEEPEST = 12

export function generateStep(step: RunnableStep): GeneratedText {
  return new StepGenerator(step).generate()
}

class StepGenerator {
  readonly #step: RunnableStep
  readonly #uses: ReadonlyMap<Code, number>
  readonly #ranks: ReadonlyMap<ReductionCode, number>
  readonly #choices: ReadonlyMap<OperationCode, number>
  readonly #branches = new Map<Code, boolean>()
  readonly #levels: ColumnLevel[] = []
  readonly #lists: (readonly number[])[] = []
  readonly #prologue = openScope(null, null)
  readonly #declared = new Set<string>()
  readonly #unfinished = new Unfinished()
  #names = 0

  constructor(step: RunnableStep) {
    this.#step = step
    const roots = rootsOf(step)
    this.#uses = countUses(roots)
    this.#ranks = reductionRanks(roots)
    this.#choices = choiceRanks(roots)
  }

  generate(): GeneratedText {
    const { level, stored, doubt } = this.#step
    const row = this.#row(level)
    const loop = openScope(level, this.#prologue)
    const written = stored.map(({ column, code }) => {
      const value = this.#inline(code, loop, 0)
      return `${this.#column(column.index)}[${row}] = ${value};`
    })
    const test = doubt ? this.#tests(doubt, loop).isTrue : null
    const asked = test === null ? [] : [`if (${test}) doubts.push(${row});`]
    const count = `n${this.#level(level)}`
    const above = this.#above(level)
    const lines = [
      '"use strict";',
      'const doubts = [];',
      'const { powerOf, roundedHalfUp, roundedHalfEven, isNearHalf } = runtime;',
      `const ${count} = rows[${this.#level(level)}].count;`,
      ...this.#prologue.lines,
      `for (let ${row} = 0; ${row} < ${count}; ${row} += 1) {`,
      ...above,
      ...loop.lines,
      ...written,
      ...asked,
      '}',
      'return doubts;',
    ]
    return {
      text: lines.join('\n'),
      levels: this.#levels,
      lists: this.#lists,
    }
  }

  /** The enclosing rows of the row that the outermost loop stands at. */
  #above(level: ColumnLevel): readonly string[] {
    const lines: string[] = []
    for (let at = level; at.kind === 'table' && at.parent; at = at.parent) {
      const parents = this.#rowsPart(at, 'parents')
      lines.push(
        `const ${this.#row(at.parent)} = ${parents}[${this.#row(at)}];`,
      )
    }
    return lines
  }

  /** The code as text that may stand once in the scope. */
  #inline(code: Code, scope: Scope, depth: number): string {
    const name = findName(scope, code)
    if (name !== null) return name
    if (code.kind === 'number') return numberText(code.value)
    if (code.kind === 'setting') return `settings[${code.index}]`
    if (code.kind === 'operation' && !this.#isBranch(code)) {
      const isShared = (this.#uses.get(code) ?? 0) > 1
      if (
        !isShared &&
        depth < DEEPEST &&
        scopeOf(scope, code.level) === scope
      ) {
        return `(${this.#text(code, scope, depth + 1)})`
      }
    }
    return this.#atom(code, scope)
  }

  /** A name or number for the code, which may stand any number of times. */
  #atom(code: Code, here: Scope): string {
    const known = findName(here, code)
    if (known !== null) return known
    if (code.kind === 'number') return numberText(code.value)
    if (code.kind === 'reduction') {
      this.#reduce(code, scopeOf(here, code.level))
      return findName(here, code) ?? ''
    }
    const scope = scopeOf(here, code.level)
    if (code.kind === 'operation' && this.#isBranch(code)) {
      this.#branch(code, scope)
      return findName(here, code) ?? ''
    }
    const text =
      code.kind === 'cell'
        ? this.#cell(code, scope)
        : code.kind === 'setting'
          ? `settings[${code.index}]`
          : this.#text(code, scope, 0)
    return this.#name(code, text, scope)
  }

  #name(code: Code, text: string, scope: Scope): string {
    const name = this.#fresh('v')
    scope.lines.push(`const ${name} = ${text};`)
    scope.names.set(code, name)
    return name
  }

  #cell({ column }: CellCode, scope: Scope): string {
    const values = this.#column(column.index)
    if (column.level.kind === 'population') return `${values}[0]`
    if (column.level.kind !== 'group' || scope.level === column.level) {
      return `${values}[${this.#row(column.level)}]`
    }
    const group = this.#groupRow(column.level, scope)
    return `${group} < 0 ? NaN : ${values}[${group}]`
  }

  /** The group of the body that the scope stands in. */
  #groupRow(level: ColumnLevel, here: Scope): string {
    for (let scope: Scope | null = here; scope; scope = scope.above) {
      if (scope.level === level) return this.#row(level)
    }
    let bodies: ColumnLevel | null = here.level
    while (bodies && bodies.kind !== 'bodies') bodies = bodies.parent
    if (!bodies) throw new TypeError('A group is read outside of the bodies')
    return `${this.#rowsPart(level, 'groupOf')}[${this.#row(bodies)}]`
  }

  #text(code: Code, scope: Scope, depth: number): string {
    if (code.kind !== 'operation') return this.#atom(code, scope)
    const { operands } = code
    const [a, b, c] = operands
    if (code.operation === 'select' && a && b && c) {
      const { isTrue, isFalse } = this.#tests(a, scope)
      const otherwise = this.#inline(c, scope, depth)
      if (!a.facts.mayBeAbsent && areOpposite(b, c)) {
        // Faster than a branch that the processor cannot foresee; the sum makes one zero of both.
        return `(1 - 2 * Number(${isTrue})) * ${otherwise} + 0`
      }
      const then = this.#inline(b, scope, depth)
      return a.facts.mayBeAbsent
        ? `${isTrue} ? ${then} : ${isFalse} ? ${otherwise} : NaN`
        : `${isTrue} ? ${then} : ${otherwise}`
    }
    const { text, repeats = [] } = operationOf(code.operation)
    const texts = operands.map((operand, index) =>
      repeats.includes(index)
        ? this.#atom(operand, scope)
        : this.#inline(operand, scope, depth),
    )
    if (code.table) return text(texts[0] ?? '', this.#list(code.table), '')
    return text(texts[0] ?? '', texts[1] ?? '', texts[2] ?? '')
  }

  /** The code as the test of a choice. */
  #tests(code: Code, scope: Scope): { isTrue: string; isFalse: string } {
    const isFree =
      code.kind === 'operation' &&
      ((this.#uses.get(code) ?? 0) <= 1 || isShort(code)) &&
      findName(scope, code) === null &&
      scopeOf(scope, code.level) === scope
    if (isFree) {
      const [a, b] = code.operands
      const name = code.operation
      if (b && a && (name === 'and' || name === 'both')) {
        const [left, right] = [this.#tests(a, scope), this.#tests(b, scope)]
        return {
          isTrue: `(${left.isTrue} && ${right.isTrue})`,
          isFalse: `(${left.isFalse} || ${right.isFalse})`,
        }
      }
      if (b && a && (name === 'or' || name === 'either')) {
        const [left, right] = [this.#tests(a, scope), this.#tests(b, scope)]
        return {
          isTrue: `(${left.isTrue} || ${right.isTrue})`,
          isFalse: `(${left.isFalse} && ${right.isFalse})`,
        }
      }
      const { test } = operationOf(name)
      if (test && a) {
        const left = this.#atom(a, scope)
        const right = b ? this.#atom(b, scope) : ''
        return {
          isTrue: test.isTrue(left, right),
          isFalse: test.isFalse(left, right),
        }
      }
    }
    const name = this.#atom(code, scope)
    return { isTrue: `${name} === 1`, isFalse: `${name} === 0` }
  }

  #isBranch(code: Code): boolean {
    const known = this.#branches.get(code)
    if (known !== undefined) return known
    const isBranch = isChoice(code) && code.operands.slice(1).some(isSlow)
    this.#branches.set(code, isBranch)
    return isBranch
  }

  /** Emits a choice whose sides take long as branches, with all others by the same test. */
  #branch(code: OperationCode, scope: Scope): void {
    const [test] = code.operands
    const rank = this.#choices.get(code)
    const together = [...this.#choices].flatMap(([each, of]) =>
      of === rank &&
      each.operands[0] === test &&
      each.level === code.level &&
      this.#isBranch(each) &&
      findName(scope, each) === null &&
      this.#unfinished.mayJoin(each, code)
        ? [{ each, name: this.#fresh('v') }]
        : [],
    )
    if (!test) throw new TypeError('A choice has a test')
    for (const { each } of together) this.#unfinished.begin(each)
    const { isTrue, isFalse } = this.#tests(test, scope)
    const side = (index: number): readonly string[] => {
      const inner = openScope(scope.level, scope)
      const lines = together.map(({ each, name }) => {
        const operand = each.operands[index]
        return operand ? `${name} = ${this.#inline(operand, inner, 0)};` : ''
      })
      return [...inner.lines, ...lines]
    }
    const neither = together.map(
      ({ each, name }) =>
        `${name} = ${each.operation === 'select' ? 'NaN' : '0'};`,
    )
    const [then, otherwise] = [side(1), side(2)]
    scope.lines.push(
      // Without a number to begin with, all of them would be boxed.
      `let ${together.map(({ name }) => `${name} = NaN`).join(', ')};`,
      `if (${isTrue}) {`,
      ...then,
      ...(test.facts.mayBeAbsent
        ? [`} else if (${isFalse}) {`, ...otherwise, '} else {', ...neither]
        : ['} else {', ...otherwise]),
      '}',
    )
    for (const { each, name } of together) {
      this.#unfinished.end(each)
      scope.names.set(each, name)
    }
  }

  /** Emits the loop of a reduction, and with it all others that can share it. */
  #reduce(code: ReductionCode, scope: Scope): void {
    const rank = this.#ranks.get(code)
    const together = allCode(rootsOf(this.#step)).filter(
      (each): each is ReductionCode =>
        each.kind === 'reduction' &&
        each.level === code.level &&
        each.over === code.over &&
        this.#ranks.get(each) === rank &&
        findName(scope, each) === null &&
        this.#unfinished.mayJoin(each, code),
    )
    const names = together.map((each) => ({ each, name: this.#fresh('r') }))
    for (const each of together) this.#unfinished.begin(each)
    const scopes: Scope[] = []
    let inner = scope
    for (const level of pathOf(code)) {
      inner = openScope(level, inner)
      scopes.push(inner)
    }
    for (const { each, name } of names) {
      const { start, isCollected } = reducerOf(each.reducer)
      const first = isCollected ? '[]' : numberText(start)
      scope.lines.push(`let ${name} = ${first};`)
    }
    for (const mask of new Set(together.map((each) => each.mask))) {
      const lines = names
        .filter(({ each }) => each.mask === mask)
        .map(({ each, name }) => this.#accumulate(each, name, inner))
      const test = mask && this.#tests(mask, inner).isTrue
      inner.lines.push(...(test ? [`if (${test}) {`, ...lines, '}'] : lines))
    }
    let above = code.level
    const opened = scopes.map((each) => {
      const head = loopHead(above, each.level ?? above, {
        row: (level) => this.#row(level),
        part: (level, part) => this.#rowsPart(level, part),
      })
      above = each.level ?? above
      return head
    })
    const lines = scopes.reduceRight<readonly string[]>(
      (below, each, index) => [
        ...(opened[index] ?? []),
        ...each.lines,
        ...below,
        '}',
      ],
      [],
    )
    scope.lines.push(...lines)
    for (const { each, name } of names) {
      this.#unfinished.end(each)
      this.#finish(each, name, scope)
    }
  }

  #accumulate(each: ReductionCode, name: string, inner: Scope): string {
    const { text, isCollected } = reducerOf(each.reducer)
    const next = each.of ? this.#inline(each.of, inner, 0) : '1'
    return isCollected
      ? `${name}.push(${next});`
      : `${name} = ${text(name, next)};`
  }

  #finish(each: ReductionCode, name: string, scope: Scope): void {
    if (!reducerOf(each.reducer).isCollected) {
      scope.names.set(each, name)
      return
    }
    const share = each.share ? this.#inline(each.share, scope, 0) : '0.5'
    const made = `runtime.quantileOf(Float64Array.from(${name}), ${share})`
    this.#name(each, `${name}.length === 0 ? NaN : ${made}`, scope)
  }

  #level(level: ColumnLevel): number {
    const known = this.#levels.indexOf(level)
    if (known >= 0) return known
    return this.#levels.push(level) - 1
  }

  #row(level: ColumnLevel): string {
    return `i${this.#level(level)}`
  }

  #column(index: number): string {
    return this.#declare(`c${index}`, `columns[${index}]`)
  }

  #rowsPart(level: ColumnLevel, part: RowsPart): string {
    const number = this.#level(level)
    return this.#declare(`${part}${number}`, `rows[${number}].${part}`)
  }

  #list(table: readonly number[]): string {
    const known = this.#lists.indexOf(table)
    const index = known >= 0 ? known : this.#lists.push(table) - 1
    return this.#declare(`l${index}`, `lists[${index}]`)
  }

  #declare(name: string, text: string): string {
    if (!this.#declared.has(name)) {
      this.#declared.add(name)
      this.#prologue.lines.unshift(`const ${name} = ${text};`)
    }
    return name
  }

  #fresh(letter: string): string {
    this.#names += 1
    return `${letter}${this.#names}`
  }
}

function numberText(value: number): string {
  return value < 0 ? `(${value})` : String(value)
}
