/** Once before all journeys: a browser to walk them with, and the app built from the sources as they are. */
import { execFileSync } from 'node:child_process'
import type { TestProject } from 'vitest/node'
import { findOrInstallChromium } from './chromium.ts'
import { plainEnvironment } from './environment.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    chromiumPath: string
  }
}

const build = "import('./scripts/start.js').then((start) => start.buildIfNeeded())"

export default function setUp(project: TestProject): void {
  project.provide('chromiumPath', findOrInstallChromium())
  execFileSync(process.execPath, ['-e', build], { stdio: 'inherit', env: plainEnvironment() })
}
