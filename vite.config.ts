/** Builds the command line: one file, dependencies included, so that it starts fast. */
import { chmod } from 'node:fs/promises'

import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  ssr: { target: 'node', noExternal: true },
  plugins: [executable('dist/olshem.js')],
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

function executable(file: string): Plugin {
  return { name: 'executable', writeBundle: () => chmod(file, 0o755) }
}
