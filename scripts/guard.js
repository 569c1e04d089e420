// Plain JavaScript that any Node can read: it says in one sentence what is wrong before newer syntax would fail in its own words.
// With a file as its first argument it then runs that file: `node scripts/guard.js bench/run.ts race`.
import { spawnSync } from 'node:child_process'
import module from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const NODE_MAJOR_MIN = 24

if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN) {
  console.error(
    `This project needs Node ${NODE_MAJOR_MIN} or newer; this is ${process.version}. ` +
      'Run it through npm (npm start, npm test): on Linux and Windows npm brings the right one; on a Mac install Node 24 first.',
  )
  process.exit(1)
}

// A start spends most of its time on reading types out of sources that did not change since the last one.
module.enableCompileCache()

const [file, ...rest] = process.argv.slice(2)
if (process.argv[1]?.endsWith('guard.js') && file !== undefined) {
  process.argv = [process.argv[0], file, ...rest]
  await import(pathToFileURL(resolve(file)).href).catch((error) => {
    if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error
    console.error(error.message) // a mistyped option is named; where it was read is of no use
    process.exit(1)
  })
}

/** Runs a command of node_modules/.bin, output shown; ends the process when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  if (done.status !== 0 && options.mayFail !== true) process.exit(done.status ?? 1)
  return done.status ?? 1
}
