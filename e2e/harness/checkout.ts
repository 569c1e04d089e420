/** A checkout of its own, built and started as an operator does it, for journeys in which a new version arrives. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainEnvironment } from './environment.ts'
import { repository } from './server.ts'

const needed = [
  'client',
  'dist',
  'domain',
  'floorplans',
  'public',
  'scripts',
  'sync-server',
  'index.html',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.config.ts',
]

export interface Checkout {
  readonly folder: string
  /** Gives the sources another version and builds the app from them. */
  release(version: string): void
  dispose(): void
}

export function makeCheckout(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'portal-checkout-'))
  for (const name of needed) {
    cpSync(join(repository, name), join(folder, name), { recursive: true })
  }
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return {
    folder,
    release: (version) => {
      const path = join(folder, 'package.json')
      const sources = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> // our own file
      writeFileSync(path, JSON.stringify({ ...sources, version }))
      const vite = join(repository, 'node_modules/vite/bin/vite.js')
      execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
        cwd: folder,
        env: plainEnvironment(),
      })
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
