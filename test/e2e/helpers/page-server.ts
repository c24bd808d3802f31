/** A page of the tests, built as the studio is and served with the same policy. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { build } from 'vite'

import { studioPolicy } from '../../../server/http/studio/studio-policy.js'
import type { StudioServer } from './studio-server.js'

const PAGES = fileURLToPath(new URL('../pages', import.meta.url))
const STUDIO = fileURLToPath(new URL('../../../studio', import.meta.url))

const TYPES: { readonly [extension: string]: string } = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
}

/** @param name - a folder of test/e2e/pages */
export async function startPage(name: string): Promise<StudioServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'olshem-page-'))
  await build({
    configFile: join(STUDIO, 'vite.config.ts'),
    root: join(PAGES, name),
    logLevel: 'error',
    build: { outDir },
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    const file = path === '/' ? 'index.html' : path
    readFile(join(outDir, file)).then(
      (content) => {
        const type = TYPES[extname(file)]
        if (type !== undefined) response.setHeader('content-type', type)
        if (type !== TYPES['.html']) return response.end(content)
        const nonce = randomBytes(16).toString('base64')
        response.setHeader('content-security-policy', studioPolicy(nonce))
        response.end(String(content).replaceAll('OLSHEM-NONCE', nonce))
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
