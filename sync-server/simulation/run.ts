import './seeded-yjs.ts'
import { drawScript, simulate } from './simulate.ts'

const from = Number(process.argv[2] ?? 1),
  to = Number(process.argv[3] ?? from)
const cpu0 = process.cpuUsage()
let t = performance.now(),
  faults = 0,
  wishes = 0
for (let seed = from; seed <= to; seed++) {
  const r = await simulate(drawScript(seed))
  faults += r.faults
  wishes += r.wishes
  if (r.violations.length) {
    console.log('seed', seed, r.violations.slice(0, 3))
    console.log(r.log.slice(-5))
  }
}
const c = process.cpuUsage(cpu0)
console.log('cpu ms/seed', (c.user + c.system) / 1000 / (to - from + 1), { faults, wishes })
