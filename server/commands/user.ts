/** `olshem user`: the people who sign in to the server. */
import { Argument, Command, Option } from 'commander'

import type { Occasion } from '../audit/entry.js'
import { withInstallation } from '../installation/open-installation.js'
import type { Io } from '../io.js'
import { printable } from '../output/printable.js'
import { textTable } from '../output/text-table.js'
import { getPassword } from '../people/ask-password.js'
import {
  changePassword,
  changeRole,
  disableUser,
  enableUser,
} from '../people/change-user.js'
import { ROLES, type Role } from '../people/roles.js'
import { addUser, getUser, listUsers, type User } from '../people/users.js'
import { instantOf } from '../instant.js'
import type { Setting } from './setting.js'

interface AddOptions {
  readonly role: Role
  readonly passwordFile?: string
}

export function userCommand({ io }: Setting): Command {
  return new Command('user')
    .description('add, list and change the users of the server')
    .addCommand(addCommand(io))
    .addCommand(listCommand(io))
    .addCommand(roleCommand(io))
    .addCommand(passwordCommand(io))
    .addCommand(disableCommand(io))
    .addCommand(enableCommand(io))
    .addHelpText('after', EXAMPLES)
}

const EXAMPLES = `
Users are in the database of the server: DATABASE_URL, or the folder
OLSHEM_DATA. Once there is one, everybody signs in. Examples:
  olshem user add Aigul --role owner
  olshem user add Daniyar --role approver --password-file password.txt
  olshem user role Aigul admin
  olshem user password Aigul
  olshem user disable Aigul`

function addCommand(io: Io): Command {
  return new Command('add')
    .description('add a user; the password is asked for, and not shown')
    .argument('<name>', 'the name to sign in with')
    .addOption(
      new Option('--role <role>', 'what the user may do')
        .choices(ROLES)
        .makeOptionMandatory(),
    )
    .option('--password-file <file>', 'a file that holds the password')
    .action(async (name: string, options: AddOptions) => {
      const { role, passwordFile } = options
      const password = await getPassword(passwordFile, io)
      const user = await withInstallation(io, 'made', ({ database }) =>
        addUser(database, { name, role, password }, occasion()),
      )
      await say(io, `${user.name} may sign in as ${user.role}.`)
    })
}

function listCommand(io: Io): Command {
  return new Command('list')
    .description('list users and their roles')
    .action(async () => {
      const users = await withInstallation(io, 'refused', ({ database }) =>
        listUsers(database),
      )
      if (users.length === 0) {
        await say(io, 'There are no users.')
        return
      }
      await io.out.write(`${table(users).join('\n')}\n`)
    })
}

function roleCommand(io: Io): Command {
  return new Command('role')
    .description('give a user another role, and end what was begun')
    .argument('<name>', 'the name of the user')
    .addArgument(new Argument('<role>', 'what the user may do').choices(ROLES))
    .action(async (name: string, role: Role) => {
      const user = await withInstallation(io, 'refused', ({ database }) =>
        changeRole(database, { name }, role, occasion()),
      )
      await say(io, `${user.name} may sign in as ${user.role}.`)
    })
}

function passwordCommand(io: Io): Command {
  return new Command('password')
    .description('give a user another password, and end what was begun')
    .argument('<name>', 'the name of the user')
    .option('--password-file <file>', 'a file that holds the password')
    .action(
      async (
        name: string,
        { passwordFile }: Pick<AddOptions, 'passwordFile'>,
      ) => {
        const user = await withInstallation(
          io,
          'refused',
          async ({ database }) => {
            const which = await getUser(database, { name })
            const password = await getPassword(passwordFile, io)
            return changePassword(database, which, password, occasion())
          },
        )
        await say(io, `${user.name} signs in with the new password.`)
      },
    )
}

function enableCommand(io: Io): Command {
  return new Command('enable')
    .description('let a user who was disabled sign in again')
    .argument('<name>', 'the name of the user')
    .action(async (name: string) => {
      const user = await withInstallation(io, 'refused', ({ database }) =>
        enableUser(database, { name }, occasion()),
      )
      await say(io, `${user.name} may sign in as ${user.role}.`)
    })
}

function disableCommand(io: Io): Command {
  return new Command('disable')
    .description('let a user sign in no more, and end what was begun')
    .argument('<name>', 'the name of the user')
    .action(async (name: string) => {
      const user = await withInstallation(io, 'refused', ({ database }) =>
        disableUser(database, { name }, occasion()),
      )
      await say(io, `${user.name} may not sign in any more.`)
    })
}

function table(users: readonly User[]): readonly string[] {
  const column = (head: string, cellOf: (user: User) => string) =>
    ({ head, align: 'left', cells: users.map(cellOf) }) as const
  return textTable([
    column('name', ({ name }) => name),
    column('role', ({ role }) => role),
    column('added', ({ createdAt }) => createdAt),
    column('disabled', ({ disabledAt }) => disabledAt ?? ''),
    column('id', ({ id }) => id),
  ])
}

function occasion(): Occasion {
  return { at: instantOf(new Date()), actor: 'command-line' }
}

function say(io: Io, line: string): Promise<void> {
  return io.out.write(`${printable(line)}\n`)
}
