/**
 * The command line as a function: arguments in, exit status out. Nothing here
 * ends the process, so that everything written has left it before it ends.
 */
import { Command, CommanderError } from 'commander'

import packageJson from '../package.json' with { type: 'json' }
import type { ExitStatus, Setting } from './commands/setting.js'
import { InterruptedError } from './interrupted.js'
import type { Io } from './io.js'
import { printable } from './output/printable.js'
import { Refusal } from './refusal.js'

type CommandOf = (setting: Setting) => Command

/** In the order of the help. Each is loaded when it is needed, with what it alone uses. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandOf>>> = {
  list: async () => (await import('./commands/list.js')).listCommand,
  show: async () => (await import('./commands/show.js')).showCommand,
  diff: async () => (await import('./commands/diff.js')).diffCommand,
  template: async () =>
    (await import('./commands/template.js')).templateCommand,
  score: async () => (await import('./commands/score.js')).scoreCommand,
  explain: async () => (await import('./commands/explain.js')).explainCommand,
  sensitivity: async () =>
    (await import('./commands/sensitivity.js')).sensitivityCommand,
  check: async () => (await import('./commands/check.js')).checkCommand,
  replay: async () => (await import('./commands/replay.js')).replayCommand,
  verify: async () => (await import('./commands/verify.js')).verifyCommand,
  test: async () => (await import('./commands/test.js')).testCommand,
  lock: async () => (await import('./commands/lock.js')).lockCommand,
  reference: async () =>
    (await import('./commands/reference.js')).referenceCommand,
  schema: async () => (await import('./commands/schema.js')).schemaCommand,
  serve: async () => (await import('./commands/serve.js')).serveCommand,
  config: async () => (await import('./commands/config.js')).configCommand,
  user: async () => (await import('./commands/user.js')).userCommand,
  key: async () => (await import('./commands/key.js')).keyCommand,
  audit: async () => (await import('./commands/audit.js')).auditCommand,
  'export-rules': async () =>
    (await import('./commands/export-rules.js')).exportRulesCommand,
  backup: async () => (await import('./commands/backup.js')).backupCommand,
  restore: async () => (await import('./commands/restore.js')).restoreCommand,
  tour: async () => (await import('./commands/tour.js')).tourCommand,
}

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
    const setting = { io, exitWith, run: runCommand }
    const commands = await loadCommands(args)
    const program = buildProgram(setting, said, commands)
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

/** The command that is called; all where that is not plain, for help and complaints. */
function loadCommands(args: readonly string[]): Promise<readonly CommandOf[]> {
  const [called = ''] = args[0] === '--rules' ? args.slice(2) : args
  const load = Object.hasOwn(COMMANDS, called) ? COMMANDS[called] : undefined
  const needed = load ? [load] : Object.values(COMMANDS)
  return Promise.all(needed.map((each) => each()))
}

function buildProgram(
  setting: Setting,
  said: Said,
  commands: readonly CommandOf[],
): Command {
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
  for (const commandOf of commands) {
    program.addCommand(withSettingsOf(program, commandOf(setting)))
  }
  return program
}

/** For its own commands too, so that none of them ends the process. */
function withSettingsOf(above: Command, command: Command): Command {
  command.copyInheritedSettings(above)
  command.commands.forEach((each) => withSettingsOf(command, each))
  return command
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
