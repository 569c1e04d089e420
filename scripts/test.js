// `npm test`: types, lint, every test, browser journeys included. The last line counts them all.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { run } from './guard.js'

const report = 'test-output/report.json'

console.log('Types and lint')
run('tsc', ['-b'])
run('biome', ['check', '.'])

mkdirSync('test-output', { recursive: true })
rmSync(report, { force: true })
const status = run(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  { mayFail: true },
)
if (!existsSync(report)) {
  console.error('The tests ended without a report.')
  process.exit(1)
}
const { numPassedTests, numFailedTests, numPendingTests, numTotalTests } = JSON.parse(
  readFileSync(report, 'utf8'),
)
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
console.log(`${numPassedTests} passed, ${numFailedTests} failed${skipped}`)
process.exit(status !== 0 || numFailedTests > 0 || numTotalTests === 0 ? 1 : 0)
