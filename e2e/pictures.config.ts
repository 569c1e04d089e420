import { defineConfig } from 'vitest/config'

/** `npm run pictures`: the README's pictures, taken from the running app. No part of the tests. */
export default defineConfig({
  test: {
    include: ['e2e/pictures.ts'],
    globalSetup: ['e2e/harness/set-up.ts'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
})
