import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nothing here keeps global state, and loading mathjs anew for every file
    // takes longer than all tests together.
    isolate: false,
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A page that has much to do beside other pages comes to it in time.
    expect: { poll: { timeout: 15_000 } },
  },
})
