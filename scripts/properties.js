// `npm run properties -- 20`: every property over other examples than those of `npm test`, as many rounds as one has time for.
import { randomInt } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { run } from './guard.js'

const SEED_MAX = 2 ** 31

const rounds = Number(process.argv[2] ?? 5)
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('How many rounds? A whole number: npm run properties -- 20')
  process.exit(1)
}

const files = globSync('{domain,floorplans,client,sync-server}/**/*.test.{ts,tsx}').filter((file) =>
  readFileSync(file, 'utf8').includes('fc.assert('),
)
const projects = ['fast', 'client', 'server'].flatMap((project) => ['--project', project])

let failed = 0
for (let round = 1; round <= rounds; round += 1) {
  const seed = randomInt(SEED_MAX)
  console.log(`Round ${round} of ${rounds}, ${files.length} files, seed ${seed}`)
  process.env['PROPERTY_SEED'] = String(seed)
  const status = run('vitest', ['run', ...projects, '--reporter=dot', ...files], { mayFail: true })
  if (status === 0) continue
  failed += 1
  console.log(`Again with: PROPERTY_SEED=${seed} npx vitest run <file>`)
}
console.log(failed === 0 ? `All ${rounds} rounds hold.` : `${failed} of ${rounds} rounds failed.`)
process.exit(failed === 0 ? 0 : 1)
