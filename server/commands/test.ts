/** `olshem test`: runs the examples of methodology files. */
import { Command } from 'commander'

import { runExamples, type LocatedProblem } from '../../engine/index.js'
import { openCatalogue, type Catalogue } from '../catalogue/catalogue.js'
import { findChangedData, readExampleData } from '../catalogue/example-data.js'
import { loadNamed } from '../catalogue/find-version.js'
import { loadEntry, type Entry } from '../catalogue/load-entry.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { problemLine } from '../output/problem-line.js'
import { startProgress } from '../output/progress.js'
import type { ProgramOptions, Setting } from './setting.js'

export function testCommand({ io, exitWith }: Setting): Command {
  return new Command('test')
    .description('run the examples of methodologies')
    .argument('[methodology]', 'hdi, hdi@2014, or a path; without it, all')
    .addHelpText('after', EXAMPLES)
    .action(
      async (argument: string | undefined, _: object, command: Command) => {
        const { rules } = command.optsWithGlobals<ProgramOptions>()
        const catalogue = await openCatalogue(findRulesFolder(rules, io))
        const progress = startProgress(io)
        const { problems: found } = catalogue
        const totals = { passed: 0, failed: 0, problems: found.length }
        for (const each of found) await io.out.write(`${problemLine(each)}\n`)
        for (const entry of await listEntries(catalogue, argument)) {
          await progress.say(`testing ${entry.file}`)
          const tested = await testEntry(catalogue, entry)
          await progress.end()
          await io.out.write(`${tested.lines.join('\n')}\n`)
          totals.passed += tested.passed
          totals.failed += tested.failed
          totals.problems += tested.problems.length
        }
        const { passed, failed, problems } = totals
        await io.out.write(`${passed} examples passed, ${failed} failed\n`)
        if (failed + problems > 0) exitWith(1)
      },
    )
}

const EXAMPLES = `
Examples:
  olshem test
  olshem test hdi@2014
  olshem test ./my-index.yaml

Exit status: 0 all examples passed, 1 some failed or a file has mistakes.`

interface Tested {
  readonly passed: number
  readonly failed: number
  readonly problems: readonly LocatedProblem[]
  readonly lines: readonly string[]
}

async function testEntry(catalogue: Catalogue, entry: Entry): Promise<Tested> {
  const { file, loaded } = entry
  const changed = await findChangedData(catalogue, entry)
  const report = loaded?.usable
    ? await runExamples(loaded, (path, year) =>
        readExampleData(file, path, year),
      )
    : { passed: 0, failed: 0, problems: [] }
  const { passed, failed } = report
  const problems = [...entry.problems, ...changed, ...report.problems]
  const summary = `${file}: ${passed} passed, ${failed} failed`
  return {
    passed,
    failed,
    problems,
    lines: [...problems.map(problemLine), summary],
  }
}

async function listEntries(
  catalogue: Catalogue,
  argument: string | undefined,
): Promise<readonly Entry[]> {
  if (argument !== undefined) return loadNamed(catalogue, argument)
  return Promise.all(
    catalogue.files.map((place) => loadEntry(catalogue, place.file, place)),
  )
}
