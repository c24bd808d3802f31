/** Builds the command line: one file, dependencies included, so that it starts fast. */
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'

import { defineConfig, type Plugin } from 'vite'

import { standaloneSchema } from './standalone-schema.plugin.js'

export default defineConfig({
  ssr: { target: 'node', noExternal: true },
  plugins: [standaloneSchema(), executable()],
  build: {
    ssr: 'server/olshem.ts',
    outDir: 'dist',
    target: 'node20.19',
    sourcemap: true,
    rolldownOptions: {
      output: { entryFileNames: '[name].js', codeSplitting: false },
    },
  },
})

function executable(): Plugin {
  return {
    name: 'executable',
    writeBundle: ({ dir = 'dist' }) => chmod(join(dir, 'olshem.js'), 0o755),
  }
}
