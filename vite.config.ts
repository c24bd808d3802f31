/**
 * Builds the command line, dependencies included: the entry and, beside it, the
 * parts that each command loads when it is called.
 */
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'

import { defineConfig, type Plugin } from 'vite'

import { soundVersions } from './sound-versions.plugin.js'
import { standaloneSchema } from './standalone-schema.plugin.js'

/** Nothing of ours does anything by being imported, but for the command and the programs of its threads. */
const SILENT =
  /\/(engine|server)\/(?!olshem\.ts|streams\/score-worker\.ts|http\/scoring\/server-worker\.ts)/

/** Libraries of the server, loaded from node_modules by the command that serves: some are native, none is small. */
const OF_THE_SERVER = [
  '@fastify/cookie',
  '@fastify/helmet',
  '@fastify/rate-limit',
  '@fastify/swagger',
  '@node-rs/argon2',
  'ajv',
  'fastify',
  'kysely',
  'pg',
  'pino',
  'prom-client',
  'sqlite3',
  'typebox',
]

export default defineConfig({
  ssr: { target: 'node', noExternal: true, external: OF_THE_SERVER },
  plugins: [
    standaloneSchema(),
    soundVersions(join(import.meta.dirname, 'rules')),
    executable(),
  ],
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20.19',
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: {
      input: [
        'server/olshem.ts',
        'server/streams/score-worker.ts',
        'server/http/scoring/server-worker.ts',
      ],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name].js',
      },
      treeshake: {
        moduleSideEffects: [{ test: SILENT, sideEffects: false }],
      },
    },
  },
})

function executable(): Plugin {
  return {
    name: 'executable',
    writeBundle: ({ dir = 'dist' }) => chmod(join(dir, 'olshem.js'), 0o755),
  }
}
