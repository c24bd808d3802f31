/** Writes the files of a form into a folder, and never over anything. */
import { lstat, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { faultOf } from '../data/read-text.js'
import { Refusal } from '../refusal.js'
import type { FormFile } from './data-form.js'

/** @throws Refusal where one of the files is there already; nothing is written then */
export async function writeForm(
  folder: string,
  files: readonly FormFile[],
): Promise<readonly string[]> {
  const paths = files.map(({ name }) => join(folder, name))
  const there: string[] = []
  for (const path of paths) if (await isThere(path)) there.push(path)
  if (there.length > 0) {
    throw new Refusal([
      `${there.join(', ')} ${there.length === 1 ? 'is' : 'are'} there already, and a form never takes the place of data. Name another folder.`,
    ])
  }
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, text } of files) {
      await writeFile(join(folder, name), text, { flag: 'wx' })
    }
  } catch (error) {
    throw new Refusal([`${folder} cannot be written: ${faultOf(error)}.`])
  }
  return paths
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch {
    return false
  }
}
