/** Fields of a JSON object, each asked for once, with every fault of their shape. */
import { quote } from '../data/file-problem.js'
import { Refusal } from '../refusal.js'
import { isInstant, type Instant } from '../instant.js'

const MOST_LETTERS = 200
const MOST_FAULTS = 10
const HASH = /^[0-9a-f]{64}$/
const KEY = /^[0-9a-f]{16}$/
/** The 64 bytes of a signature. */
const SIGNATURE = /^[A-Za-z0-9+/]{85}[AQgw]==$/
const UNSOUND = /[\p{Cc}\p{Cs}]/u

export class DocumentFields {
  private readonly asked = new Set<string>()

  private constructor(
    private readonly fields: ReadonlyMap<string, unknown>,
    private readonly path: string,
    readonly faults: string[],
  ) {}

  static of(object: object, path = '', faults: string[] = []): DocumentFields {
    // Own fields alone: "__proto__" is a field like others, and nobody asks for it.
    return new DocumentFields(new Map(Object.entries(object)), path, faults)
  }

  exactly<const Value extends string | number>(
    name: string,
    value: Value,
  ): Value {
    this.take(name, (found) => found === value, JSON.stringify(value))
    return value
  }

  text(name: string): string {
    return this.asText(
      name,
      isSoundText,
      `a text of 1 to ${MOST_LETTERS} letters`,
    )
  }

  textOrNull(name: string): string | null {
    return this.isNull(name) ? null : this.text(name)
  }

  hash(name: string): string {
    return this.asText(
      name,
      (text) => HASH.test(text),
      'a sha256: 64 digits 0-9a-f',
    )
  }

  hashOrNull(name: string): string | null {
    return this.isNull(name) ? null : this.hash(name)
  }

  hashes(name: string, most: number): readonly string[] {
    const areHashes = (found: unknown): found is readonly string[] =>
      Array.isArray(found) &&
      found.length <= most &&
      found.every((each) => typeof each === 'string' && HASH.test(each))
    const found = this.fields.get(name)
    this.take(name, areHashes, `a list of at most ${most} sha256`)
    return areHashes(found) ? found : []
  }

  keyId(name: string): string {
    return this.asText(
      name,
      (text) => KEY.test(text),
      'the id of a key: 16 digits 0-9a-f',
    )
  }

  signature(name: string): string {
    return this.asText(
      name,
      (text) => SIGNATURE.test(text),
      'a signature of Ed25519 in base64',
    )
  }

  /** A public key in PEM, some 110 letters in three lines. */
  pem(name: string): string {
    return this.asText(
      name,
      (text) => text.length <= MOST_LETTERS,
      'a public key in PEM',
    )
  }

  instant(name: string): Instant {
    return this.asText(name, isInstant, 'a time as 2026-11-22T10:00:00.000Z')
  }

  instantOrNull(name: string): Instant | null {
    return this.isNull(name) ? null : this.instant(name)
  }

  whole(name: string, from: number, to: number): number {
    const found = this.fields.get(name)
    const isWhole = (value: unknown): value is number =>
      Number.isSafeInteger(value) &&
      Number(value) >= from &&
      Number(value) <= to
    this.take(name, isWhole, `a whole number from ${from} to ${to}`)
    return isWhole(found) ? found : from
  }

  object(name: string): DocumentFields {
    const found = this.fields.get(name)
    const isObject = (value: unknown): value is object =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
    this.take(name, isObject, 'an object')
    const path = this.pathOf(name)
    return DocumentFields.of(isObject(found) ? found : {}, path, this.faults)
  }

  isNull(name: string): boolean {
    if (this.fields.get(name) !== null) return false
    this.asked.add(name)
    return true
  }

  has(name: string, value: string): boolean {
    return this.fields.get(name) === value
  }

  /** To be called when every field has been asked for: there may be no others. */
  end(): void {
    for (const name of this.fields.keys()) {
      if (this.asked.has(name)) continue
      this.faults.push(`${quote(this.pathOf(name))} is no field of it`)
    }
  }

  /** @throws Refusal with the faults, where there are any */
  refuse(file: string, what: string): void {
    const { faults } = this
    if (faults.length === 0) return
    const more = faults.length - MOST_FAULTS
    throw new Refusal([
      `${file} is not ${what}:`,
      ...faults.slice(0, MOST_FAULTS).map((fault) => `  ${fault}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ])
  }

  private asText(
    name: string,
    isRight: (text: string) => boolean,
    expected: string,
  ): string {
    const found = this.fields.get(name)
    const isText = (value: unknown) =>
      typeof value === 'string' && isRight(value)
    this.take(name, isText, expected)
    return typeof found === 'string' ? found : ''
  }

  private take(
    name: string,
    isRight: (value: unknown) => boolean,
    expected: string,
  ): void {
    this.asked.add(name)
    const path = this.pathOf(name)
    if (!this.fields.has(name)) {
      this.faults.push(`"${path}" is not there; expected ${expected}`)
      return
    }
    const found = this.fields.get(name)
    if (isRight(found)) return
    this.faults.push(`"${path}" is ${shown(found)}; expected ${expected}`)
  }

  private pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`
  }
}

function isSoundText(text: string): boolean {
  return text !== '' && text.length <= MOST_LETTERS && !UNSOUND.test(text)
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null
    ? 'an object'
    : String(value)
}
