/** Builds the bench, so that what is measured is what users run: compiled code, not code compiled on the way. */
import { join } from 'node:path'

import { defineConfig } from 'vite'

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  build: {
    ssr: true,
    outDir: '.bench',
    target: 'node20.19',
    rolldownOptions: {
      input: {
        run: 'test/bench/run.ts',
        'bare-server': 'test/bench/http/bare-server.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
})
