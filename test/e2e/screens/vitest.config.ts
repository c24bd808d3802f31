/** Of `npm run screenshots`, which makes pictures and tests nothing. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/e2e/screens/make-screenshots.ts'],
    hookTimeout: 240_000,
  },
})
