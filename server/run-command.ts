/**
 * The command line as a function: arguments in, exit status out. Nothing here
 * ends the process, so that everything written has left it before it ends.
 */
import { Command, CommanderError } from 'commander'

import packageJson from '../package.json' with { type: 'json' }
import { checkCommand } from './commands/check.js'
import { diffCommand } from './commands/diff.js'
import { explainCommand } from './commands/explain.js'
import { listCommand } from './commands/list.js'
import { lockCommand } from './commands/lock.js'
import { referenceCommand } from './commands/reference.js'
import { replayCommand } from './commands/replay.js'
import { schemaCommand } from './commands/schema.js'
import { scoreCommand } from './commands/score.js'
import type { ExitStatus, Setting } from './commands/setting.js'
import { showCommand } from './commands/show.js'
import { templateCommand } from './commands/template.js'
import { testCommand } from './commands/test.js'
import { tourCommand } from './commands/tour.js'
import { InterruptedError } from './interrupted.js'
import type { Io } from './io.js'
import { printable } from './output/printable.js'
import { Refusal } from './refusal.js'

const COMMANDS = [
  listCommand,
  showCommand,
  diffCommand,
  templateCommand,
  scoreCommand,
  explainCommand,
  checkCommand,
  replayCommand,
  testCommand,
  lockCommand,
  referenceCommand,
  schemaCommand,
  tourCommand,
]

export async function runCommand(
  args: readonly string[],
  io: Io,
): Promise<ExitStatus> {
  let status: ExitStatus = 0
  const exitWith = (found: 0 | 1) => {
    status = found
  }
  const said: Said = { out: '', err: '' }
  try {
    const program = buildProgram({ io, exitWith, run: runCommand }, said)
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    return await statusOf(error, io)
  } finally {
    if (said.out !== '') await io.out.write(said.out)
    if (said.err !== '') await io.err.write(said.err)
  }
}

/** Help and complaints of the argument parser. */
interface Said {
  out: string
  err: string
}

function buildProgram(setting: Setting, said: Said): Command {
  const program = new Command('olshem')
    .description(packageJson.description)
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('--help', 'print help')
    .helpCommand('help [command]', 'print the help of a command')
    .option(
      '--rules <folder>',
      'folder of the methodology files (or set OLSHEM_RULES)',
    )
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help shows how it is used)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (said.out += text),
      writeErr: (text) => (said.err += text),
    })
    .addHelpText('after', EXAMPLES)
  for (const commandOf of COMMANDS) {
    const command = commandOf(setting)
    program.addCommand(command.copyInheritedSettings(program))
  }
  return program
}

const EXAMPLES = `
Examples:
  olshem list --year 2021
  olshem score hdi --year 2021 --data rules/hdi/data/hdr-2021-22.csv
  olshem diff hdi@2007 hdi@2014
  olshem template hdi@2014 --output my-data
  olshem help score

Exit status: 0 done, 1 files or data have errors, 2 the command was not understood.`

async function statusOf(error: unknown, { err, environment }: Io) {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Refusal) {
    const lines = error.lines.map((line) => `${printable(line)}\n`)
    await err.write(lines.join(''))
    return 1
  }
  if (error instanceof InterruptedError) {
    await err.write('olshem: interrupted; the output is not complete\n')
    return 130
  }
  await err.write(faultText(error, environment))
  return 70
}

/** What a mistake of the program itself looks like. */
export function faultText(
  error: unknown,
  environment: Io['environment'],
): string {
  const fault = error instanceof Error ? error : new Error(String(error))
  if (environment['OLSHEM_DEBUG']) return `${fault.stack ?? fault.message}\n`
  const [line = ''] = fault.message.split('\n', 1)
  return `olshem: unexpected error: ${printable(line)} (OLSHEM_DEBUG=1 shows where)\n`
}
