/** `olshem tour`: what the program does, on the published table that ships with it. */
import { join } from 'node:path'

import { Command } from 'commander'

import { ownRulesFolder, shownPath } from '../catalogue/rules-folder.js'
import type { Setting } from './setting.js'

/** Lines of the ranking that are printed: a heading, the heads of columns, ten places. */
const MOST_LINES = 14

export function tourCommand(setting: Setting): Command {
  return new Command('tour')
    .description('score the HDI table that ships, and explain one country')
    .action(async () => {
      const rules = ownRulesFolder()
      const data = shownPath(join(rules, 'hdi/data/hdr-2021-22.csv'))
      const table = ['hdi', '--year', '2021', '--data', data]
      const body = ['--body', 'KAZ']
      await show(['score', ...table], rules, setting, MOST_LINES)
      await show(['explain', ...table, ...body], rules, setting, Infinity)
    })
}

async function show(
  args: readonly string[],
  rules: string,
  { io, run, exitWith }: Setting,
  most: number,
): Promise<void> {
  const parts: string[] = []
  const out = {
    ...io.out,
    write: (text: string | Uint8Array) =>
      Promise.resolve(void parts.push(Buffer.from(text).toString('utf8'))),
  }
  const status = await run([...args, '--rules', rules], { ...io, out })
  if (status !== 0) exitWith(1)
  const lines = parts.join('').trimEnd().split('\n')
  const more = lines.length - most
  const shown = lines.slice(0, most)
  if (more > 0)
    shown.push(`... the top of the table; ${more} more lines follow`)
  await io.out.write(`$ olshem ${args.join(' ')}\n\n${shown.join('\n')}\n\n`)
}
