// `npm start`: builds the app if it is not built from these sources, then starts the portal.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './guard.js'

export function buildIfNeeded() {
  const mark = 'dist/sources.sha256'
  const hash = hashOf([
    'client',
    'domain',
    'floorplans',
    'public',
    'index.html',
    'vite.config.ts',
    'scripts',
    'package-lock.json',
  ])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  console.log('Building the app …')
  run('vite', ['build', '--logLevel', 'warn'])
  writeFileSync(mark, hash)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

function addTo(hash, path) {
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name))
    return
  }
  if (/\.test\.tsx?$/.test(path)) return
  hash.update(path).update(readFileSync(path))
}

if (process.argv[1]?.endsWith('start.js')) {
  buildIfNeeded()
  const { runProcess } = await import('../sync-server/run-process.ts')
  const { startPortal } = await import('../sync-server/main.ts')
  await runProcess(startPortal)
}
