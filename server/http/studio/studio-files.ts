/** The files of the studio as they were built: its page, to be filled in for each answer, and its assets. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export interface StudioFiles {
  /** The folder that assets are sent from. */
  readonly folder: string
  /** With `NONCE` wherever an answer's own nonce belongs. */
  readonly page: string
}

/** As the studio's build writes it. */
export const NONCE = 'OLSHEM-NONCE'

/** @returns null where only the server was built */
export async function findStudioFiles(
  programs: URL,
): Promise<StudioFiles | null> {
  const folder = new URL('studio/', programs)
  try {
    const page = await readFile(new URL('index.html', folder), 'utf8')
    return { folder: fileURLToPath(folder), page }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return null
    }
    throw error
  }
}
