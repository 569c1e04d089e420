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

/**
 * Rules and servers keep nothing beyond what a test opens itself, so that files share their modules: loading those again for each
 * takes a third of the time. What runs in a browser's stead has globals of its own for each file.
 */
const sharesModules = { isolate: false, maxWorkers: 2 }
const setupFiles = ['scripts/draw-examples.ts']

/** The day before the clocks go forward, the day before they go back, and the last of a month. */
const pinnedDays = ['2026-03-28', '2026-10-24', '2026-10-31']
/** Half an hour off, three quarters off, and across the date line. */
const pinnedZones = ['America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia']
/** Where rules speak of time; words, rights and the wire do not. */
const timedRules = ['domain/{values,sites,memberships,prices,bookings,seeds}/**/*.test.ts']
/** What in the server asks the platform for the time. */
const timed = ['bookings/calendar-feed', 'sites/reset-sample', 'settlement/intents-route']
const isEveryClock = process.env['EVERY_CLOCK'] === '1'

/**
 * Tests that must not care about the day or the zone of the machine, run again on another. In `npm test` each day meets one zone;
 * `npm run clocks` is every day in every zone, with all of the server.
 */
const clocks = pinnedDays.flatMap((day, index) => {
  const zones = isEveryClock ? pinnedZones : pinnedZones.slice(index, index + 1)
  return zones.map((zone, place) => ({
    test: {
      name: `clock ${day} ${zone}`,
      include: [...timedRules, ...serverTests(index === 0 && place === 0)],
      // The race is about load; what is drawn in every zone goes there by itself.
      exclude: ['**/*.sim.test.ts', '**/race.test.ts', '**/same-everywhere.test.ts'],
      env: { TZ: zone, TEST_NOW: `${day}T21:30:00Z` },
      setupFiles: [...setupFiles, 'scripts/pin-clock.ts'],
      ...(isEveryClock
        ? { globalSetup: ['scripts/postgres-for-tests.ts'] }
        : { provide: { databaseUrl: null } }),
      ...sharesModules,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  }))
})

function serverTests(isFirst: boolean): readonly string[] {
  if (isEveryClock) return ['sync-server/**/*.test.ts']
  return isFirst ? timed.map((name) => `sync-server/${name}.test.ts`) : []
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      ...clocks,
      {
        test: {
          name: 'fast',
          setupFiles,
          include: ['architecture.test.ts', '{domain,floorplans,scripts}/**/*.test.ts'],
          ...sharesModules,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'client',
          setupFiles,
          include: ['client/**/*.test.{ts,tsx}'],
          // Conditions that hold at once on an idle machine take their time on a busy one.
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'server',
          setupFiles,
          include: ['sync-server/**/*.test.ts'],
          exclude: ['**/*.sim.test.ts'],
          globalSetup: ['scripts/postgres-for-tests.ts'],
          ...sharesModules,
          testTimeout: 60_000,
          hookTimeout: 60_000,
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
          ...sharesModules, // and with them the browser
          // A browser on a busy machine may lose a race with its own page; what is broken fails twice.
          retry: 1,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'simulation',
          setupFiles,
          include: ['sync-server/**/*.sim.test.ts'],
          ...sharesModules,
          testTimeout: 300_000,
        },
      },
    ],
  },
})
