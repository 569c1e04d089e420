// `npm test`: types, lint, every test, browser journeys included. The last line counts them all.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { relative } from 'node:path'
import { run } from './guard.js'

// Browsers last and alone: beside a simulation and two databases they would measure the machine instead of the portal.
const parts = [['fast', 'client', 'server', 'clock*', 'simulation'], ['journeys']]

/** Two browsers' profiles, a PostgreSQL and some fifty spaces take about one. */
const ROOM_BYTES_MIN = 4_000_000_000

/** What a failed test says of itself at the end; the whole of it stands where it ran. */
const FAILURE_LENGTH_MAX = 600

keepInMemory()
console.log('Types and lint')
run('tsc', ['-b'])
run('biome', ['check', '.'])

const counts = parts.map(runPart)
// Once more, and last: what stands above may be cut by whoever keeps the output.
for (const name of counts.flatMap(({ failures }) => failures)) console.log(`FAILED ${name}`)
const sum = (name) => counts.reduce((total, count) => total + count[name], 0)
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
process.exit(counts.some(({ isGood }) => !isGood) ? 1 : 0)

function runPart(projects) {
  const report = `test-output/${projects[0]}.json`
  mkdirSync('test-output', { recursive: true })
  rmSync(report, { force: true })
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = run('vitest', ['run', ...chosen, ...reporters], { mayFail: true })
  if (!existsSync(report)) {
    console.error(`The tests of ${projects.join(' and ')} ended without a report.`)
    process.exit(1)
  }
  const found = JSON.parse(readFileSync(report, 'utf8'))
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests,
    skipped: found.numPendingTests,
    failures: found.testResults.flatMap(failuresOf),
    isGood: status === 0 && found.numFailedTests === 0 && found.numTotalTests > 0,
  }
}

/** A file that could not be run at all is a failure without a test. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0 && status === 'failed') return [`${file}: ${firstLines(message)}`]
  return failed.map((test) => `${file}: ${test.fullName}: ${firstLines(test.failureMessages[0])}`)
}

function firstLines(message) {
  return (message ?? '').slice(0, FAILURE_LENGTH_MAX)
}

/**
 * Databases and browsers' profiles of tests live in memory where there is room for them: what is tested is that a killed process loses
 * nothing, which needs no disk, and waiting for one takes a third of the time.
 */
function keepInMemory() {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return
  const { bavail, bsize } = statfsSync(memory)
  if (bavail * bsize < ROOM_BYTES_MIN) return
  const folder = mkdtempSync(`${memory}/portal-tests-`)
  chmodSync(folder, 0o1777) // PostgreSQL runs as a user of its own
  process.env['TMPDIR'] = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}
