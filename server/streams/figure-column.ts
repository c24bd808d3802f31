/**
 * Figures of a ranking, compared as the engine compares them: by their doubles
 * where these decide, by the exact numbers where they lie too close together.
 */
import { compare, parseExact, type Numeric } from '../../engine/index.js'
import { ByteArena } from './byte-arena.js'
import { NumberPages } from './number-pages.js'
import type { PlainFigure } from './score-block.js'

/** Doubles that differ by less, relative to their size, may belong to equal numbers. */
const CLOSE = 2 ** -50
const NONE = -1

export class FigureColumn {
  private readonly doubles = new NumberPages()
  private readonly texts = new ByteArena()
  /** Where the exact figure stands in `texts`; null while all are short decimals. */
  private places: NumberPages | null = null

  /** @param figure - null: the body has none */
  push(figure: PlainFigure | null): void {
    if (figure && figure.exact !== null && !this.places) {
      this.places = new NumberPages()
      while (this.places.length < this.doubles.length) this.places.push(NONE)
    }
    const exact = figure?.exact ?? null
    this.places?.push(exact === null ? NONE : this.texts.add(exact))
    this.doubles.push(figure ? figure.double : NaN)
  }

  /** The nearest double; NaN where there is none. */
  double(index: number): number {
    return this.doubles.at(index)
  }

  /** Below 0 where the figure of a is the smaller one. */
  compare(a: number, b: number): number {
    const [x, y] = [this.doubles.at(a), this.doubles.at(b)]
    const distance = Math.abs(x - y)
    const isClear = distance > CLOSE * Math.max(Math.abs(x), Math.abs(y))
    if (isClear || (this.isShort(a) && this.isShort(b))) return x - y
    return compare(this.exact(a), this.exact(b))
  }

  private isShort(index: number): boolean {
    return !this.places || this.places.at(index) === NONE
  }

  private exact(index: number): Numeric {
    if (this.places && !this.isShort(index)) {
      return parseExact(this.texts.text(this.places.at(index)))
    }
    return decimal(this.doubles.at(index))
  }
}

/** The decimal of at most 15 digits that a double stands for. */
function decimal(double: number): Numeric {
  const [mantissa = '', exponent = '0'] = String(double).split('e')
  const [whole = '', broken = ''] = mantissa.split('.')
  const power = Number(exponent) - broken.length
  const zeros = '0'.repeat(Math.abs(power))
  const digits = `${whole}${broken}`
  return parseExact(power < 0 ? `${digits}/1${zeros}` : `${digits}${zeros}/1`)
}
