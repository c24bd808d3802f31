/** `olshem diff`: what differs in meaning between two versions. */
import { Command } from 'commander'

import {
  compareMethodologies,
  differencesText,
  type VersionDifference,
} from '../../engine/index.js'
import { openCatalogue } from '../catalogue/catalogue.js'
import { isPath, type Version } from '../catalogue/find-version.js'
import { versionName } from '../catalogue/in-force.js'
import { getOneVersion } from '../catalogue/one-version.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { differenceJson } from '../output/difference-json.js'
import { printable } from '../output/printable.js'
import type { ProgramOptions, Setting } from './setting.js'

interface Options extends ProgramOptions {
  readonly json?: boolean
}

export function diffCommand({ io }: Setting): Command {
  return new Command('diff')
    .description('list what differs in meaning between two versions')
    .argument('<old>', 'hdi@2007, or a path to a file')
    .argument('<new>', 'hdi@2014, or a path to a file')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(
      async (
        oldName: string,
        newName: string,
        _: Options,
        command: Command,
      ) => {
        const { rules, json } = command.optsWithGlobals<Options>()
        const catalogue = await openCatalogue(findRulesFolder(rules, io))
        const was = await getOneVersion(catalogue, oldName)
        const is = await getOneVersion(catalogue, newName)
        const found = compareMethodologies(was.methodology, is.methodology)
        const names = [nameOf(oldName, was), nameOf(newName, is)] as const
        const text = json
          ? JSON.stringify(found.map(differenceJson), null, 2)
          : textOf(found, names)
        await io.out.write(`${text}\n`)
      },
    )
}

const EXAMPLES = `
Compared is what the files mean with their defaults written out: comments, order,
spaces, brackets that change nothing and 0.10 for 0.1 are no differences. Examples of
the files are counted, not compared. Exit status 0, differences or none. Examples:
  olshem diff hdi@2007 hdi@2014
  olshem diff kz-goals@2012 ./my-draft.yaml --json`

function textOf(
  found: readonly VersionDifference[],
  [was, is]: readonly [string, string],
): string {
  if (found.length === 0) return `${was} and ${is} say the same.`
  const count =
    found.length === 1 ? '1 difference' : `${found.length} differences`
  const lines = differencesText(found).split('\n').map(printable)
  return [`${was} -> ${is}: ${count}`, '', ...lines].join('\n')
}

function nameOf(argument: string, { methodology }: Version): string {
  const name = versionName(methodology)
  return printable(isPath(argument) ? `${name} (${argument})` : name)
}
