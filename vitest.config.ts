import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take minutes begin first, so that none of them runs on when all the others are done. */
const long = ['every-screen', 'plan.test', 'process.test', 'simulation.sim', 'race']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.includes(name))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
          // Conditions that hold at once on an idle machine take their time on a busy one.
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'server',
          include: ['sync-server/**/*.test.ts'],
          exclude: ['**/*.sim.test.ts'],
          globalSetup: ['scripts/postgres-for-tests.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          // After all the others: what a browser does in time depends on what else the machine does.
          sequence: { groupOrder: 1 },
          include: ['e2e/**/*.test.ts', 'bench/launch/*.test.ts'],
          globalSetup: ['e2e/harness/set-up.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // A browser on a busy machine may lose a race with its own page; what is broken fails twice.
          retry: 1,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['sync-server/**/*.sim.test.ts'],
          testTimeout: 300_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
