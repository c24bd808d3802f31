/** What is kept of a rules folder holds for as long as nothing there was touched. */
import { mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { FolderState } from '../../../../server/http/versions/folder-state.js'
import { keptFolder } from '../kept-folder.js'

const MINUTE = 60_000

describe('the state of a folder', () => {
  const folders: string[] = []
  let folder = ''
  beforeEach(async () => {
    folder = await keptFolder({ 'a/1.yaml': 'one', 'b/1.yaml': 'two' })
    folders.push(folder)
  })
  afterAll(async () => {
    for (const each of folders) await rm(each, { recursive: true })
  })
  /** As if the files had been written a minute ago. */
  const later = () => FolderState.of(folder, Date.now() + MINUTE)

  it('is still so while nothing is touched', () => {
    expect(later().isStillSo()).toBe(true)
  })

  it('is never taken for the same right after a change, which might be followed by another under the same time', () => {
    expect(FolderState.of(folder).isStillSo()).toBe(false)
  })

  it('differs after a change that keeps the length and sets the old time', async () => {
    const state = later()
    const file = join(folder, 'a/1.yaml')
    const { atime, mtime } = await stat(file)
    await writeFile(file, 'eno')
    await utimes(file, atime, mtime)
    expect(state.isStillSo()).toBe(false)
    expect(state.isStillSo(['a'])).toBe(false)
    expect(state.isStillSo(['b'])).toBe(true)
  })

  it('differs after a file was added or taken away', async () => {
    const before = later()
    await writeFile(join(folder, 'a/2.yaml'), 'three')
    expect(before.isStillSo(['a'])).toBe(false)
    const after = later()
    await rm(join(folder, 'b/1.yaml'))
    expect(after.isStillSo(['b'])).toBe(false)
    expect(after.isStillSo(['a'])).toBe(true)
  })

  it('of a folder that is not there differs once it is', async () => {
    await rm(folder, { recursive: true })
    const state = later()
    expect(state.isStillSo()).toBe(true)
    await mkdir(folder)
    expect(state.isStillSo()).toBe(false)
  })
})
