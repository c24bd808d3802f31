/**
 * Makes column code. Equal code is made once, so that targets compute it once;
 * what is certain beforehand is left out.
 */
import { boundsOf } from '../bounds/bounds.js'
import { isNothing, plus } from '../bounds/terms.js'
import type { Bounded } from '../operations/operation.js'
import { operationOf, type OperationName } from '../operations/table.js'
import type { CellCode, Code, ColumnLevel, StoredColumn } from './code.js'
import { ANY, LARGEST_WHOLE, type Facts } from './facts.js'
import { reducerOf, type ReducerName } from './reducers.js'
import { nearnessOfAlike } from '../bounds/alike.js'
import { simplified } from './simplify.js'

type Made<C> = C extends Code ? Omit<C, 'id'> : never

export class Builder {
  readonly #known = new Map<string, Code>()
  readonly #bounded = new Map<Code, Bounded>()
  readonly #errors = new Map<StoredColumn, StoredColumn>()
  readonly #doubts = new Map<StoredColumn, StoredColumn>()
  readonly population: ColumnLevel

  constructor(population: ColumnLevel) {
    this.population = population
  }

  /** @param isExact - false where the number meant lies beside the double */
  number(value: number, isExact = true): Code {
    const isAbsent = Number.isNaN(value)
    const isWhole = Number.isInteger(value) && Math.abs(value) <= LARGEST_WHOLE
    const facts: Facts = isAbsent
      ? ANY
      : {
          mayBeAbsent: false,
          low: value,
          high: value,
          smallest: Math.abs(value),
          isWhole: isExact && isWhole,
          isDecimal: isExact && isWhole,
        }
    return this.#made(
      `${Object.is(value, -0) ? 0 : value}${isExact ? '' : '~'}`,
      {
        kind: 'number',
        level: this.population,
        facts,
        value: value === 0 ? 0 : value,
        isExact,
      },
    )
  }

  /** A decimal of at most 15 significant digits, as the double next to it. */
  decimal(value: number): Code {
    const made = this.number(value, Number.isInteger(value))
    if (made.facts.isDecimal) return made
    return this.#made(`${value}.`, {
      ...made,
      facts: { ...made.facts, isDecimal: true },
    })
  }

  setting(index: number, facts: Facts): Code {
    const level = this.population
    return this.#made(`s${index}`, { kind: 'setting', level, facts, index })
  }

  /** @param level - the rows that read it: its own, or bodies a figure of their group, absent where they are in none */
  cell(column: StoredColumn, level = column.level): Code {
    const isOwn = level === column.level
    const facts = isOwn ? column.facts : { ...column.facts, mayBeAbsent: true }
    const key = `c${column.index}${isOwn ? '' : ` ${level.name}`}`
    return this.#made(key, { kind: 'cell', level, facts, column })
  }

  operation(name: OperationName, ...operands: readonly Code[]): Code {
    return this.#operation(name, operands, null)
  }

  /** The answer for each whole number of x. */
  lookUp(x: Code, table: readonly number[], facts: Partial<Facts> = {}): Code {
    const made = this.#operation('look-up', [x], table)
    return Object.keys(facts).length === 0
      ? made
      : this.#made(`${keyOf('look-up', [x], table)}f`, {
          ...made,
          facts: { ...made.facts, ...facts },
        })
  }

  #operation(
    name: OperationName,
    operands: readonly Code[],
    table: readonly number[] | null,
  ): Code {
    const simple = table ? null : simplified(this, name, operands)
    if (simple) return simple
    const facts = operationOf(name).facts(operands.map((each) => each.facts))
    const level = operands.reduce(
      (deepest, each) => deeper(deepest, each.level),
      this.population,
    )
    return this.#made(keyOf(name, operands, table), {
      kind: 'operation',
      level,
      facts,
      operation: name,
      operands,
      table,
    })
  }

  /**
   * @param to - the rows of the result
   * @param over - the rows that are gone through
   * @param of - null for `count`
   * @param mask - 1 in the rows that are taken, never absent
   */
  reduction(
    reducer: ReducerName,
    to: ColumnLevel,
    over: ColumnLevel,
    of: Code | null,
    mask: Code | null = null,
    share: Code | null = null,
  ): Code {
    const taken = mask?.kind === 'number' && mask.value === 1 ? null : mask
    if (reducer === 'sum' && of?.kind === 'number') {
      const count = this.reduction('count', to, over, null, taken)
      return this.operation('multiply', count, of)
    }
    // A truth value that is the same in every row is that of any row, or of none.
    if (reducer === 'any' && of?.kind === 'number' && of.value === 0) return of
    const key = [reducer, to.name, over.name, of?.id, taken?.id, share?.id]
    return this.#made(`r${key.join(' ')}`, {
      kind: 'reduction',
      level: to,
      facts: reducerOf(reducer).facts(of?.facts ?? ANY, mostBelow(to, over)),
      reducer,
      over,
      of,
      mask: taken,
      share,
    })
  }

  select(test: Code, then: Code, otherwise: Code): Code {
    return this.operation('select', test, then, otherwise)
  }

  /** Of values that are 1 or 0 and never absent. */
  either(a: Code, b: Code): Code {
    return this.operation('either', a, b)
  }

  both(a: Code, b: Code): Code {
    return this.operation('both', a, b)
  }

  isPresent(a: Code): Code {
    return this.operation('is-present', a)
  }

  /** The opposite of what is 1 or 0 and never absent. */
  opposite(a: Code): Code {
    return this.operation('is-not', a, this.number(1))
  }

  /** 1 where the errors leave open which of two values is the larger. */
  isNear(a: Bounded, b: Bounded): Code {
    const alike = nearnessOfAlike(this, a.value, b.value)
    if (alike) return alike
    const areDecimal = a.value.facts.isDecimal && b.value.facts.isDecimal
    const error = plus(this, a.error, b.error)
    if (areDecimal || isNothing(error)) return this.number(0)
    return this.operation('is-near', a.value, b.value, error)
  }

  /** 1 where the error leaves open on which side of a whole number a value lies. */
  isNearWhole(a: Bounded): Code {
    if (a.value.facts.isDecimal || isNothing(a.error)) return this.number(0)
    const whole = this.operation('nearest-whole', a.value)
    return this.operation('is-near', a.value, whole, a.error)
  }

  /** Says where the errors of a stored column stand; without one its doubles are those next to the numbers. */
  storeErrors(column: StoredColumn, errors: StoredColumn): void {
    this.#errors.set(column, errors)
  }

  errorsOf({ column, level }: CellCode): Code | null {
    const errors = this.#errors.get(column)
    return errors ? this.cell(errors, level) : null
  }

  /** Says where it stands in which rows a stored column is in doubt. */
  storeDoubts(column: StoredColumn, doubts: StoredColumn): void {
    this.#doubts.set(column, doubts)
  }

  doubtsOf({ column, level }: CellCode): Code {
    const doubts = this.#doubts.get(column)
    return doubts ? this.cell(doubts, level) : this.number(0)
  }

  /** The code with its error and its doubt. */
  bounded(code: Code): Bounded {
    const known = this.#bounded.get(code)
    if (known) return known
    const { error, doubt } = boundsOf(this, code)
    const made = { value: code, error, doubt }
    this.#bounded.set(code, made)
    return made
  }

  #made(key: string, made: Made<Code>): Code {
    const known = this.#known.get(key)
    if (known) return known
    const code = { ...made, id: this.#known.size } as Code
    this.#known.set(key, code)
    return code
  }
}

function keyOf(
  name: OperationName,
  operands: readonly Code[],
  table: readonly number[] | null,
): string {
  const ids = operands.map(({ id }) => id).join(' ')
  return `${name} ${ids}${table ? ` [${table.join(' ')}]` : ''}`
}

/** How many rows of a level a row of one above has at most. */
function mostBelow(to: ColumnLevel, over: ColumnLevel): number {
  let most = 1
  for (let at: ColumnLevel | null = over; at && at !== to; at = at.parent) {
    most *= at.mostRows
    if (at.kind === 'bodies') break
  }
  return Math.max(1, most)
}

/** A value that reads two levels stands on the deeper one. */
export function deeper(a: ColumnLevel, b: ColumnLevel): ColumnLevel {
  return b.depth > a.depth ? b : a
}
