/** `npm run bench -- <name> [--json] [--plot] [--long] [--rounds N] [--only <case>]`. */
import { parseArgs } from 'node:util'
import { type Bench, isMet } from './harness/bench.ts'
import { writePlots } from './harness/plot.ts'
import { printJson, printTable } from './harness/print.ts'

/** Loaded only when asked for: one bench must not slow another's start. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  race: async () => (await import('./race/race.ts')).race,
  directory: async () => (await import('./directory/directory.ts')).directory,
  fanout: async () => (await import('./fanout/fanout.ts')).fanout,
  'billing-run': async () => (await import('./billing-run/billing-run.ts')).billingRun,
  launch: async () => (await import('./launch/launch.ts')).launch,
  monday: async () => (await import('./monday/monday.ts')).monday,
  search: async () => (await import('./search/search.ts')).search200,
  settle: async () => (await import('./settle/settle.ts')).settle,
  webhooks: async () => (await import('./webhooks/webhooks.ts')).webhooks,
  plan: async () => (await import('./plan/plan.ts')).plan,
  coedit: async () => (await import('./coedit/coedit.ts')).coedit,
  'tap-to-everyone': async () =>
    (await import('./tap-to-everyone/tap-to-everyone.ts')).tapToEveryone,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    plot: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})
const [name = ''] = positionals
const load = benches[name]
const rounds = values.rounds === undefined ? null : Number(values.rounds)
if (load === undefined || (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))) {
  console.error(
    `npm run bench -- <name> [--json] [--plot] [--long] [--rounds N] [--only <case>]\nBenches: ${Object.keys(benches).join(', ')}`,
  )
  process.exit(1)
}

const bench = await load()
const report = await bench({ rounds, isLong: values.long, only: values.only })
if (values.json) printJson(name, report)
else printTable(name, report)
if (values.plot) for (const path of writePlots(name, report.curves)) console.error(path)
const hasBroken = report.measured.some((one) => one.target.kind === 'exact' && !isMet(one))
process.exit(hasBroken ? 1 : 0)
