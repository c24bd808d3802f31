/** Computes a run again from the texts whose hashes it names. */
import {
  checkDataset,
  datasetOfText,
  firstDifference,
  knownRunOfText,
  loadMethodology,
  registerFromText,
  runName,
  scoreDataset,
  surroundingsOf,
  type CheckedDataset,
  type Dataset,
  type Difference,
  type KnownRun,
  type Methodology,
  type ReadDataset,
  type Register,
  type Run,
  type RunRecord,
  type RunReference,
  type Scored,
  type ScoreResult,
  type Surroundings,
} from '../../engine/index.js'
import { dataProblemLine, problemLine } from '../output/problem-line.js'
import { parseRunJson } from './read-run-file.js'
import { Refusal } from '../refusal.js'
import type { TextSource } from './text-source.js'

export interface Replayed {
  readonly result: ScoreResult
  /** For explanations. */
  readonly run: Run
  /** null where nothing differs. */
  readonly difference: Difference | null
}

/** @throws Refusal where a text is missing, or is not what the run says */
export async function replayRun(
  record: RunRecord,
  texts: TextSource,
): Promise<Replayed> {
  const { year } = record.known
  const found = await gather(record, texts)
  const methodology = methodologyOf(record, found.methodology)
  const register = await registerOf(record, found.register)
  const surroundings = await surroundingsOfRun(
    record,
    found,
    methodology,
    register,
  )
  const checked = await dataOf(
    found.data,
    year,
    methodology,
    'current',
    surroundings,
  )
  const { dataset } = checked
  if (dataset?.sha256 !== record.data.sha256) throw unfit('The data')
  const broken = new Set(record.leftOut)
  const data = { ...checked, dataset: { ...dataset, broken } }
  const options = { year, leaveOutBroken: false }
  const scored = await scoreDataset(methodology, data, surroundings, options)
  const { result, run } = scored
  if (!result || !run) throw new Refusal(scored.problems.map(dataProblemLine))
  return { result, run, difference: firstDifference(record.json, result) }
}

/**
 * The data of a run under other rules, beside what the run looked at.
 *
 * @param read - the data that are scored
 * @param register - the one that those rules name
 * @throws Refusal where a text is missing, or data of earlier years do not fit the rules
 */
export async function scoreUnder(
  methodology: Methodology,
  record: RunRecord,
  texts: TextSource,
  read: ReadDataset,
  register: Register | null,
): Promise<Scored> {
  const { year } = record.known
  const found = await gather(record, texts)
  const surroundings = await surroundingsOfRun(
    record,
    found,
    methodology,
    register,
  )
  const options = { year, leaveOutBroken: record.leftOut.length > 0 }
  const checked = await checkDataset(read, methodology, {
    ...options,
    surroundings,
  })
  return scoreDataset(methodology, checked, surroundings, options)
}

async function surroundingsOfRun(
  record: RunRecord,
  found: Found,
  methodology: Methodology,
  register: Register | null,
): Promise<Surroundings> {
  const earlier = new Map<number, Dataset>()
  for (const [of, text] of found.earlier) {
    const { leftOut } = record.earlier.find((each) => each.year === of) ?? {}
    const checked = await dataOf(
      text,
      of,
      methodology,
      'previous',
      surroundingsOf({ register }),
    )
    if (!checked.dataset) throw unfit(`The data of ${of}`)
    const broken = new Set(leftOut ?? [])
    earlier.set(of, { ...checked.dataset, broken })
  }
  return surroundingsOf({
    earlier,
    history: new Map(found.history.map((run) => [run.year, run])),
    others: new Map(found.from.map((run) => [run.methodology, run])),
    register,
  })
}

interface Found {
  readonly methodology: string
  readonly data: string
  readonly earlier: ReadonlyMap<number, string>
  readonly history: readonly KnownRun[]
  readonly from: readonly KnownRun[]
  /** null where the run names no register. */
  readonly register: string | null
}

/** Every text that is missing is named, not the first alone. */
async function gather(record: RunRecord, texts: TextSource): Promise<Found> {
  const { known, data, earlier, history, from, register } = record
  const missing: string[] = []
  const get = async (hash: string, what: string, how: string) => {
    const text = await texts.find(hash)
    if (text.kind === 'text') return text.text
    missing.push(
      text.kind === 'damaged'
        ? `${what} (sha256 ${hash}): ${text.file} is there and does not fit its hash. Take it away, and ${how}.`
        : `${what} (sha256 ${hash}) is not in ${texts.places}: ${how}.`,
    )
    return ''
  }
  const again = 'score with the same data once more, which keeps them'
  const name = `${known.methodology}@${known.version}`
  const methodology = await texts.findMethodology(record.methodologySha256)
  if (methodology === null) {
    missing.push(
      `The methodology ${name} (sha256 ${record.methodologySha256}) is neither in ${texts.places} nor a file of ${texts.rules}: put the file into the rules folder, whatever its name.`,
    )
  }
  const dataText = await get(data.sha256, `The data of ${known.year}`, again)
  const years = new Map<number, string>()
  for (const { year, sha256 } of earlier) {
    years.set(year, await get(sha256, `The data of ${year}`, again))
  }
  const runs = async (references: readonly RunReference[], option: string) => {
    const read: KnownRun[] = []
    for (const reference of references) {
      const what = `The result of ${runName(reference)}`
      const how = `score with ${option} and the file once more, which keeps it`
      const text = await get(reference.sha256, what, how)
      if (text !== '') read.push(runOf(text, reference))
    }
    return read
  }
  const found = {
    methodology: methodology ?? '',
    data: dataText,
    earlier: years,
    history: await runs(history, '--history'),
    from: await runs(from, '--from'),
    register: register
      ? await get(register.sha256, `The register ${register.id}`, again)
      : null,
  }
  if (missing.length > 0) throw new Refusal(missing)
  return found
}

function methodologyOf(record: RunRecord, text: string): Methodology {
  const { methodology: id, version } = record.known
  const name = `${id}@${version}`
  const { methodology, problems } = loadMethodology(name, text)
  if (!methodology) throw new Refusal(problems.map(problemLine))
  if (methodology.id === id && methodology.version === version) {
    return methodology
  }
  const found = `${methodology.id}@${methodology.version}`
  throw new Refusal([
    `The run says that it is of ${name}, and the text whose hash it names is ${found}. The run was changed after it was written.`,
  ])
}

async function registerOf(
  record: RunRecord,
  text: string | null,
): Promise<Register | null> {
  if (text === null || record.register === null) return null
  const { id, sha256 } = record.register
  const what = `The register ${id}`
  if ('fault' in parseRunJson(text)) throw unfit(what)
  const { register } = await registerFromText(text, `register ${id}`)
  if (register?.id !== id || register.sha256 !== sha256) throw unfit(what)
  return register
}

async function dataOf(
  text: string,
  year: number,
  methodology: Methodology,
  role: 'current' | 'previous',
  surroundings?: Surroundings,
): Promise<CheckedDataset> {
  const what = `The data of ${year}`
  if ('fault' in parseRunJson(text)) throw unfit(what)
  const read = datasetOfText(text, `data of ${year}`)
  if (!read) throw unfit(what)
  if (read.dataset.year !== year) {
    throw new Refusal([
      `The run says that its data are of ${year}, and the data whose hash it names are of ${read.dataset.year ?? 'no year'}. The run was changed after it was written.`,
    ])
  }
  const checked = await checkDataset(read, methodology, {
    year,
    role,
    leaveOutBroken: false,
    ...(surroundings ? { surroundings } : {}),
  })
  if (checked.dataset) return checked
  throw new Refusal(checked.problems.map(dataProblemLine))
}

function runOf(text: string, reference: RunReference): KnownRun {
  const run =
    'fault' in parseRunJson(text) ? null : knownRunOfText(text, reference)
  if (!run) throw unfit(`The result of ${runName(reference)}`)
  return run
}

function unfit(what: string): Refusal {
  return new Refusal([
    `${what}, as the store keeps them, cannot be read by this version of the program.`,
  ])
}
