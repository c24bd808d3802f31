/**
 * The JSON that `score --json` wrote -> a run that others may look at. Nothing
 * in it is believed before its shape is checked and its hash computed again.
 */
import { canonicalJson, sha256 } from '../result/canonical.js'
import { figureOfText, missingThen, type KnownBody } from './known-run.js'
import type { KnownRun, RunReference } from './known-run.js'
import { JsonShape, type Fields } from './json-shape.js'
import { booleanValue, type Value } from '../value.js'

/** Bodies that a run may have; the same bound as for data. */
const MOST_BODIES = 1_000_000

export interface RunRecord {
  readonly known: KnownRun
  /** Of the text of the methodology. */
  readonly methodologySha256: string
  readonly engine: string
  readonly data: DataReference
  /** Data of earlier years. */
  readonly earlier: readonly (DataReference & { readonly year: number })[]
  readonly history: readonly RunReference[]
  readonly from: readonly RunReference[]
  /** The register of bodies; null without one. */
  readonly register: { readonly id: string; readonly sha256: string } | null
  /** Bodies that were left out because their data had errors. */
  readonly leftOut: readonly string[]
  /** False where the results were changed after the run was written. */
  readonly isWhole: boolean
  /** The file itself, for comparing it value by value. */
  readonly json: Fields
}

export interface DataReference {
  readonly sha256: string
  /** Bodies that were left out because their data had errors. */
  readonly leftOut: readonly string[]
}

export interface ReadRun {
  /** null where the JSON is not the result of a run. */
  readonly record: RunRecord | null
  /** What is not as it should be, by its path. */
  readonly faults: readonly string[]
}

export async function readRun(json: unknown): Promise<ReadRun> {
  const shape = new JsonShape()
  const root = shape.fields(json, '', 'the object that score --json writes')
  if (shape.faults.length > 0) return { record: null, faults: shape.faults }
  const methodology = shape.fields(root.get('methodology'), 'methodology')
  const reference: RunReference = {
    methodology: shape.text(methodology.get('id'), 'methodology.id'),
    version: shape.text(methodology.get('version'), 'methodology.version'),
    year: shape.year(root.get('year'), 'year'),
    sha256: shape.hash(root.get('sha256'), 'sha256'),
  }
  const methodologySha256 = shape.hash(
    methodology.get('sha256'),
    'methodology.sha256',
  )
  const engine = shape.fields(root.get('engine'), 'engine')
  const version = shape.text(engine.get('version'), 'engine.version')
  const data = readData(shape, root.get('data'), reference.year)
  const rankings = shape.fields(root.get('rankings'), 'rankings')
  for (const [name, places] of rankings) {
    shape.list(places, `rankings.${name}`)
  }
  const bodies = readBodies(shape, root.get('results'), reference)
  const history = readReferences(shape, root, 'history')
  const from = readReferences(shape, root, 'from')
  const register = readRegisterReference(shape, root)
  const leftOut = readLeftOut(shape, root)
  if (shape.faults.length > 0) return { record: null, faults: shape.faults }
  const found = await sha256(runText(root))
  return {
    faults: [],
    record: {
      known: { ...reference, bodies },
      methodologySha256,
      engine: version,
      ...data,
      history,
      from,
      register,
      leftOut,
      isWhole: found === reference.sha256,
      json: root,
    },
  }
}

/** What the hash of a run is taken of: its results and rankings. */
export function runText(root: Fields): string {
  return canonicalJson({
    results: root.get('results'),
    rankings: root.get('rankings'),
  })
}

/** A run kept by its hash, found again by what another run says of it. */
export function knownRunOfText(
  text: string,
  reference: RunReference,
): KnownRun | null {
  const shape = new JsonShape()
  const root = shape.fields(JSON.parse(text) as unknown, '')
  const bodies = readBodies(shape, root.get('results'), reference)
  return shape.faults.length > 0 ? null : { ...reference, bodies }
}

function readData(
  shape: JsonShape,
  value: unknown,
  year: number,
): Pick<RunRecord, 'data' | 'earlier'> {
  const fields = shape.fields(value, 'data')
  const data = readReference(shape, fields, 'data')
  const earlier = fields.has('earlier')
    ? shape.list(fields.get('earlier'), 'data.earlier').map((item, index) => {
        const path = `data.earlier[${index}]`
        const each = shape.fields(item, path)
        const of = shape.year(each.get('year'), `${path}.year`)
        return { ...readReference(shape, each, path), year: of }
      })
    : []
  if (earlier.length > 0 || !fields.has('previous')) return { data, earlier }
  const before = shape.fields(fields.get('previous'), 'data.previous')
  const reference = readReference(shape, before, 'data.previous')
  return { data, earlier: [{ ...reference, year: year - 1 }] }
}

function readReference(
  shape: JsonShape,
  fields: Fields,
  path: string,
): DataReference {
  const leftOut = fields.has('leftOut')
    ? shape
        .list(fields.get('leftOut'), `${path}.leftOut`)
        .map((id, index) => shape.text(id, `${path}.leftOut[${index}]`))
    : []
  return {
    sha256: shape.hash(fields.get('sha256'), `${path}.sha256`),
    leftOut,
  }
}

function readRegisterReference(
  shape: JsonShape,
  root: Fields,
): RunRecord['register'] {
  if (!root.has('register')) return null
  const fields = shape.fields(root.get('register'), 'register')
  return {
    id: shape.text(fields.get('id'), 'register.id'),
    sha256: shape.hash(fields.get('sha256'), 'register.sha256'),
  }
}

function readLeftOut(shape: JsonShape, root: Fields): readonly string[] {
  if (!root.has('leftOut')) return []
  return shape.list(root.get('leftOut'), 'leftOut').map((item, index) => {
    const path = `leftOut[${index}]`
    return shape.text(shape.fields(item, path).get('id'), `${path}.id`)
  })
}

function readReferences(
  shape: JsonShape,
  root: Fields,
  key: 'history' | 'from',
): readonly RunReference[] {
  if (!root.has(key)) return []
  return shape.list(root.get(key), key).map((item, index) => {
    const path = `${key}[${index}]`
    const fields = shape.fields(item, path)
    return {
      methodology: shape.text(fields.get('methodology'), `${path}.methodology`),
      version: shape.text(fields.get('version'), `${path}.version`),
      year: shape.year(fields.get('year'), `${path}.year`),
      sha256: shape.hash(fields.get('sha256'), `${path}.sha256`),
    }
  })
}

function readBodies(
  shape: JsonShape,
  value: unknown,
  run: RunReference,
): ReadonlyMap<string, KnownBody> {
  const results = shape.list(value, 'results')
  const bodies = new Map<string, KnownBody>()
  if (results.length > MOST_BODIES) {
    shape.wrong('results', `a list of at most ${MOST_BODIES} bodies`, results)
    return bodies
  }
  for (const [index, item] of results.entries()) {
    const path = `results[${index}]`
    const fields = shape.fields(item, path)
    const id = shape.text(fields.get('id'), `${path}.id`)
    if (bodies.has(id)) {
      shape.wrong(`${path}.id`, 'an id that no other body of the run has', id)
    }
    const figures = readFigures(shape, fields, path, run)
    bodies.set(id, { id, figures })
  }
  return bodies
}

function readFigures(
  shape: JsonShape,
  body: Fields,
  path: string,
  run: RunReference,
): ReadonlyMap<string, Value> {
  const exact = shape.fields(body.get('exact'), `${path}.exact`)
  const outputs = shape.fields(body.get('outputs'), `${path}.outputs`)
  const missing = readMissing(shape, body, path)
  const excluded = readExcluded(shape, body, path)
  const figures = new Map<string, Value>()
  for (const [name, written] of exact) {
    const at = `${path}.exact.${name}`
    const output = outputs.get(name)
    if (typeof output === 'boolean') {
      figures.set(name, booleanValue(output))
      continue
    }
    const isLevel = typeof output === 'string'
    const text = isLevel ? output : shape.textOrNull(written, at)
    if (text === null) {
      const reasons = missing.get(name)
      const rule = excluded.get(name) ?? excluded.get(null)
      figures.set(
        name,
        reasons ? missingThen(run, reasons) : notApplicable(name, rule),
      )
      continue
    }
    const value: Value | null = isLevel
      ? { kind: 'word', word: text }
      : figureOfText(text)
    if (value) figures.set(name, value)
    else shape.wrong(at, 'a decimal number as text, or null', written)
  }
  return figures
}

/** Output -> the reasons for which it was missing. */
function readMissing(
  shape: JsonShape,
  body: Fields,
  path: string,
): ReadonlyMap<string, readonly string[]> {
  const reasons = new Map<string, string[]>()
  const list = shape.list(body.get('missing'), `${path}.missing`)
  for (const [index, item] of list.entries()) {
    const at = `${path}.missing[${index}]`
    const fields = shape.fields(item, at)
    const output = shape.text(fields.get('output'), `${at}.output`)
    const input = shape.text(fields.get('input'), `${at}.input`)
    const words = shape.text(fields.get('reason'), `${at}.reason`)
    const known = reasons.get(output) ?? []
    known.push(`${input} ${words}`)
    reasons.set(output, known)
  }
  return reasons
}

interface Excluded {
  readonly rule: string
  readonly citation: string
}

/** Criterion -> the rule that excluded it; null for the body as a whole. */
function readExcluded(
  shape: JsonShape,
  body: Fields,
  path: string,
): ReadonlyMap<string | null, Excluded> {
  const rules = new Map<string | null, Excluded>()
  const list = shape.list(body.get('notApplicable'), `${path}.notApplicable`)
  for (const [index, item] of list.entries()) {
    const at = `${path}.notApplicable[${index}]`
    const fields = shape.fields(item, at)
    const name = shape.textOrNull(fields.get('criterion'), `${at}.criterion`)
    const rule = shape.text(fields.get('rule'), `${at}.rule`)
    const citation = shape.text(fields.get('citation'), `${at}.citation`)
    if (!rules.has(name)) rules.set(name, { rule, citation })
  }
  return rules
}

/** A figure that is neither there nor missing was not applicable. */
function notApplicable(name: string, by: Excluded | undefined): Value {
  const { rule, citation } = by ?? { rule: 'of that run', citation: '' }
  return {
    kind: 'not-applicable',
    exclusion: { rule, criterion: name, citation },
  }
}
