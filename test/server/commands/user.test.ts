import { readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'

import { describe, expect, it } from 'vitest'

import { newInstallation } from './installation.js'

const PASSWORD = 'one two three four'
const ADD = ['user', 'add', 'Aigul', '--role', 'owner']

/** A terminal at which somebody types, and which notes when it is raw. */
function terminal(...typed: readonly string[]) {
  const modes: boolean[] = []
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => {
      modes.push(isRaw)
      const next = isRaw ? typed[modes.filter(Boolean).length - 1] : undefined
      if (next !== undefined) setImmediate(() => stream.write(next))
    },
  })
  return { stream, modes }
}

describe('olshem user', () => {
  it('adds a user whose password is asked for twice and never shown', async () => {
    const { olshem } = await newInstallation()
    const { stream, modes } = terminal(`${PASSWORD}\r`, `${PASSWORD}\n`)
    const added = await olshem(ADD, { input: stream })
    expect(added).toEqual({
      status: 0,
      out: 'Aigul may sign in as owner.\n',
      err: 'Password: \nOnce more: \n',
    })
    expect(modes).toEqual([true, false, true, false])
    const { out } = await olshem(['user', 'list'])
    expect(out).toMatch(/^name +role +added +disabled +id\nAigul +owner +20/)
  })

  it('takes a slip back, and letters of more than one byte that come in parts', async () => {
    const { olshem } = await newInstallation()
    const { stream } = terminal('пароль парольx\u007f\r', 'пароль пароль\r')
    const { status } = await olshem(ADD, { input: stream })
    expect(status).toBe(0)
  })

  it('takes both lines where they were typed ahead', async () => {
    const { olshem } = await newInstallation()
    const { stream } = terminal(`${PASSWORD}\r${PASSWORD}\r`)
    const { status, err } = await olshem(ADD, { input: stream })
    expect([status, err]).toEqual([0, 'Password: \nOnce more: \n'])
  })

  it('does nothing where the two passwords differ, or Ctrl-C is pressed', async () => {
    const { olshem } = await newInstallation()
    const two = terminal(`${PASSWORD}\r`, 'another one of these\r')
    const differ = await olshem(ADD, { input: two.stream })
    expect(differ.status).toBe(1)
    expect(differ.err).toContain('The two passwords differ. Nothing was done.')
    const stopped = terminal('one two\u0003')
    const ctrlC = await olshem(ADD, { input: stopped.stream })
    expect(ctrlC.status).toBe(130)
    expect(stopped.modes).toEqual([true, false])
    expect((await olshem(['user', 'list'])).err).toContain('is not there')
  })

  it('takes the password from a file without the line break at its end', async () => {
    const { olshem, folder } = await newInstallation({
      password: `${PASSWORD}\n`,
      short: 'eleven lett\n',
    })
    const add = (name: string, file: string) =>
      olshem(['user', 'add', name, '--role', 'reader', '--password-file', file])
    expect((await add('A', `${folder}/password`)).status).toBe(0)
    const short = await add('B', `${folder}/short`)
    expect(short.err).toMatch(/A password has 12 to 256 letters, .* has 11/)
    const none = await add('C', `${folder}/none`)
    expect(none.err).toMatch(/there is no such file/)
    const { out } = await olshem(['user', 'list'])
    expect(out.split('\n')).toHaveLength(3)
  })

  it('asks nobody where there is no terminal', async () => {
    const { olshem } = await newInstallation()
    const { status, err } = await olshem(ADD)
    expect(status).toBe(1)
    expect(err).toContain('--password-file')
  })

  it('disables a user, and says who is not there', async () => {
    const { olshem, folder, environment } = await newInstallation({
      password: PASSWORD,
    })
    await olshem([...ADD, '--password-file', `${folder}/password`])
    const disabled = await olshem(['user', 'disable', 'aigul'])
    expect(disabled.out).toBe('Aigul may not sign in any more.\n')
    expect((await olshem(['user', 'list'])).out).toMatch(/Aigul .* 20.* 20/)
    const nobody = await olshem(['user', 'disable', 'Daniyar'])
    expect(nobody).toMatchObject({
      status: 1,
      err: 'There is no user "Daniyar".\n',
    })
    const stored = await readFile(`${environment['OLSHEM_DATA']}/olshem.db`)
    expect(stored.includes(PASSWORD)).toBe(false)
  })

  it('gives another role, another password, and lets sign in again', async () => {
    const { olshem, folder } = await newInstallation({
      password: PASSWORD,
      other: 'five six seven eight',
    })
    await olshem([...ADD, '--password-file', `${folder}/password`])
    const role = await olshem(['user', 'role', 'aigul', 'admin'])
    expect(role.out).toBe('Aigul may sign in as admin.\n')
    const other = ['--password-file', `${folder}/other`]
    const password = await olshem(['user', 'password', 'Aigul', ...other])
    expect(password.out).toBe('Aigul signs in with the new password.\n')
    const last = await olshem(['user', 'disable', 'Aigul'])
    expect(last.status).toBe(1)
    expect(last.err).toContain('the last admin who may sign in')
    expect((await olshem(['user', 'enable', 'Aigul'])).err).toBe(
      '"Aigul" is not disabled.\n',
    )
  })

  it('makes a reader of an admin only while there is another admin', async () => {
    const { olshem, folder } = await newInstallation({ password: PASSWORD })
    const file = ['--password-file', `${folder}/password`]
    for (const name of ['Aigul', 'Daniyar']) {
      await olshem(['user', 'add', name, '--role', 'admin', ...file])
    }
    const disabled = await olshem(['user', 'disable', 'Daniyar'])
    expect(disabled.status).toBe(0)
    const role = await olshem(['user', 'role', 'Aigul', 'reader'])
    expect(role.status).toBe(1)
    const enabled = await olshem(['user', 'enable', 'Daniyar'])
    expect(enabled.out).toBe('Daniyar may sign in as admin.\n')
    const again = await olshem(['user', 'role', 'Aigul', 'reader'])
    expect(again.status).toBe(0)
  })

  it.each([
    { args: ['user'], says: 'Usage: olshem user' },
    { args: ['user', 'ad'], says: 'Did you mean add?' },
    { args: ['user', 'add', 'A'], says: "'--role <role>' not specified" },
    {
      args: ['user', 'add', 'A', '--role', 'boss'],
      says: 'Allowed choices are reader, analyst, owner, approver, admin',
    },
  ])('says what was not understood: $args', async ({ args, says }) => {
    const { olshem } = await newInstallation()
    const { status, err } = await olshem(args)
    expect(status).toBe(2)
    expect(err).toContain(says)
  })
})
