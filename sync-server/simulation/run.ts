/**
 * `npm run sim -- --seed 42` plays one world, `--seeds 300 --from 1` many; `--servers 3` puts so many servers in each. A failing seed is printed with what broke and a shortened
 * script, and ends the run with 1.
 */
import { parseArgs } from 'node:util'
import { formatStep } from './format-step.ts'
import { shrink } from './shrink.ts'
import { drawScript, type Result, type Script, simulate } from './simulate.ts'

const PROGRESS_EVERY_MS = 5_000

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
    servers: { type: 'string' },
  },
})
const from = Number(values.seed ?? values.from)
const count = values.seed === undefined ? Number(values.seeds) : 1
if (!Number.isSafeInteger(from) || !Number.isSafeInteger(count) || count < 1) {
  console.error('Give a whole number: npm run sim -- --seed 42, or --seeds 300 with --from 1.')
  process.exit(1)
}
const servers = values.servers === undefined ? null : Number(values.servers)
if (servers !== null && ![1, 2, 3].includes(servers)) {
  console.error('A world has one, two or three servers: --servers 2.')
  process.exit(1)
}

const totals = { faults: 0, wishes: 0, failed: 0 }
const startedAt = performance.now()
let toldAt = startedAt
for (let seed = from; seed < from + count; seed += 1) {
  const result = await simulate(scriptOf(seed))
  totals.faults += result.faults
  totals.wishes += result.wishes
  if (result.violations.length > 0) await explain(seed, result)
  if (performance.now() - toldAt > PROGRESS_EVERY_MS) {
    toldAt = performance.now()
    console.log(`… seed ${seed}, ${summary()}`)
  }
}
console.log(`${count === 1 ? `Seed ${from}` : `${count} seeds`}: ${summary()}`)
process.exit(totals.failed > 0 ? 1 : 0)

function summary(): string {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
  const { faults, wishes, failed } = totals
  return `${wishes} wishes, ${faults} faults, ${failed} failed, ${seconds} s`
}

function scriptOf(seed: number): Script {
  const script = drawScript(seed)
  return servers === null ? script : { ...script, servers }
}

async function explain(seed: number, { violations, log }: Result): Promise<void> {
  totals.failed += 1
  console.error(`\nSeed ${seed} fails:`)
  for (const { oracle, what } of violations.slice(0, 5)) console.error(`  ${oracle}\n    ${what}`)
  console.error('The server said:')
  for (const line of log.slice(-10)) console.error(`  ${line}`)
  const short = await shrink(scriptOf(seed))
  console.error(`Shortened to ${short.steps.length} steps with ${short.devices} devices:`)
  for (const step of short.steps) console.error(`  ${formatStep(step)}`)
  console.error(`To pin it, add this to pinned.ts:\n${JSON.stringify(short)}\n`)
}
