/** Builds the command line: one file, dependencies included, so that it starts fast. */
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'

import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  ssr: { target: 'node', noExternal: true },
  plugins: [executable()],
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20.19',
    sourcemap: true,
    rolldownOptions: {
      input: ['server/olshem.ts', 'server/streams/score-worker.ts'],
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})

function executable(): Plugin {
  return {
    name: 'executable',
    writeBundle: ({ dir = 'dist' }) => chmod(join(dir, 'olshem.js'), 0o755),
  }
}
