import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: [
            'architecture.test.ts',
            'domain/**/*.test.ts',
            'floorplans/**/*.test.ts',
            'client/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        test: {
          name: 'server',
          include: ['sync-server/**/*.test.ts'],
          globalSetup: ['scripts/postgres-for-tests.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
