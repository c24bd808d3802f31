/** Computes what a receipt is about again, from the rules here and the data that are given. */
import { ENGINE_VERSION, type ScoreResult } from '../../engine/index.js'
import { findByHash } from '../catalogue/find-by-hash.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import type { Io } from '../io.js'
import { Refusal } from '../refusal.js'
import { scoreRequest, type ScoreRequest } from '../scoring/score-request.js'
import { checkHash, type ReceiptCheck } from './check-receipt.js'
import { basedOn, type Receipt } from './receipt.js'

/** The year is that of the receipt; without data nothing is computed. */
export type RecomputeRequest = Partial<Omit<ScoreRequest, 'year'>>

export async function recompute(
  receipt: Receipt,
  request: RecomputeRequest,
  io: Io,
): Promise<readonly ReceiptCheck[]> {
  const { id, version, sha256 } = receipt.methodology
  const rules = findRulesFolder(request.rules, io)
  const found = await findByHash(rules, sha256)
  const { data } = request
  if (!found) {
    const words = `no file of ${rules} has the text of ${id}@${version}, sha256 ${sha256}`
    return [
      {
        what: 'methodology',
        outcome: data === undefined ? 'not checked' : 'fails',
        words,
      },
      ...notComputed('without the methodology nothing can be computed'),
    ]
  }
  if (data === undefined) {
    return [
      {
        what: 'methodology',
        outcome: 'not checked',
        words: `${found.file} has its text; --data lets it be applied`,
      },
      ...notComputed('give the data with --data'),
    ]
  }
  try {
    const { year } = receipt
    const { result } = await scoreRequest(
      pathOf(found.file),
      { ...request, data, year },
      io,
    )
    return compare(receipt, result, found.file)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [first = '', ...others] = error.lines
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`
    const words = `cannot be computed: ${first}${more}`
    return [{ what: 'result', outcome: 'fails', words }]
  }
}

function compare(
  receipt: Receipt,
  result: ScoreResult,
  file: string,
): readonly ReceiptCheck[] {
  const stated = receipt.methodology
  const { id, version, sha256 } = result.methodology
  const name = `${id}@${version}`
  const isSame =
    stated.id === id && stated.version === version && stated.sha256 === sha256
  return [
    {
      what: 'methodology',
      outcome: isSame ? 'holds' : 'fails',
      words: isSame
        ? `${name}, sha256 ${sha256}, ${file}`
        : `the receipt says ${stated.id}@${stated.version}, and the text with its hash is ${name}`,
    },
    checkHash('data', receipt.dataSha256, result.data.sha256),
    checkHash(
      'register',
      receipt.registerSha256,
      result.register?.sha256 ?? null,
    ),
    checkBasedOn(receipt, result),
    withEngine(
      checkHash('result', receipt.resultSha256, result.sha256),
      receipt,
    ),
  ]
}

function checkBasedOn(receipt: Receipt, result: ScoreResult): ReceiptCheck {
  const here = basedOn(result)
  const lacking = receipt.basedOn.filter((hash) => !here.includes(hash))
  const added = here.filter((hash) => !receipt.basedOn.includes(hash))
  const what = 'based on'
  if (lacking.length + added.length === 0) {
    const words =
      here.length === 0 ? 'nothing else' : `sha256 ${here.join(', ')}`
    return { what, outcome: 'holds', words }
  }
  const words = [
    ...lacking.map((hash) => `not given here: ${hash}`),
    ...added.map((hash) => `given here, and not in the receipt: ${hash}`),
  ].join('; ')
  return {
    what,
    outcome: 'fails',
    words: `${words} (--previous, --history and --from give them)`,
  }
}

function withEngine(check: ReceiptCheck, { engine }: Receipt): ReceiptCheck {
  const by =
    engine === ENGINE_VERSION
      ? `computed again by version ${engine}`
      : `made by version ${engine}, computed again by ${ENGINE_VERSION}`
  return { ...check, words: `${check.words}, ${by}` }
}

function notComputed(words: string): readonly ReceiptCheck[] {
  const whats = ['data', 'register', 'based on', 'result'] as const
  return whats.map((what) => ({ what, outcome: 'not checked', words }))
}

/** A path, wherever it stands: a name without a slash could be that of a methodology. */
function pathOf(file: string): string {
  return file.includes('/') || file.includes('\\') ? file : `./${file}`
}
