import './seeded-yjs.ts'
import { drawScript, simulate } from './simulate.ts'

const from = Number(process.argv[2] ?? 1),
  to = Number(process.argv[3] ?? from)
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
console.log('ms/seed', (performance.now() - t) / (to - from + 1), { faults, wishes })
