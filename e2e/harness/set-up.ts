/** Once before all journeys: a browser to walk them with, the app built from the sources as they are, and the sample space to copy. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { TestProject } from 'vitest/node'
import { findOrInstallChromium } from './chromium.ts'
import { plainEnvironment } from './environment.ts'
import { repository, startServer } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    chromiumPath: string
    sampleFolder: string
  }
}

const build = "import('./scripts/start.js').then((start) => start.buildIfNeeded())"

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromiumPath', findOrInstallChromium())
  execFileSync(process.execPath, ['-e', build], { stdio: 'inherit', env: plainEnvironment() })
  // To write the sample is half of a server's start, and each file of journeys has a server.
  const server = await startServer(repository)
  await server.stop()
  giveBackJobs(server.dataFolder)
  project.provide('sampleFolder', server.dataFolder)
  return () => server.dispose()
}

/** What the server was in the middle of when it was stopped is each copy's to begin at once, not after the lease. */
function giveBackJobs(folder: string): void {
  const database = new DatabaseSync(join(folder, 'portal.sqlite'))
  database.exec('update job set leased_until = 0 where done_at is null')
  database.close()
}
