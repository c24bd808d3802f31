/** `olshem verify`: checks a receipt offline. */
import { Command } from 'commander'

import { printable } from '../output/printable.js'
import { textTable } from '../output/text-table.js'
import {
  checkReceiptSignature,
  type ReceiptCheck,
} from '../receipts/check-receipt.js'
import { readReceipt } from '../receipts/read-receipt.js'
import { recompute, type RecomputeRequest } from '../receipts/recompute.js'
import type { SignedReceipt } from '../receipts/receipt.js'
import { withDataOptions } from '../scoring/score-request.js'
import { readPublicKeys } from '../signing/read-public-keys.js'
import type { Setting } from './setting.js'

interface Options extends RecomputeRequest {
  readonly key?: string
}

export function verifyCommand({ io, exitWith }: Setting): Command {
  const command = new Command('verify')
    .description('check a receipt: signature, hashes, and by computing again')
    .argument('<receipt>', 'the file of the receipt')
    .option(
      '--key <file>',
      'public key of the installation (PEM), or its list of keys (JSON)',
    )
    .option('--data <path>', 'the data, as for "olshem score"')
  return withDataOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, _: Options, called: Command) => {
      const options = called.optsWithGlobals<Options>()
      const receipt = await readReceipt(file)
      const keys =
        options.key === undefined ? null : await readPublicKeys(options.key)
      const checks = [
        checkReceiptSignature(receipt, keys),
        ...(await recompute(receipt, options, io)),
      ]
      const verdict = verdictOf(checks)
      if (!verdict.holds) exitWith(1)
      const lines = [headLine(receipt), ...table(checks), verdict.words]
      await io.out.write(lines.map((line) => `${line}\n`).join(''))
    })
}

const EXAMPLES = `
Nothing is asked of a server. The methodology is found by its hash among the files
of the rules folder. Get the public key from the installation by a way that you
trust, not with the receipt: whoever forges one can send a key along. Examples:
  olshem verify receipt.json --key ministry.pem
  olshem verify receipt.json --key keys.json --data data.csv

Exit status: 0 the signature is trusted and nothing that was checked fails, 1 the
signature is not trusted or a check fails, 2 the command was not understood.`

function headLine({ methodology, year, time }: SignedReceipt): string {
  return printable(
    `receipt of ${time}: ${methodology.id}@${methodology.version}, ${year}`,
  )
}

function table(checks: readonly ReceiptCheck[]): readonly string[] {
  const column = (cells: readonly string[]) =>
    ({ head: '', align: 'left', cells }) as const
  const [, ...lines] = textTable([
    column(checks.map(({ what }) => what)),
    column(checks.map(({ outcome }) => outcome)),
    column(checks.map(({ words }) => words)),
  ])
  return lines.map((line) => `  ${line}`)
}

function verdictOf(checks: readonly ReceiptCheck[]) {
  const failed = checks.filter(({ outcome }) => outcome === 'fails')
  if (failed.length > 0) {
    const names = failed.map(({ what }) => what).join(', ')
    return { holds: false, words: `does not hold: ${names}` }
  }
  const unchecked = checks.filter(({ outcome }) => outcome === 'not checked')
  if (unchecked.some(({ what }) => what === 'signature')) {
    return {
      holds: false,
      words:
        'The signature is not trusted: give the public key of the installation with --key.',
    }
  }
  return unchecked.length === 0
    ? { holds: true, words: 'holds: signature, hashes and result' }
    : { holds: true, words: 'holds: the signature; the rest was not checked' }
}
